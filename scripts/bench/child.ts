import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

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

/** How a measured program is run. */
export interface Conditions {
  /** Folder for compiled code, relative to `cwd`; one that is not there makes a first start. */
  readonly code?: string | undefined;
  /** Further variables of its environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are no failure; null where all are. */
  readonly codes?: readonly number[] | null | undefined;
}

/** Clean, and findings. */
const CODES = [0, 1];

/**
 * Runs Node in a process of its own and says what that took, programs that it starts and waits for included (their
 * time on Linux only, their memory not). Output is thrown away.
 *
 * @param args arguments of `node`
 * @throws Error where the program ends in another than the `codes`, without them anything but 0 and 1
 */
export function measure(args: readonly string[], cwd: string, conditions: Conditions = {}): Usage {
  const { code = KEPT, env = {}, codes = CODES } = conditions;
  const reporter = resolve(import.meta.dirname, 'usage.cjs');
  const run = spawnSync(process.execPath, ['--require', reporter, ...args], {
    cwd,
    env: { ...ENV, STAR_COACH_CODE_CACHE: code, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (run.status === null || codes?.includes(run.status) === false) throw failure(args, run);
  return JSON.parse(run.output[3] ?? '') as Usage;
}

/** Whether GNU time is there, which `measureWhole` needs. */
export function hasTime(): boolean {
  return spawnSync('time', ['-f', '%M', process.execPath, '-e', '0'], { env: ENV }).status === 0;
}

/**
 * As `measure` for a Node program that leaves its work to another one, whose memory counts: by GNU time, to the
 * hundredth of a second.
 */
export function measureWhole(
  args: readonly string[],
  cwd: string,
  { codes = CODES }: Conditions = {},
): Usage {
  const report = join(mkdtempSync(join(tmpdir(), 'star-coach-time-')), 'used');
  try {
    const run = spawnSync('time', ['-q', '-f', '%U %S %M', '-o', report, process.execPath, ...args], {
      cwd,
      env: ENV,
      encoding: 'utf8',
      stdio: ['ignore', 'ignore', 'pipe'],
      maxBuffer: 1 << 28,
    });
    if (run.status === null || codes?.includes(run.status) === false) throw failure(args, run);
    return usageOfTime(readFileSync(report, 'utf8'));
  } finally {
    rmSync(dirname(report), { recursive: true, force: true });
  }
}

/** @param report seconds user, seconds system, kilobytes */
export function usageOfTime(report: string): Usage {
  const [user, system, peak] = report.trim().split(' ').map(Number);
  if (user === undefined || system === undefined || peak === undefined || Number.isNaN(user + system + peak))
    throw new Error(`GNU time said ${report}`);
  return { cpu: (user + system) * 1000, peak: peak * 1024 };
}

/** What a program prints, on both streams. */
export function said(args: readonly string[], cwd: string): string {
  const run = spawnSync(process.execPath, args, { cwd, env: ENV, encoding: 'utf8', maxBuffer: 1 << 28 });
  return run.stdout + run.stderr;
}

function failure(args: readonly string[], run: { status: number | null; stderr: string }): Error {
  const command = args.join(' ').slice(0, 200);
  return new Error(`node ${command} ended with ${run.status}: ${run.stderr.slice(0, 2000)}`);
}

/** What a script of ours prints as JSON. */
export function ask<T>(args: readonly string[], cwd: string): T {
  const run = spawnSync(process.execPath, args, { cwd, env: ENV, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw failure(args, run);
  return JSON.parse(run.stdout) as T;
}
