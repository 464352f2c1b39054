import { visibleLine } from '../content/visible.js';
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

/** Most files that are named in one line. */
const MOST_NAMED = 3;

/**
 * Says which files a call that checks nothing has passed over. One that is left out beside others needs no word:
 * hooks name every file that changed.
 */
export async function tellPassedOver(
  paths: readonly string[],
  options: PathOptions,
  context: PathContext,
): Promise<void> {
  const { io, t } = context;
  const wider = { ...options, ignore: false, errorOnUnmatchedPattern: false };
  const byFiles = await filesToLint(paths, wider, context);
  const files =
    byFiles.length > 0 ? byFiles : await filesToLint(paths, { ...wider, ignorePattern: [] }, context);
  if (files.length === 0) return;
  const named = files
    .slice(0, MOST_NAMED)
    .map(({ path }) => visibleLine(path))
    .join(', ');
  const rest = files.length - MOST_NAMED;
  const shown = rest > 0 ? t('lint.and-more', { paths: named, count: rest }) : named;
  const by = byFiles.length > 0 ? 'files' : 'option';
  io.stderr.write(`${t(`lint.passed-over.${by}`, { paths: shown })}\n`);
}
