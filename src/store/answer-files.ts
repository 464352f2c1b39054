import { readdirSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { isBadName } from './bad-name.js';
import { errorCode } from './error-code.js';

const ENDING = /\.(?:md|markdown|txt|ya?ml)$/i;
/** Our own configuration is no answer. */
const CONFIG = /(?:^|[\\/])star-coach\.config\.ya?ml$/;
const NEVER = 'node_modules';

/** True for a name, or a path, that ends as those of answer files do, and is not that of our configuration. */
export function isAnswerFile(path: string): boolean {
  return ENDING.test(path) && !CONFIG.test(path);
}

/** A folder that cannot be opened. */
export interface ClosedFolder {
  /** Absolute, with a separator at its end. */
  readonly path: string;
  /** Of the system: `EACCES`. */
  readonly code: string;
}

export interface FolderFiles {
  /** Absolute paths. */
  readonly files: readonly string[];
  readonly closed: readonly ClosedFolder[];
}

/**
 * The answer files in a folder and the folders in it. Hidden files and folders are left out, links are not followed.
 * A walk of our own: a search by patterns takes as long as all the rest of a lint whose results are kept.
 */
export function inFolder(folder: string): FolderFiles {
  const files: string[] = [];
  const closed: ClosedFolder[] = [];
  const open = [resolve(folder)];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const prefix = at.endsWith(sep) ? at : at + sep;
    for (const entry of entriesOf(at, (code) => closed.push({ path: prefix, code }))) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      if (entry.isDirectory() && name !== NEVER) open.push(prefix + name);
      else if (entry.isFile() && isAnswerFile(name)) files.push(prefix + name);
    }
  }
  return { files, closed };
}

function entriesOf(folder: string, close: (code: string) => void) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    // One that went away meanwhile holds nothing.
    if (code !== 'ENOENT' || isBadName(folder, error)) close(code);
    return [];
  }
}
