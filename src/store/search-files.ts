import { readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { type ClosedFolder, type FolderFiles, isAnswerFile } from './answer-files.js';
import { isBadName } from './bad-name.js';
import { errorCode } from './error-code.js';

const NEVER = ['**/node_modules/**', '**/.git/**'];

/** Whether a path that does not exist may stand for others. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/** Files a pattern matches, only answer files unless it spells an extension out; and folders it cannot look into. */
export function matches(pattern: string, cwd: string): FolderFiles {
  const spelled = /\.[^./*?[\]{}()!]+$/.test(pattern);
  const found = glob(sep === '/' ? pattern : pattern.replaceAll('\\', '/'), cwd);
  if (spelled) return found;
  return { ...found, files: found.files.filter(isAnswerFile) };
}

function glob(pattern: string, cwd: string): FolderFiles {
  const closed: ClosedFolder[] = [];
  const readFolder = (path: string, options: { withFileTypes: true }) => {
    try {
      return readdirSync(path, options);
    } catch (error) {
      const code = errorCode(error) ?? String(error);
      if ((code !== 'ENOENT' && code !== 'ENOTDIR') || isBadName(path, error))
        closed.push({ path: join(resolve(path), sep), code });
      throw error;
    }
  };
  const files = globSync(pattern, {
    cwd,
    absolute: true,
    ignore: NEVER,
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: true,
    // The search itself passes over a folder that it cannot open.
    fs: { readdirSync: readFolder as typeof readdirSync },
  }).map((path) => resolve(path));
  return { files, closed };
}
