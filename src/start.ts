import manifest from '../package.json' with { type: 'json' };
import type { IO } from './cli/context.js';

/**
 * Entry of the binary: answers `--version` at once, loads the program for everything else and sets
 * `process.exitCode`. Never calls `process.exit`, which would cut piped output.
 */
export function start(host: NodeJS.Process, contentDir: string): void {
  const argv = host.argv.slice(2);
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    host.stdout.write(`${manifest.version}\n`);
    return;
  }
  const io: IO = {
    argv,
    env: host.env,
    cwd: host.cwd(),
    // Opened by whoever reads or writes: each takes as long as loading a tenth of the program.
    get stdin() {
      return host.stdin;
    },
    get stdout() {
      return quietPipe(host.stdout, host);
    },
    get stderr() {
      return quietPipe(host.stderr, host);
    },
    contentDir,
    version: manifest.version,
    now: Date.now,
  };
  void import('./cli/run.js').then(async ({ run }) => {
    host.exitCode = await run(io);
  });
}

const quiet = new WeakSet<object>();

/** A stream whose reader may leave: `| head -1` ends the program without a word. */
function quietPipe<Stream extends NodeJS.WriteStream>(stream: Stream, host: NodeJS.Process): Stream {
  if (quiet.has(stream)) return stream;
  quiet.add(stream);
  stream.on('error', (error: NodeJS.ErrnoException) => {
    // EIO: the terminal was closed.
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    host.exitCode = 0;
  });
  return stream;
}
