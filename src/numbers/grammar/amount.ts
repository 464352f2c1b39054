import { direction } from '../lexicon/index.js';
import type { QuantityKind } from '../types.js';
import { nounAt } from './counted-noun.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { digitsValue, IN_ROUBLES, isMinutes, type Numeral, readNumeral } from './numeral.js';
import { timedAt } from './timed.js';

/** A number, or a range of numbers, with its unit. */
export interface Amount {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  /** Lower end of a range. */
  readonly from?: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly numeral: Numeral;
}

const CURRENCY_SIGNS = new Map([
  ['$', 'usd'],
  ['€', 'eur'],
  ['£', 'gbp'],
  ['₽', 'rub'],
  ['₸', 'kzt'],
  ['₹', 'inr'],
]);

/** Adjectives between a number and the unit of time: «пять рабочих дней», "three full weeks". */
const TIME_ADJECTIVES = new Set([
  ...'рабочих рабочие рабочим календарных календарные полных полные целых целые учебных лишних последних следующих'.split(
    ' ',
  ),
  ...'business working full further calendar whole more extra straight long good solid'.split(' '),
]);

/** Words that weaken a number that follows: «почти 20», "about a third". */
export const APPROXIMATORS: ReadonlySet<string> = new Set([
  ...'почти около примерно порядка приблизительно где-то всего лишь целых ровно аж более менее больше свыше максимум минимум'.split(
    ' ',
  ),
  ...'about around roughly nearly almost approximately over just only under exactly some'.split(' '),
]);

/** The number with its unit that begins at a cell; null where none does. */
export function readAmount(line: Line, at: number): Amount | null {
  const known = line.amounts.get(at);
  if (known !== undefined) return known;
  const amount = parseAmount(line, at);
  line.amounts.set(at, amount);
  return amount;
}

function parseAmount(line: Line, at: number): Amount | null {
  const numeral = readNumeral(line, at);
  if (numeral === null) return timed(line, at);
  const upper = upperEnd(line, numeral);
  const end = upper ?? numeral;
  const first = firstWithSigns(line, numeral);
  const currency = currencyBefore(line, first);
  const base = {
    first: currency === null ? first : currency.at,
    value: end.value,
    numeral: end,
  };
  const lower = upper === null ? null : { from: lowerEnd(line, numeral, upper) };
  if (currency !== null) {
    return { last: end.last, kind: 'money', unit: currency.unit, ...base, ...lower };
  }
  const unit = unitAfter(line, end.last);
  if (unit !== null) {
    const rest = lower === null ? remainder(line, unit) : null;
    if (rest !== null)
      return { kind: unit.kind, unit: unit.unit, ...base, last: rest.last, value: end.value + rest.value };
    return { last: unit.last, kind: unit.kind, unit: unit.unit, ...base, ...lower };
  }
  return {
    last: afterPlus(line, end.last),
    kind: 'count',
    unit: nounAfter(line, end),
    ...base,
    ...lower,
  };
}

/** "AHT 6:30" */
function timed(line: Line, at: number): Amount | null {
  const found = timedAt(line, at);
  if (found === null) return null;
  const { last, value, unit } = found;
  const numeral = { first: at, last: at, value, form: 'digits', scaled: false } as const;
  return { first: at, last, value, kind: 'duration', unit, numeral };
}

/** «20-30 тыс.»: the word after the upper end serves both. */
function lowerEnd(line: Line, lower: Numeral, upper: Numeral): number {
  if (lower.scaled || !upper.scaled || upper.form !== 'digits') return lower.value;
  const scaled = (lower.value * upper.value) / (digitsValue(cellAt(line, upper.first).norm) ?? upper.value);
  return scaled < upper.value ? scaled : lower.value;
}

/** A unit of time, the one that may stand after it, and how many of those make one. */
export const SMALLER: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['y', ['mo', 12]],
  ['w', ['d', 7]],
  ['d', ['h', 24]],
  ['h', ['min', 60]],
  ['min', ['s', 60]],
]);

/** «три часа двадцать минут», "an hour and ten minutes": what stands after a duration, in units of that. */
function remainder(
  line: Line,
  { last, kind, unit }: FoundUnit,
): { readonly last: number; readonly value: number } | null {
  const [smaller, parts] = (kind === 'duration' ? SMALLER.get(unit) : undefined) ?? [];
  if (smaller === undefined || parts === undefined) return null;
  // "2h15"
  const minutes = cellAt(line, last + 1);
  if (
    unit === 'h' &&
    minutes.glued &&
    /^[0-5]\d$/u.test(minutes.norm) &&
    !isGluedWord(cellAt(line, last + 2))
  )
    return { last: last + 1, value: Number(minutes.norm) / parts };
  const next = near(line, last + 1, last).norm;
  const rest = readAmount(line, next === 'и' || next === 'and' ? last + 2 : last + 1);
  if (rest === null || rest.unit !== smaller || rest.from !== undefined || rest.value >= parts) return null;
  return { last: rest.last, value: rest.value / parts };
}

function isGluedWord({ kind, glued }: Cell): boolean {
  return kind === 'word' && glued;
}

/** "$", "R$", "USD" before a number; the amount then begins there. */
function currencyBefore(line: Line, first: number): { readonly at: number; readonly unit: string } | null {
  const before = cellAt(line, first - 1);
  const sign = CURRENCY_SIGNS.get(before.norm);
  if (sign !== undefined && cellAt(line, first).start - before.end <= 1) return { at: first - 1, unit: sign };
  if (before.unit?.kind === 'money' && before.norm.length === 3 && /^[a-z]/u.test(before.norm)) {
    return { at: first - 1, unit: before.unit.unit };
  }
  return null;
}

/** "a" in "a hundred", a sign in "~90", "+40". */
function firstWithSigns(line: Line, numeral: Numeral): number {
  const first = cellAt(line, numeral.first);
  const before = cellAt(line, numeral.first - 1);
  if (['a', 'an'].includes(before.norm) && numeral.form === 'words' && numeral.scaled)
    return numeral.first - 1;
  if (['~', '≈', '+'].includes(before.norm) && first.glued && !before.glued) return numeral.first - 1;
  return numeral.first;
}

/**
 * Upper end of a range: «5–7», «двух-трёх», "3 to 5"(see the pair rules), «два или три».
 * The ends must go up and be of one size: «9-15», not «2023-4».
 */
function upperEnd(line: Line, lower: Numeral): Numeral | null {
  // "10%-15%"
  const signed = cellAt(line, lower.last + 1).norm === '%' && cellAt(line, lower.last + 2).norm === '-';
  const linkAt = lower.last + (signed ? 2 : 1);
  const dash = cellAt(line, linkAt);
  const between = ['-', '—'].includes(dash.norm);
  if (!between && dash.norm !== 'или' && dash.norm !== 'or' && !joinsBetween(line, lower)) return null;
  const upper = readNumeral(line, linkAt + 1);
  if (signed && cellAt(line, (upper?.last ?? linkAt) + 1).norm !== '%') return null;
  if (upper === null || upper.value <= lower.value || lower.value < 0) return null;
  // A dash with spaces only on one side, or around it with words, divides clauses: «было 5 — 20 человек пришли».
  if (dash.norm === '—' && !dash.glued && !isSpacedRange(line, lower, upper)) return null;
  if (upper.value > lower.value * (upper.scaled && !lower.scaled ? 1e9 : 20)) return null;
  return upper;
}

/** «10 — 15 минут»: digits on both sides and one unit after them. */
function isSpacedRange(line: Line, lower: Numeral, upper: Numeral): boolean {
  const unit = cellAt(line, upper.last + 1);
  const measured = unit.norm === '%' || (unit.unit !== null && unit.unit.glued !== true);
  return measured && lower.form === 'digits' && upper.form === 'digits' && upper.value <= lower.value * 5;
}

/** "between 70 and 80%", «между 5 и 7». */
function joinsBetween(line: Line, lower: Numeral): boolean {
  const link = cellAt(line, lower.last + 1).norm;
  const lead = cellAt(line, lower.first - 1).norm;
  return (link === 'and' && lead === 'between') || (link === 'и' && lead === 'между');
}

/** "300+", «30 с лишним», «сто с небольшим», "30-odd", "30-ish": roughly so many, before the unit. */
function afterPlus(line: Line, last: number): number {
  const next = cellAt(line, last + 1);
  const then = cellAt(line, last + 2).norm;
  if (next.norm === 'с' && (then === 'лишним' || then === 'небольшим' || then === 'хвостиком'))
    return last + 2;
  if (next.norm === '-' && next.glued && (then === 'odd' || then === 'ish')) return last + 2;
  return next.norm === '+' && next.glued ? last + 1 : last;
}

interface FoundUnit {
  readonly last: number;
  readonly kind: QuantityKind;
  readonly unit: string;
}

/** The unit right after a number; null where a noun or nothing stands there. */
function unitAfter(line: Line, last: number): FoundUnit | null {
  let at = afterPlus(line, last) + 1;
  // «300 тыс. руб.»
  if (
    cellAt(line, at).norm === '.' &&
    cellAt(line, at - 1).number?.is === 'scale' &&
    (cellAt(line, at + 1).unit !== null || CURRENCY_SIGNS.has(cellAt(line, at + 1).norm))
  ) {
    at += 1;
  }
  const next = cellAt(line, at);
  if (next.norm === '%') return points(line, at) ?? { last: at, kind: 'percent', unit: '%' };
  const sign = CURRENCY_SIGNS.get(next.norm);
  if (sign !== undefined) return { last: at, kind: 'money', unit: sign };
  if (IN_ROUBLES.has(cellAt(line, last).norm)) return { last, kind: 'money', unit: 'rub' };
  if (next.norm.startsWith('пункт') && POINTS.has(next.norm) && isRise(line, last))
    return { last: at, kind: 'points', unit: 'pp' };
  const spelled = spelledPoints(line, at);
  if (spelled !== null) return spelled;
  if (isMinutes(line, last)) return { last: at, kind: 'duration', unit: 'min' };
  // "40-second", "nine-minute"; «3-кратный» is read elsewhere.
  const joined = next.norm === '-' && next.glued && cellAt(line, at + 1).glued ? at + 1 : at;
  if (joined > at && cellAt(line, joined).norm === 'second')
    return { last: joined, kind: 'duration', unit: 's' };
  if (NIGHTS.has(next.norm)) return { last: at, kind: 'duration', unit: 'd' };
  return unitAt(line, joined) ?? (joined === at ? timeAfterAdjective(line, at) : null);
}

/** «индекс вырос на 7 пунктов», «плюс 5 пунктов»: of a rate or an index; «три пункта» are a list's. */
function isRise(line: Line, last: number): boolean {
  return [1, 2, 3, 4].some((step) => {
    const { norm } = near(line, last - step, last);
    return RISES.has(norm) || direction(norm) !== null;
  });
}

const POINTS = new Set(['пункт', 'пункта', 'пунктов']);
const RISES = new Set([
  'плюс',
  'минус',
  '+',
  'прибавил',
  'прибавила',
  'прибавили',
  'прибавило',
  'потеряли',
  'набрали',
]);

/** «за три вечера»: as long as days; hours of the clock («в три ночи») are read before. */
const NIGHTS = new Set(['ночи', 'ночей', 'вечера', 'вечеров']);

function unitAt(line: Line, at: number): FoundUnit | null {
  const cell = cellAt(line, at);
  const unit = cell.unit;
  if (unit === null || (unit.glued === true && !cell.glued && !isSeconds(line, at))) return null;
  if (
    unit.glued === true &&
    unit.unit === 'h' &&
    cellAt(line, at + 1).glued &&
    cellAt(line, at + 1).kind === 'number'
  )
    return null;
  switch (unit.kind) {
    case 'percent':
      return points(line, at) ?? { last: at, kind: 'percent', unit: '%' };
    case 'points':
    case 'money':
    case 'duration':
      return { last: at, kind: unit.kind, unit: unit.unit };
    case 'fold':
      // «3х подруг» is a count with its ending typed, «рост 3х» a multiple.
      if (unit.unit === 'times' && cell.norm === 'х' && cellAt(line, at + 1).kind === 'word') return null;
      return { last: at, kind: 'multiple', unit: 'times' };
    default:
      return null;
  }
}

/** «за 1,8 с, было 6 с»: no preposition stands before a mark. */
function isSeconds(line: Line, at: number): boolean {
  return cellAt(line, at).norm === 'с' && [',', ';', ')', '.'].includes(cellAt(line, at + 1).norm);
}

/** «5 процентных пунктов», "percentage points", «5 % пунктов». */
function points(line: Line, at: number): FoundUnit | null {
  const next = cellAt(line, at + 1).norm;
  return next.startsWith('пункт') || next === 'points' || next === 'point'
    ? { last: at + 1, kind: 'points', unit: 'pp' }
    : null;
}

function spelledPoints(line: Line, at: number): FoundUnit | null {
  const a = cellAt(line, at).norm;
  if (!a.startsWith('п') && !a.startsWith('p')) return null;
  const [b, c, d] = [1, 2, 3].map((step) => cellAt(line, at + step).norm);
  if (a === 'percentage' && (b === 'points' || b === 'point'))
    return { last: at + 1, kind: 'points', unit: 'pp' };
  if (a.startsWith('процентн') && b?.startsWith('пункт') === true) {
    return { last: at + 1, kind: 'points', unit: 'pp' };
  }
  if (a === 'per' && b === 'cent') return { last: at + 1, kind: 'percent', unit: '%' };
  // «4 п. п.», «4 п.п.»
  if ((a === 'п' && b === '.' && c === 'п') || (a === 'p' && b === '.' && c === 'p'))
    return { last: d === '.' ? at + 3 : at + 2, kind: 'points', unit: 'pp' };
  return null;
}

function timeAfterAdjective(line: Line, at: number): FoundUnit | null {
  if (!TIME_ADJECTIVES.has(cellAt(line, at).norm)) return null;
  const found = unitAt(line, at + 1);
  return found?.kind === 'duration' ? found : null;
}

/** What a number counts, after it or the full stop of its «тыс.». */
function nounAfter(line: Line, { last, value }: Numeral): string | null {
  const at = afterPlus(line, last) + 1;
  const abbreviated = cellAt(line, at).norm === '.' && cellAt(line, at - 1).number?.is === 'scale';
  return nounAt(line, abbreviated ? at + 1 : at, value === 1);
}
