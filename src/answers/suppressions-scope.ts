import { firstPast } from '../text/first-past.js';
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

/** A comment that did its work, and by which of its names: -1 where it names none. */
export interface Hit {
  readonly suppression: number;
  readonly name: number;
}

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
  const open = new Map<string, Range>();
  const ending = new Set<number>();
  const end = source.length + 1;
  let line: [start: number, end: number] = [0, 0];

  const add = (rule: string, kind: string, range: Range): void => {
    const kinds = ranges.get(rule) ?? new Map<string, Range[]>();
    ranges.set(rule, kinds);
    const list = kinds.get(kind);
    if (list === undefined) kinds.set(kind, [range]);
    // The same place twice: the second comment does nothing.
    else if (list.at(-1)?.start !== range.start || list.at(-1)?.end !== range.end) list.push(range);
  };

  for (const [suppression, { word, comment, rules, next }] of suppressions.entries()) {
    const names = rules.length === 0 ? [ALL] : rules.map(({ id }) => id);
    for (const [index, rule] of names.entries()) {
      const name = rules.length === 0 ? -1 : index;
      const range = (start: number, to: number): Range => ({
        suppression,
        name,
        start,
        end: to,
        except: new Map(),
      });
      if (word === 'star-disable-file') add(rule, 'file', range(0, end));
      else if (word === 'star-disable-line') {
        // Many comments may share a line.
        if (comment.end >= line[1]) line = lineAround(source, comment.start, comment.end);
        add(rule, 'line', range(...line));
      } else if (word === 'star-disable-next') {
        if (next !== null) add(rule, next.kind, range(next.start, next.end));
      } else if (word === 'star-disable') {
        const before = open.get(rule);
        // Already off: this one does nothing, unless a rule has been let in again meanwhile.
        if (before !== undefined && before.except.size === 0) continue;
        if (before !== undefined) before.end = comment.start;
        const opened = range(comment.end, end);
        open.set(rule, opened);
        add(rule, 'from', opened);
      } else if (word === 'star-enable' && close(rule, comment.start)) ending.add(suppression);
    }
  }

  function close(rule: string, at: number): boolean {
    if (rule === ALL) {
      const any = open.size > 0;
      for (const range of open.values()) range.end = at;
      open.clear();
      return any;
    }
    const own = open.get(rule);
    if (own !== undefined) {
      own.end = at;
      open.delete(rule);
    }
    const all = open.get(ALL);
    const wasOff = all !== undefined && !all.except.has(rule);
    if (wasOff) all.except.set(rule, at);
    return own !== undefined || wasOff;
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

/** The last range that starts at or before an offset. */
function lastBefore(list: readonly Range[], offset: number): Range | null {
  return list[firstPast(list, ({ start }) => start > offset) - 1] ?? null;
}

/** From the start of the line of an offset to the start of the next. */
function lineAround(source: string, start: number, end: number): [number, number] {
  let from = start;
  while (from > 0 && !'\r\n'.includes(source[from - 1] ?? '')) from -= 1;
  let to = end;
  while (to < source.length && !'\r\n'.includes(source[to] ?? '')) to += 1;
  return [from, to + 1];
}
