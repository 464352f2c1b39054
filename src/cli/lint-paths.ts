import { discover, type FoundFile } from '../store/discover.js';
import type { CommandContext } from './context.js';
import type { LintConfigs } from './lint-config.js';
import { STDIN } from './lint-files.js';

export interface PathOptions {
  readonly stdinFilename?: string;
  readonly ignorePattern?: readonly string[];
  /** False: neither `.gitignore` nor `ignore` of a config leaves a file out. */
  readonly ignore: boolean;
  readonly errorOnUnmatchedPattern: boolean;
}

interface PathContext extends Pick<CommandContext, 'io' | 't'> {
  readonly configs: LintConfigs;
}

/** The files that the paths of a call stand for, in order, without those that are left out. */
export async function filesToLint(
  paths: readonly string[],
  options: PathOptions,
  { io, t, configs }: PathContext,
): Promise<FoundFile[]> {
  const named = paths.filter((path) => path !== STDIN);
  const files = await discover(paths.length === 0 ? ['.'] : named, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePattern ?? [],
    gitignore: options.ignore,
    errorOnUnmatched: options.errorOnUnmatchedPattern,
    t,
  });
  const stdin = { path: options.stdinFilename ?? 'stdin.txt', absolute: STDIN };
  const all = named.length === paths.length ? files : inOrder([...files, stdin]);
  return configs.keep(all, options.ignore);
}

export function inOrder(files: readonly FoundFile[]): FoundFile[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}
