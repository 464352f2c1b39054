import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { errorCode } from '../../src/store/error-code.js';

const ROOT = resolve(import.meta.dirname, '../..');
const LOCK = join(ROOT, 'node_modules/.cache/star-coach-build.pid');

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

/** Test files run at once: one of them builds, however long it takes, and the others wait. */
async function lock(): Promise<() => void> {
  mkdirSync(join(LOCK, '..'), { recursive: true });
  // Linked when its holder is in it: nobody meets it empty.
  const own = `${LOCK}-${randomUUID()}`;
  writeFileSync(own, String(process.pid));
  for (;;) {
    try {
      linkSync(own, LOCK);
      rmSync(own, { force: true });
      return () => rmSync(LOCK, { force: true });
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      if (abandoned()) rmSync(LOCK, { recursive: true, force: true });
      else await wait(100);
    }
  }
}

/** Whether the lock was left behind by a run that was killed. */
function abandoned(): boolean {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0);
    return false;
  } catch (error) {
    // Given back meanwhile, or held by the process of another user.
    return errorCode(error) === 'ESRCH';
  }
}

function newest(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((latest, entry) => Math.max(latest, statSync(join(entry.parentPath, entry.name)).mtimeMs), 0);
}
