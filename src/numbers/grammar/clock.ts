import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { direction } from '../lexicon/index.js';
import { cellAt, isUnit, type Line, near } from './line.js';
import { type Numeral, readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';
import { timedAt } from './timed.js';

/** "9:30", «14-00», "2am", «в три ночи», "two in the morning", "ten past one", "half past five", "8 o'clock", "noon". */
export const clockTime: NumberRule = {
  name: 'clock-time',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.norm === 'noon' || cell.norm === 'midnight') return exclude(at, at);
    if (cell.kind === 'number' && /^(?:[01]?\d|2[0-4]):[0-5]\d$/u.test(cell.norm)) {
      return timedAt(line, at) === null ? exclude(at, halfOfDay(line, at) ?? at) : null;
    }
    return dashedTime(line, at) ?? spacedTime(line, at) ?? hour(line, at) ?? halfPast(line, at);
  },
};

/** «в 14-00», «с 8-55» */
function dashedTime(line: Line, at: number): NumberClaim | null {
  const [dash, minutes] = [cellAt(line, at + 1), cellAt(line, at + 2)];
  const shaped =
    /^(?:[01]?\d|2[0-4])$/u.test(cellAt(line, at).norm) && dash.norm === '-' && dash.glued && minutes.glued;
  if (!shaped || !/^[0-5][05]$/u.test(minutes.norm)) return null;
  const before = near(line, at - 1, at).norm;
  const named =
    minutes.norm === '00' || (TIME_PREPOSITIONS.has(before) && near(line, at + 3, at).unit === null);
  return named && Number(minutes.norm) !== Number(cellAt(line, at).norm) + 5 ? exclude(at, at + 2) : null;
}

const TIME_PREPOSITIONS = listed('в к с до at by from until till');

/** «после 18 00», "by 9 30": hours and minutes with a blank between them; «в 10 15 человек» are two counts. */
function spacedTime(line: Line, at: number): NumberClaim | null {
  const [hours, minutes] = [cellAt(line, at), near(line, at + 1, at)];
  if (minutes.kind !== 'number' || minutes.start - hours.end !== 1) return null;
  if (!/^(?:[01]?\d|2[0-4])$/u.test(hours.norm) || !/^[0-5][05]$/u.test(minutes.norm)) return null;
  if (!SPACED_AFTER.has(near(line, at - 1, at).norm) || changes(line, at)) return null;
  const next = near(line, at + 2, at);
  if (next.norm === '%' || isUnit(next) || next.number !== null || next.kind === 'number') return null;
  const ends = next.kind === 'mark' || HOUR_FOLLOWERS.has(next.norm) || pastOf(next.norm) !== 0;
  return minutes.norm === '00' || ends ? exclude(at, at + 1) : null;
}

const SPACED_AFTER = listed('в к с до после около at by from until till after before since');

/** «в три ночи», «два часа ночи», "two in the morning", "7 am", "8 o'clock", "ten past one", "four to eight". */
function hour(line: Line, at: number): NumberClaim | null {
  const numeral = readNumeral(line, at);
  if (numeral === null || numeral.scaled || numeral.value > 60) return null;
  // «один в один»: the hour is called «час».
  if (cellAt(line, at).norm.startsWith('од') && numeral.value === 1) return null;
  const end = halfOfDay(line, numeral.last);
  if (end !== null) return isNights(line, numeral, end) ? null : exclude(at, end, numeral.value);
  const next = near(line, numeral.last + 1, at);
  const then = near(line, numeral.last + 2, at);
  if (next.norm === 'past' && (then.number !== null || then.kind === 'number'))
    return exclude(at, numeral.last + 2);
  // "at 20 to 10"
  const to = near(line, numeral.last + 1, at).norm === 'to' && [5, 10, 20, 25].includes(numeral.value);
  if (to) {
    const full = readNumeral(line, numeral.last + 2);
    if (full !== null && full.value <= 12 && isMinutesTo(line, numeral, full)) return exclude(at, full.last);
  }
  // "complaints are at 18": no hour of those who count to twelve.
  if (numeral.value > 12 && STANDING.has(near(line, at - 2, at).norm)) return null;
  const whole = Number.isInteger(numeral.value) && numeral.value >= 1 && numeral.value <= 24;
  const single = cellAt(line, at).kind === 'number' || numeral.first === numeral.last;
  // "at six", «к восьми»: a bare hour before a mark or a function word.
  if (
    whole &&
    single &&
    !isOrdinalTyped(line, numeral.last) &&
    (AT.has(near(line, at - 1, at).norm) || isBound(line, numeral)) &&
    !(near(line, at - 1, at).norm === 'в' && isOblique(cellAt(line, at).norm)) &&
    (!measures(line, numeral.last + 1, at) || isNotCounted(line, numeral))
  ) {
    return exclude(at, numeral.last, numeral.value);
  }
  if (isDottedRussian(line, at)) return exclude(at, at);
  // "at 4.52", "3.15 train"
  if (/^(?:1?\d|2[0-3])\.[0-5]\d$/u.test(cellAt(line, at).norm) && near(line, at - 1, at).norm === 'at')
    return exclude(at, at);
  return null;
}

/** "at 20 to 10", "around ten to eight", but "from around twenty to nine", "around 5 to 10 calls". */
function isMinutesTo(line: Line, { first, value }: Numeral, full: Numeral): boolean {
  const before = near(line, first - 1, first).norm;
  if (before === 'at') return true;
  if (!TIMED.has(before) || value <= full.value || near(line, first - 2, first).norm === 'from') return false;
  return !measures(line, full.last + 1, first) && !changes(line, first);
}

const TIMED = listed('around about by until till before after since');

/** «за две ночи», «три вечера сидела» against «в три ночи»: two to four of them are counted in the same form. */
function isNights(line: Line, { first, last, value }: Numeral, end: number): boolean {
  if (end !== last + 1 || value < 2 || value > 4) return false;
  const { norm } = cellAt(line, end);
  if (norm !== 'ночи' && norm !== 'вечера') return false;
  if (cellAt(line, first).norm === 'две') return true;
  const before = near(line, first - 1, first);
  const headline =
    before.sentence !== cellAt(line, first).sentence && near(line, end + 1, first).kind === 'mark';
  return !headline && !NIGHT_PREPOSITIONS.has(before.norm);
}

const NIGHT_PREPOSITIONS = listed('в к до с со около после часа почти');

/** «трёх», «пяти»: a count may stand in this case after «в», an hour may not. */
export function isOblique(norm: string): boolean {
  return norm.endsWith('х') || (norm.endsWith('и') && norm !== 'три');
}

/** «в 8.30», «до 19.15»; «до 4.25» may be a score. */
function isDottedRussian(line: Line, at: number): boolean {
  const before = near(line, at - 1, at).norm;
  const shaped =
    before === 'в' ? /^(?:1?\d|0\d|2[0-3])\.[0-5]\d$/u : /^(?:[6-9]|1\d|0\d|2[0-3])\.[0-5][05]$/u;
  if (!DOTTED_AFTER.has(before) || !shaped.test(cellAt(line, at).norm)) return false;
  return !measures(line, at + 1, at) && !changes(line, at);
}

const DOTTED_AFTER = new Set(['в', 'к', 'до', 'с']);

const STANDING = listed('is are was were stands stood stays sits');

/** Only "at" is sure of an hour; «в пять» is as often a count («в пять сёл»), so it must end its phrase. */
const AT = new Set(['at', 'в', 'к']);

/** "open till nine", "sold out by eight", "since seven", but "won by two", "fell by four". */
function isBound(line: Line, { first, value }: Numeral): boolean {
  const { norm } = near(line, first - 1, first);
  // "till about nine"
  if (value >= 2 && value <= 12 && ROUGHLY.has(norm) && UNTIL.has(near(line, first - 2, first).norm))
    return true;
  if (value < 2 || value > 12 || !BOUNDS.has(norm)) return false;
  if (norm !== 'by') return true;
  // "the till was out by two"
  const out = near(line, first - 2, first).norm === 'out' && STANDING.has(near(line, first - 3, first).norm);
  if (out || changes(line, first)) return false;
  return ![2, 3, 4].some((step) => DIFFERING.test(near(line, first - step, first).norm));
}

const BOUNDS = listed('by until till before after since');
const UNTIL = listed('until till');
const ROUGHLY = listed('about around roughly almost nearly');
const DIFFERING =
  /^(?:won|win|wins|los[te]|beat|beaten|miss|short|behind|ahead|late|early|over|under|outvot|differ|off|multipl|divid)/u;

/** «в 11-м классе», «в 1-ю смену» */
function isOrdinalTyped(line: Line, last: number): boolean {
  const [dash, ending] = [cellAt(line, last + 1), cellAt(line, last + 2)];
  return dash.norm === '-' && dash.glued && ending.glued && ending.kind === 'word' && ending.norm.length < 4;
}

/** «в пять дойка», «в 12 уборка», «в шестнадцать с чем-то»: five and more are counted in the genitive plural, which ends with no vowel. */
function isNotCounted(line: Line, { first, last, value }: Numeral): boolean {
  if (near(line, first - 1, first).norm !== 'в' || /^час(?:ов|а)$/u.test(near(line, first - 2, first).norm))
    return false;
  const next = near(line, last + 1, first);
  if (next.norm === 'с') return near(line, last + 2, first).norm === 'чем-то';
  return value > 4 && next.kind === 'word' && !isUnit(next) && next.number === null && !endsCounted(next.norm)
    ? !changes(line, first)
    : false;
}

/** True for a word that five of a thing may be called by, a word that is no noun, or one that may be either. */
export function endsCounted(norm: string): boolean {
  return !NOMINATIVE.test(norm) || UNDECLINED.has(norm);
}

const NOMINATIVE = /[а-я]{2}(?:[аоы]|[^с]я|[иь]е|[^и]и)$/u;
const UNDECLINED = listed(
  'кило авто метро фото видео кафе депо купе ателье досье евро только было надо нужно можно или если самых таки',
);

function measures(line: Line, next: number, at: number): boolean {
  const cell = near(line, next, at);
  if (cell.norm === '%' || isUnit(cell) || cell.number !== null || cell.kind === 'number') return true;
  // «в 4-5 раз»
  if (cell.norm === '-' && cell.glued && near(line, next + 1, at).kind === 'number') return true;
  const changing = [-4, -3, -2].some(
    (step) => direction(near(line, at + step, at).norm) !== null && !isPhrasal(line, at + step),
  );
  if (changing) return true;
  return cell.kind === 'word' && !HOUR_FOLLOWERS.has(cell.norm);
}

/** "turned up at nine", "sat down at six": nothing went that way. */
function isPhrasal(line: Line, at: number): boolean {
  const { norm } = cellAt(line, at);
  return (norm === 'up' || norm === 'down') && PHRASAL.test(near(line, at - 1, at).norm);
}

const PHRASAL =
  /^(?:turn|show|wak|woke|got|get|stay|stood|stand|sat|sit|pick|opened|open|called|rang|lined|set|shut|closed)/u;

export const HOUR_FOLLOWERS = listed(
  'они чтоб то кто никто мне нас меня у без по не все наши потом утром вечером опять снова зовут звонят and on when with the i we he she they every each sharp today tomorrow yesterday in so but because which or all both it our my your his her their this there everyone everything everybody nobody и а на но я мы он она когда там уже каждый завтра вчера где чтобы',
);

/** Last cell of «ночи», "am", "in the morning", "o'clock" after an hour; null where none follows. */
export function halfOfDay(line: Line, last: number): number | null {
  const next = near(line, last + 1, last);
  if (['am', 'pm', "o'clock", 'oclock'].includes(next.norm)) return last + 1;
  if (next.norm === 'o' && near(line, last + 2, last).norm === 'clock') return last + 2;
  if (['a', 'p'].includes(next.norm) && near(line, last + 3, last).norm === 'm') return last + 3;
  if (['утра', 'вечера', 'ночи', 'дня', 'пополудни'].includes(next.norm)) {
    return next.norm === 'дня' && !['в', 'к', 'до', 'часа'].includes(near(line, last - 1, last).norm)
      ? null
      : last + 1;
  }
  if (
    ['час', 'часа', 'часов'].includes(next.norm) &&
    ['утра', 'вечера', 'ночи', 'дня'].includes(near(line, last + 2, last).norm)
  ) {
    return last + 2;
  }
  const inThe = next.norm === 'in' && near(line, last + 2, last).norm === 'the';
  if (inThe && ['morning', 'evening', 'afternoon'].includes(near(line, last + 3, last).norm)) return last + 3;
  return next.norm === 'at' && near(line, last + 2, last).norm === 'night' ? last + 2 : null;
}

/** "half past five", "half seven", "half past", "quarter to nine" */
function halfPast(line: Line, at: number): NumberClaim | null {
  const cell = cellAt(line, at);
  if (!['half', 'quarter'].includes(cell.norm)) return null;
  const next = near(line, at + 1, at);
  const past = next.norm === 'past' || (next.norm === 'to' && cell.norm === 'quarter');
  const hourAt = past ? at + 2 : at + 1;
  const numeral = readNumeral(line, hourAt);
  const isHour =
    numeral !== null &&
    !numeral.scaled &&
    numeral.value >= 1 &&
    numeral.value <= 12 &&
    hourAt === numeral.first;
  if (past) return exclude(at, isHour ? numeral.last : at + 1);
  return cell.norm === 'half' && isHour && near(line, numeral.last + 1, at).kind !== 'word'
    ? exclude(at, numeral.last)
    : null;
}

/** «с 9 до 18», "from 8 to 5": hours of work, where nothing changes and nothing is counted. */
export const openingHours: NumberRule = {
  name: 'opening-hours',
  claim(line, at) {
    if (isNineToFive(line, at)) return exclude(at, at + 2);
    const afternoon = fromOne(line, at) ?? betweenHours(line, at);
    if (afternoon !== null) return afternoon;
    if (!['с', 'from', 'between'].includes(near(line, at - 1, at).norm)) return null;
    const lower = readNumeral(line, at);
    const to = near(line, (lower?.last ?? at) + 1, at).norm;
    const moved = to === 'на' && movesHours(line, at);
    if (lower === null || !(moved || ['до', 'to', 'till', 'until', 'and'].includes(to))) return null;
    const upper = readNumeral(line, lower.last + 2);
    if (upper === null || !isHourOfDay(lower.value) || !isHourOfDay(upper.value)) return null;
    if (lower.first === upper.last) return null;
    // «с двух до шести утра», «с восьми до восьми», «ночами, с десяти до шести»
    const end = to === 'до' ? halfOfDay(line, upper.last) : null;
    if (end !== null) return isDayCounted(line, at, lower.value, upper) ? null : exclude(at, end);
    if (moved && near(line, upper.last + 1, at).unit === null) return exclude(at, upper.last);
    if (changes(line, at)) return null;
    if (to === 'до' && (lower.value === upper.value || saysNight(line, at))) return exclude(at, upper.last);
    const next = near(line, upper.last + 1, at);
    const ends = next.kind === 'mark' && next.norm !== '%';
    const early =
      lower.value >= (lower.form === 'words' && to === 'до' ? 2 : 5) &&
      (upper.value > lower.value ||
        ((to !== 'до' || lower.form === 'words') && lower.value >= 7 && upper.value <= 7));
    const other = lower.form === 'words' && next.kind === 'word' && !endsCounted(next.norm);
    return early && (ends || other || HOUR_FOLLOWERS.has(next.norm)) ? exclude(at, upper.last) : null;
  },
};

/** «сократили с 3 до 1 дня»: nobody begins at three in the night to end at one in the day, and an hour does not shrink. */
function isDayCounted(line: Line, at: number, from: number, { last, value }: Numeral): boolean {
  if (near(line, last + 1, at).norm !== 'дня') return false;
  return changes(line, at) || (value < from && from < EARLIEST);
}

const EARLIEST = 7;

/** «перенесли с восьми на двенадцать» */
function movesHours(line: Line, at: number): boolean {
  return [-6, -5, -4, -3, -2].some((step) =>
    /^(?:перенес|перенос|сдвин|сдвиг)/u.test(near(line, at + step, at).norm),
  );
}

/** «между двумя и тремя» */
function betweenHours(line: Line, at: number): NumberClaim | null {
  if (near(line, at - 1, at).norm !== 'между') return null;
  const lower = readNumeral(line, at);
  if (lower?.form !== 'words' || near(line, lower.last + 1, at).norm !== 'и') return null;
  const upper = readNumeral(line, lower.last + 2);
  if (upper === null || upper.value !== lower.value + 1 || upper.value > 12) return null;
  const next = near(line, upper.last + 1, at);
  const ends = next.kind === 'mark' || HOUR_FOLLOWERS.has(next.norm);
  return ends && !changes(line, at) ? exclude(at, upper.last) : null;
}

/** «с часу до трёх» */
function fromOne(line: Line, at: number): NumberClaim | null {
  const [from, hour, to] = [-1, 0, 1].map((step) => near(line, at + step, at).norm);
  if (hour !== 'часу' || from !== 'с' || to !== 'до') return null;
  const upper = readNumeral(line, at + 2);
  return upper !== null && upper.value <= 12 && near(line, upper.last + 1, at).unit === null
    ? exclude(at, upper.last)
    : null;
}

function saysNight(line: Line, at: number): boolean {
  return [-4, -3, -2].some((step) => /^ноч(?:ью|ами|ам)$/u.test(near(line, at + step, at).norm));
}

/** "nine to five", "9 to 5" */
function isNineToFive(line: Line, at: number): boolean {
  const [first, to, last] = [0, 1, 2].map((step) => near(line, at + step, at).norm);
  return (first === 'nine' || first === '9') && to === 'to' && (last === 'five' || last === '5');
}

function isHourOfDay(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 24;
}

/** True where a word of change stands near: «срок сократился с 12 до 9». */
export function changes(line: Line, at: number): boolean {
  for (let i = at - 8; i < at + 8; i++) if (direction(near(line, i, at).norm) !== null) return true;
  for (let i = at - 4; i < at; i++) if (CHANGING.test(near(line, i, at).norm)) return true;
  return false;
}

const CHANGING =
  /^(?:went|gone|go|came|moved|time|wait|score|nps|csat|срок|время|стало|дошл|доше|довел|среднее|ушл|перешл)/u;
