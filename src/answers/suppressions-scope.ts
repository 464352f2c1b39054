import { firstPast } from '../text/first-past.js';
import type { Span } from '../text/types.js';
import type { Suppression } from './suppressions.js';

/** Finds out which comments switch a finding off. */
export interface SuppressionScope {
  /**
   * Indexes of the suppressions that cover a place, the innermost of each kind.
   *
   * @param offset where the finding starts, in the file
   */
  readonly of: (rule: string, offset: number) => readonly Hit[];
  /** Suppressions of the kind `star-enable` that end something. */
  readonly ending: ReadonlySet<number>;
}

/** A comment that did its work, and by which of its names. */
export interface Hit {
  /** Its place among the suppressions of the file. */
  readonly suppression: number;
  /** Place of the name in the comment; {@link NO_NAME} where it names no rule and stands for all of them. */
  readonly name: number;
}

/** See {@link Hit}. */
export const NO_NAME = -1;

interface Range extends Hit {
  readonly start: number;
  /** Exclusive. */
  end: number;
  /** Rules that an enabling comment took out of a range for all rules, from an offset on. */
  readonly except: Map<string, number>;
}

/** Stands for all rules. */
const ALL = '*';

/** Ranges of one rule by their kind, each list in the order of its starts, and its ends in the same order. */
type Ranges = Map<string, Map<string, Range[]>>;

/**
 * @param suppressions of one file, in order
 * @param source the file: a comment for a line covers the line it stands in
 */
export function suppressionScope(suppressions: readonly Suppression[], source: string): SuppressionScope {
  const ranges: Ranges = new Map();
  const ending = new Set<number>();
  const switches = openRanges();
  const lineOf = lineFinder(source);
  const end = source.length + 1;
  for (const [suppression, { word, comment, rules, next }] of suppressions.entries())
    for (const { rule, name } of namesIn(rules)) {
      const range = (start: number, to: number): Range => ({
        suppression,
        name,
        start,
        end: to,
        except: new Map(),
      });
      if (word === 'star-disable-file') add(ranges, rule, { kind: 'file', range: range(0, end) });
      if (word === 'star-disable-line') add(ranges, rule, { kind: 'line', range: range(...lineOf(comment)) });
      if (word === 'star-disable-next' && next !== null)
        add(ranges, rule, { kind: next.kind, range: range(next.start, next.end) });
      if (word === 'star-disable') {
        const opened = range(comment.end, end);
        if (switches.open(rule, opened, comment.start)) add(ranges, rule, { kind: 'from', range: opened });
      }
      if (word === 'star-enable' && switches.close(rule, comment.start)) ending.add(suppression);
    }
  return {
    ending,
    of: (rule, offset) =>
      [rule, ALL].flatMap((key) =>
        [...(ranges.get(key)?.values() ?? [])].flatMap((list) => {
          const range = lastBefore(list, offset);
          const covers =
            range !== null && offset < range.end && offset < (range.except.get(rule) ?? range.end);
          return covers ? [{ suppression: range.suppression, name: range.name }] : [];
        }),
      ),
  };
}

/** The rules that a comment names; {@link ALL} where it names none. */
function namesIn(rules: Suppression['rules']): { readonly rule: string; readonly name: number }[] {
  return rules.length === 0
    ? [{ rule: ALL, name: NO_NAME }]
    : rules.map(({ id }, name) => ({ rule: id, name }));
}

function add(
  ranges: Ranges,
  rule: string,
  { kind, range }: { readonly kind: string; readonly range: Range },
): void {
  const kinds = ranges.get(rule) ?? new Map<string, Range[]>();
  ranges.set(rule, kinds);
  const list = kinds.get(kind);
  if (list === undefined) kinds.set(kind, [range]);
  // The same place twice: the second comment does nothing.
  else if (list.at(-1)?.start !== range.start || list.at(-1)?.end !== range.end) list.push(range);
}

/** The ranges that `star-disable` opens and `star-enable` closes. */
function openRanges() {
  const openOnes = new Map<string, Range>();
  return {
    /** @returns false where the rule is off already, and the comment does nothing */
    open: (rule: string, range: Range, at: number): boolean => {
      const before = openOnes.get(rule);
      // A range for all rules out of which one was taken is opened anew, for that one.
      if (before !== undefined && before.except.size === 0) return false;
      if (before !== undefined) before.end = at;
      openOnes.set(rule, range);
      return true;
    },
    /** @returns false where nothing was off, and the comment does nothing */
    close: (rule: string, at: number): boolean => {
      if (rule === ALL) {
        const wasAnyOff = openOnes.size > 0;
        for (const range of openOnes.values()) range.end = at;
        openOnes.clear();
        return wasAnyOff;
      }
      const own = openOnes.get(rule);
      if (own !== undefined) own.end = at;
      openOnes.delete(rule);
      const all = openOnes.get(ALL);
      const wasOffWithAll = all !== undefined && !all.except.has(rule);
      if (wasOffWithAll) all.except.set(rule, at);
      return own !== undefined || wasOffWithAll;
    },
  };
}

/** The last range that starts at or before an offset. */
function lastBefore(list: readonly Range[], offset: number): Range | null {
  return list[firstPast(list, ({ start }) => start > offset) - 1] ?? null;
}

/** From the start of the line in which a comment stands to the start of the next; asked of comments in order. */
function lineFinder(source: string): (comment: Span) => [start: number, end: number] {
  let line: [start: number, end: number] = [0, 0];
  return ({ start, end }) => {
    // Many comments may share a line: it is looked through once.
    if (end >= line[1]) line = lineAround(source, start, end);
    return line;
  };
}

function lineAround(source: string, start: number, end: number): [start: number, end: number] {
  let from = start;
  while (from > 0 && !'\r\n'.includes(source[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < source.length && !'\r\n'.includes(source[to] ?? '')) to += 1;
  return [from, to + 1];
}
