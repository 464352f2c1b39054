import { accessSync, constants, linkSync, lstatSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './error-code.js';
import { fileKind } from './file-kind.js';
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

/** What keeps a file from being made; `code` is that of the file system. */
export interface Obstacle {
  /** Absolute: the nearest thing above the file that is there. */
  readonly path: string;
  readonly code: string;
}

/** Looks for what {@link createFile} would fail at, and makes nothing. */
export function obstacleTo(path: string): Obstacle | null {
  const above = dirname(path);
  const failing = (look: () => void): string | undefined => {
    try {
      look();
      return undefined;
    } catch (error) {
      return errorCode(error);
    }
  };
  const unseen = failing(() => lstatSync(above));
  // Of what lies in a folder that may not be opened, the folder is in the way.
  if (above !== path && ['ENOENT', 'ENOTDIR', 'EACCES'].includes(unseen ?? '')) return obstacleTo(above);
  // A link into nowhere is in the way of a folder, too.
  const code =
    unseen ??
    (fileKind(above) === 'folder'
      ? failing(() => accessSync(above, constants.W_OK | constants.X_OK))
      : 'ENOTDIR');
  return code === undefined ? null : { path: above, code };
}
