import { listed } from '../../text/forms/lists.js';
import { cellAt, type Line, near } from './line.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** "the low 80s", "mid-seventies": some place within ten numbers. */
interface RoughTens {
  readonly first: number;
  readonly last: number;
  /** The middle of what is meant. */
  readonly value: number;
  /** True for "mid-90s", which alone are years as often as scores. */
  readonly middle: boolean;
}

/** "sat in the high eighties", "from the mid-70s to the low 90s": a level told roughly; "in his late 50s" is an age. */
export const roughTens: NumberRule = {
  name: 'rough-tens',
  claim(line, at) {
    const left = tensAt(line, at);
    if (left === null) return null;
    return pairFrom(line, left) ?? alone(line, left);
  },
};

function alone(line: Line, { first, last, value, middle }: RoughTens): NumberClaim | null {
  if (middle) return null;
  return OWNERS.has(near(line, first - 1, last).norm)
    ? exclude(first, last)
    : { first, last, kind: 'count', value, unit: null };
}

function pairFrom(line: Line, left: RoughTens): NumberClaim | null {
  if (beforeThe(line, left.first) !== 'from') return null;
  for (let to = left.last + 1; to <= left.last + 3; to++) {
    if (near(line, to, left.last).norm !== 'to') continue;
    for (let at = to + 1; at <= to + 4; at++) {
      const right = near(line, at, left.last).sentence < 0 ? null : tensAt(line, at);
      if (right === null || right.first <= to) continue;
      const { last, value } = right;
      const fromCells = [left.first, left.last] as const;
      return { first: left.first, last, kind: 'pair', value, from: left.value, fromCells, unit: null };
    }
  }
  return null;
}

function beforeThe(line: Line, first: number): string {
  const { norm } = near(line, first - 1, first);
  return norm === 'the' ? near(line, first - 2, first).norm : norm;
}

function tensAt(line: Line, at: number): RoughTens | null {
  const { norm } = cellAt(line, at);
  const joined = MIDDLE.exec(norm);
  if (joined !== null) return { first: at, last: at, value: Number(joined[1]) + 5, middle: true };
  const tens =
    DECADES.get(norm) ?? (/^[2-9]0$/u.test(norm) && cellAt(line, at + 1).norm === 's' ? Number(norm) : null);
  if (tens === null) return null;
  const last = /^\d/u.test(norm) ? at + 1 : at;
  const dash = near(line, at - 1, at).norm === '-';
  const place = PLACES.get(near(line, at - (dash ? 2 : 1), at).norm);
  if (place === undefined) return null;
  return { first: at - (dash ? 2 : 1), last, value: tens + place, middle: place === 5 };
}

const MIDDLE = /^mid-([2-9]0)s$/u;
const PLACES: ReadonlyMap<string, number> = new Map([
  ['low', 2],
  ['lower', 2],
  ['mid', 5],
  ['high', 8],
  ['upper', 8],
]);
const DECADES: ReadonlyMap<string, number> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, i) => [word, 20 + i * 10]),
);
const OWNERS = listed('his her their my your our');
