import { listed } from '../../text/forms/lists.js';
import { isInfinitive } from '../../text/forms/ru/nonfinite.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { direction } from '../lexicon/index.js';
import { changes, endsCounted, HOUR_FOLLOWERS, halfOfDay, isOblique } from './clock.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { type Numeral, readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/**
 * Hours of the clock as Russian says them, mostly without «час»: «в семь сорок», «без пяти восемь», «половина
 * третьего», «часов в пять», «к двум часам», «к семи собрались», «в девять приезжает», «открыто до восьми».
 */
export const spokenHour: NumberRule = {
  name: 'spoken-hour',
  claim(line, at) {
    const { number } = cellAt(line, at);
    if (number?.is === 'part') return halfHour(line, at);
    const past = minutesPast(line, at);
    if (past !== null) return past;
    const before = near(line, at - 1, at).norm;
    if (!PREPOSITIONS.has(before)) return null;
    const hour = readNumeral(line, at);
    if (hour === null || hour.scaled || !Number.isInteger(hour.value) || hour.value < 2) return null;
    if (before === 'без') return minutesTo(line, hour);
    if (before === 'час') return pastOne(line, hour);
    if (hour.value > 24) return null;
    return withMinutes(line, hour) ?? namedHour(line, hour, before) ?? bareHour(line, hour, before);
  },
};

const PREPOSITIONS = listed('в к до с около после на раньше без час часах');

/** «в половине девятого», «половина третьего ночи»; «половина второго отдела» is a part. */
function halfHour(line: Line, at: number): NumberClaim | null {
  const hour = near(line, at + 1, at);
  // «без четверти девять»
  if (near(line, at - 1, at).norm === 'без' && cellAt(line, at).norm === 'четверти') {
    const full = readNumeral(line, at + 1);
    return full !== null && full.value <= 12 && hour.number?.is === 'cardinal'
      ? exclude(at, full.last)
      : null;
  }
  if (!HOUR_BEGUN.test(hour.norm)) return null;
  const end = halfOfDay(line, at + 1);
  if (end !== null) return exclude(at, end);
  const timed = PREPOSITIONS.has(near(line, at - 1, at).norm);
  return timed && goesOn(near(line, at + 2, at)) ? exclude(at, at + 1) : null;
}

const HOUR_BEGUN =
  /^(?:(?:перв|втор|четверт|пят|шест|седьм|восьм|девят|десят|одиннадцат|двенадцат)ого|третьего)$/u;

/** «без пяти восемь», «без двадцати два» */
function minutesTo(line: Line, minutes: Numeral): NumberClaim | null {
  const hour = readNumeral(line, minutes.last + 1);
  if (hour === null || minutes.form !== 'words' || hour.form !== 'words') return null;
  const sentence = cellAt(line, hour.first).sentence === cellAt(line, minutes.first).sentence;
  return sentence && minutes.value < 30 && hour.value >= 1 && hour.value <= 12
    ? exclude(minutes.first, hour.last)
    : null;
}

/** «пять минут десятого», «двадцать минут восьмого» */
function minutesPast(line: Line, at: number): NumberClaim | null {
  if (!near(line, at + 1, at).norm.startsWith('минут')) return null;
  const hour = near(line, at + 2, at).norm;
  if (!hour.endsWith('го') || !HOUR_BEGUN.test(hour)) return null;
  const end = halfOfDay(line, at + 2);
  return end !== null || goesOn(near(line, at + 3, at)) ? exclude(at, end ?? at + 2) : null;
}

/** «в час сорок», «перезвонила в час двадцать» */
function pastOne(line: Line, { first, last, value, form }: Numeral): NumberClaim | null {
  if (value < 5 || value > 59 || near(line, first - 2, first).norm !== 'в') return null;
  if (!goesOn(near(line, last + 1, first))) return null;
  // «заказов в час 31»
  if (form === 'digits' && value % 5 !== 0) return null;
  return /^(?:у(?:лож|клад)|обош)/u.test(near(line, first - 3, first).norm)
    ? { first: first - 1, last, kind: 'duration', value: 60 + value, unit: 'min' }
    : exclude(first - 1, last);
}

/** «в семь сорок», «к шести ноль-ноль», «до двадцати трёх сорока» */
function withMinutes(line: Line, hour: Numeral): NumberClaim | null {
  if (hour.form !== 'words' || changes(line, hour.first)) return null;
  let minutes = wordsAfter(line, hour.last);
  if (minutes === null || minutes.scaled || minutes.value >= 60) return null;
  if (minutes.value === 0) minutes = wordsAfter(line, minutes.last);
  else if (minutes.value < 10) return null;
  if (minutes === null || near(line, minutes.last + 1, hour.first).unit !== null) return null;
  return exclude(hour.first, minutes.last);
}

/** The number in words after a cell or its hyphen, in the same sentence. */
function wordsAfter(line: Line, last: number): Numeral | null {
  const next = cellAt(line, last + 1).norm === '-' ? last + 2 : last + 1;
  if (near(line, next, last).number === null) return null;
  const numeral = readNumeral(line, next);
  return numeral?.form === 'words' ? numeral : null;
}

/** «часов в пять», «часа в четыре», «к двум часам» */
function namedHour(line: Line, hour: Numeral, before: string): NumberClaim | null {
  if (HOURS_FIRST.has(near(line, hour.first - 2, hour.first).norm) && ROUGHLY_AT.has(before))
    return exclude(hour.first - 2, hour.last, hour.value);
  const unit = near(line, hour.last + 1, hour.first).norm;
  if ((unit === 'часов' || unit === 'часа') && isNamed(line, hour, before))
    return exclude(hour.first, hour.last + 1, hour.value);
  return before === 'к' && (unit === 'часам' || unit === 'часу') && !changes(line, hour.first)
    ? exclude(hour.first, hour.last + 1, hour.value)
    : null;
}

/** «в 15 часов прислали», «у него в девять часов падает сеть», «после 18 часов», «до 23 часов»: not how long. */
function isNamed(line: Line, { first, last, value }: Numeral, before: string): boolean {
  const lead = near(line, first - 2, first);
  if (near(line, last + 2, first).unit !== null || changes(line, first)) return false;
  switch (before) {
    case 'в':
      return lead.kind === 'mark' || DAYTIME.has(lead.norm);
    case 'после':
    case 'до':
      return value > 12 && !isLimit(line, first);
    default:
      return false;
  }
}

const DAYTIME = listed(
  'утром днем вечером ночью сегодня завтра вчера ровно него нее нас них понедельник вторник среду четверг пятницу субботу воскресенье ежедневно',
);

const HOURS_FIRST = new Set(['часов', 'часа']);
const ROUGHLY_AT = new Set(['в', 'к', 'до', 'с', 'после']);

/** An hour that only its preposition, its case and what follows tell from a count. */
function bareHour(line: Line, hour: Numeral, before: string): NumberClaim | null {
  const { first, last, value } = hour;
  if (!isHour(line, hour, before)) return null;
  // «к семи поднялись все»: what changes after its hour is changed by then.
  const changed = before === 'к' || before === 'около' ? changesBefore(line, first) : changes(line, first);
  return changed ? null : exclude(first, last, value);
}

function changesBefore(line: Line, at: number): boolean {
  for (let i = at - 8; i < at; i++) if (direction(near(line, i, at).norm) !== null) return true;
  return isLimit(line, at);
}

function isHour(line: Line, { first, last, value }: Numeral, before: string): boolean {
  const next = near(line, last + 1, first);
  const oblique = isOblique(cellAt(line, first).norm);
  switch (before) {
    case 'в':
      return !oblique && isVerb(next.norm);
    case 'к':
      return (
        (oblique || cellAt(line, first).norm.endsWith('м')) &&
        (goesOn(next) || (next.kind === 'word' && !isDative(next)))
      );
    case 'после':
      return goesOn(next) || (oblique && isOther(next));
    case 'около':
      return (
        oblique && (isVerb(next.norm) || (goesOn(next) && NIGHTLY.has(near(line, first - 2, first).norm)))
      );
    case 'часах':
      return true;
    case 'с':
      return oblique && value < 24 && next.kind === 'mark' && goesOn(next) && !isStart(line, first);
    case 'раньше':
      return oblique && next.norm === 'не';
    case 'до':
      return (
        ((goesOn(next) && !isVerb(next.norm)) || (oblique && value > 4 && isOther(next))) &&
        !isLimit(line, first)
      );
    default:
      return false;
  }
}

const NIGHTLY = listed('ночь ночью утро утром день днем вечер вечером сегодня вчера');

/** True for a noun that the number before it does not count: «до семи бельё», «после десяти каталки». */
function isOther(next: Cell): boolean {
  return next.kind === 'word' && next.unit === null && next.number === null && !endsCounted(next.norm);
}

/** «к трём заказам», «к семи новым клиентам» */
function isDative({ norm, unit, number }: Cell): boolean {
  return unit !== null || number !== null || /(?:[аяы]м|им)$/u.test(norm);
}

/** «начали с пяти», «людей стало шесть, с двух» */
function isStart(line: Line, at: number): boolean {
  for (let i = at - 2; i >= at - 8; i--) {
    const cell = near(line, i, at);
    if (/^(?:нача(?:л[аио]?|в|ть|то|ли)$|начина|начн|старт|отсч|счит|с?равн|прыг|скак)/u.test(cell.norm))
      return true;
    const counted = cell.kind === 'number' || cell.number?.is === 'cardinal';
    if (counted && !PREPOSITIONS.has(near(line, i - 1, at).norm)) return true;
  }
  return false;
}

/** True where the phrase ends, a clause begins or a verb follows, so that nothing is counted. */
function goesOn(next: Cell): boolean {
  if (next.kind === 'mark') return next.norm !== '%' && next.norm !== '-' && next.norm !== '+';
  return next.kind === 'word' && (HOUR_FOLLOWERS.has(next.norm) || isVerb(next.norm));
}

function isVerb(norm: string): boolean {
  return pastOf(norm) !== 0 || isInfinitive(norm) || PRESENT.test(norm);
}

/** Endings of the present that no genitive plural has («пять газет», «семь палат»). */
const PRESENT = /(?:[аяую]ет|[ая]ю|[еиуюая]тся|ходит|ходят|[зй]дут)$/u;

/** «дошло до пяти», «считаю до десяти», «было двадцать, осталось до пяти»: a number reached. */
function isLimit(line: Line, at: number): boolean {
  for (let i = at - 2; i >= at - 8; i--) {
    const cell = near(line, i, at);
    if (REACHING.test(cell.norm)) return true;
    const counted = cell.kind === 'number' || cell.number?.is === 'cardinal';
    if (counted && near(line, i - 1, at).norm !== 'до') return true;
  }
  return false;
}

const REACHING =
  /^(?:до(?:ш|х|вел|вод|вест|тян|рос|раст|счит)|(?:под|от)?тян|сч[её]?т|счит|сжа|ужа|сокра|скак|подскак|согн|сгон|стал|обратно|максимум|скид|сброс|сполз|съех|увелич|подня|расшир)/u;
