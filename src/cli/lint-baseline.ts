import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { visibleLine } from '../content/visible.js';
import type { LintFinding } from '../reports/types.js';
import { type Baseline, type BaselineEntry, readBaseline, writeBaseline } from '../store/baseline.js';
import { slashes } from '../store/shown-path.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import { ACROSS } from './lint-suppress.js';
import type { BankFlags } from './own-banks.js';
import { STDIN } from './stdin.js';
import { quotedPath, sourceFlags, typedCommand } from './typed-command.js';

export interface BaselineOptions extends BankFlags {
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
}

/** Rules that may report a file for what others say, or leave unsaid. */
const ACROSS_FILES: readonly string[] = [...ACROSS, 'unanswered-question'];

/** What this call can say of the files that a baseline names. */
interface BaselineScope {
  /** Path of a file as the baseline names it. */
  readonly pathOf: (file: CheckedFile) => string;
  /** True where a path of the baseline still exists. */
  readonly isHere: (path: string) => boolean;
  /** True where this call can judge an entry: its file was read (or all that it was compared with), or is no more. */
  readonly judged: (path: string, entry: BaselineEntry) => boolean;
}

/**
 * The files without the findings that a baseline knows. What it knows and does not meet again is counted on
 * stderr; with `--update-baseline` the file is written first, so that it knows all of today's findings.
 *
 * @param options.paths as typed
 * @param runs true where a rule runs in this call: what does not run tells nothing of what is gone
 * @throws InputError where the baseline cannot be used
 */
export async function withoutKnown(
  files: readonly CheckedFile[],
  { paths, ...options }: BaselineOptions & { readonly paths: readonly string[] },
  runs: (rule: string) => boolean,
  { io, t }: CommandContext,
): Promise<readonly CheckedFile[]> {
  const { baseline: shown, updateBaseline = false } = options;
  if (shown === undefined) return files;
  const absolute = resolve(io.cwd, shown);
  const folder = dirname(absolute);
  const pathOf = (file: CheckedFile) => slashes(relative(folder, resolve(io.cwd, file.path)));
  const isHere = (path: string) => existsSync(resolve(folder, path));
  const read = new Set(files.map(pathOf));

  const make = typedCommand(
    io,
    'lint',
    ...paths.map((path) => (path === STDIN ? path : quotedPath(visibleLine(path)))),
    ...sourceFlags(options),
    '--baseline',
    quotedPath(visibleLine(shown)),
    '--update-baseline',
  );
  const before: Baseline =
    updateBaseline && !existsSync(absolute) ? new Map() : await readBaseline(absolute, shown, make, t);
  const whole = [...before.keys()].every((path) => read.has(path) || !isHere(path));
  const judged = (path: string, { rule }: BaselineEntry) =>
    runs(rule) && (read.has(path) ? whole || !ACROSS_FILES.includes(rule) : !isHere(path));

  if (updateBaseline) {
    const now = updated(before, files, { pathOf, isHere, judged });
    writeBaseline(absolute, shown, now, t);
    const count = [...now.values()].reduce((sum, entries) => sum + entries.length, 0);
    io.stderr.write(`${t('lint.baseline.written', { path: visibleLine(shown), count })}\n`);
    return files.map((file) => ({ ...file, findings: [] }));
  }
  const { rest, gone } = matched(files, before, judged);
  if (gone > 0) io.stderr.write(`${t('lint.baseline.gone', { path: visibleLine(shown), count: gone })}\n`);
  return rest;
}

/** What the baseline knows is left out, as often as it knows it; the same words may stand twice. */
function matched(
  files: readonly CheckedFile[],
  baseline: Baseline,
  judged: BaselineScope['judged'],
): { rest: CheckedFile[]; gone: number } {
  const waiting = new Map<string, { left: number; gone: number }>();
  for (const [path, entries] of baseline)
    for (const entry of entries) {
      const { left, gone } = waiting.get(entry.fingerprint) ?? { left: 0, gone: 0 };
      waiting.set(entry.fingerprint, { left: left + 1, gone: gone + (judged(path, entry) ? 1 : 0) });
    }
  const isKnown = ({ fingerprint }: LintFinding): boolean => {
    const known = waiting.get(fingerprint);
    if (known === undefined || known.left === 0) return false;
    known.left -= 1;
    known.gone -= 1;
    return true;
  };
  const rest = files.map((file) => {
    const known = file.findings.filter(isKnown);
    if (known.length === 0) return file;
    const suppressions = known.map((finding) => ({ ...finding, by: 'baseline' as const, reason: null }));
    return {
      ...file,
      findings: file.findings.filter((finding) => !known.includes(finding)),
      suppressions: [...(file.suppressions ?? []), ...suppressions],
    };
  });
  // Below nothing: the words moved here from a file that this call does not read.
  const gone = [...waiting.values()].reduce((sum, known) => sum + Math.max(0, known.gone), 0);
  return { rest, gone };
}

/** A baseline of today's findings, with the entries that this call cannot judge. */
function updated(
  before: Baseline,
  files: readonly CheckedFile[],
  { pathOf, isHere, judged }: BaselineScope,
): Baseline {
  const now = new Map<string, BaselineEntry[]>();
  for (const [path, entries] of before) {
    const kept = entries.filter((entry) => !judged(path, entry));
    if (kept.length > 0 || isHere(path)) now.set(path, kept);
  }
  for (const file of files) {
    const path = pathOf(file);
    const met = new Set(file.findings.map(({ fingerprint }) => fingerprint));
    const answers = file.facts.answers();
    const entries = file.findings.map(({ rule, fingerprint, start: { line } }) => {
      const answer = answers.findLast(({ lines: [first] }) => first <= line);
      return { rule, answer: answer?.question ?? answer?.title ?? '', fingerprint };
    });
    const others = (now.get(path) ?? []).filter(({ fingerprint }) => !met.has(fingerprint));
    now.set(path, [...others, ...entries]);
  }
  // A file without findings is named where others were compared with it: without it they cannot be judged.
  const compared = [...now.values()].some((list) => list.some(({ rule }) => ACROSS_FILES.includes(rule)));
  return compared ? now : new Map([...now].filter(([, entries]) => entries.length > 0));
}
