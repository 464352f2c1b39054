import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** What one process used. */
export interface Usage {
  /** Milliseconds of processor time, user and system, of all its threads. */
  readonly cpu: number;
  /** Largest resident set, in bytes. */
  readonly peak: number;
}

/** Nothing but what the program needs: Node 20 reads `NODE_EXTRA_CA_CERTS` first, which flatters every ratio. */
const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, GITHUB_ACTIONS: ___, ...ENV } = process.env;

/** Where measured programs keep compiled code, in the folder they run in: the user's own is not touched. */
const KEPT = 'code';

/**
 * Runs Node in a process of its own and says what that took. Output is thrown away.
 *
 * @param args arguments of `node`
 * @param code folder for compiled code, relative to `cwd`; one that is not there makes a first start
 * @throws Error where the program ends in anything but 0 (clean) and 1 (findings)
 */
export function measure(args: readonly string[], cwd: string, code = KEPT): Usage {
  const reporter = resolve(import.meta.dirname, 'usage.cjs');
  const run = spawnSync(process.execPath, ['--require', reporter, ...args], {
    cwd,
    env: { ...ENV, STAR_COACH_CODE_CACHE: code },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (run.status !== 0 && run.status !== 1)
    throw new Error(`node ${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.output[3] ?? '') as Usage;
}

/** What a script of ours prints as JSON. */
export function ask<T>(args: readonly string[], cwd: string): T {
  const run = spawnSync(process.execPath, args, { cwd, env: ENV, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`node ${args.join(' ')} ended with ${run.status}: ${run.stderr}`);
  return JSON.parse(run.stdout) as T;
}
