import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { direction } from '../lexicon/index.js';
import { type Amount, APPROXIMATORS, readAmount } from './amount.js';
import { changes } from './clock.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { TIMES } from './names.js';
import { type Numeral, readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** «в 3 раза», «в полтора раза», "3x", "×3", "5 times faster", "twice as fast", «вдвое», "doubled". */
export const multiple: NumberRule = {
  name: 'multiple',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.norm === 'double' && !doubles(line, at)) return null;
    if (cell.norm === 'наполовину' && isHalfSo(line, at)) return exclude(at, at);
    if (cell.number?.is === 'multiple') return times(at, at, cell.number.value);
    if (cell.number?.is === 'repetition') {
      return COMPARED.has(near(line, at + 1, at).norm) && !HOW_OFTEN.has(near(line, at + 2, at).norm)
        ? times(at, at, cell.number.value)
        : null;
    }
    if (TIMES.test(cell.norm)) return times(at, at, Number(cell.norm.slice(1)));
    return timesOver(line, at);
  },
};

/** «наполовину готовый», «наполовину про рыбалку»; «упал наполовину», «наполовину пустовал» measure. */
function isHalfSo(line: Line, at: number): boolean {
  const next = near(line, at + 1, at);
  return next.kind === 'word' && pastOf(next.norm) === 0 && !changes(line, at);
}

/** What makes a comparison of "twice": "twice as fast". */
export const COMPARED = listed(
  'as the what more less faster longer fewer bigger больше меньше быстрее чаще реже выше ниже дольше',
);
/** "twice a week" */
export const HOW_OFTEN = new Set(['week', 'day', 'month', 'year']);

/** "double the bookings", "was double": a comparison; "a double room" is none. */
function doubles(line: Line, at: number): boolean {
  return (
    ['the', 'our', 'what', 'that', 'its', 'their'].includes(near(line, at + 1, at).norm) ||
    near(line, at - 1, at).norm === 'was'
  );
}

function timesOver(line: Line, at: number): NumberClaim | null {
  const numeral = readRange(line, at);
  if (numeral === null) return null;
  const value = numeral.value;
  const inverted = invertedTimes(line, at, numeral);
  if (inverted !== null) return inverted;
  // «в два с лишним раза»
  const lot =
    near(line, numeral.last + 1, at).norm === 'с' && near(line, numeral.last + 2, at).norm === 'лишним';
  if (lot && near(line, numeral.last + 3, at).norm === 'раза' && inTimes(line, at))
    return times(at, numeral.last + 3, value);
  const next = near(line, numeral.last + 1, at);
  const before = near(line, at - 1, at).norm;
  if (next.norm === '×' && next.glued) return times(at, numeral.last + 1, value);
  // "×3", "x3"; "3x" and «3х» come as a unit.
  if (before === '×' || (before === 'x' && cellAt(line, at).glued)) return times(at - 1, numeral.last, value);
  const joined = next.norm === '-' ? near(line, numeral.last + 2, at) : next;
  if (/^кратн/u.test(joined.norm) || joined.norm === 'fold')
    return times(at, numeral.last + (joined === next ? 1 : 2), value);
  // "by a factor of 2.5"
  if (before === 'of' && near(line, at - 2, at).norm === 'factor') return times(at, numeral.last, value);
  if (next.unit?.kind === 'times') {
    // "two and a half times": nothing is done half a time.
    if (!Number.isInteger(value)) return times(at, numeral.last + 1, value);
    const russian = ['раз', 'раза'].includes(next.norm) && inTimes(line, at);
    const then = near(line, numeral.last + 2, at);
    if (russian || (next.norm === 'times' && (COMPARED_EN.has(then.norm) || isByTimes(line, at))))
      return times(at, numeral.last + 1, value);
  }
  return null;
}

/** «раза в два меньше», «выросли раз в пять»; «раз в десять дней» says how often. */
function invertedTimes(
  line: Line,
  at: number,
  { last, value }: Pick<Numeral, 'last' | 'value'>,
): NumberClaim | null {
  if (near(line, at - 1, at).norm !== 'в' || !/^раза?$/u.test(near(line, at - 2, at).norm)) return null;
  const next = near(line, last + 1, at);
  const changed = direction(near(line, at - 3, at).norm) !== null && next.kind === 'mark';
  return COMPARED.has(next.norm) || changed ? times(at - 2, last, value) : null;
}

const COMPARED_EN = listed(
  'more less faster higher lower as fewer bigger quicker better shorter longer slower cheaper larger',
);

/** "by 3 times", "by almost three times": by how much, not how often. */
function isByTimes(line: Line, at: number): boolean {
  const before = near(line, at - 1, at).norm;
  return (APPROXIMATORS.has(before) ? near(line, at - 2, at).norm : before) === 'by';
}

/** «в 3 раза», «в целых три раза»; not «два раза в день». */
function inTimes(line: Line, at: number): boolean {
  const before = near(line, at - 1, at).norm;
  return before === 'в' || near(line, at - 2, at).norm === 'в';
}

function readRange(line: Line, at: number): Pick<Numeral, 'last' | 'value'> | null {
  const amount: Amount | null = readAmount(line, at);
  return amount === null || amount.kind !== 'count' ? readNumeral(line, at) : amount.numeral;
}

function times(first: number, last: number, value: number): NumberClaim {
  return { first, last, kind: 'multiple', value, unit: 'times' };
}

/** «два раза», "three times", «дважды», "twice": how often, a count. */
export const repetition: NumberRule = {
  name: 'repetition',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.number?.is === 'repetition') return often(at, at, cell.number.value);
    const numeral = readNumeral(line, at);
    if (numeral === null) return null;
    const next: Cell = near(line, numeral.last + 1, at);
    return next.unit?.kind === 'times' ? often(at, numeral.last + 1, numeral.value) : null;
  },
};

function often(first: number, last: number, value: number): NumberClaim {
  return { first, last, kind: 'count', value, unit: 'times' };
}
