import { listed, type WordSet } from '../../text/forms/lists.js';
import { direction } from '../lexicon/index.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** Russian phrases in which a number counts nothing: «с двух сторон», «за двоих», «50 на 50», «три в одном». */
export const saying: NumberRule = {
  name: 'saying',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (isFromScratch(line, at)) return exclude(at, at);
    if (cell.kind === 'word' && cell.norm.charCodeAt(0) < 0x400) return null;
    const next = near(line, at + 1, at);
    if (cell.norm === '100500') return exclude(at, at);
    const leads = LEADS.get(next.norm);
    if (leads?.has(near(line, at - 1, at).norm)) return exclude(at, at);
    if (HANDS.has(next.norm) && HANDFULS.has(cell.norm)) return exclude(at, at);
    return togetherOf(line, at) ?? wholly(line, at, next) ?? twice(line, at, next);
  },
};

/** «собрал с нуля отдел из 12 человек», "from zero we hired six"; «с нуля до 84 %», «выросли с нуля заявок до 40» are a pair. */
function isFromScratch(line: Line, at: number): boolean {
  const { norm } = cellAt(line, at);
  if (norm !== 'нуля' && norm !== 'zero') return false;
  if (!FROM.has(near(line, at - 1, at).norm) || TO.has(near(line, at + 1, at).norm)) return false;
  return ![-4, -3, -2, 1, 2].some((step) => isGrowth(near(line, at + step, at).norm));
}

const FROM = listed('с from');
const TO = listed('до к to');

function isGrowth(norm: string): boolean {
  return direction(norm) !== null || GROWTH.test(norm);
}

const GROWTH = /^(?:до(?:ш[ел]|рос|вел)|went|gone|came|got|grew|took|climbed)/u;

/** Nouns that make a phrase of the number before them, with the word that begins it. */
const LEADS: ReadonlyMap<string, WordSet> = new Map([
  ['сторон', listed('с со')],
  ['шагах', listed('в')],
  ['огней', listed('между')],
  ['соснах', listed('в')],
  ['стульях', listed('на')],
  ['зол', listed('из')],
  ['концах', listed('о')],
  ['печатями', listed('за')],
  ['китах', listed('на')],
  ['фронта', listed('на')],
  ['погибели', listed('в')],
  ['пальцев', listed('свои')],
  ['очереди', listed('в')],
]);

/** «двумя руками», «в четыре руки», «сделал в две руки» */
const HANDS = listed('руки рук руками глаза глаз глазами ноги ногами');
const HANDFULS = listed('две двумя двух обеими четыре');

/** «пашет за двоих», «один стол на двоих» */
function togetherOf(line: Line, at: number): NumberClaim | null {
  if (!TOGETHER.has(cellAt(line, at).norm)) return null;
  const before = near(line, at - 1, at).norm;
  if (before === 'за') return exclude(at, at);
  const shared = [-2, -3].some((step) => /^одн|^один$/u.test(near(line, at + step, at).norm));
  return before === 'на' && shared ? exclude(at, at) : null;
}

const TOGETHER = listed('двоих троих четверых пятерых семерых десятерых');

/** «на 100 % уверен», «выложился на сто процентов», «на все 100» */
function wholly(line: Line, at: number, next: Cell): NumberClaim | null {
  const { norm } = cellAt(line, at);
  if (norm !== '100' && norm !== 'сто' && norm !== '200') return null;
  if (near(line, at - 1, at).norm === 'все' && next.kind === 'mark' && next.norm !== '%')
    return exclude(at, at);
  if (next.norm !== '%' && !next.norm.startsWith('процент')) return null;
  if (SURE.test(near(line, at + 2, at).norm)) return exclude(at, at + 1);
  const preposition = near(line, at - 1, at).norm === 'на' || near(line, at - 1, at).norm === 'все';
  return preposition && [-4, -3, -2].some((step) => GIVING.test(near(line, at + step, at).norm))
    ? exclude(at, at + 1)
    : null;
}

const SURE = /^(?:увер|соглас|прав|гарант|доверя)/u;
const GIVING = /^(?:вылож|выклад|отда[влеюе]|уверен|соглас|старал)/u;

/** «50 на 50», «1-1», «дважды два», «3 в 1», «два в одном» */
function twice(line: Line, at: number, next: Cell): NumberClaim | null {
  const then = near(line, at + 2, at);
  const { norm, number } = cellAt(line, at);
  // «80 на 20»
  if (next.norm === 'на' && Number(norm) + Number(then.norm) === 100 && !isGeneral(near(line, at + 3, at)))
    return exclude(at, at + 2);
  if (next.norm === 'на' && then.norm === norm && number?.is !== 'part' && !isGeneral(near(line, at + 3, at)))
    return norm === '1' || norm === 'пятьдесят' ? exclude(at, at + 2) : null;
  if (norm === '1' && next.norm === '-' && next.glued && then.norm === '1' && then.glued)
    return exclude(at, at + 2);
  if (norm === 'дважды' && next.norm === 'два') return exclude(at, at + 1);
  if (next.norm !== 'в' || !(then.norm === '1' || then.norm === 'одном')) return null;
  const many = readNumeral(line, at);
  return many !== null && many.last === at && many.value > 1 && many.value < 10 ? exclude(at, at + 2) : null;
}

/** «50 на 50 метров»: a size. */
function isGeneral(next: Cell): boolean {
  return next.kind === 'word' && (next.unit !== null || /^(?:метр|сантим|см|мм|м$)/u.test(next.norm));
}
