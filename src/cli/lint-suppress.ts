import { isKnownWord, nearestWord, SUPPRESSION_WORDS, type Suppression } from '../answers/suppressions.js';
import { type Hit, NO_NAME, suppressionScope } from '../answers/suppressions-scope.js';
import { visibleName } from '../content/visible.js';
import type { SuppressedFinding } from '../reports/types.js';
import type { LineColumn } from '../text/lines.js';
import { spanOf } from '../text/span.js';
import type { CheckedFile } from './lint-across.js';
import { type FindingMaker, finish, type OwnFinding, type RawFinding } from './lint-findings.js';

/** No comment hides that a file could not be read, or that a comment is of no use. */
const ALWAYS_TOLD: readonly string[] = ['parse-error', 'unused-suppression'];

/** Rules whose findings depend on what other files are read: a comment that is of no use today may be of use tomorrow. */
export const ACROSS: readonly string[] = ['contradictory-numbers', 'duplicate-answer'];

/** One for all: most files have no comments. */
const NONE: readonly never[] = [];

export interface Suppressed {
  readonly kept: readonly RawFinding[];
  /** Findings that comments hid, each with the reason that the comment gives. */
  readonly hidden: readonly { readonly raw: RawFinding; readonly reason: string | null }[];
  /** `suppression:name` of the comments that hid them. */
  readonly used: readonly string[];
}

/** Leaves out what the comments of a file switch off. */
export function suppress(
  raw: readonly RawFinding[],
  suppressions: readonly Suppression[],
  source: string,
): Suppressed {
  if (suppressions.length === 0) return { kept: raw, hidden: NONE, used: NONE };
  const scope = suppressionScope(suppressions, source);
  const used = new Set<string>();
  const kept: RawFinding[] = [];
  const hidden: { raw: RawFinding; reason: string | null }[] = [];
  for (const found of raw) {
    const hits = ALWAYS_TOLD.includes(found.rule) ? [] : scope.of(found.rule, found.span.start);
    for (const hit of hits) used.add(keyOf(hit));
    const [by] = hits;
    if (by === undefined) kept.push(found);
    else hidden.push({ raw: found, reason: suppressions[by.suppression]?.reason ?? null });
  }
  return { kept, hidden, used: [...used] };
}

/** What comments hid, for reports that tell of it. */
export function hiddenFindings(
  { hidden }: Suppressed,
  place: (offset: number) => LineColumn,
): readonly SuppressedFinding[] {
  if (hidden.length === 0) return NONE;
  return hidden.flatMap(({ raw, reason }) =>
    finish([raw], place).map((finding) => ({ ...finding, by: 'comment' as const, reason })),
  );
}

/**
 * The comments, or names in them, that switch nothing off. Judged only where their rules ran.
 *
 * @param used of this file alone and of its comparison with others
 */
export function unusedHits(
  file: CheckedFile,
  used: readonly string[],
  { runs, isRule }: FindingMaker,
): Hit[] {
  const { suppressions } = file.facts;
  if (suppressions.length === 0 || file.findings.some(({ rule }) => rule === 'parse-error')) return [];
  const { ending } = suppressionScope(suppressions, file.source);
  const did = new Set(used);
  return suppressions.flatMap(({ word, rules }, suppression) => {
    if (!isKnownWord(word)) return [];
    const whole = { suppression, name: NO_NAME };
    if (word === 'star-enable') return ending.has(suppression) ? [] : [whole];
    if (rules.length === 0) return runs(null) && !did.has(keyOf(whole)) ? [whole] : [];
    return rules.flatMap(({ id }, name) => {
      const judged = isRule(id) && runs(id) && !ACROSS.includes(id);
      const hit = { suppression, name };
      return judged && !did.has(keyOf(hit)) ? [hit] : [];
    });
  });
}

function keyOf({ suppression, name }: Hit): string {
  return `${suppression}:${name}`;
}

/** The findings about the comments of a file themselves. */
export function unusedSuppressions(
  file: CheckedFile,
  used: readonly string[],
  maker: FindingMaker,
): readonly RawFinding[] {
  const { suppressions } = file.facts;
  if (suppressions.length === 0) return [];
  const { t, own, keep, requireReason } = maker;
  const found = (suppression: Suppression, about: Omit<OwnFinding, 'rule' | 'answer' | 'words'>) =>
    own({ rule: 'unused-suppression', answer: null, words: wordsOf(file, suppression), ...about });
  const unused = unusedHits(file, used, maker).flatMap(({ suppression: index, name }) => {
    const suppression = suppressions[index];
    if (suppression === undefined) return [];
    const named = suppression.rules[name];
    const { word } = suppression;
    const problem =
      word === 'star-enable'
        ? t('lint.suppression.enables-nothing')
        : named === undefined
          ? t('lint.suppression.unused')
          : t('lint.suppression.unused-rule', { rule: named.id });
    const span = named === undefined ? suppression.comment : spanOf(named);
    return [found(suppression, { span, values: { problem } })];
  });
  const misspelt = suppressions.flatMap((suppression) => {
    const { word, comment } = suppression;
    if (isKnownWord(word)) return [];
    const problem = t('lint.suppression.unknown-word', { word: visibleName(word) });
    const advice = t('lint.suppression.words', { words: SUPPRESSION_WORDS.join(', ') });
    return [
      found(suppression, {
        span: comment,
        values: { problem },
        near: nearestWord(word),
        advice,
      }),
    ];
  });
  const silent = suppressions.flatMap((suppression) => {
    const { word, comment, reason } = suppression;
    if (!requireReason || reason !== null || word === 'star-enable' || !isKnownWord(word)) return [];
    const problem = t('lint.suppression.no-reason');
    return [
      found(suppression, { span: comment, values: { problem }, advice: t('lint.suppression.give-reason') }),
    ];
  });
  return [...unused, ...misspelt, ...silent].flatMap(keep);
}

function wordsOf({ source }: CheckedFile, { comment }: Suppression): string {
  return source.slice(comment.start, comment.end);
}
