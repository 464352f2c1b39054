import type { Span } from '../text/types.js';
import type { BlankRanges } from './blank.js';

/** A run of `*`, `_` or `~` that may open or close emphasis. */
export interface DelimiterRun {
  readonly char: string;
  /** Length as typed: the "rule of three" needs it after parts of the run are used up. */
  readonly typed: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  start: number;
  count: number;
}

const SPACE = /\s/;

function isPunctuation(character: string): boolean {
  return /[\p{P}\p{S}]/u.test(character);
}

/**
 * Reads the delimiter run at `start`: left-flanking, right-flanking and the rules of `_` inside words, as
 * CommonMark 0.31 section 6.2 defines them.
 */
export function readRun(text: string, start: number, from: number, end: number): DelimiterRun {
  const char = text[start] ?? '';
  let after = start;
  while (after < end && text[after] === char) after += 1;
  const before = start > from ? previousCharacter(text, start) : '\n';
  const next = after < end ? String.fromCodePoint(text.codePointAt(after) ?? 10) : '\n';
  const spaceBefore = SPACE.test(before);
  const spaceAfter = SPACE.test(next);
  const markBefore = !spaceBefore && isPunctuation(before);
  const markAfter = !spaceAfter && isPunctuation(next);
  const left = !spaceAfter && (!markAfter || spaceBefore || markBefore);
  const right = !spaceBefore && (!markBefore || spaceAfter || markAfter);
  const typed = after - start;
  if (char === '_')
    return {
      char,
      typed,
      start,
      count: typed,
      canOpen: left && (!right || markBefore),
      canClose: right && (!left || markAfter),
    };
  return { char, typed, start, count: typed, canOpen: left, canClose: right };
}

function previousCharacter(text: string, at: number): string {
  const unit = text[at - 1] ?? '';
  return unit >= '\uDC00' && unit <= '\uDFFF' ? (text.slice(at - 2, at) ?? unit) : unit;
}

/**
 * Pairs the runs from `bottom` on and blanks the delimiters that found a partner ("process emphasis" of
 * CommonMark, with its openers-bottom table, which keeps it linear).
 *
 * @param runs in order; those from `bottom` on are used up and removed
 * @param strong receives what stands between a pair of double delimiters
 */
export function pairRuns(runs: DelimiterRun[], bottom: number, blanks: BlankRanges, strong: Span[]): void {
  /** Runs that still wait for a partner; those used up or passed over leave it. */
  const waiting: DelimiterRun[] = [];
  /** Number of runs in `waiting` below which a closer of this kind has no opener. */
  const floors = new Map<string, number>();
  for (let index = bottom; index < runs.length; index += 1) {
    const closer = runs[index];
    if (closer === undefined) continue;
    while (closer.canClose && closer.count > 0) {
      const kind = `${closer.char}${closer.canOpen ? 'o' : ''}${closer.typed % 3}`;
      const floor = floors.get(kind) ?? 0;
      let at = waiting.length - 1;
      while (at >= floor && !pairs(waiting[at], closer)) at -= 1;
      const opener = at >= floor ? waiting[at] : undefined;
      if (opener === undefined) {
        floors.set(kind, waiting.length);
        break;
      }
      waiting.length = at + 1;
      lowerFloors(floors, at + 1);
      const used = closer.char === '~' ? closer.count : opener.count >= 2 && closer.count >= 2 ? 2 : 1;
      opener.count -= used;
      const inside = opener.start + opener.count + used;
      blanks.push(inside - used, inside, closer.start, closer.start + used);
      if (used === 2 && closer.char !== '~') strong.push({ start: inside, end: closer.start });
      closer.start += used;
      closer.count -= used;
      if (opener.count === 0) {
        waiting.pop();
        lowerFloors(floors, at);
      }
    }
    if (closer.canOpen && closer.count > 0) waiting.push(closer);
  }
  runs.length = bottom;
}

/** Places above `height` will hold other runs, so nothing is known of them. */
function lowerFloors(floors: Map<string, number>, height: number): void {
  for (const [kind, floor] of floors) if (floor > height) floors.set(kind, height);
}

function pairs(opener: DelimiterRun | undefined, closer: DelimiterRun): boolean {
  if (opener === undefined || opener.char !== closer.char) return false;
  if (closer.char === '~') return opener.count === 2 && closer.count === 2;
  const bothWays = opener.canClose || closer.canOpen;
  const three =
    bothWays && (opener.typed + closer.typed) % 3 === 0 && (opener.typed % 3 !== 0 || closer.typed % 3 !== 0);
  return !three;
}
