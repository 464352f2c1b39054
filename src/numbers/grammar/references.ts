import { beginsWithCapital } from '../../text/characters.js';
import { listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { type Cell, cellAt, isUnit, type Line, near } from './line.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/**
 * Numbers that point at something: «п. 4.2», «ст. 14», «ул. Ленина, 45», «кв. 12», «позвонили на 112», «модель
 * 70-20-10», «тариф «Старт 500»».
 */
export const reference: NumberRule = {
  name: 'reference',
  claim(line, at) {
    if (cellAt(line, at).kind !== 'number') return null;
    return (
      chain(line, at) ?? abbreviated(line, at) ?? address(line, at) ?? emergency(line, at) ?? quoted(line, at)
    );
  },
};

/** «30-60-90», «70-20-10»: three and more in a row. */
function chain(line: Line, at: number): NumberClaim | null {
  let last = at;
  if (!SHORT.test(cellAt(line, at).norm)) return null;
  while (last < at + 8 && cellAt(line, last + 1).norm === '-' && cellAt(line, last + 1).glued) {
    const next = cellAt(line, last + 2);
    if (!SHORT.test(next.norm) || !next.glued) break;
    last += 2;
  }
  return last >= at + 4 ? exclude(at, last) : null;
}

const SHORT = /^\d{1,3}$/u;

/** «п. 4.2», «ст. 14», «д. 5, кв. 12», «стр. 3» */
function abbreviated(line: Line, at: number): NumberClaim | null {
  const dot = near(line, at - 1, at);
  // «пунктом 4.2»
  if (cellAt(line, at).norm.includes('.') && /^(?:пункт|подпункт|раздел|стать)/u.test(dot.norm))
    return exclude(at - 1, at);
  const word = near(line, at - 2, at);
  if (dot.norm !== '.' || !dot.glued || !ABBREVIATED.has(word.norm)) return null;
  // «рост 4 п.п. 5 магазинов», «12 кв. 5 соток»
  const before = near(line, at - 3, at);
  return before.kind === 'number' || word.glued || isUnit(near(line, at + 1, at))
    ? null
    : exclude(at - 2, andAnother(line, at));
}

/** «пп. 3 и 4», «ст. 81, 83» */
function andAnother(line: Line, at: number): number {
  const link = near(line, at + 1, at).norm;
  const other = near(line, at + 2, at);
  const listed = (link === 'и' || link === ',') && other.kind === 'number';
  return listed && !isCounted(near(line, at + 3, at)) ? at + 2 : at;
}

const ABBREVIATED = listed('п пп ст стр гл разд кв д корп каб оф рис табл прил');

/** «ул. Ленина, 45», «на улице Мира 12»; «на улице Мира 12 домов» counts. */
function address(line: Line, at: number): NumberClaim | null {
  const comma = near(line, at - 1, at).norm === ',' ? 1 : 0;
  const name = near(line, at - 1 - comma, at);
  // «на улице минус 12», «на улице было 12»
  if (name.kind !== 'word' || name.norm === 'минус' || name.norm === 'плюс' || pastOf(name.norm) !== 0)
    return null;
  if (!SHORT.test(cellAt(line, at).norm)) return null;
  const street =
    [2, 3, 4].some((step) => STREETS.has(near(line, at - comma - step, at).norm)) ||
    (isStreetName(line, at - 1 - comma) && isHouse(line, at, comma === 1));
  return street && !isCounted(near(line, at + 1, at)) ? exclude(at, at) : null;
}

/** «на Лесной, 12», «дом на Гагарина 8 сдали»: what is called so with a preposition; «на Авито, 12» is not declined. */
function isStreetName(line: Line, at: number): boolean {
  const { start, end, norm } = cellAt(line, at);
  if (!ON.has(near(line, at - 1, at).norm) || !beginsWithCapital(line.text.slice(start, end))) return false;
  return /(?:[оеу][йю]|[ео]го|[еио]на|[ео]ва|ых)$/u.test(norm);
}

/** True where the number ends the phrase. */
function isHouse(line: Line, at: number, comma: boolean): boolean {
  const next = near(line, at + 1, at);
  return (comma && next.kind === 'mark' && next.norm !== '%' && next.norm !== '-') || pastOf(next.norm) !== 0;
}

const ON = new Set(['на', 'по', 'про']);

const STREETS = listed(
  'ул улица улице улицу улицы пр проспект проспекте проспекту пер переулок переулке шоссе бульвар бульваре',
);

/** «человек», «классов», «12 %»: what is counted after its number. */
export function isCounted(next: Cell): boolean {
  return next.norm === '%' || isUnit(next) || COUNTED.test(next.norm);
}

const COUNTED = /^(?:человек|[а-я]+(?:[ое]в|ей|ых|их))$/u;

/** «позвонили на 112», "rang 999" */
function emergency(line: Line, at: number): NumberClaim | null {
  if (!EMERGENCY.has(cellAt(line, at).norm)) return null;
  return [1, 2].some((step) => CALLING.test(near(line, at - step, at).norm)) ? exclude(at, at) : null;
}

const EMERGENCY = new Set(['101', '102', '103', '104', '112', '911', '999']);
const CALLING = /^(?:(?:по|пере|до)?звон|набра|rang|ring|call|phon|dial)/u;

/** «тариф «Старт 500»»: a name in quotes after its noun; a quoted speech stands after a colon. */
function quoted(line: Line, at: number): NumberClaim | null {
  const [word, quote, noun] = [1, 2, 3].map((step) => cellAt(line, at - step));
  if (word?.kind !== 'word' || quote === undefined || noun?.kind !== 'word') return null;
  if (quote.norm !== '"' || cellAt(line, at + 1).norm !== '"' || !word.glued) return null;
  return beginsWithCapital(line.text.slice(word.start, word.end)) ? exclude(at - 1, at) : null;
}
