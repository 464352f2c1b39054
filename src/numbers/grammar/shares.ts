import { isParticiple, isPast } from '../../text/forms/en/verbs.js';
import { listed } from '../../text/forms/lists.js';
import { isFirstPerson } from '../../text/forms/ru/first-person.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { direction } from '../lexicon/index.js';
import { APPROXIMATORS } from './amount.js';
import { ordinalEnding } from './calendar.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { digitsValue, type Numeral, readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** «4,7 из 5», "4.6 out of 5", «двое из сорока шести», "31 of 43", "one in four", "9/10", «7 листов из 9». */
export const rating: NumberRule = {
  name: 'rating',
  claim(line, at) {
    return slashed(line, at) ?? changedShare(line, at, outOf);
  },
};

/** A share, or the two of "from one in three to one in twelve", «с каждого третьего до каждого десятого». */
function changedShare(
  line: Line,
  at: number,
  read: (line: Line, at: number) => NumberClaim | null,
): NumberClaim | null {
  const left = read(line, at);
  if (left === null || left.kind === 'excluded' || !FROM.has(near(line, left.first - 1, at).norm))
    return left;
  if (!TO.has(near(line, left.last + 1, at).norm)) return left;
  const right = read(line, left.last + 2);
  if (right === null || right.kind === 'excluded' || near(line, right.first, at).sentence < 0) return left;
  return {
    first: left.first,
    last: right.last,
    kind: 'pair',
    value: shareOf(right),
    from: shareOf(left),
    fromCells: [left.first, left.last],
    unit: null,
  };
}

const FROM = listed('с со от from');
const TO = listed('до к to');

/** "/12" is the whole of a rating. */
function shareOf({ value, unit }: NumberClaim): number {
  return unit === null ? value : value / Number(unit.slice(1));
}

/** "9/10", "4.5/5": of five, ten or a hundred; anything else is a date, a fraction or a name. */
function slashed(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  if (cell.kind !== 'number') return null;
  const match = /^(\d{1,3}(?:[.,]\d{1,2})?)\/(5|10|100)$/u.exec(cell.norm);
  const value = match === null ? null : digitsValue(match[1] as string);
  if (value === null || match === null || value > Number(match[2])) return null;
  const before = near(line, at - 1, at);
  // «№ 7/10», «дом 4/10», «смены 5/5»
  if (before.norm === '№' || NUMBERED.test(before.norm)) return exclude(at, at);
  return { first: at, last: at, kind: 'rating', value, unit: `/${match[2]}` };
}

const NUMBERED =
  /^(?:дом|договор|заявк|заказ|приказ|кабинет|кв|корпус|график|смен|акт|счет|дел[оуа]$|лот|письм)/u;

/** Words that may stand between the number and «из»: what is counted. */
const MOST_BETWEEN = 2;

function outOf(line: Line, at: number): NumberClaim | null {
  const head = cellAt(line, at);
  const none = NONE.has(head.norm);
  const numeral = none ? null : readNumeral(line, at);
  if (numeral === null && !none) return null;
  const last = numeral?.last ?? at;
  const value = numeral?.value ?? 0;
  for (let gap = 0; gap <= MOST_BETWEEN; gap++) {
    const of = ofWord(line, last + 1 + gap, at);
    if (of !== null && (gap === 0 || of.afterNoun))
      return ofWhole(line, { at, value, wholeAt: of.next, gap, firm: of.firm });
    const between = near(line, last + 1 + gap, at);
    // «последние три руковожу группой из 12»
    if (between.kind !== 'word' || isFirstPerson(between.norm)) return null;
  }
  return null;
}

const NONE = new Set(['никто', 'none']);

interface OfWord {
  readonly next: number;
  /** True where nothing else can be meant; "two in ten minutes" are not of ten. */
  readonly firm: boolean;
  /** True where the noun may stand between: «7 листов из 9», but "7 instead of 44" is no share. */
  readonly afterNoun: boolean;
}

/** «из», "of", "out of", "in": where the whole begins; `firm` where nothing else can be meant. */
function ofWord(line: Line, at: number, anchor: number): OfWord | null {
  const norm = near(line, at, anchor).norm;
  const next = near(line, at + 1, anchor).norm;
  if (norm === 'из') return { next: at + 1 + lead(line, at + 1), firm: true, afterNoun: true };
  if (norm === 'out' && next === 'of')
    return { next: at + 2 + lead(line, at + 2), firm: true, afterNoun: true };
  if (norm === 'of') return { next: at + 1 + lead(line, at + 1), firm: true, afterNoun: false };
  if (norm === 'in') return { next: at + 1 + (next === 'every' ? 1 : 0), firm: false, afterNoun: false };
  return null;
}

const WHOLE_LEADS = listed('тех этих всех каждых наших моих the all our those my every');

/** Words between "of" and the whole: "of our 70", "of our top 100". */
function lead(line: Line, at: number): number {
  const first = WHOLE_LEADS.has(cellAt(line, at).norm) ? 1 : 0;
  return first + (WHICH.has(cellAt(line, at + first).norm) ? 1 : 0);
}

const WHICH = listed(
  'top best biggest largest first last new original крупнейших лучших первых новых последних',
);

/** A number with a word after it that says of which whole it is a part. */
interface PartOfWhole {
  /** First cell of the part. */
  readonly at: number;
  readonly value: number;
  /** First cell of the whole. */
  readonly wholeAt: number;
  /** Words between the part and what says of which whole. */
  readonly gap: number;
  /** True where that word can mean nothing else. */
  readonly firm: boolean;
}

/** «3 из 5», "three in four": null where the whole is none. */
function ofWhole(line: Line, { at, value, wholeAt, gap, firm }: PartOfWhole): NumberClaim | null {
  const whole = readNumeral(line, wholeAt);
  if (
    whole === null ||
    whole.value < Math.max(2, value) ||
    cellAt(line, wholeAt).sentence !== cellAt(line, at).sentence
  )
    return null;
  const unit = near(line, whole.last + 1, at).unit;
  // "two in ten minutes": not of ten.
  if (!firm && (gap > 0 || (unit !== null && unit.kind !== 'times'))) return null;
  if (!firm && value !== 1 && !isShareIn(line, at, value, whole)) return null;
  if (firm && gap > 0 && cellAt(line, whole.last + 1).norm === '%') return null;
  // «3 человека из 5 отделов»
  if (gap > 0 && /^[а-я]+(?:[ое]в|ей)$/u.test(near(line, whole.last + 1, at).norm)) return null;
  return { first: at, last: whole.last, kind: 'rating', value, unit: `/${whole.value}` };
}

/** "three in four clients", "nine in ten say so"; who "opened two in four cities" tells where, "91 in 2017" when. */
function isShareIn(line: Line, at: number, value: number, whole: Numeral): boolean {
  const round = whole.value <= 10 || whole.value === 20 || whole.value === 100 || whole.value === 1000;
  const before = near(line, at - 1, at).norm;
  return round && value < whole.value && Number.isInteger(value) && !isPast(before) && !isParticiple(before);
}

/** «каждый восьмой», "every third": one of so many. */
export const everyNth: NumberRule = {
  name: 'every-nth',
  claim(line, at) {
    return changedShare(line, at, oneOfSoMany);
  },
};

function oneOfSoMany(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  const typed = everyTyped(line, at) ?? everyOther(line, at);
  if (typed !== null) return typed;
  if (EVERY.has(cell.norm)) {
    const next = near(line, at + 1, at);
    if (next.number?.is !== 'ordinal') return null;
    return isTime(near(line, at + 2, at)) ? exclude(at, at + 1) : fraction(at, at + 1, 1 / next.number.value);
  }
  // "to every tenth" is asked about at its first word.
  const { number } = near(line, at + 1, at);
  if (cell.norm === 'every' && number?.is === 'ordinal')
    return isTime(near(line, at + 2, at)) ? exclude(at, at + 1) : fraction(at, at + 1, 1 / number.value);
  if (cell.number?.is !== 'ordinal' || near(line, at - 1, at).norm !== 'every') return null;
  return isTime(near(line, at + 1, at)) ? exclude(at - 1, at) : fraction(at - 1, at, 1 / cell.number.value);
}

/**
 * "every other order", "on every other delivery": half of them. All the others are meant of those who are one beside
 * their like ("than every other team", "and every other branch").
 */
function everyOther(line: Line, at: number): NumberClaim | null {
  if (cellAt(line, at).norm !== 'every' || near(line, at + 1, at).norm !== 'other') return null;
  const next = near(line, at + 2, at);
  if (next.kind !== 'word') return null;
  if (isTime(next)) return exclude(at, at + 1);
  const before = near(line, at - 1, at);
  // "And every other order" begins a sentence of its own.
  const opens =
    before.norm === 'and' && near(line, at - 2, at).kind === 'mark' && near(line, at - 2, at).norm === '.';
  return (ALL_OTHERS.has(before.norm) && !opens) || PEERS.test(next.norm)
    ? null
    : fraction(at, at + 1, 1 / 2);
}

const ALL_OTHERS = listed('than like as unlike and or for to with across in from versus vs beat');
const PEERS =
  /^(?:team|department|branch|store|shop|site|office|region|country|manager|colleague|candidate|company|person|member|option|way|reason|thing|aspect|part|case|one|supplier|vendor|applicant|trust|school)$/u;

/** "every 3rd", «каждый 3-й» */
function everyTyped(line: Line, at: number): NumberClaim | null {
  const { kind, norm } = cellAt(line, at);
  if (kind !== 'number' || !/^[2-9]$/u.test(norm)) return null;
  const before = near(line, at - 1, at).norm;
  const last = before === 'every' || EVERY.has(before) ? ordinalEnding(line, at) : null;
  if (last === null) return null;
  return isTime(near(line, last + 1, at)) ? exclude(at - 1, last) : fraction(at - 1, last, 1 / Number(norm));
}

/** «каждую вторую неделю», "every third day": how often, no share. */
function isTime({ unit, norm }: Cell): boolean {
  return (unit?.kind === 'duration' && unit.glued !== true) || DAYS.test(norm);
}

const DAYS =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|mornings?|evenings?|afternoons?|fortnight|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|утро|вечер|выходные)$/u;

const EVERY = new Set('каждый каждая каждое каждую каждого каждой каждому каждым каждом'.split(' '));

/** «треть», «две трети», "a fifth", "two thirds", "half of", «пятую часть», «половину». */
export const partOfWhole: NumberRule = {
  name: 'part-of-whole',
  claim(line, at) {
    return partAt(line, at);
  },
};

/** The part of a whole that is said at a cell; its article may stand before it. */
export function partAt(line: Line, at: number): NumberClaim | null {
  return slashedPart(line, at) ?? partWord(line, at) ?? ordinalPart(line, at) ?? countedPart(line, at);
}

/** «на 1/3», «ушла 1/4 команды»; «график 2/3», «дом 1/3» are none. */
function slashedPart(line: Line, at: number): NumberClaim | null {
  const { norm } = cellAt(line, at);
  const match = norm.includes('/') ? /^([1-9])\/([2-9]|10)$/u.exec(norm) : null;
  if (match === null || Number(match[1]) >= Number(match[2])) return null;
  const before = near(line, at - 1, at);
  const next = near(line, at + 1, at);
  const led =
    before.norm === 'на' ||
    before.norm === 'by' ||
    APPROXIMATORS.has(before.norm) ||
    direction(before.norm) !== null;
  const divides = next.kind === 'word' && (before.kind === 'mark' || pastOf(before.norm) !== 0);
  return led || divides ? fraction(at, at, Number(match[1]) / Number(match[2])) : null;
}

function partWord(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  if (cell.number?.is !== 'part' || readNumeral(line, at) !== null) return null;
  const before = near(line, at - 1, at).norm;
  const next = near(line, at + 1, at);
  // "half an hour", "half a day", "half hour"
  const unitAt = ['a', 'an'].includes(next.norm) ? at + 2 : at + 1;
  const joined = next.norm === '-' ? at + 2 : unitAt;
  const unit = near(line, joined, at).unit;
  if (cell.norm === 'half' && before === 'a' && near(line, at - 2, at).norm === 'and') {
    // "an hour and a half"
    const whole = near(line, at - 3, at).unit;
    if (whole?.kind === 'duration' && ['a', 'an'].includes(near(line, at - 4, at).norm))
      return { first: at - 4, last: at, kind: 'duration', value: 1.5, unit: whole.unit };
  }
  const ofHour = quarterOfHour(line, at);
  if (ofHour !== null)
    return { first: before === 'a' ? at - 1 : at, last: ofHour, kind: 'duration', value: 0.25, unit: 'h' };
  if (cell.norm === 'half' && unit?.kind === 'duration') {
    return { first: at, last: joined, kind: 'duration', value: 0.5, unit: unit.unit };
  }
  if (
    cell.norm === 'half' &&
    halvesNothing(before, next.norm === '-' ? near(line, at + 2, at).norm : next.norm)
  )
    return exclude(at, at);
  // "last quarter", "a quarter": three months, unless it is a part of something.
  if (/^quarters?$/u.test(cell.norm)) {
    const lead = near(line, at - 2, at).norm;
    const divides =
      next.norm === 'of' ||
      (before === 'a' && (DIVIDING.has(lead) || APPROXIMATORS.has(lead) || direction(lead) !== null));
    if (!divides) return null;
  }
  // «вторая половина дня», «первую половину сдали»
  if (cell.norm.startsWith('половин') && isOrdinal(near(line, at - 1, at))) return exclude(at, at);
  // «на половине пути», «на половине выяснилось»
  if (cell.norm === 'половине' && before === 'на' && (next.norm === 'пути' || pastOf(next.norm) !== 0))
    return exclude(at, at);
  const first = ['a', 'one'].includes(before) ? at - 1 : at;
  return fraction(first, at, cell.number.value);
}

/** «четверть часа», "a quarter of an hour": its last cell. */
function quarterOfHour(line: Line, at: number): number | null {
  if (cellAt(line, at).number?.is !== 'part' || cellAt(line, at).number?.value !== 1 / 4) return null;
  const behind = [1, 2, 3].map((step) => near(line, at + step, at).norm);
  if (behind[0] === 'часа') return at + 1;
  return behind.join(' ') === 'of an hour' ? at + 3 : null;
}

/** "half term", "half asleep", "half eaten", "half price", "the other half": no share of anything counted. */
function halvesNothing(before: string, next: string): boolean {
  return before === 'other' || HALF_WORDS.has(next);
}

const HALF_WORDS = listed(
  'term time board brother sister price past hearted asleep awake empty full open closed shut dead eaten done finished built baked broken dressed way',
);

function isOrdinal({ number, norm }: Cell): boolean {
  return number?.is === 'ordinal' || norm === 'первая' || norm === 'первую' || norm === 'первой';
}

/** "cut by a quarter", "which is a quarter less"; «£5k a quarter» has a figure there. */
const DIVIDING = listed('by to is or went');

const BY = new Set(['by', 'to']);

/** "a third", "a fifth", "one tenth", «пятую часть»: an ordinal that divides. */
function ordinalPart(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  if (cell.number?.is !== 'ordinal') return null;
  const next = near(line, at + 1, at).norm;
  if (next === 'часть' || next === 'части') return fraction(at, at + 1, 1 / cell.number.value);
  if (!/^[a-z]/u.test(cell.norm) || cell.norm === 'second') return null;
  let before = at - 1;
  if (cellAt(line, before).norm === '-') before -= 1;
  const article = near(line, before, at).norm;
  if (article === 'one' || (article === 'a' && PART_FOLLOWERS.has(next)))
    return fraction(before, at, 1 / cell.number.value);
  return article === 'a' && BY.has(near(line, before - 1, at).norm)
    ? fraction(before, at, 1 / cell.number.value)
    : null;
}

const PART_FOLLOWERS = listed(
  'of off more less fewer lower higher faster longer shorter . , ; ) and to in than from by',
);

/** «две трети», "two thirds", "three-quarters", "two-fifths". */
function countedPart(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  if (cell.number?.is !== 'cardinal' || cell.number.value > 9) return null;
  const step = cellAt(line, at + 1).norm === '-' ? 2 : 1;
  const { number: next, norm } = near(line, at + step, at);
  // "within two quarters": of a year, unless of something; nobody says two quarters for a half.
  if (
    norm === 'quarters' &&
    step === 1 &&
    near(line, at + 2, at).norm !== 'of' &&
    (cell.number.value !== 3 || PERIODS.has(near(line, at - 1, at).norm))
  )
    return null;
  // "in one quarter"
  if (norm === 'quarter' && PERIODS.has(near(line, at - 1, at).norm) && near(line, at + 2, at).norm !== 'of')
    return null;
  if (next?.is === 'part' && next.value < 1 / 2)
    return fraction(at, at + step, cell.number.value * next.value);
  // «на одну пятую», «почти на одну десятую»
  if (
    next?.is === 'ordinal' &&
    norm.endsWith('ую') &&
    next.value > 2 &&
    cell.norm === 'одну' &&
    near(line, at - 1, at).norm === 'на' &&
    near(line, at + 2, at).kind === 'mark'
  )
    return fraction(at, at + 1, 1 / next.value);
  // «две пятых», "two fifths"
  if (
    next?.is === 'ordinal' &&
    near(line, at + step, at).norm.endsWith('ых') &&
    next.value > cell.number.value
  )
    return fraction(at, at + step, cell.number.value / next.value);
  if (next?.is === 'ordinal' && cell.number.value === 1 && /^[a-z]/u.test(cell.norm) && next.value > 2) {
    return fraction(at, at + step, 1 / next.value);
  }
  return null;
}

const PERIODS = listed('within for after in last past next first these those');

function fraction(first: number, last: number, value: number): NumberClaim {
  return { first, last, kind: 'fraction', value, unit: null };
}
