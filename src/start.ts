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
    stdin: host.stdin,
    stdout: host.stdout,
    stderr: host.stderr,
    contentDir,
    version: manifest.version,
    now: Date.now,
  };
  for (const stream of [host.stdout, host.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // EIO: the terminal was closed.
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
      host.exitCode = 0;
    });
  }
  void import('./cli/run.js').then(async ({ run }) => {
    host.exitCode = await run(io);
  });
}
