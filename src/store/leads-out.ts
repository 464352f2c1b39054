import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { climbsOut } from './shown-path.js';

/**
 * True where a path, its links followed, leads out of a folder.
 *
 * @param path of something that exists
 */
export function leadsOut(folder: string, path: string): boolean {
  return climbsOut(relative(realpathSync(folder), realpathSync(path)));
}
