import { readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';

const ANSWER_FILE = /\.(?:md|markdown|txt|yaml|yml)$/;
/** Our own configuration is no answer. */
const CONFIG = /^star-coach\.config\.ya?ml$/;
const NEVER = 'node_modules';

/**
 * Absolute paths of the answer files in a folder and the folders in it. Hidden files and folders are left out, links
 * are not followed, a folder that may not be read is passed over. A walk of our own: a search by patterns took half
 * of the time of a lint whose results are kept.
 */
export function inFolder(folder: string): string[] {
  const found: string[] = [];
  const open = [resolve(folder)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const prefix = at.endsWith(sep) ? at : at + sep;
    for (const entry of entriesOf(at)) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      if (entry.isDirectory() && name !== NEVER) open.push(prefix + name);
      else if (entry.isFile() && ANSWER_FILE.test(name) && !CONFIG.test(name)) found.push(prefix + name);
    }
  }
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
