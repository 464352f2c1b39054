import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { makeFolder } from './make-folder.js';

/**
 * Writes a file whole or not at all, on the disk when it returns; makes its folder where there is none.
 *
 * @throws Error of the file system (`code`), also where the disk took only a part
 */
export function writeText(path: string, text: string): void {
  makeFolder(dirname(path));
  writeFileAtomic.sync(path, text);
  // A full disk may take the beginning of a write and report no error.
  if (statSync(path).size !== Buffer.byteLength(text))
    throw Object.assign(new Error(`only a part was written: ${path}`), { code: 'ENOSPC' });
}
