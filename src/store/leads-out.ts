import { realpathSync } from 'node:fs';
import { isAbsolute, relative, sep } from 'node:path';

/**
 * True where a path, its links followed, leads out of a folder.
 *
 * @param path of something that exists
 */
export function leadsOut(folder: string, path: string): boolean {
  const inside = relative(realpathSync(folder), realpathSync(path));
  return inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
}
