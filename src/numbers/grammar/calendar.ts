import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { MONTHS } from '../lexicon/index.js';
import { changes } from './clock.js';
import { cellAt, isUnit, type Line, near } from './line.js';
import { caseEnding, type Numeral, readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** «5 мая 2023», "May 5th", "5th of May", «двадцать восьмого ноября», "31.12.2023", "2023-05-14", «2 числа». */
export const date: NumberRule = {
  name: 'date',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind === 'number') {
      if (/^\d{1,2}[./]\d{1,2}[./]\d{2,4}$/u.test(cell.norm) || isDayAndMonth(line, at))
        return exclude(at, at);
      if (/^(?:19|20)\d\d$/u.test(cell.norm)) return isoDate(line, at);
    }
    const day = readDay(line, at);
    if (day === null) return null;
    const period = endOfPeriod(line, day);
    if (period !== null) return exclude(at, period);
    const before = near(line, at - 1, at);
    const of = near(line, day + 1, at).norm === 'of' ? day + 2 : day + 1;
    const after = near(line, of, at);
    if (MONTHS.has(after.norm) && (MONTHS.get(after.norm) === true || isCapital(line, of))) {
      return exclude(at, withYear(line, of));
    }
    if (
      MONTHS.has(before.norm) &&
      // "May 5"; in «в мае пятеро ушли» the month stands for itself.
      !isCyrillic(before.norm) &&
      (MONTHS.get(before.norm) === true || isCapital(line, at - 1)) &&
      day === dayEnd(line, at)
    ) {
      return near(line, day + 1, at).norm === '%' ? null : exclude(at - 1, withYear(line, day));
    }
    const named = cell.kind === 'number' || cell.number?.is === 'ordinal' || FIRST.has(cell.norm);
    return named && ['числа', 'число', 'числу'].includes(after.norm) ? exclude(at, of) : null;
  },
};

/** «на 01.09», «в понедельник, 17.02»: decimals have a comma in Russian. */
function isDayAndMonth(line: Line, at: number): boolean {
  if (!/^(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])$/u.test(cellAt(line, at).norm)) return false;
  const next = near(line, at + 1, at);
  const comma = near(line, at - 1, at).norm === ',' ? 1 : 0;
  const weekday = WEEKDAYS.has(near(line, at - 1 - comma, at).norm);
  return (
    (weekday || DATING.has(near(line, at - 1, at).norm)) &&
    next.norm !== '%' &&
    !isUnit(next) &&
    !changes(line, at)
  );
}

const WEEKDAYS = listed(
  'понедельник вторник среду среда четверг пятницу пятница субботу суббота воскресенье',
);
const DATING = listed('на до к с от по');

/** «с 1 по 15 марта», «10–15 мая»: the month stands after the second day. */
function endOfPeriod(line: Line, day: number): number | null {
  if (!PERIOD_LINKS.has(near(line, day + 1, day).norm)) return null;
  const second = near(line, day + 2, day);
  if (second.kind !== 'number' && second.number === null) return null;
  const last = readDay(line, day + 2);
  if (last === null || MONTHS.get(near(line, last + 1, day).norm) !== true) return null;
  return withYear(line, last + 1);
}

const PERIOD_LINKS = listed('по до - — и');

function isCyrillic(norm: string): boolean {
  return norm.charCodeAt(0) >= 0x400;
}

function isCapital(line: Line, at: number): boolean {
  const first = line.text.charAt(cellAt(line, at).start);
  return first !== first.toLowerCase();
}

function isoDate(line: Line, at: number): NumberClaim | null {
  const cells = [1, 2, 3, 4].map((step) => cellAt(line, at + step));
  const glued = cells.every((cell) => cell.glued);
  const shaped =
    cells[0]?.norm === '-' &&
    cells[2]?.norm === '-' &&
    cells[1]?.kind === 'number' &&
    cells[3]?.kind === 'number';
  return glued && shaped ? exclude(at, at + 4) : null;
}

/** Last cell of a day of the month that begins here: «5», "5th", «5-го», «двадцать восьмого», "twenty-first". */
function readDay(line: Line, at: number): number | null {
  const cell = cellAt(line, at);
  if (cell.kind === 'number') {
    return /^(?:[1-9]|[12]\d|3[01])$/u.test(cell.norm) ? dayEnd(line, at) : null;
  }
  if (cell.number?.is === 'ordinal' || FIRST.has(cell.norm)) return at;
  if (cell.number?.is !== 'cardinal') return null;
  const numeral = readNumeral(line, at);
  if (numeral === null || numeral.value > 31) return null;
  const dash = cellAt(line, numeral.last + 1).norm === '-' ? 1 : 0;
  const next = near(line, numeral.last + 1 + dash, at);
  if (next.number?.is === 'ordinal' || FIRST.has(next.norm)) return numeral.last + 1 + dash;
  return numeral.last;
}

const FIRST = listed('первого первому первом первое первый первая первой первую first');

function dayEnd(line: Line, at: number): number {
  return ordinalEnding(line, at) ?? at;
}

/** Last cell of "th" in "5th", «-го» in «5-го»; null where the digits carry none. */
export function ordinalEnding(line: Line, at: number): number | null {
  const next = cellAt(line, at + 1);
  if (!next.glued || caseEnding(line, at) !== null) return null;
  if (['st', 'nd', 'rd', 'th'].includes(next.norm)) return at + 1;
  if (ORDINAL_ENDINGS.has(next.norm)) return at + 1;
  const then = cellAt(line, at + 2);
  return next.norm === '-' &&
    then.glued &&
    (ORDINAL_ENDINGS.has(then.norm) || then.norm === 'м' || then.norm === 'х')
    ? at + 2
    : null;
}

const ORDINAL_ENDINGS = listed('й я е ю го му ая ое ые ого ому ых ую юю ой ый ми');

function withYear(line: Line, last: number): number {
  // "Q2'23"
  const [mark, digits] = [cellAt(line, last + 1), cellAt(line, last + 2)];
  if (/^['’]$/u.test(mark.norm) && mark.glued && digits.glued && /^\d\d$/u.test(digits.norm)) return last + 2;
  const comma = cellAt(line, last + 1).norm === ',' ? 1 : 0;
  return /^(?:19|20)\d\d$/u.test(near(line, last + 1 + comma, last).norm) ? last + 1 + comma : last;
}

/** «Q2», «2 квартал», «четвёртый квартал», "H1 2023", «вторая четверть» */
export const quarter: NumberRule = {
  name: 'quarter',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (/^[qh][1-4]$/u.test(cell.norm)) return exclude(at, withYear(line, at));
    if (cell.norm.startsWith('полугоди')) return exclude(at, at);
    if (cell.number?.is === 'part') return isTerm(line, at) ? exclude(at, at) : null;
    const end = cell.kind === 'number' && /^[1-4]$/u.test(cell.norm) ? dayEnd(line, at) : at;
    const ordinal = cell.number?.is === 'ordinal' || end > at || FIRST.has(cell.norm);
    const next = near(line, end + 1, at).norm;
    if (ordinal && (next.startsWith('квартал') || next.startsWith('полугоди') || next === 'quarter'))
      return exclude(at, end + 1);
    return cell.kind === 'number' && /^[1-4]$/u.test(cell.norm) && QUARTERS.has(next)
      ? exclude(at, end + 1)
      : null;
  },
};

/** «во 2 квартале»; «2 квартала» are two. */
const QUARTERS = listed('квартал квартале кварталу кварталом');

/** «конец четверти», «вторую четверть», «раз в четверть», «двойка в четверти»: of a school year. */
function isTerm(line: Line, at: number): boolean {
  const next = near(line, at + 1, at);
  if (!cellAt(line, at).norm.startsWith('четверт') || next.norm === 'часа') return false;
  const before = near(line, at - 1, at);
  if (before.number?.is === 'ordinal' || TERM_BEFORE.has(before.norm)) return true;
  if (before.norm !== 'в' && before.norm !== 'за') return false;
  return near(line, at - 2, at).norm === 'раз' || next.kind === 'mark' || pastOf(next.norm) !== 0;
}

const TERM_BEFORE = listed(
  'первая первой первую конец конце концу концом начало начале началу середине следующая следующей следующую прошлая прошлой прошлую эта этой эту учебная учебной учебную',
);

/** "2021", «в 2021 году», «2022–2023», "2022/23"; not «2000 звонков». */
export const year: NumberRule = {
  name: 'year',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind === 'word') return spelledYear(line, at);
    if (/^1[0-9]\d\d$/u.test(cell.norm) && /^(?:г|год[ау]?)$/u.test(near(line, at + 1, at).norm))
      return exclude(at, at + 1);
    if (cell.kind !== 'number' || !/^(?:19[5-9]\d|20[0-4]\d)(?:\/(?:20)?\d\d)?$/u.test(cell.norm))
      return null;
    let last = at;
    const dash = cellAt(line, at + 1);
    if (dash.norm === '-' && /^(?:20)?\d\d$/u.test(cellAt(line, at + 2).norm)) last = at + 2;
    last = ordinalEnding(line, last) ?? last;
    const next = near(line, last + 1, at);
    if (YEAR_NOUN.test(next.norm) && !/^(?:years|лет)$/u.test(next.norm)) return exclude(at, last + 1);
    if (
      next.norm === '%' ||
      (next.unit !== null && next.unit.kind !== 'duration') ||
      next.number?.is === 'scale'
    )
      return null;
    // «из 2000 анкет»
    if (
      cell.norm === '2000' &&
      next.kind === 'word' &&
      !YEAR_FOLLOWERS.has(next.norm) &&
      pastOf(next.norm) === 0
    )
      return null;
    const since =
      near(line, at - 1, at).norm === 'по' && /^(?:19|20)\d\d$/u.test(near(line, at - 2, at).norm);
    if (since || (cell.norm !== '2000' && pastOf(next.norm) !== 0)) return exclude(at, last);
    const named =
      YEAR_PREPOSITIONS.has(near(line, at - 1, at).norm) || MONTHS.has(near(line, at - 1, at).norm);
    if (named || next.kind === 'mark' || last > at || next.kind === 'number') return exclude(at, last);
    return YEAR_FOLLOWERS.has(next.norm) ? exclude(at, last) : null;
  },
};

/** «в двадцать первом году», «с две тысячи восьмого» */
function spelledYear(line: Line, at: number): NumberClaim | null {
  const spelled = compoundOrdinal(line, at);
  if (spelled === null) return roundYear(line, at);
  const noun = near(line, spelled.last + 1, at).norm;
  const dated = noun === 'году' || ((noun === 'год' || noun === 'года') && spelled.value > 1000);
  if (dated) return exclude(at, spelled.last + 1, spelled.value);
  return spelled.value > 1000 ? spelled : null;
}

/** «в шестьдесят каком-то году», «девятьсот лохматого года» */
function roundYear(line: Line, at: number): NumberClaim | null {
  const numeral = cellAt(line, at).number?.is === 'cardinal' ? readNumeral(line, at) : null;
  if (numeral === null || numeral.value < 20 || !SOME_YEAR.test(near(line, numeral.last + 1, at).norm))
    return null;
  const year = [2, 3].find((step) => /^год[ау]$/u.test(near(line, numeral.last + step, at).norm));
  return year === undefined ? null : exclude(at, numeral.last + year);
}

const SOME_YEAR = /^(?:как(?:ого|ом)(?:-то)?|лохматого|лохматом)$/u;

const YEAR_NOUN = /^(?:г|гг|год[а-я]*)$/u;
const YEAR_PREPOSITIONS = listed(
  'in since of from by until till during before after early late mid summer spring autumn winter в во с со до к за из от на летом весной осенью зимой конце начале',
);
const YEAR_FOLLOWERS = listed(
  "все она он они сразу and i we the my our a an at when it was i'm they he she и я мы у на в с когда мне меня нас был была было пришел пришла",
);

/** «90-е», "the 60s", "1990s"; «летом 23-го», «в июле 22-го», «в пятницу 13-го»: a decade, or a year or day without its noun. */
export const decade: NumberRule = {
  name: 'decade',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind !== 'number') return null;
    const next = cellAt(line, at + 1);
    // "the 60s", "1990s", "throwing 500s", but "answered in 20s"
    if (/^\d{1,3}0$/u.test(cell.norm) && next.glued && next.norm === 's')
      return /^(?:[45]00|\d{4})$/u.test(cell.norm) || DECADES.has(near(line, at - 1, at).norm)
        ? exclude(at, at + 1)
        : null;
    if (!/^\d{2}$/u.test(cell.norm) && !/^(?:19|20)\d0$/u.test(cell.norm)) return null;
    const end = ordinalEnding(line, at);
    if (end === null) return null;
    const ending = cellAt(line, end).norm;
    const after = near(line, end + 1, at);
    // «в 21-м году», «чинили в 21-м и в 23-м»
    if (
      ending === 'м' &&
      near(line, at - 1, at).norm === 'в' &&
      (/^(?:год|и$)/u.test(after.norm) || after.kind === 'mark')
    )
      return exclude(at, end);
    const tens = cell.norm.endsWith('0') && (ending === 'е' || ending === 'х');
    const before = near(line, at - 1, at).norm;
    return tens || (ending === 'го' && (DATED_BEFORE.has(before) || MONTHS.has(before)))
      ? exclude(at, end)
      : null;
  },
};

const DECADES = listed('the late early mid my his her their our your -');

const DATED_BEFORE = listed(
  'летом осенью зимой весной лета осени зимы весны понедельник вторник среду четверг пятницу субботу воскресенье',
);

/** «5-й», "3rd", «третий», "third", «двадцать первый», «IV». Words of "first" are read as no number. */
export const ordinal: NumberRule = {
  name: 'ordinal',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind === 'number') {
      const end = /^\d+$/u.test(cell.norm) ? ordinalEnding(line, at) : null;
      if (end !== null) return exclude(at, end, Number(cell.norm));
      return null;
    }
    if (cell.number?.is === 'ordinal') {
      if (isSecondly(line, at)) return null;
      return exclude(at, at, cell.number.value);
    }
    return compoundOrdinal(line, at);
  },
};

/** "Second, …": a word that orders the telling; "a second", "per second": a unit of time. */
function isSecondly(line: Line, at: number): boolean {
  const cell = cellAt(line, at);
  if (cell.norm !== 'second') return false;
  const before = near(line, at - 1, at).norm;
  const opens = near(line, at - 1, at).sentence !== cell.sentence;
  return (opens && cellAt(line, at + 1).norm === ',') || ['per', 'split', 'every'].includes(before);
}

/** «двадцать первый», "twenty-second", «две тысячи восьмой» */
function compoundOrdinal(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  const thousands = isThousands(line, at);
  if (!thousands && (cell.number?.is !== 'cardinal' || cell.number.rank < 3)) return null;
  const numeral = readNumeral(line, at) as Numeral;
  const dash = cellAt(line, numeral.last + 1).norm === '-' && cellAt(line, numeral.last + 1).glued ? 1 : 0;
  const next = near(line, numeral.last + 1 + dash, at);
  const value = next.number?.is === 'ordinal' ? next.number.value : FIRST.has(next.norm) ? 1 : null;
  if (value === null || numeral.value % (value >= 10 ? 100 : 10) !== 0) return null;
  if (value >= (numeral.value >= 100 ? 100 : 10)) return null;
  return exclude(at, numeral.last + 1 + dash, numeral.value + value);
}

/** «две тысячи …», «тысяча девятьсот …» */
function isThousands(line: Line, at: number): boolean {
  const scale = [cellAt(line, at), near(line, at + 1, at)].find(({ number }) => number?.is === 'scale');
  if (scale === undefined || !scale.norm.startsWith('тысяч')) return false;
  const numeral = readNumeral(line, at);
  return numeral !== null && numeral.form === 'words' && numeral.value >= 1000 && numeral.value < 2100;
}
