import { listed } from '../../text/forms/lists.js';
import { isFirstPerson } from '../../text/forms/ru/first-person.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { type Amount, readAmount, SMALLER } from './amount.js';
import { cellAt, isUnit, type Line, near } from './line.js';
import { readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** Percent, points, money and durations, by their unit. */
export const measured: NumberRule = {
  name: 'measured',
  claim(line, at) {
    const amount = readAmount(line, at);
    if (amount === null || amount.kind === 'count') return null;
    if (kindOfRow(line, amount)) return exclude(amount.first, amount.last, amount.value);
    const { first, kind, unit } = amount;
    const whole = withOne(line, amount);
    if (whole !== null) return whole;
    const { last, value } = withMinutes(line, amount);
    return { first, last, value, kind, unit, ...(amount.from === undefined ? {} : { from: amount.from }) };
  },
};

/** «на 3 день», «на 10 неделе», «4 год»: an ordinal typed without its ending, since the noun does not agree. */
function kindOfRow(line: Line, { last, value, numeral, kind, from }: Amount): boolean {
  if (kind !== 'duration' || numeral.form !== 'digits' || from !== undefined) return false;
  if (last !== numeral.last + 1 || (value % 10 === 1 && value % 100 !== 11)) return false;
  return SINGULAR.has(cellAt(line, last).norm);
}

const SINGULAR = listed('день дне неделя неделе неделю месяц месяце год году квартал квартале час');

/** "an hour and ten minutes", «час десять минут», «год и два месяца»: one of the larger unit is said without a number. */
function withOne(line: Line, { first, last, value, unit, kind, from }: Amount): NumberClaim | null {
  if (kind !== 'duration' || from !== undefined) return null;
  const joined = JOINING.has(near(line, first - 1, first).norm);
  const at = joined ? first - 2 : first - 1;
  const larger = near(line, at, first).unit;
  if (larger?.kind !== 'duration' || larger.single !== true) return null;
  const [smaller, parts] = SMALLER.get(larger.unit) ?? [];
  if (smaller === undefined || smaller !== unit || parts === undefined || value >= parts) return null;
  if (!joined && larger.unit !== 'h') return null;
  const article = ['a', 'an'].includes(near(line, at - 1, first).norm);
  const one = article ? at - 1 : at;
  if (RATES.has(near(line, one - 1, first).norm)) return null;
  return { first: one, last, kind, value: 1 + value / parts, unit: larger.unit };
}

const JOINING = listed('и and');
/** «каждый час десять минут отдыха», «раз в день и два часа», "twice a day and two hours": how often, not how long. */
const RATES = listed('каждый каждую в раз every each per once twice times');

/** «1 час 20», «два часа сорок», "1 min 40": what follows without its unit. */
function withMinutes(
  line: Line,
  { last, value, numeral, from }: Amount,
): { readonly last: number; readonly value: number } {
  const alone = { last, value };
  if (from !== undefined || !/^(?:час|мин|min)/u.test(cellAt(line, last).norm)) return alone;
  const minutes = readNumeral(line, last + 1);
  if (minutes === null || minutes.form !== numeral.form || minutes.value < 5 || minutes.value > 59)
    return alone;
  const next = near(line, minutes.last + 1, last);
  if (next.kind !== 'mark' || next.norm === '%' || next.norm === '-') return alone;
  return { last: minutes.last, value: value + minutes.value / 60 };
}

/** «последние три руковожу группой»: the years are left out. */
export const lastYears: NumberRule = {
  name: 'last-years',
  claim(line, at) {
    if (!LAST.has(near(line, at - 1, at).norm)) return null;
    const numeral = readNumeral(line, at);
    if (numeral === null || numeral.scaled || numeral.value > 20) return null;
    const next = near(line, numeral.last + 1, at).norm;
    if (next !== 'я' && !isFirstPerson(next)) return null;
    return { first: at, last: numeral.last, kind: 'duration', value: numeral.value, unit: 'y' };
  },
};

const LAST = new Set(['последние', 'последних']);

/**
 * «полгода», «полчаса»: half a unit in one word. A bare unit («через неделю», "an hour") says no number and is
 * read only as a side of a pair.
 */
export const halfUnit: NumberRule = {
  name: 'half-unit',
  claim(line, at) {
    const { number } = cellAt(line, at);
    return number?.is === 'duration'
      ? { first: at, last: at, kind: 'duration', value: number.value, unit: number.unit }
      : null;
  },
};

/** «минут сорок», «процентов на пять», «недели через две», «тысяч на сорок», «лет шести»: the unit first, so the number is a guess. */
export const inverted: NumberRule = {
  name: 'inverted',
  claim(line, at) {
    if (cellAt(line, at).norm === 'тысяч') return invertedThousands(line, at);
    const numeral = readNumeral(line, at);
    if (numeral === null) return null;
    const amount = readAmount(line, at);
    // «минут пять-десять»
    const upper = amount?.from !== undefined && amount.kind === 'count' ? amount.numeral : numeral;
    const preposition = ['через', 'на', 'за', 'с', 'к', 'до', 'по'].includes(near(line, at - 1, at).norm);
    const first = preposition ? at - 2 : at - 1;
    const { unit, norm } = near(line, first, at);
    const next = near(line, upper.last + 1, at);
    const alone =
      next.kind === 'mark'
        ? next.norm !== '%' && next.norm !== '-'
        : FEW_FOLLOWERS.has(next.norm) || pastOf(next.norm) !== 0;
    const few =
      GENITIVE_FEW.has(norm) &&
      (preposition
        ? numeral.form === 'words'
        : alone && numeral.value < 5 && !OF_PERIOD.has(near(line, first - 1, at).norm));
    if (!few && !(GENITIVE_PLURAL.has(norm) && (numeral.form === 'words' || alone))) return null;
    if (isUnit(next)) return null;
    // «три тысячи на сорок человек»: the word before already belongs to a number.
    if (near(line, first - 1, at).kind === 'number' || near(line, first - 1, at).number !== null) return null;
    if (unit?.kind === 'duration' || unit?.kind === 'money' || unit?.kind === 'percent') {
      const lower = upper === numeral ? null : { from: numeral.value };
      return { first, last: upper.last, kind: unit.kind, value: upper.value, unit: unit.unit, ...lower };
    }
    return null;
  },
};

/** «тысяч на сорок», «тысяч сорок» */
function invertedThousands(line: Line, at: number): NumberClaim | null {
  const preposition = ['на', 'за', 'по'].includes(near(line, at + 1, at).norm) ? 1 : 0;
  const numeral = readNumeral(line, at + 1 + preposition);
  if (numeral === null || numeral.form !== 'words' || near(line, numeral.first, at).sentence < 0) return null;
  return { first: at, last: numeral.last, kind: 'count', value: numeral.value * 1000, unit: null };
}

/** Forms that stand before their number: «минут сорок», «минуты через две»; «за квартал две жалобы» is none. */
const GENITIVE_PLURAL = listed('секунд минут минуток деньков часов дней недель месяцев лет рублей процентов');
/** «на конец года два», «итоги этого месяца три»: the period is no unit of the number. */
const OF_PERIOD = listed(
  'конец конца конце концу начало начала начале началу середина середине середину итогам течение прошлого прошлой этого этой того той нового следующего следующей каждого каждой',
);

/** Words after «года три», «часа два» that nobody counts. */
const FEW_FOLLOWERS = listed(
  'назад я мы он она они его ее их не с на в у и а но это прошло ушло только уже еще',
);
const GENITIVE_FEW = listed('секунды минуты часа часика денька дня недельки недели месяца года');

/** «десятки», "dozens of", "a couple of": an amount without a number. */
export const vagueAmount: NumberRule = {
  name: 'vague-amount',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (COUPLE.has(cell.norm)) return coupleOf(line, at);
    if (cell.number?.is !== 'vague') return null;
    const first = ['a', 'an'].includes(near(line, at - 1, at).norm) ? at - 1 : at;
    // «десятки тысяч»
    if (near(line, at + 1, at).norm === 'тысяч' || near(line, at + 1, at).norm === 'миллионов')
      return { first, last: at + 1, kind: 'approximate', value: Number.NaN, unit: null };
    if (cell.norm === 'couple' && first === at) return null;
    // "a couple of hundred", "a couple dozen"
    const scaleAt = near(line, at + 1, at).norm === 'of' ? at + 2 : at + 1;
    const scale = near(line, scaleAt, at).number;
    if (cell.norm === 'couple' && scale?.is === 'scale' && scale.glued !== true)
      return { first, last: scaleAt, kind: 'approximate', value: 2 * scale.value, unit: null };
    return { first, last: at, kind: 'approximate', value: Number.NaN, unit: null };
  },
};

const COUPLE = listed('пара пару пары парой');

/** «пару недель», «на пару процентов», «пара сотен»; «пара слов», «на пару с ним» say no number. */
function coupleOf(line: Line, at: number): NumberClaim | null {
  const next = near(line, at + 1, at);
  const { unit, number } = next;
  if (number?.is === 'vague' || number?.is === 'scale')
    return { first: at, last: at + 1, kind: 'approximate', value: Number.NaN, unit: null };
  if (
    unit === null ||
    !isUnit(next) ||
    unit.kind === 'times' ||
    unit.kind === 'grade' ||
    unit.kind === 'fold'
  )
    return null;
  return { first: at, last: at + 1, kind: unit.kind, value: 2, unit: unit.unit };
}

/** «трёхдневный», «двухчасовой», «десятилетний»: a duration inside an adjective. */
export const compoundAdjective: NumberRule = {
  name: 'compound-adjective',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind === 'number') return digitsAdjective(line, at);
    if (cell.kind !== 'word' || cell.number !== null || cell.norm.length < 8) return null;
    const match = COMPOUND.exec(cell.norm);
    const value = COMPOUND_HEADS.get(match?.[1] ?? '');
    const unit = COMPOUND_UNITS.get(match?.[2] ?? '');
    if (value === undefined || unit === undefined) return null;
    if (unit === '%') return { first: at, last: at, kind: 'percent', value, unit };
    return unit === 'y' && !lasts(line, at + 1)
      ? exclude(at, at)
      : { first: at, last: at, kind: 'duration', value, unit };
  },
};

/** «5-дневный срок», «10-процентная скидка»; «10-летие» is a name. */
function digitsAdjective(line: Line, at: number): NumberClaim | null {
  const [dash, word] = [cellAt(line, at + 1), cellAt(line, at + 2)];
  if (dash.norm !== '-' || !dash.glued || !word.glued || word.kind !== 'word') return null;
  // «10-летие», "a 30-year-old"
  if (word.norm.startsWith('лети') || word.norm.startsWith('year-old')) return exclude(at, at + 2);
  const value = readNumeral(line, at)?.value;
  if (value === undefined) return null;
  if (word.norm.startsWith('процентн')) return { first: at, last: at + 2, kind: 'percent', value, unit: '%' };
  const unit = COMPOUND_UNITS.get(
    [...COMPOUND_UNITS.keys()].find((stem) => word.norm.startsWith(stem)) ?? '',
  );
  // «55-дюймовый», «5-осевой»: what kind of thing it is
  if (unit === undefined)
    return ADJECTIVE.test(word.norm) && !word.norm.startsWith('кратн') ? exclude(at, at + 2) : null;
  return unit === 'y' && !lasts(line, at + 3)
    ? exclude(at, at + 2)
    : { first: at, last: at + 2, kind: 'duration', value, unit };
}

/** «десятилетний стаж», «5-летний рабочий контракт»: what lasts; of anybody and anything else it is the age. */
function lasts(line: Line, next: number): boolean {
  return [next, next + 1].some((at) => LASTING.test(near(line, at, next - 1).norm));
}

const LASTING =
  /^(?:стаж|опыт|договор|контракт|план|период|перерыв|срок|отпуск|программ|гаранти|ипотек|кредит|аренд|лизинг|сотрудничеств|партнерств|отношени|работ|истори|цикл|горизонт|стратеги|простой|рекорд|максимум|минимум|обучени|подписк)/u;

const ADJECTIVE = /^[а-я]{2,}(?:[ыио]й|ая|ое|ые|ого|ому|ом|ую|ых|ым|ыми)$/u;

const COMPOUND_HEADS = new Map<string, number>([
  ['двух', 2],
  ['трех', 3],
  ['четырех', 4],
  ['пяти', 5],
  ['шести', 6],
  ['семи', 7],
  ['восьми', 8],
  ['девяти', 9],
  ['десяти', 10],
  ['двенадцати', 12],
  ['пятнадцати', 15],
  ['двадцати', 20],
  ['тридцати', 30],
  ['сорока', 40],
  ['полутора', 1.5],
  ['пятидесяти', 50],
  ['сто', 100],
]);
const COMPOUND_UNITS = new Map([
  ['секундн', 's'],
  ['минутн', 'min'],
  ['часов', 'h'],
  ['дневн', 'd'],
  ['недельн', 'w'],
  ['месячн', 'mo'],
  ['летн', 'y'],
  ['годичн', 'y'],
  ['процентн', '%'],
]);
const COMPOUND = new RegExp(
  `^(${[...COMPOUND_HEADS.keys()].join('|')})(${[...COMPOUND_UNITS.keys()].join('|')})[а-я]{1,3}$`,
  'u',
);

/** Any other number: so many of something. */
export const count: NumberRule = {
  name: 'count',
  claim(line, at) {
    const amount = readAmount(line, at);
    if (amount === null) return digitsLeft(line, at);
    // "contacts per thousand users": what others are reckoned by.
    if (near(line, at - 1, at).norm === 'per') return exclude(at, amount.last, amount.value);
    const { first, last, value, kind, unit } = amount;
    if (isThousands(line, amount)) return { first, last, kind: 'approximate', value: Number.NaN, unit };
    return { first, last, value, kind, unit, ...(amount.from === undefined ? {} : { from: amount.from }) };
  },
};

/** «тысячи писем», «несколько тысяч», «пара тысяч»; «больше тысячи» is one of them. */
function isThousands(line: Line, { first, numeral }: Amount): boolean {
  if (numeral.first !== numeral.last || numeral.form !== 'words') return false;
  const { norm } = cellAt(line, first);
  const before = near(line, first - 1, first).norm;
  if (norm === 'тысяч' || norm === 'миллионов') return /^(?:несколько|пар[ауы]|много)$/u.test(before);
  return THOUSANDS.has(norm) && !OF_ONE.has(before);
}

const THOUSANDS = listed('тысячи тысячам тысячами миллионы миллионами');
const OF_ONE = listed('больше более меньше менее до с от из без около порядка свыше выше ниже мельче');

/** Digits that no rule could read ("12:75", "1.2.3.4"): reported, so that none goes unseen. */
function digitsLeft(line: Line, at: number): NumberClaim | null {
  return cellAt(line, at).kind === 'number' ? exclude(at, at) : null;
}
