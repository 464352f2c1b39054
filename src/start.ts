import manifest from '../package.json' with { type: 'json' };
import type { IO } from './cli/context.js';
import type { run } from './cli/run.js';
import { codeCacheFile, openCodeCache } from './store/code-cache.js';
import { directOutput, isFileOrPipe, tellUnwritten } from './store/direct-output.js';
import { sparingEngine } from './store/engine.js';
import { codeLoader } from './store/load-code.js';

/** Where the program lies. */
export interface Installation {
  /** Absolute path of the folder with `run.cjs`. */
  readonly folder: string;
  /** Absolute path of the folder with the compiled content. */
  readonly contentDir: string;
  /** Of the file that starts the program. */
  readonly require: (id: string) => unknown;
}

/** Commands that mostly read one answer and end. */
const SHORT: readonly string[] = ['check', 'lint'];

/** Commands that ask no more of stdout than to be written to. */
const PRINTING: readonly string[] = [...SHORT, 'help'];

/** The build writes a fingerprint of all its files instead. */
const BUILD = '__BUILD__';

/**
 * Entry of the binary: answers `--version` at once, loads the program for everything else and sets
 * `process.exitCode`. Calls `process.exit`, which would cut what streams still hold, only where none was opened.
 */
export function start(host: NodeJS.Process, { folder, contentDir, require }: Installation): void {
  const argv = host.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    tellVersion(host);
    return;
  }
  const cwd = workingDirectory(host);
  if (cwd === null) return;
  const command = commandOf(argv);
  let takesLong = false;
  const output = openOutput(host, command);
  const engine = { engine: host.versions.v8, few: command !== 'lint' || namesFiles(argv) };
  const optimise = SHORT.includes(command) ? sparingEngine(require, engine) : () => {};
  const io: IO = {
    argv,
    env: host.env,
    cwd,
    // Opened by whoever reads or writes: each takes as long as loading a tenth of the program.
    get stdin() {
      return host.stdin;
    },
    get stdout() {
      return output.stdout();
    },
    get stderr() {
      return output.stderr();
    },
    counter: () => (isFileOrPipe(2) || !host.stderr.isTTY ? null : io.stderr),
    contentDir,
    version: manifest.version,
    now: Date.now,
    longRun: () => {
      takesLong = true;
      cache.drop();
      optimise();
    },
  };
  const file = codeCacheFile(command, { env: host.env, platform: host.platform, cwd: io.cwd });
  const cache = openCodeCache({ file, build: BUILD });
  const program = codeLoader({ folder, require, cache })('run.cjs') as { readonly run: typeof run };
  const ended = program.run(io).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall !== 'write') throw error;
    return tellUnwritten(error);
  });
  void ended.then((exitCode) => {
    host.exitCode = output.isUnread() ? 0 : exitCode;
    // Last, when the output is on its way. After a misspelt command there is nothing to come back to, and what
    // the engine keeps with other flags it would not take back.
    if (exitCode < 2 && !takesLong) host.on('exit', cache.save);
    // A natural end takes down the heap, after a last look for garbage in it.
    if (!output.usesStreams()) host.exit();
  });
}

function tellVersion(host: NodeJS.Process): void {
  try {
    openOutput(host, 'help').stdout().write(`${manifest.version}\n`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall !== 'write') throw error;
    host.exitCode = tellUnwritten(error as Error);
  }
}

/** Where the program writes: straight to the file or pipe where the command allows it, else to Node's streams. */
function openOutput(host: NodeJS.Process, command: string) {
  let streams = false;
  let unread = false;
  const stream = () => {
    streams = true;
    return quietPipe(host.stdout, host);
  };
  const leave = () => {
    unread = true;
  };
  const direct = PRINTING.includes(command) ? directOutput(1, { stream, leave }) : null;
  return {
    stdout: () => (direct ?? stream()) as NodeJS.WriteStream,
    stderr: () => {
      streams = true;
      return quietPipe(host.stderr, host);
    },
    /** True once Node's streams are in use. */
    usesStreams: () => streams,
    /** True once the reader of what is written without streams has left. */
    isUnread: () => unread,
  };
}

/** Null where the folder is gone, which is told: every other program says so, too. */
function workingDirectory(host: NodeJS.Process): string | null {
  try {
    return host.cwd();
  } catch (error) {
    host.stderr.write(
      `star-coach: the working directory cannot be opened (${(error as NodeJS.ErrnoException).code})\n`,
    );
    host.exitCode = 2;
    return null;
  }
}

/** True for `lint answer.md`: what has no ending may be a folder of ten thousand. */
function namesFiles(argv: readonly string[]): boolean {
  const paths = argv.filter((argument) => argument !== 'lint' && !argument.startsWith('-'));
  return paths.length > 0 && paths.every((path) => /\.[a-z]+$/i.test(path));
}

/** What is called, as a name for files. */
function commandOf(argv: readonly string[]): string {
  return argv.find((argument) => /^[a-z]{3,20}$/.test(argument)) ?? 'help';
}

const quiet = new WeakSet<object>();

/** A stream whose reader may leave: `| head -1` ends the program without a word. */
function quietPipe<Stream extends NodeJS.WriteStream>(stream: Stream, host: NodeJS.Process): Stream {
  if (quiet.has(stream)) return stream;
  quiet.add(stream);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // EIO: the terminal was closed.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') host.exit(tellUnwritten(error));
    host.exitCode = 0;
  });
  return stream;
}
