import type { NumberLexicon, NumberWord, UnitWord } from './types.js';

function words(line: string): string[] {
  return line.split(' ').filter((word) => word !== '');
}

const ONES = words('one two three four five six seven eight nine');
const TEENS = words('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen');
const TENS = words('twenty thirty forty fifty sixty seventy eighty ninety');

const SCALES: readonly (readonly [number, string])[] = [
  [12, 'dozen'],
  [100, 'hundred'],
  [1e3, 'thousand grand'],
  [1e6, 'million mln mn mio'],
  [1e9, 'billion bn'],
  [1e5, 'lakh lakhs'],
];

const ORDINALS: readonly (readonly [number, string])[] = [
  [2, 'second'],
  [3, 'third'],
  [4, 'fourth'],
  [5, 'fifth'],
  [6, 'sixth'],
  [7, 'seventh'],
  [8, 'eighth'],
  [9, 'ninth'],
  [10, 'tenth'],
  [11, 'eleventh'],
  [12, 'twelfth'],
  [13, 'thirteenth'],
  [14, 'fourteenth'],
  [15, 'fifteenth'],
  [16, 'sixteenth'],
  [17, 'seventeenth'],
  [18, 'eighteenth'],
  [19, 'nineteenth'],
  [20, 'twentieth'],
  [30, 'thirtieth'],
  [1000, 'thousandth'],
  [60, 'sixties'],
  [70, 'seventies'],
  [80, 'eighties'],
  [90, 'nineties'],
];

const PARTS: readonly (readonly [number, string])[] = [
  [1 / 2, 'half halves'],
  [1 / 3, 'thirds'],
  [1 / 4, 'quarter quarters'],
  [1 / 5, 'fifths'],
  [1 / 10, 'tenths'],
];

const MULTIPLES: readonly (readonly [number, string])[] = [
  [2, 'double doubled doubling doubles twofold'],
  [3, 'tripled tripling trebled threefold'],
  [4, 'quadrupled fourfold'],
  [5, 'fivefold'],
  [10, 'tenfold'],
  [1 / 2, 'halved halving'],
];

const DURATIONS: readonly (readonly [string, string, string])[] = [
  ['ms', '', 'ms millisecond milliseconds'],
  ['s', '', 'seconds secs sec'],
  ['min', 'minute', 'minutes mins min'],
  ['h', 'hour', 'hours hrs hr'],
  ['d', 'day', 'days nights night'],
  ['w', 'week', 'weeks fortnight weekends'],
  ['mo', 'month', 'months'],
  ['q', 'quarter', 'quarters'],
  ['y', 'year', 'years yrs yr decades'],
];

const UNITS: readonly (readonly [UnitWord, string])[] = [
  [{ kind: 'percent', unit: '%' }, 'percent pct'],
  [{ kind: 'points', unit: 'pp' }, 'pp ppt pts'],
  [{ kind: 'money', unit: 'usd' }, 'dollar dollars usd bucks'],
  [{ kind: 'money', unit: 'eur' }, 'euro euros eur'],
  [{ kind: 'money', unit: 'gbp' }, 'pound pounds quid gbp'],
  [{ kind: 'money', unit: 'rub' }, 'ruble rubles rouble roubles rub'],
  [{ kind: 'money', unit: 'gbp', glued: true }, 'p'],
  [{ kind: 'times', unit: 'times' }, 'times'],
  [{ kind: 'fold', unit: 'times', glued: true }, 'x fold'],
  [{ kind: 'duration', unit: 'h' }, 'h'],
  [{ kind: 'duration', unit: 'd', glued: true }, 'd'],
  [{ kind: 'duration', unit: 's' }, 's'],
  [{ kind: 'grade', unit: 'grade' }, 'stars star'],
];

const MONTHS =
  'january february april june july august september october november december jan feb apr jun jul aug sep sept oct nov dec';

function numbers(): Map<string, NumberWord> {
  const map = new Map<string, NumberWord>();
  for (const [value, forms] of ORDINALS)
    for (const form of words(forms)) map.set(form, { is: 'ordinal', value });
  for (const [value, forms] of PARTS) for (const form of words(forms)) map.set(form, { is: 'part', value });
  for (const [value, forms] of MULTIPLES)
    for (const form of words(forms)) map.set(form, { is: 'multiple', value });
  for (const form of words('dozens hundreds thousands millions')) map.set(form, { is: 'vague' });
  map.set('couple', { is: 'vague' });
  map.set('twice', { is: 'repetition', value: 2 });
  map.set('thrice', { is: 'repetition', value: 3 });
  map.set('zero', { is: 'cardinal', value: 0, rank: 4 });
  map.set('nil', { is: 'cardinal', value: 0, rank: 4 });
  ONES.forEach((form, i) => {
    map.set(form, { is: 'cardinal', value: i + 1, rank: 1 });
  });
  TEENS.forEach((form, i) => {
    map.set(form, { is: 'cardinal', value: i + 10, rank: 2 });
  });
  TENS.forEach((form, i) => {
    map.set(form, { is: 'cardinal', value: 20 + 10 * i, rank: 3 });
  });
  for (const [value, forms] of SCALES) for (const form of words(forms)) map.set(form, { is: 'scale', value });
  map.set('k', { is: 'scale', value: 1e3, glued: true });
  map.set('m', { is: 'scale', value: 1e6, glued: true });
  return map;
}

function units(): Map<string, UnitWord> {
  const map = new Map<string, UnitWord>();
  for (const [unit, single, rest] of DURATIONS) {
    const word: UnitWord = { kind: 'duration', unit };
    for (const form of words(rest)) map.set(form, word);
    for (const form of words(single)) map.set(form, { kind: 'duration', unit, single: true });
  }
  for (const [unit, forms] of UNITS) for (const form of words(forms)) map.set(form, unit);
  return map;
}

/** English. "may" and "march" are months only beside a day, so they are marked as uncertain. */
export function english(): NumberLexicon {
  return {
    numbers: numbers(),
    units: units(),
    months: new Map<string, boolean>([
      ...words(MONTHS).map((month): [string, boolean] => [month, true]),
      ['may', false],
      ['march', false],
      ['mar', false],
    ]),
    down: words(
      'cut reduc drop fell fall lower decreas shorten faster down shrank shrunk shrink slash fewer less sav declin trimm',
    ),
    up: words('rose rise grew grow increas rais higher up boost climb jump lift gain improv expand more'),
  };
}
