import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { byPath, discover, type FoundFile } from '../store/discover.js';
import type { CommandContext } from './context.js';
import type { LintConfigs } from './lint-config.js';
import { STDIN, STDIN_NAME } from './stdin.js';

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

/**
 * The files that the paths of a call stand for, in order, without those that are left out. Where none is left, stderr
 * says what leaves them out: a run that checks nothing passes.
 *
 * @throws InputError as {@link discover}, and for patterns of `--ignore-pattern` that can match nothing
 */
export async function filesToLint(
  paths: readonly string[],
  options: PathOptions,
  { io, t, configs }: PathContext,
): Promise<FoundFile[]> {
  const leftOut = new Map<string, number>();
  const tally = (by: string): void => void leftOut.set(by, (leftOut.get(by) ?? 0) + 1);
  if (options.ignorePattern !== undefined) await refuseUnmatchable(options.ignorePattern, t);
  const named = paths.filter((path) => path !== STDIN);
  const files = await discover(paths.length === 0 ? ['.'] : named, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePattern ?? [],
    gitignore: options.ignore,
    errorOnUnmatched: options.errorOnUnmatchedPattern,
    leftOut: tally,
    t,
  });
  const stdin = { path: options.stdinFilename ?? STDIN_NAME, absolute: STDIN, named: true };
  const all = named.length === paths.length ? files : [...files, stdin].sort(byPath);
  const kept = await configs.keep(all, options.ignore, tally);
  if (kept.length === 0 && leftOut.size > 0) {
    const count = [...leftOut.values()].reduce((sum, each) => sum + each);
    const by = [...leftOut].map(([who, many]) => `${visibleLine(who)}: ${many}`).join(', ');
    io.stderr.write(`${t('lint.all-left-out', { count, by })}\n`);
  }
  return kept;
}

async function refuseUnmatchable(patterns: readonly string[], t: Translate): Promise<void> {
  // It lies with the schema of configs.
  const { ignoreFault } = await import('../content/path-patterns.js');
  const wrong = patterns.flatMap((pattern) => {
    const fault = ignoreFault(pattern);
    if (fault === null) return [];
    const [why, write] = fault;
    return [t(`lint.never-ignores.${why}`, { pattern: visibleLine(pattern), write: visibleLine(write) })];
  });
  if (wrong.length > 0) throw new InputError(wrong.join('\n'));
}
