import { PassThrough, Readable } from 'node:stream';
import { run } from '../../src/cli/run.js';
import { CONTENT_DIR } from './content.js';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program in this process, without a terminal, in English unless `env` says otherwise. */
export async function cli(
  argv: readonly string[],
  options: {
    readonly stdin?: string | Buffer;
    readonly env?: Record<string, string>;
    readonly cwd?: string;
    readonly now?: number;
    readonly longRun?: () => void;
    /** Of the window; by default there is none. */
    readonly columns?: number;
  } = {},
): Promise<CliResult> {
  const stdout = collect();
  const stderr = collect();
  const code = await run({
    argv,
    env: options.env ?? {},
    cwd: options.cwd ?? process.cwd(),
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: Object.assign(stdout.stream, options.columns === undefined ? {} : { columns: options.columns }),
    stderr: stderr.stream,
    contentDir: CONTENT_DIR,
    version: '0.0.0',
    now: () => options.now ?? Date.UTC(2026, 0, 15, 9),
    longRun: options.longRun ?? (() => {}),
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function collect() {
  const stream = new PassThrough();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}
