import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';

/**
 * Makes a folder and those above it, where there are none. The `recursive` of Node's `mkdirSync` never ends in a place
 * that always refuses, as `/proc` does.
 *
 * @throws Error of the file system (`code`)
 */
export function makeFolder(path: string, mode?: number): void {
  if (isFolder(path)) return;
  if (dirname(path) !== path) makeFolder(dirname(path), mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Another program may have made it this very moment.
    if (errorCode(error) !== 'EEXIST' || !isFolder(path)) throw error;
  }
}

/** @throws Error where something else has the name */
function isFolder(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || stat.isDirectory()) return stat !== undefined;
  throw Object.assign(new Error(`this is no folder: ${path}`), { code: 'ENOTDIR' });
}
