import { statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { type FolderFiles, inFolder } from './answer-files.js';
import { isBadName } from './bad-name.js';
import { errorCode } from './error-code.js';
import { readTextFile } from './read-file.js';
import { repositoryOf } from './repository.js';
import { climbsOut, folders, slashes } from './shown-path.js';

export interface DiscoverOptions {
  /** Absolute. */
  readonly cwd: string;
  /** Patterns in the form of `.gitignore`, relative to `cwd`. */
  readonly ignorePatterns: readonly string[];
  /** False: `.gitignore` files count for nothing. */
  readonly gitignore: boolean;
  /** True: a pattern or folder without answer files is an error. A path that does not exist always is. */
  readonly errorOnUnmatched: boolean;
  /** Told of every file that is left out, unless it is named: by which `.gitignore`, or by `--ignore-pattern`. */
  readonly leftOut: (by: string) => void;
  readonly t: Translate;
}

/** A file to be checked. */
export interface FoundFile {
  /** As shown to the user: relative to the working directory, forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** True where it was named as such, and is in no folder and matches no pattern of the call. */
  readonly named?: boolean;
  /** True where a folder lists it as a file, no device or pipe. */
  readonly listed?: boolean;
  /** Of a folder that cannot be opened, which stands for what is in it: why, by the system's code. */
  readonly closed?: string;
}

/**
 * The files that paths and glob patterns stand for, each once, in the order of their paths. A folder stands
 * for the answer files in it; one that cannot be opened, by its name or by a pattern, for itself. Links are not
 * followed in folders and patterns, since they may lead anywhere.
 * A file that is named as such and ignored is left out without a word.
 * What searches is loaded only where there is more to do than to read the files that are named.
 *
 * @throws InputError for every path that does not exist and every pattern that matches nothing, at once
 */
export async function discover(patterns: readonly string[], options: DiscoverOptions): Promise<FoundFile[]> {
  const { cwd, t } = options;
  const ignoredBy = ignoredFiles(options);
  const shownPath = shownIn(cwd);
  const found = new Map<string, FoundFile>();
  const wrong: string[] = [];
  for (const pattern of patterns) {
    // An empty path is what is left of a variable that is not set; it is not the whole folder.
    const kind = pattern === '' ? null : kindOf(resolve(cwd, pattern));
    const all = kind === 'file' ? only([resolve(cwd, pattern)]) : await search(pattern, kind, cwd);
    if (all === null) {
      wrong.push(t('lint.no-such-path', { path: visibleLine(pattern) }));
      continue;
    }
    const { files, closed } = all;
    if (files.length + closed.length === 0 && options.errorOnUnmatched)
      wrong.push(
        t(kind === 'folder' ? 'lint.empty-folder' : 'lint.no-match', { path: visibleLine(pattern) }),
      );
    const named = kind === 'file';
    for (const absolute of files) {
      const known = found.get(absolute);
      if (known !== undefined && (named || !known.named)) continue;
      const by = ignoredBy(absolute);
      if (by === null)
        found.set(absolute, { path: shownPath(absolute), absolute, named, listed: kind === 'folder' });
      else if (!named) options.leftOut(by);
    }
    for (const { path: absolute, code } of closed)
      if (ignoredBy(absolute) === null)
        found.set(absolute, { path: shownPath(absolute) || './', absolute, closed: code });
  }
  if (wrong.length > 0) throw new InputError(wrong.join('\n'));
  return [...found.values()].sort(byPath);
}

/** Order of files in a report. */
export function byPath(one: FoundFile, other: FoundFile): number {
  return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
}

/** Null where there is no such path and it is no pattern either. */
async function search(pattern: string, kind: 'folder' | null, cwd: string): Promise<FolderFiles | null> {
  if (kind === 'folder') return inFolder(resolve(cwd, pattern));
  const { isPattern, matches } = await import('./search-files.js');
  return isPattern(pattern) ? matches(pattern, cwd) : null;
}

function only(files: readonly string[]): FolderFiles {
  return { files, closed: [] };
}

/** Paths as reports show them; the way to a folder is worked out once for all that lies in it. */
function shownIn(cwd: string): (absolute: string) => string {
  let folder: string | undefined;
  let prefix = '';
  return (absolute) => {
    const end = absolute.lastIndexOf(sep) + 1;
    if (folder === undefined || folder.length !== end || !absolute.startsWith(folder)) {
      folder = absolute.slice(0, end);
      prefix = shown(cwd, folder);
    }
    return prefix + absolute.slice(end);
  };
}

/** A path as reports show it; that of a folder ends as it came, for patterns that mean folders alone. */
function shown(cwd: string, absolute: string): string {
  const path = slashes(relative(cwd, absolute));
  return path !== '' && absolute.endsWith(sep) ? `${path}/` : path;
}

function kindOf(absolute: string): 'file' | 'folder' | null {
  try {
    return statSync(absolute).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    // A file in a folder that may not be entered exists as far as anyone can tell; reading it reports why.
    const exists = ['EACCES', 'EPERM', 'ELOOP'].includes(errorCode(error) ?? '');
    return exists || isBadName(absolute, error) ? 'file' : null;
  }
}

/** What has a file ignored: the patterns of the call, or the `.gitignore` of a folder above it; null: nothing. */
function ignoredFiles({
  cwd,
  ignorePatterns,
  gitignore,
}: DiscoverOptions): (absolute: string) => string | null {
  const own = ignore().add([...ignorePatterns]);
  const root = (gitignore ? repositoryOf(cwd) : null) ?? cwd;
  const byFolder = new Map<string, Ignore | null>();
  const rulesOf = (folder: string): Ignore | null => {
    let rules = byFolder.get(folder);
    if (rules === undefined) {
      rules = readIgnoreFile(join(folder, '.gitignore'));
      byFolder.set(folder, rules);
    }
    return rules;
  };
  const above = new Map<string, (readonly [string, Ignore])[]>();
  const rulesAbove = (folder: string) => {
    let all = above.get(folder);
    if (all === undefined) {
      all = foldersBetween(root, folder).flatMap((each) => {
        const rules = rulesOf(each);
        return rules === null ? [] : [[each, rules] as const];
      });
      above.set(folder, all);
    }
    return all;
  };
  const folderOf = folders();
  return (absolute) => {
    if (ignorePatterns.length > 0) {
      const path = shown(cwd, absolute);
      // The library throws on paths that lead out of its folder.
      if (ignore.isPathValid(path) && own.ignores(path)) return '--ignore-pattern';
    }
    if (!gitignore) return null;
    let ignored: string | null = null;
    for (const [folder, rules] of rulesAbove(folderOf(absolute))) {
      const verdict = rules.test(shown(folder, absolute));
      if (verdict.ignored) ignored = folder;
      else if (verdict.unignored) ignored = null;
    }
    return ignored === null ? null : shown(cwd, join(ignored, '.gitignore'));
  };
}

/** The folders from the root down to one inside it; none for a folder outside. */
function foldersBetween(root: string, folder: string): string[] {
  const inside = relative(root, folder);
  if (climbsOut(inside)) return [];
  const folders = [root];
  let at = root;
  for (const name of inside === '' ? [] : inside.split(sep)) {
    at = join(at, name);
    folders.push(at);
  }
  return folders;
}

function readIgnoreFile(path: string): Ignore | null {
  const { source } = readTextFile(path);
  return source === null ? null : ignore().add(source);
}
