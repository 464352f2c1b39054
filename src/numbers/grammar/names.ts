import { beginsWithCapital, isAbbreviation } from '../../text/characters.js';
import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { hasDigit } from './facts.js';
import { type Cell, cellAt, isUnit, type Line, near } from './line.js';
import { digitsValue, readNumeral } from './numeral.js';
import { isCounted } from './references.js';
import { exclude, type NumberRule } from './rule.js';

/** «1С», «1С:УТ 11», «Битрикс24», "p95", "B2B", "M1": a word with digits is a name. */
export const product: NumberRule = {
  name: 'product',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (SIGMA.test(near(line, at + 1, at).norm)) return exclude(at, at + 1);
    if (cell.kind === 'word')
      return hasDigit(cell.norm) && !QUARTER.test(cell.norm) && !TIMES.test(cell.norm)
        ? exclude(at, pointed(line, at))
        : null;
    const next = cellAt(line, at + 1);
    if (cell.norm === '1' && next.glued && ['с', 'c'].includes(next.norm)) {
      const module = cellAt(line, at + 2).norm === ':' && cellAt(line, at + 3).glued;
      const last = module ? at + 3 : at + 1;
      // «1С 8.3»
      return exclude(at, /^8(?:[.,]\d)?$/u.test(cellAt(line, last + 1).norm) ? last + 1 : last);
    }
    if (isCodeBefore(line, at)) return exclude(at - 1, at);
    const named = numberName(line, at);
    if (named !== null) return exclude(named[0], named[1]);
    const lettered = lettersAfter(line, at);
    if (lettered !== null) return exclude(at, lettered);
    // «152-ФЗ»
    const letters = cellAt(line, at + 2);
    if (
      next.norm === '-' &&
      next.glued &&
      letters.glued &&
      letters.kind === 'word' &&
      isCapitals(line, at + 2)
    )
      return exclude(at, at + 2);
    return PRODUCTS_BEFORE.has(cellAt(line, at - 1).norm) ? exclude(at - 1, at) : null;
  },
};

/** "401(k)", "a 1099", "360 feedback", «оценка 360»: first and last cell of a name that is said with its number. */
function numberName(line: Line, at: number): readonly [number, number] | null {
  const { norm } = cellAt(line, at);
  const next = near(line, at + 1, at);
  const before = near(line, at - 1, at);
  if (PLANS.has(norm)) {
    const last = planLetter(line, at);
    return last === null || isAmountBefore(before) ? null : [at, last];
  }
  if (FORMS.has(norm)) {
    const last = next.norm === 's' && next.glued ? at + 1 : at;
    return last > at || FORM_LEADS.has(before.norm) || FORM_FOLLOWERS.test(next.norm) ? [at, last] : null;
  }
  if (norm === '360') {
    const joined = next.norm === '-' && next.glued ? near(line, at + 2, at) : next;
    if (ALL_ROUND.test(joined.norm)) return [at, joined === next ? at + 1 : at + 2];
    // "everyone's 360s"
    if (next.norm === 's' && next.glued) return [at, at + 1];
    const ends = next.kind === 'mark' && next.norm !== '%';
    if (ends && ALL_ROUND_HELD.test(before.norm)) return [at, at];
    return ALL_ROUND_BEFORE.test(before.norm) && !isCounted(next) ? [at, at] : null;
  }
  return null;
}

/** "six sigma" */
const SIGMA = /^(?:sigma|сигм[аы]?)$/u;

const PLANS = new Set(['401', '403', '457', '529']);

/** Last cell of the letter in "401k", "401(k)", "403 (b)"; null where there is none. */
function planLetter(line: Line, at: number): number | null {
  const [next, letter, end] = [1, 2, 3].map((step) => near(line, at + step, at)) as [Cell, Cell, Cell];
  if (next.glued && PLAN_LETTERS.has(next.norm)) return at + 1;
  const bracketed = next.norm === '(' && end.norm === ')' && letter.glued;
  if (bracketed && PLAN_LETTERS.has(letter.norm)) return at + 3;
  return next.norm === '-' && letter.glued && PLAN_LETTERS.has(letter.norm) ? at + 2 : null;
}

const PLAN_LETTERS = new Set(['k', 'b']);

/** "fell by 401k", "over 401k", "$401k": so many thousands. */
function isAmountBefore({ norm }: Cell): boolean {
  return AMOUNT_LEADS.has(norm) || /^[$€£₽~≈+]$/u.test(norm);
}

const AMOUNT_LEADS = listed(
  'by to from at over under about around almost nearly roughly only reached hit worth totalling until than usd eur gbp',
);

/** Forms of the tax office, called by their number. */
const FORMS = new Set(['1099', '1040', '1095', '1098']);
const FORM_LEADS = listed('a each every form forms');
const FORM_FOLLOWERS =
  /^(?:contract(?:or|ors)|worker|workers|form|forms|employee|employees|status|basis|filing|filings|labor|labour|staff)$/u;

const ALL_ROUND =
  /^(?:degrees?|reviews?|feedback|assessments?|surveys?|appraisals?|evaluations?|градус.*|фидб[еэ]к.*|опрос.*|отзыв|ревью|оценк.*|обратн.*|°)$/u;
const ALL_ROUND_BEFORE =
  /^(?:an?|оценк.*|опрос(?:[еау]|ом)?|ревью|метод(?:[еау]|ом)?|методик.*|схем.*|связь|связи|фидб[еэ]к.*|feedback|review|assessment)$/u;

/** «прошёл 360», "my 360" */
const ALL_ROUND_HELD =
  /^(?:про(?:ше?л|шла|шли|вел|вела|вели|йти|вести)|my|our|their|his|her|your|ran|run|did)$/u;

/** Last cell of "v2.3". */
function pointed(line: Line, at: number): number {
  if (!/^v\d+$/u.test(cellAt(line, at).norm)) return at;
  let last = at;
  while (
    cellAt(line, last + 1).norm === '.' &&
    cellAt(line, last + 1).glued &&
    cellAt(line, last + 2).glued &&
    cellAt(line, last + 2).kind === 'number'
  )
    last += 2;
  return last;
}

/** "iOS 17", "SU 1402", "HTTP 500": a whole number after a word of several capitals that is no measure. */
function isCodeBefore(line: Line, at: number): boolean {
  const before = near(line, at - 1, at);
  if (before.kind !== 'word' || before.unit !== null || METRICS.has(before.norm)) return false;
  if (before.norm.charCodeAt(0) >= 0x400) return isRussianCode(line, at, before);
  const { norm } = cellAt(line, at);
  if (!/^[a-z]{2,8}$/u.test(before.norm) || !/^\d{1,4}(?:\.\d{1,2})?$/u.test(norm)) return false;
  const next = near(line, at + 1, at);
  if (next.norm === '%' || next.unit !== null || next.number !== null || opensArrow(line, at + 1))
    return false;
  const typed = line.text.slice(before.start, before.end);
  // "iOS 16.4"; after capitals a decimal is a value: "MTTR 3.5".
  return (/^[A-Z]{2,8}$/u.test(typed) && !norm.includes('.')) || /^[a-z]{1,3}[A-Z]+[a-zA-Z]*$/u.test(typed);
}

/** "TTR 45 → 12": what changes is no name. */
function opensArrow(line: Line, at: number): boolean {
  const { norm } = cellAt(line, at);
  return ['→', '➜', '⇒'].includes(norm) || (['-', '='].includes(norm) && cellAt(line, at + 1).norm === '>');
}

/** «ВАЗ 2107», «КамАЗ 5320», «Боинг 737»: makes, and numbers of three digits and more after capitals. */
function isRussianCode(line: Line, at: number, before: Cell): boolean {
  const digits = cellAt(line, at).norm;
  if (!/^\d[\d.]{1,5}$/u.test(digits)) return false;
  const next = near(line, at + 1, at);
  if (next.norm === '%' || isCounted(next) || next.number !== null || next.kind === 'number') return false;
  if (MAKES.has(before.norm)) return digits.length > 2 || next.kind === 'mark';
  const typed = line.text.slice(before.start, before.end);
  return (
    digits.length > 2 && next.kind === 'mark' && /^[А-Я][А-Яа-я]*[А-Я]$/u.test(typed) && typed.length < 6
  );
}

const MAKES = listed(
  'ваз газ камаз маз уаз паз зил лиаз газель газели газон боинг боинге борт борта снип санпин',
);

/** «8А», «4G-модем», «3D-печать», «2ГИС», «302н», «10 «Б»», «кабель 3х2,5»: last cell of letters and digits that make a name. */
function lettersAfter(line: Line, at: number): number | null {
  const next = cellAt(line, at + 1);
  // «10 «Б»»: a class at school
  if (next.norm === '"' && cellAt(line, at + 3).norm === '"' && cellAt(line, at + 2).kind === 'word') {
    const { start, end } = cellAt(line, at + 2);
    return end - start === 1 && beginsWithCapital(line.text.slice(start, end)) ? at + 3 : null;
  }
  if (!next.glued || next.kind !== 'word') return null;
  // «3х2,5», «50х150»
  if (TIMES.test(next.norm)) {
    if (cellAt(line, at).norm === '24') return null;
    const [comma, rest] = [cellAt(line, at + 2), cellAt(line, at + 3)];
    return comma.norm === ',' && comma.glued && rest.glued && rest.kind === 'number' ? at + 3 : at + 1;
  }
  if (next.number !== null) return null;
  const letters = line.text.slice(next.start, next.end);
  if (/^[4358][GD](?:-|$)/u.test(letters) || /^[DG]-/u.test(letters)) return at + 1;
  if (/^[абн]$/u.test(next.norm)) return at + 1;
  if (next.unit !== null) return /^[DGSС]$/u.test(letters) ? at + 1 : null;
  return /^[A-ZА-ЯЁ]/u.test(letters) &&
    !MEASURE.has(next.norm) &&
    (letters.length === 1 || isCapitals(line, at + 1))
    ? at + 1
    : null;
}

/** Measures that may be typed in capitals: «5КГ», «10ММ», "8GB". */
const MEASURE = listed(
  'кг г гр м мм см км мл л шт т к квт вт в га ч с мин чел руб тыс млн х gb mb tb kb kg km cm mm m k b x pm am th st nd rd usd eur',
);

/** Abbreviations whose number is a value: "NPS 62", "SLA 98". */
const METRICS = listed(
  'nps csat csi ces sla fcr aht art frt ltv cac roi roas kpi okr mau dau arr mrr crr arpu gmv qa ctr cr cpa cpl cpo ebitda enps and to from of by was is are the we in on at for with my our',
);

function isCapitals(line: Line, at: number): boolean {
  const { start, end } = cellAt(line, at);
  return isAbbreviation(line.text.slice(start, end), 5);
}

/** Names whose second word is a number: "Dynamics 365", "Windows 10", «ГОСТ 34», "ISO 9001". */
const PRODUCTS_BEFORE = listed(
  'dynamics office windows android андроид ubuntu debian postgres postgresql photoshop iso гост битрикс bitrix форма iphone айфон python java angular vue формула офис винда fortune forbes форбс',
);

/** "24/7", "24x7", «24 на 7», "12/5" */
export const alwaysOn: NumberRule = {
  name: 'always-on',
  claim(line, at) {
    const norm = cellAt(line, at).norm;
    if (norm === '24/7/365' || /^(?:24|16|12|8)\/[57]$/u.test(norm)) return exclude(at, at);
    if (norm !== '24') return null;
    const join = cellAt(line, at + 1).norm;
    return ['x', 'х', '×', '/', 'на'].includes(join) && cellAt(line, at + 2).norm === '7'
      ? exclude(at, at + 2)
      : null;
  },
};

/** "+7 (900) 123-45-67", «8-800-555-35-35»: ten digits and more, in groups. */
export const phone: NumberRule = {
  name: 'phone',
  claim(line, at) {
    const first = cellAt(line, at);
    if (first.kind !== 'number') return null;
    let digits = 0;
    let last = at;
    for (let i = at; i < at + 14; i++) {
      const cell = cellAt(line, i);
      if (i > at && cell.start - cellAt(line, i - 1).end > 1) break;
      if (cell.kind === 'number' && /^\d+$/u.test(cell.norm)) {
        digits += cell.norm.length;
        last = i;
      } else if (!['-', '(', ')'].includes(cell.norm)) {
        break;
      }
    }
    const plus = cellAt(line, at - 1).norm === '+' && first.glued;
    const grouped = last - at >= 2;
    if (
      last === at + 2 &&
      digits === 7 &&
      [1, 2, 3, 4].some((step) => PHONES.has(near(line, at - step, at).norm))
    )
      return exclude(at, last);
    const long = digits >= 10 && digits <= 15 && (plus || (grouped && /^(?:[78]|0)/u.test(first.norm)));
    return long ? exclude(plus ? at - 1 : at, last) : null;
  },
};

const PHONES = listed('phone mobile cell телефон телефону мобильный мобильному');

/** "v2", "version 3.1", «релиз 8.3.24», "2.0.1" */
export const version: NumberRule = {
  name: 'version',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.kind !== 'number') return null;
    const before = near(line, at - 1, at).norm;
    if (VERSION_WORDS.has(before)) return exclude(at - 1, at);
    return /^\d+\.\d+\.\d+$/u.test(cell.norm) && !DOTTED_DATE.test(cell.norm) ? exclude(at, at) : null;
  },
};

const VERSION_WORDS = listed('v ver version release версия версии версию версией релиз релизе релиза');
const DOTTED_DATE = /^\d{1,2}\.\d{1,2}\.\d{2,4}$/u;
/** "x4": a multiple. */
export const TIMES = /^[xх]\d{1,3}$/u;
const QUARTER = /^[qh][1-4]$/u;

/** «этап 2», "step 3", "Tier 1", «№ 5», "day 10", «код 91», "room 12": the number names one of a row. */
export const label: NumberRule = {
  name: 'label',
  claim(line, at) {
    const numeral = readNumeral(line, at);
    if (numeral === null || numeral.scaled) return null;
    const before = near(line, at - 1, at);
    const digits = cellAt(line, at).kind === 'number';
    if (['#', '№'].includes(before.norm)) return exclude(at - 1, dashed(line, numeral.last), numeral.value);
    // "ticket no. 3351"
    if (digits && cellAt(line, at - 1).norm === '.' && cellAt(line, at - 2).norm === 'no')
      return exclude(at - 2, numeral.last, numeral.value);
    // "ext. 33", «каб. 214»
    if (digits && cellAt(line, at - 1).norm === '.' && ABBREVIATED.has(cellAt(line, at - 2).norm))
      return exclude(at - 2, dashed(line, numeral.last), numeral.value);
    // "vendor number two"
    if (!digits && before.norm === 'number' && near(line, at - 2, at).kind === 'word')
      return exclude(at - 1, numeral.last, numeral.value);
    const whole = digits ? digitsValue(cellAt(line, at).norm) : numeral.value;
    if (whole === null || !Number.isInteger(whole)) return null;
    if (near(line, numeral.last + 1, at).norm === '%') return null;
    const next = near(line, numeral.last + 1, at);
    if (
      (LABELLED_FIRMLY.has(before.norm) || LABELLED_LOOSELY.has(before.norm)) &&
      (digits || /^[a-z]/u.test(before.norm)) &&
      next.unit === null &&
      next.kind === 'mark'
    ) {
      return exclude(at - 1, numeral.last, numeral.value);
    }
    // «заявка 4512 зависла», «вагон 7, место 35»
    if (digits && LABELLED_RUSSIAN.has(before.norm) && (next.kind === 'mark' || pastOf(next.norm) !== 0)) {
      const last = dashed(line, numeral.last);
      const behind = near(line, last + 1, at);
      // «в обычный день 8-10 тыс. заказов»
      return behind.number !== null || isUnit(behind) ? null : exclude(at - 1, last, numeral.value);
    }
    // «дом сорок», «стол девять»
    if (
      !digits &&
      ROOMS.has(before.norm) &&
      (next.kind === 'mark' || next.norm === 'вместо' || pastOf(next.norm) !== 0)
    )
      return exclude(at - 1, numeral.last, numeral.value);
    if (before.norm === 'номер') return exclude(at - 1, numeral.last, numeral.value);
    if (digits && LABELLED_FIRMLY.has(before.norm) && !isCountedInRussian(before.norm, next))
      return exclude(at - 1, numeral.last, numeral.value);
    // «потом 2 место»: the number of a place; one that is taken is a rating, which is read before.
    if (digits && next.norm === 'место' && (whole > 1 || /^(?:на|заня.*|взя.*)$/u.test(before.norm)))
      return exclude(at, numeral.last + 1, numeral.value);
    return digits && isOneOfRow(whole, next.norm) ? exclude(at, numeral.last + 1, numeral.value) : null;
  },
};

/** «на 4 этаже», «в 9 классе», «в 7 палате»: the noun stands in a case in which nothing is counted. */
function isOneOfRow(value: number, noun: string): boolean {
  const ones = value % 100 > 10 && value % 100 < 20 ? 0 : value % 10;
  if (ones === 1) return IN_ROW.has(noun) && (noun.endsWith('е') || value === 1);
  return (
    (IN_ROW.has(noun) && !(isFew(ones) && IN_ROW_FEW.has(noun))) ||
    ((ones === 0 || ones > 4) && IN_ROW_GENITIVE.has(noun))
  );
}

function isFew(ones: number): boolean {
  return ones > 1 && ones < 5;
}

/** «2 линии», «3 категории» are counted so. */
const IN_ROW_FEW = listed('линии категории степени');

const IN_ROW = listed(
  'линия категория очередь бригада секция степень серия категории степени этаж этаже этажу этажом класс классе классу классом класса курс курсе курсу курсом подъезд подъезде подъезду палата палате палату палатой кабинет кабинете кабинету разряд разряде цехе участке отделении отделением группе смене смену сменой линии',
);
const IN_ROW_GENITIVE = listed('этажа курса подъезда палаты кабинета разряда группы смены');

/** «заказ 78-15» */
function dashed(line: Line, last: number): number {
  const [dash, digits] = [cellAt(line, last + 1), cellAt(line, last + 2)];
  return dash.norm === '-' && dash.glued && digits.glued && digits.kind === 'number' ? last + 2 : last;
}

/** «в отделе 12 человек», «в школе 18 классов» */
function isCountedInRussian(noun: string, next: Cell): boolean {
  return noun.charCodeAt(0) >= 0x400 && isCounted(next);
}

/** Nouns whose number follows them, cut short. */
const ABBREVIATED = listed('ext apt каб ауд доб тел оф корп');

/** Nouns whose number follows them. */
const LABELLED_FIRMLY = listed(
  'id step stage phase level tier room grade class chapter section page line number ticket week day этап шаг уровень уровня класс кабинет раздел глава пункт номер код цех отдел участок школа школе вариант bus flat bed gate platform table flight article type кабинете комната комнате статья статье статьи статью рейс рейсом рейсе окно дом доме квартира квартире квартиры квартиру зона зоне зону зоны маршрут маршруте маршрута палата палате палаты палату пункте пункту пунктом классе этаже кабинета участке',
);
const LABELLED_RUSSIAN = listed(
  'столом линия блок бригада магазин филиал склад ангар скважина маршруту бензин терминал секция поток трамвай автобус троллейбус маршрутка корпус корпуса подъезд аудитория аудитории задача задачу неделя группа размер размера слайд слайде билет урок строка строке графа графе бокс боксе офис объект причал путь отметка вопрос день шкаф заявка заявку заявке заказ тикет тикета поезд вагон вагоне место касса кассе кассу стол столик столе счет договор договору приказ приказу форма форме грейд грейда лот пункта',
);
const ROOMS = listed('дом квартира палата кабинет стол офис аудитория вагон автобус трамвай');
const LABELLED_LOOSELY = new Set(['ошибки', 'ошибка', 'station', 'year']);

/** "1." or «2)» at the start of a line, with text after it. */
export const listMarker: NumberRule = {
  name: 'list-marker',
  claim(line, at) {
    const cell = cellAt(line, at);
    const mark = cellAt(line, at + 1);
    if (!/^\d{1,2}$/u.test(cell.norm) || cell.kind !== 'number') return null;
    if (!['.', ')'].includes(mark.norm) || !mark.glued) return null;
    if (!opensLine(line, at) && !opensItem(line, at)) return null;
    const next = line.pieces[at + 2];
    return next !== undefined &&
      next.start > mark.end &&
      !line.text.slice(mark.end, next.start).includes('\n')
      ? exclude(at, at + 1, Number(cell.norm))
      : null;
  },
};

/** «1) собрал; 2) разложил», «Позвонил. 2. Записал»: an item inside of a line. */
function opensItem(line: Line, at: number): boolean {
  const cell = cellAt(line, at);
  const before = cellAt(line, at - 1);
  if (cellAt(line, at + 1).norm === ')') {
    return [';', ':', ',', '.'].includes(before.norm) && !opensBracket(line, at);
  }
  const next = line.pieces[at + 2];
  if (before.sentence === cell.sentence || next === undefined) return false;
  return beginsWithCapital(line.text.slice(next.start, next.start + 2));
}

/** "(12, 15)": the bracket is not of the number alone. */
function opensBracket(line: Line, at: number): boolean {
  for (let i = at - 1; i >= at - 8; i--) {
    const { norm } = cellAt(line, i);
    if (norm === ')') return false;
    if (norm === '(') return true;
  }
  return false;
}

/** A line that goes on with the sentence before was wrapped. */
function opensLine(line: Line, at: number): boolean {
  const before = line.pieces[at - 1];
  if (before === undefined) return true;
  const cell = cellAt(line, at);
  return (
    cell.sentence !== cellAt(line, at - 1).sentence && line.text.slice(before.end, cell.start).includes('\n')
  );
}
