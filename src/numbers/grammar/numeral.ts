import { type Cell, cellAt, type Line } from './line.js';
import { isOfTime } from './timed.js';

/** A number in digits or words, without its unit. */
export interface Numeral {
  /** Indexes of the first and last cell. */
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly form: 'digits' | 'words';
  /** True where a word multiplied it: «3 млн», "5k", "a hundred". */
  readonly scaled: boolean;
}

/** The number that begins at a cell, the longest one; null where none does. */
export function readNumeral(line: Line, at: number): Numeral | null {
  const { kind, number } = cellAt(line, at);
  if (kind !== 'number' && number === null) return null;
  const known = line.numerals.get(at);
  if (known !== undefined) return known;
  const numeral = parseNumeral(line, at);
  line.numerals.set(at, numeral);
  return numeral;
}

function parseNumeral(line: Line, at: number): Numeral | null {
  const cell = cellAt(line, at);
  if (cell.kind === 'number') return readDigits(line, at);
  // "it was grand": only a number before it makes it a thousand.
  if (cell.number === null || cell.norm === 'grand') return null;
  if (cell.number.is === 'cardinal' || cell.number.is === 'scale') return readWords(line, at);
  if (cell.number.is === 'part') return readPartOfScale(line, at, cell.number.value);
  return null;
}

/** One space, or a line break inside of a sentence, which an editor made. */
const BETWEEN_GROUPS = /^(?:[ \u00A0\u202F\u2009]|\r?\n *)$/u;

/** "12", "12.5", «12,5», "1,200", "380.000", «1 200 000», then «тыс», "k". */
function readDigits(line: Line, at: number): Numeral | null {
  let last = at;
  let text = cellAt(line, at).norm;
  // «05 200» is a code; after the first group noughts are as good as any: «1 050 000».
  while (!text.startsWith('0') && last - at < MOST_GROUPS && isGroup(line, last)) {
    last += 1;
    text += cellAt(line, last).norm;
  }
  const value = digitsValue(text);
  if (value === null) return null;
  const ending = caseEnding(line, last);
  if (ending !== null) return { first: at, last: ending, value, form: 'digits', scaled: false };
  return withSmallerScale(line, withScale(line, { first: at, last, value, form: 'digits', scaled: false }));
}

/** Last cell of the case typed after digits: «2-х недель», «15-ти клиентам», «5ти»; «90-х» is a decade. */
export function caseEnding(line: Line, last: number): number | null {
  const next = cellAt(line, last + 1);
  if (!next.glued) return null;
  const at = next.norm === '-' ? last + 2 : last + 1;
  const { norm, glued } = cellAt(line, at);
  if (!glued || !(norm === 'ти' || norm === 'мя' || norm === 'х')) return null;
  if (norm === 'ти') return at;
  // «3х» without a hyphen may be a multiple.
  if (norm === 'х' && at === last + 1) return null;
  return /(?:^|[^1])[234]$/u.test(cellAt(line, last).norm) ? at : null;
}

/** Groups of three after the first: up to 999 billion. */
const MOST_GROUPS = 3;

/** True where the next cell is a group of three digits divided by one space: «1 200», «1 200,50». */
function isGroup(line: Line, at: number): boolean {
  const here = cellAt(line, at);
  const next = cellAt(line, at + 1);
  if (next.kind !== 'number' || next.glued || next.sentence !== here.sentence) return false;
  if (!/^\d{1,3}$/u.test(here.norm) || !/^\d{3}(?:[.,]\d{1,2})?$/u.test(next.norm)) return false;
  return BETWEEN_GROUPS.test(line.text.slice(here.end, next.start));
}

/**
 * Value of digits as typed; null where they are no single number ("9:30", "24/7", "1.2.3").
 * A point or comma before three digits divides thousands ("1,200", "380.000") unless a nought stands
 * before it ("0.125").
 */
export function digitsValue(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(text)) return Number(text.replaceAll(',', ''));
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/u.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d+[.,]\d+$/u.test(text)) return Number(text.replace(',', '.'));
  return null;
}

/** «3 млн», «300 тыс.», "5k", "1.2 million", "40 grand". */
function withScale(line: Line, numeral: Numeral): Numeral {
  const next = cellAt(line, numeral.last + 1);
  if (next.norm === 'т' && isThousandRoubles(line, numeral.last + 1)) {
    const dot = cellAt(line, numeral.last + 2).norm === '.' ? 2 : 1;
    return Object.assign({}, numeral, {
      last: numeral.last + dot,
      value: round(numeral.value * 1000),
      scaled: true,
    });
  }
  if (IN_ROUBLES.has(next.norm))
    return Object.assign({}, numeral, {
      last: numeral.last + 1,
      value: round(numeral.value * 1000),
      scaled: true,
    });
  if (next.number?.is !== 'scale') return numeral;
  if (next.number.glued === true && !standsAsScale(line, numeral)) return numeral;
  const { first, form } = numeral;
  const value = round(numeral.value * next.number.value);
  return { first, last: numeral.last + 1, value, form, scaled: true };
}

/** «300 тыр», «20 тр»: thousands of roubles in one word. */
export const IN_ROUBLES: ReadonlySet<string> = new Set(['тыр', 'тр']);

/** «780 т.р.», «12 т. руб.»: a thousand in one letter, where roubles follow. */
function isThousandRoubles(line: Line, at: number): boolean {
  const then = cellAt(line, at + (cellAt(line, at + 1).norm === '.' ? 2 : 1));
  return then.unit?.unit === 'rub';
}

/** "5k", «90к»; «90 к.», «90 к в месяц» too, but not «90 к сентябрю», and no minutes: "1h 30m". */
function standsAsScale(line: Line, numeral: Numeral): boolean {
  if (numeral.form !== 'digits') return false;
  const letter = cellAt(line, numeral.last + 1);
  if (letter.glued) return !isMinutes(line, numeral.last);
  const then = cellAt(line, numeral.last + 2);
  const inUnit = then.norm === 'в' && cellAt(line, numeral.last + 3).unit?.kind === 'duration';
  return letter.norm === 'к' && (then.kind === 'mark' || then.unit?.kind === 'money' || inUnit);
}

/** "1h 30m", «1м 20с», "handle time 6m": the letter after digits means minutes, not millions. */
export function isMinutes(line: Line, last: number): boolean {
  const letter = cellAt(line, last + 1);
  if (!letter.glued || (letter.norm !== 'm' && letter.norm !== 'м')) return false;
  if (cellAt(line, last - 1).unit?.unit === 'h') return true;
  if (cellAt(line, last + 2).kind === 'number' && cellAt(line, last + 3).unit?.unit === 's') return true;
  return isTimeBefore(line, last) || isTimeAfter(line, last + 1) || isOfTime(line, last);
}

/** "4h → 45m", "from 2 days to 40m": what it came from is a time. */
function isTimeBefore(line: Line, last: number): boolean {
  const joint = startOfJoint(line, last - 1);
  if (joint === null) return false;
  // «2ч15м → 40м», "2h15 → 40m"
  return [1, 2, 3].some((step) => isShortTime(cellAt(line, joint - step)));
}

/** "45m → 2h" */
function isTimeAfter(line: Line, letter: number): boolean {
  for (let i = letter + 1; i <= letter + 2; i++)
    if (startOfJoint(line, i) === letter + 1)
      return cellAt(line, i + 1).kind === 'number' && isShortTime(cellAt(line, i + 2));
  return false;
}

/** Where "→", "->", "to" begins that ends at a cell; null where none does. */
function startOfJoint(line: Line, end: number): number | null {
  const { norm } = cellAt(line, end);
  if (JOINTS.has(norm)) return end;
  const drawn = norm === '>' && ['-', '=', '—'].includes(cellAt(line, end - 1).norm);
  return drawn ? end - 1 : null;
}

const JOINTS = new Set(['→', '➜', '⇒', 'to', 'до']);

function isShortTime({ unit, glued }: Cell): boolean {
  return unit?.kind === 'duration' && (glued || unit.glued !== true);
}

/** «1 млн 350 тыс.»: what follows is of a smaller scale and belongs to the same amount. */
function withSmallerScale(line: Line, numeral: Numeral): Numeral {
  const word = cellAt(line, numeral.last).number;
  if (!numeral.scaled || word?.is !== 'scale') return numeral;
  const digits = cellAt(line, numeral.last + 1);
  const smaller = cellAt(line, numeral.last + 2).number;
  if (digits.kind !== 'number' || !/^\d{1,3}$/u.test(digits.norm)) return numeral;
  // «3 тысячи 200 рублей», «2 млн 300»
  if (digits.norm.length === 3 && smaller === null) {
    const behind = cellAt(line, numeral.last + 2);
    if (behind.kind !== 'mark' && behind.unit?.kind !== 'money') return numeral;
    const value = round(numeral.value + (Number(digits.norm) * word.value) / 1000);
    return Object.assign({}, numeral, { last: numeral.last + 1, value });
  }
  if (smaller?.is !== 'scale' || smaller.value >= word.value) return numeral;
  return {
    ...numeral,
    last: numeral.last + 2,
    value: round(numeral.value + Number(digits.norm) * smaller.value),
  };
}

/** «двадцать пять», «двести десять тысяч», "two hundred and five", "a dozen", «два с половиной». */
function readWords(line: Line, at: number): Numeral | null {
  let total = 0;
  let part = 0;
  let hasPart = false;
  let rank = 9;
  let scale = Infinity;
  let scaled = false;
  let last = at - 1;
  for (let i = at; ; ) {
    const cell = cellAt(line, i);
    const number = cell.number;
    if (number?.is === 'cardinal' && number.rank < rank && !(number.rank === 2 && rank === 3)) {
      part += number.value;
      hasPart = true;
      // Nothing follows a teen or a nought: «ноль пять» are two numbers.
      rank = number.rank === 2 || number.value === 0 ? 1 : number.rank;
    } else if (
      number?.is === 'scale' &&
      number.glued !== true &&
      number.value < scale &&
      mayScale(line, i, last)
    ) {
      if (number.value === 100 || number.value === 12) {
        part = (hasPart ? part : 1) * number.value;
        rank = 4;
      } else {
        total += (hasPart ? part : 1) * number.value;
        part = 0;
        rank = 9;
        scale = number.value;
      }
      hasPart = true;
      scaled = true;
    } else if (number?.is === 'vague' && number.value !== undefined && hasPart && !scaled) {
      // «полторы сотни», «пять десятков»
      part *= number.value;
      rank = 1;
      scaled = true;
    } else {
      break;
    }
    last = i;
    i = afterLink(line, i, rank);
  }
  if (last < at || (last === at && isOtherWord(line, at))) return null;
  return withHalf(line, { first: at, last, value: round(total + part), form: 'words', scaled });
}

/** «Привезли семью» is a family, «с семью клиентами» seven clients: the numeral agrees with the plural after it. */
function isOtherWord(line: Line, at: number): boolean {
  return cellAt(line, at).norm === 'семью' && !/(?:[аяыи]ми|ьми)$/.test(cellAt(line, at + 1).norm);
}

function mayScale(line: Line, i: number, last: number): boolean {
  // "forty - thousand" is no number.
  return last < 0 || i - last <= 2 || cellAt(line, i - 1).norm !== '-';
}

/** Where the numeral goes on: over "and" in "two hundred and five", over the hyphen in "twenty-five". */
function afterLink(line: Line, at: number, rank: number): number {
  const next = cellAt(line, at + 1);
  const then = cellAt(line, at + 2);
  if (
    next.norm === 'and' &&
    cellAt(line, at).number?.is === 'scale' &&
    then.number?.is === 'cardinal' &&
    rank > 1
  ) {
    return at + 2;
  }
  if (next.norm === '-' && next.glued && then.glued && rank === 3 && then.number?.is === 'cardinal')
    return at + 2;
  return at + 1;
}

/** «два с половиной», "one and a half". */
function withHalf(line: Line, numeral: Numeral): Numeral {
  const decimal = withTenths(line, numeral);
  if (decimal !== null) return decimal;
  const norms = [1, 2, 3].map((step) => cellAt(line, numeral.last + step).norm);
  if (norms[0] === 'с' && norms[1] === 'половиной') {
    return withScale(
      line,
      Object.assign({}, numeral, { last: numeral.last + 2, value: numeral.value + 0.5 }),
    );
  }
  if (norms[0] === 'and' && norms[1] === 'a' && norms[2] === 'half') {
    return withScale(
      line,
      Object.assign({}, numeral, { last: numeral.last + 3, value: numeral.value + 0.5 }),
    );
  }
  return numeral;
}

/** «ноль целых пять десятых», «две целых и три сотых» */
function withTenths(line: Line, { first, last, value }: Numeral): Numeral | null {
  if (!/^цел(?:ых|ая|ой)$/u.test(cellAt(line, last + 1).norm)) return null;
  const at = cellAt(line, last + 2).norm === 'и' ? last + 3 : last + 2;
  const tenths = cellAt(line, at).number?.is === 'cardinal' ? readWords(line, at) : null;
  if (tenths === null) return null;
  const part = cellAt(line, tenths.last + 1).number;
  if (part?.is !== 'ordinal' || (part.value !== 10 && part.value !== 100)) return null;
  return withScale(line, {
    first,
    last: tenths.last + 1,
    value: round(value + tenths.value / part.value),
    form: 'words',
    scaled: false,
  });
}

/** «четверть миллиона», "half a million", "quarter of a million". */
function readPartOfScale(line: Line, at: number, value: number): Numeral | null {
  let last = at + 1;
  while (last < at + 3 && ['a', 'of'].includes(cellAt(line, last).norm)) last += 1;
  const scale: Cell = cellAt(line, last);
  if (scale.number?.is !== 'scale' || scale.number.glued === true) return null;
  return { first: at, last, value: value * scale.number.value, form: 'words', scaled: true };
}

/** Undoes the noise of binary fractions: 2.3 × 1e6. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
