import { listed, type WordSet } from '../../text/forms/lists.js';
import { UNIT_WORDS } from '../lexicon/index.js';
import type { QuantityKind } from '../types.js';
import { type Amount, APPROXIMATORS, readAmount } from './amount.js';
import { cellAt, type Line, near } from './line.js';
import type { NumberClaim, NumberRule } from './rule.js';
import { partAt } from './shares.js';

/** One side of a pair; `unit` null where only the other side names it. */
interface Side {
  readonly first: number;
  readonly last: number;
  readonly value: number;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  readonly scaled: boolean;
  /** What «млн» multiplied the digits by; 1 where none did. */
  readonly scale: number;
  /** True for "a day", «недели»: a unit that stands for one of it. */
  readonly bare: boolean;
}

const FROM = new Set(['с', 'со', 'от', 'from']);
const TO = new Set(['до', 'к', 'to', 'на']);
/** Words passed over between the first number and «до»: its noun and the verb («с 12 дней сократился до 9»). */
const MOST_BETWEEN = 4;

/** «с 12 до 9,6 часа», "from 31 to 9 hours", "from about 20 a week to three", «с недели до двух дней». */
export const fromTo: NumberRule = {
  name: 'from-to',
  claim(line, at) {
    if (!fromIsNear(line, at)) return null;
    const left = signed(line, readSide(line, at));
    if (left === null) return null;
    const from = near(line, beforeApproximators(line, left.first) - 1, at).norm;
    if (!FROM.has(from)) return null;
    for (let i = left.last + 1; i <= left.last + 1 + MOST_BETWEEN; i++) {
      const cell = near(line, i, at);
      if (cell.kind !== 'word' && !['/', '-', '(', ')'].includes(cell.norm) && !endsAbbreviation(line, i))
        return null;
      if (TO.has(cell.norm)) {
        const next = afterApproximators(line, i + 1, at);
        const right = (left.unit === '%' ? shareAt(line, next) : null) ?? sideAfter(line, next);
        // «на» joins only a schedule («с 5 на 6»), which measures nothing.
        if (right !== null && cell.norm !== 'на' && near(line, right.first, at).sentence >= 0) {
          return left.bare && right.bare && left.unit === right.unit
            ? null
            : join(left, right, from === 'от' && cell.norm !== 'к');
        }
        if (right !== null) return null;
      }
    }
    return null;
  },
};

/** «с трети до 80 %», "from a third of the orders to a half": a part of the whole is as good as percent. */
export const shareFromTo: NumberRule = {
  name: 'share-from-to',
  claim(line, at) {
    const left = shareAt(line, at);
    if (left === null || !FROM.has(near(line, beforeApproximators(line, left.first) - 1, at).norm))
      return null;
    for (let i = left.last + 1; i <= left.last + 1 + MOST_BETWEEN; i++) {
      const cell = near(line, i, at);
      if (cell.kind !== 'word') return null;
      if (!TO.has(cell.norm)) continue;
      const next = afterApproximators(line, i + 1, at);
      const right = shareAt(line, next) ?? readSide(line, next);
      return right?.unit === '%' && near(line, right.first, at).sentence >= 0
        ? join(left, right, false)
        : null;
    }
    return null;
  },
};

/** «треть», "two thirds" as a side in percent. */
function shareAt(line: Line, at: number): Side | null {
  const part = partAt(line, at);
  if (part?.kind !== 'fraction') return null;
  const { first, last, value } = part;
  return {
    first,
    last,
    value: value * 100,
    kind: 'percent',
    unit: '%',
    scaled: false,
    scale: 1,
    bare: false,
  };
}

/** «с 2,5 тыс. до 4 тыс.»: a full stop that ends no sentence. */
function endsAbbreviation(line: Line, at: number): boolean {
  const before = cellAt(line, at - 1);
  return cellAt(line, at).norm === '.' && (before.number?.is === 'scale' || before.unit !== null);
}

/** Spares the reading of most numbers: without the word nearby there is no pair. */
function fromIsNear(line: Line, at: number): boolean {
  for (let i = at - 1; i >= at - 6; i--) if (FROM.has(line.pieces[i]?.norm ?? '')) return true;
  return false;
}

/** "41% -> 63%", "61k → 38k", "2.3 => 4": an arrow, in one sign or two. */
export const arrow: NumberRule = {
  name: 'arrow',
  claim(line, at) {
    if (!ARROW_STARTS.has(normAfter(line, at))) return null;
    const left = signed(line, readSide(line, at));
    if (left === null) return null;
    const mark = near(line, left.last + 1, at).norm;
    const two = ['-', '=', '—', '>'].includes(mark) && near(line, left.last + 2, at).norm === '>';
    // "8% > 3%"
    const one = mark === '>' && measure(left) !== null;
    if (!two && !one && mark !== '→' && mark !== '➜' && mark !== '⇒') return null;
    const right = sideAfter(line, afterApproximators(line, left.last + (two ? 3 : 2), at));
    return right === null ? null : join(left, right, false);
  },
};

/** «было 4 часа, стало 15 минут», "was 12, now 9", "used to be 30 and is now 12". */
export const wasNow: NumberRule = {
  name: 'was-now',
  claim(line, at) {
    if (!saidBefore(line, at, WAS)) return null;
    const left = readSide(line, at);
    if (left === null || left.bare) return null;
    for (let i = left.last + 1; i <= left.last + 5; i++) {
      const norm = near(line, i, at).norm;
      if (['.', ';', ':'].includes(norm)) return null;
      if (NOW.has(norm)) {
        for (let j = i + 1; j <= i + 3; j++) {
          const right = readSide(line, j);
          if (right !== null && near(line, j, at).sentence >= 0)
            return ofAnotherThing(left, right) ? null : join(left, right, false);
          if (near(line, j, at).kind !== 'word') return null;
        }
        return null;
      }
    }
    return null;
  },
};

/** "90 minutes before, 12 now", «40 писем раньше, теперь 12»: what was and what is, each said by a word beside it. */
export const beforeNow: NumberRule = {
  name: 'before-now',
  claim(line, at) {
    const left = readSide(line, at);
    if (left === null || left.bare) return null;
    const behind = wordAfter(line, left, BEFORE);
    if (behind === null) return null;
    let next = behind + 1;
    while (next < behind + 4 && JOINS.has(near(line, next, at).norm)) next += 1;
    const led = NOW.has(near(line, next, at).norm);
    const right = next === behind + 1 ? null : readSide(line, led ? next + 1 : next);
    if (right === null || right.bare || near(line, right.first, at).sentence < 0) return null;
    if (!led && wordAfter(line, right, NOW) === null) return null;
    return ofAnotherThing(left, right) ? null : join(left, right, false);
  },
};

/** The cell of one of these words after an amount, its noun and what it is reckoned by: "12 calls a day before". */
function wordAfter(line: Line, side: Side, words: WordSet): number | null {
  for (let i = side.last + 1; i <= side.last + 1 + MOST_BETWEEN; i++) {
    const cell = near(line, i, side.first);
    if (words.has(cell.norm)) return i;
    if (cell.kind !== 'word') return null;
  }
  return null;
}

const BEFORE = listed('before previously раньше ранее прежде');
const JOINS = listed(', ; - — and but и а');

/** «занимало 3 дня, теперь 15 человек»: a count of its own noun is no second side of a time. */
function ofAnotherThing(left: Side, right: Side): boolean {
  return (
    left.kind !== 'count' && right.kind === 'count' && right.unit !== null && !APPROXIMATORS.has(right.unit)
  );
}

const WAS = listed(
  'было была был были раньше занимал занимала занимали занимало уходило длился длилась длилось тратили тратил тратила приходило was were took used previously',
);
const NOW = listed('стало стала стал стали осталось остался осталась now теперь became сейчас');

function saidBefore(line: Line, at: number, words: Pick<ReadonlySet<string>, 'has'>): boolean {
  for (let i = at - 1; i >= at - 3; i--) {
    const cell = near(line, i, at);
    if (words.has(cell.norm)) return true;
    if (cell.kind !== 'word') return false;
  }
  return false;
}

/** "2.8 to 4.1", "19 hours to 50 minutes", "forty minutes became twelve seconds": two amounts of one kind. */
export const bareTo: NumberRule = {
  name: 'bare-to',
  claim(line, at) {
    if (!BARE_LINKS.has(normAfter(line, at))) return null;
    const left = readSide(line, at);
    if (left === null || left.bare) return null;
    const link = near(line, left.last + 1, at).norm;
    const right = readSide(line, left.last + 2);
    if (right === null || right.bare || near(line, right.first, at).sentence < 0) return null;
    // "3 to 5 people" is a range: whole numbers that go up, without a unit on the left.
    const range =
      link === 'to' && left.unit === null && left.value < right.value && Number.isInteger(left.value);
    return range ? rangeOf(line, left, right) : join(left, right, false);
  },
};

function rangeOf(line: Line, left: Side, right: Side): NumberClaim {
  const amount = readAmount(line, right.first) as Amount;
  return {
    first: left.first,
    last: amount.last,
    kind: amount.kind,
    value: right.value,
    from: left.value,
    unit: amount.unit,
  };
}

const ARROW_STARTS = new Set(['-', '=', '—', '→', '➜', '⇒', '>']);
const BARE_LINKS = new Set(['to', 'became', 'стало', 'превратились', 'превратилось']);

/** What stands after the amount at a cell, without reading it as a side. */
function normAfter(line: Line, at: number): string {
  return near(line, (readAmount(line, at)?.last ?? at) + 1, at).norm;
}

/** Two sides as one quantity; null where their units do not go together. */
function join(left: Side, right: Side, range: boolean): NumberClaim | null {
  const agreed = agree(left, right);
  // "one to one" is no change.
  if (agreed === null || agreed.from === agreed.to) return null;
  // «от 5 до 7 человек» is a range where it goes up; «от 5 до 2» and «с 5 до 7» are a change.
  const kind = range && agreed.from < agreed.to ? (right.kind === 'count' ? 'count' : right.kind) : 'pair';
  const unit = agreed.unit ?? nounOf(right) ?? nounOf(left);
  return {
    first: left.first,
    last: right.last,
    kind,
    value: agreed.to,
    from: agreed.from,
    fromCells: [left.first, left.last],
    unit,
  };
}

function nounOf(side: Side): string | null {
  return side.kind === 'count' ? side.unit : null;
}

/** Seconds in a unit of time; a month is 30 days, a year 365. */
export const SECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['min', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
  ['mo', 2_592_000],
  ['q', 7_776_000],
  ['y', 31_536_000],
]);

interface Agreed {
  readonly from: number;
  readonly to: number;
  readonly unit: string | null;
}

/** Both values in the unit of the second one; null for days and percent. */
function agree(left: Side, right: Side): Agreed | null {
  const [a, b] = [measure(left), measure(right)];
  if (a === b || a === null || b === null) {
    return { from: scaledLike(left, right), to: right.value, unit: b ?? a };
  }
  const [x, y] = [SECONDS.get(a), SECONDS.get(b)];
  if (x === undefined || y === undefined) return null;
  return { from: (left.value * x) / y, to: right.value, unit: b };
}

function measure(side: Side): string | null {
  return side.kind === 'count' ? null : side.unit;
}

/** «с 2,3 до 2,6 млн»: the word of the second side serves both. */
function scaledLike(left: Side, right: Side): number {
  const small = !left.scaled && measure(left) === null && left.value < 1000;
  return small ? left.value * right.scale : left.value;
}

/** An amount, or a bare unit of time, that may be one side of a pair. */
function readSide(line: Line, at: number): Side | null {
  const amount =
    readAmount(line, at) ?? (isCurrencySign(cellAt(line, at).norm) ? readAmount(line, at + 1) : null);
  if (amount !== null) {
    if (amount.kind === 'multiple') return null;
    const { first, last, value, kind, unit } = amount;
    return {
      first,
      last,
      value,
      kind,
      unit,
      scaled: amount.numeral.scaled,
      scale: scaleOf(line, amount),
      bare: false,
    };
  }
  const cell = cellAt(line, at);
  const bare = { first: at, last: at, kind: 'duration', scaled: false, scale: 1, bare: true } as const;
  if (cell.number?.is === 'duration')
    return Object.assign({}, bare, { value: cell.number.value, unit: cell.number.unit });
  if (cell.norm === 'half') return halfOf(line, at);
  if (ONE_OF_MANY.has(cell.norm) && cell.number?.is === 'vague' && cell.number.value !== undefined)
    return Object.assign({}, bare, {
      kind: 'count',
      value: cell.number.value,
      unit: null,
      bare: false,
    } as const);
  // "from a week to a day", «с недели до дня»: the article goes with it, whichever of the two was asked about.
  const article = isArticle(cell.norm) ? 1 : 0;
  const unit = UNIT_WORDS.get(cellAt(line, at + article).norm);
  if (unit?.kind !== 'duration' || unit.glued === true) return null;
  const first = isArticle(cellAt(line, at - 1).norm) ? at - 1 : at;
  return Object.assign({}, bare, { first, last: at + article, value: 1, unit: unit.unit });
}

/** «с дюжины до двух» */
const ONE_OF_MANY = new Set(['дюжины', 'десятка', 'сотни']);

/** "from two weeks to half a day" */
function halfOf(line: Line, at: number): Side | null {
  const last = isArticle(cellAt(line, at + 1).norm) ? at + 2 : at + 1;
  const { unit } = cellAt(line, last);
  if (unit?.kind !== 'duration' || unit.glued === true) return null;
  return {
    first: at,
    last,
    value: 0.5,
    kind: 'duration',
    unit: unit.unit,
    scaled: false,
    scale: 1,
    bare: false,
  };
}

/** The side that begins at a cell or after the sign there. */
function sideAfter(line: Line, at: number): Side | null {
  return (
    readSide(line, at) ?? (SIGNS.has(cellAt(line, at).norm) ? signed(line, readSide(line, at + 1)) : null)
  );
}

/** «с −8 до +21», "from minus 8 to plus 21": the sign before an amount goes with it. */
function signed(line: Line, side: Side | null): Side | null {
  if (side === null) return null;
  const [sign, amount] = [cellAt(line, side.first - 1), cellAt(line, side.first)];
  const way = SIGNS.get(sign.norm);
  if (way === undefined || (sign.kind === 'mark' && (sign.glued || !amount.glued))) return side;
  return Object.assign({}, side, { first: side.first - 1, value: way * side.value });
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['-', -1],
  ['−', -1],
  ['minus', -1],
  ['минус', -1],
  ['+', 1],
  ['plus', 1],
  ['плюс', 1],
]);

function isArticle(norm: string): boolean {
  return norm === 'a' || norm === 'an';
}

function isCurrencySign(norm: string): boolean {
  return norm === '$' || norm === '€' || norm === '£' || norm === '₽';
}

function scaleOf(line: Line, amount: Amount): number {
  const word = cellAt(line, amount.numeral.last).number;
  return word?.is === 'scale' && amount.numeral.form === 'digits' ? word.value : 1;
}

/** Words between the preposition and its number: «с почти 12», "from an average of 31". */
function isPassedOver(norm: string): boolean {
  return APPROXIMATORS.has(norm) || PASSED_OVER.has(norm);
}

const PASSED_OVER = new Set(['~', '≈', 'a', 'an', 'average', 'of', 'в', 'среднем', 'what', 'was']);

function beforeApproximators(line: Line, at: number): number {
  let first = at;
  while (first > at - 3 && isPassedOver(near(line, first - 1, at).norm)) first -= 1;
  return first;
}

function afterApproximators(line: Line, at: number, anchor: number): number {
  let next = at;
  while (next < at + 3 && isPassedOver(near(line, next, anchor).norm) && readAmount(line, next) === null)
    next += 1;
  return next;
}
