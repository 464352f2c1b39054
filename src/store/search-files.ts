import { lstatSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';

const NEVER = ['**/node_modules/**', '**/.git/**'];
/** Our own configuration is no answer. */
const CONFIG = /(?:^|\/)star-coach\.config\.ya?ml$/;

/** Whether a path that does not exist may stand for others. */
export function isPattern(path: string): boolean {
  return isDynamicPattern(path);
}

/** Files a pattern matches; only answer files unless it spells an extension out. */
export function matches(pattern: string, cwd: string): string[] {
  const spelled = /\.[^./*?[\]{}()!]+$/.test(pattern);
  const files = glob(sep === '/' ? pattern : pattern.replaceAll('\\', '/'), cwd);
  return spelled
    ? files
    : files.filter((path) => /\.(md|markdown|txt|ya?ml)$/i.test(path) && !isConfig(path));
}

function isConfig(path: string): boolean {
  return CONFIG.test(sep === '/' ? path : path.split(sep).join('/'));
}

function glob(pattern: string, cwd: string): string[] {
  return globSync(pattern, {
    cwd,
    absolute: true,
    ignore: NEVER,
    expandDirectories: false,
    followSymbolicLinks: false,
    caseSensitiveMatch: true,
  })
    .map((path) => resolve(path))
    .filter((path) => !isLink(path));
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
