import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.js';
import { makeFolder } from './make-folder.js';

/**
 * Makes a file that is not there yet, whole or not at all; makes its folder where there is none. One that is
 * there stays as it is, even where it has come this very moment.
 *
 * @returns false where something of that name is there already
 * @throws Error of the file system (`code`)
 */
export function createFile(path: string, text: string): boolean {
  makeFolder(dirname(path));
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(draft, text, { flag: 'wx' });
    // A link to a name that exists fails, where a rename would take its place.
    return attempt(
      () => linkSync(draft, path),
      () => writeFileSync(path, text, { flag: 'wx' }),
    );
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @param otherwise for file systems without links */
function attempt(link: () => void, otherwise: () => void): boolean {
  for (const [step, make] of [link, otherwise].entries()) {
    try {
      make();
      return true;
    } catch (error) {
      const code = errorCode(error);
      if (code === 'EEXIST') return false;
      if (step === 1 || !['EPERM', 'ENOSYS', 'ENOTSUP', 'EXDEV'].includes(code ?? '')) throw error;
    }
  }
  return false;
}
