import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = resolve(import.meta.dirname, '../..');
const LOCK = join(ROOT, 'node_modules/.cache/star-coach-build.lock');

/** The program as it is published; built first where it is not, or is older than what it is built from. */
export async function builtProgram(): Promise<string> {
  const program = join(ROOT, 'bin/star-coach.js');
  const release = await lock();
  try {
    const built = statSync(join(ROOT, 'dist/start.cjs'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (['src', 'data', 'scripts'].some((folder) => newest(join(ROOT, folder)) > built))
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: ROOT, stdio: 'pipe' });
  } finally {
    release();
  }
  return program;
}

/** Test files run at once; two builds would delete each other's files. */
async function lock(): Promise<() => void> {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  const give = Date.now() + 60_000;
  for (;;) {
    try {
      mkdirSync(LOCK);
      return () => rmdirSync(LOCK);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // Left behind by a run that was killed.
      if (Date.now() > give) return () => {};
      await wait(100);
    }
  }
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
