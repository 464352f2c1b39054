import type { Span } from '../text/types.js';
import type { Suppression } from './suppressions.js';
import { type Hit, NO_NAME } from './suppressions-scope.js';

/** What is to go: a comment, or names in one. */
export interface SuppressionFix {
  readonly suppression: Suppression;
  /** Names that go; null: the comment goes whole. */
  readonly names: readonly string[] | null;
  /** What is cut out of the file. */
  readonly cuts: readonly Span[];
}

/**
 * How comments that switch off nothing go: names by themselves, a comment when all of its names go, its line
 * when it stands alone there. All else stays as it is typed.
 *
 * @param unused comments, or names of comments, in any order
 */
export function fixesOf(
  source: string,
  suppressions: readonly Suppression[],
  unused: readonly Hit[],
): SuppressionFix[] {
  const bySuppression = new Map<number, number[]>();
  for (const { suppression, name } of unused) {
    const names = bySuppression.get(suppression);
    if (names === undefined) bySuppression.set(suppression, [name]);
    else names.push(name);
  }
  return [...bySuppression].flatMap(([index, names]): SuppressionFix[] => {
    const suppression = suppressions[index];
    if (suppression === undefined) return [];
    const { rules, comment } = suppression;
    if (names.includes(NO_NAME) || rules.every((_, name) => names.includes(name)))
      return [{ suppression, names: null, cuts: [aroundComment(source, comment)] }];
    return [
      {
        suppression,
        names: rules.filter((_, name) => names.includes(name)).map(({ id }) => id),
        cuts: nameCuts(rules, names),
      },
    ];
  });
}

/** The text without what the fixes cut out. */
export function applyFixes(source: string, fixes: readonly SuppressionFix[]): string {
  const cuts = fixes.flatMap((fix) => fix.cuts).sort((one, other) => one.start - other.start);
  let text = '';
  let last = 0;
  for (const { start, end } of cuts) {
    text += source.slice(last, Math.max(start, last));
    last = Math.max(end, last);
  }
  return text + source.slice(last);
}

/** A name goes with the separator after it; the last ones with the separator before them. */
function nameCuts(rules: readonly Span[], gone: readonly number[]): Span[] {
  const lastKept = rules.findLastIndex((_, name) => !gone.includes(name));
  return rules.flatMap(({ start, end }, name) => {
    if (!gone.includes(name)) return [];
    if (name > lastKept) return [{ start: rules[name - 1]?.end ?? start, end }];
    return [{ start, end: rules[name + 1]?.start ?? end }];
  });
}

function aroundComment(source: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && isBlank(source[from - 1])) from -= 1;
  let to = end;
  while (to < source.length && isBlank(source[to])) to += 1;
  const opensLine = from === 0 || isBreak(source[from - 1]);
  const endsLine = to === source.length || isBreak(source[to]);
  // A comment alone between two lines of text keeps two paragraphs apart: its empty line stays and does so.
  if (opensLine && endsLine) {
    const stays = source[start] === '<' && joinsText(source, from, to);
    return { start: from, end: stays ? to : afterBreak(source, to) };
  }
  if (endsLine) return { start: from, end };
  return isBlank(source[end]) && (opensLine || from < start) ? { start, end: to } : { start, end };
}

/** True where taking the line out would put two lines of text next to each other. */
function joinsText(source: string, from: number, to: number): boolean {
  const next = afterBreak(source, to);
  const before = source.slice(Math.max(0, source.lastIndexOf('\n', from - 2)), from);
  const after = /^[^\r\n]*/.exec(source.slice(next, next + 2000))?.[0] ?? '';
  return before.trim() !== '' && after.trim() !== '';
}

function afterBreak(source: string, at: number): number {
  return source[at] === '\r' && source[at + 1] === '\n' ? at + 2 : Math.min(at + 1, source.length);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
