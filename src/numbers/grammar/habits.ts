import { isParticiple, isPast } from '../../text/forms/en/verbs.js';
import { beginnings, listed } from '../../text/forms/lists.js';
import { pastOf } from '../../text/forms/ru/past.js';
import { direction } from '../lexicon/index.js';
import { cellAt, type Line, near } from './line.js';
import { COMPARED, HOW_OFTEN } from './multiples.js';
import { readNumeral } from './numeral.js';
import { exclude, type NumberRule } from './rule.js';

/** "nine times out of ten", "in 99 cases out of 100", «в девяти случаях из десяти»: usually; «9 из 10 клиентов» are counted. */
export const usually: NumberRule = {
  name: 'usually',
  claim(line, at) {
    const many = readNumeral(line, at);
    const whole = many === null ? undefined : NEARLY.get(many.value);
    if (many === null || whole === undefined) return null;
    const times = TIMES.has(near(line, many.last + 1, at).norm);
    let next = many.last + (times ? 2 : 1);
    if (near(line, next, at).norm === 'out') next += 1;
    if (!OF.has(near(line, next, at).norm)) return null;
    // "of a hundred"
    const article = near(line, next + 1, at).norm === 'a' ? 1 : 0;
    const all = readNumeral(line, next + 1 + article);
    if (all?.value !== whole || near(line, all.first, at).sentence < 0) return null;
    if (!times && !TIMES.has(near(line, all.last + 1, at).norm)) return null;
    return isMeasured(line, at, all.last) ? null : exclude(at, all.last + (times ? 0 : 1));
  },
};

/** Of how many each of these is all but one. */
const NEARLY: ReadonlyMap<number, number> = new Map([
  [9, 10],
  [99, 100],
]);
const TIMES = listed('times cases раз случаях случаев');
const OF = listed('of in из');

/** "up to nine times out of ten", "nine times out of ten, up from six", «сейчас успеваем в девяти случаях из десяти», "by May nine times out of ten" */
function isMeasured(line: Line, at: number, last: number): boolean {
  const follower = near(line, last + 2, at).norm;
  if (COMPARING.has(follower) || direction(follower) !== null) return true;
  for (let i = at - 1; i >= at - REACH; i--) {
    const { norm } = near(line, i, at);
    if (NOW.has(norm)) return true;
  }
  return COMPARING.has(near(line, at - 1, at).norm);
}

/** Cells before the number in which a word is looked for that says since when it is so. */
const REACH = 8;
const NOW = listed('now today by теперь сейчас сегодня стало стали');
const COMPARING = listed('to from до вместо против instead compared against versus');

/** "I checked it twice", «дважды пересчитала»: how a step was done; "read twice as many" and "twice a week" are counted. */
export const manner: NumberRule = {
  name: 'manner',
  claim(line, at) {
    const last = repeated(line, at);
    if (last === null) return null;
    const next = near(line, last + 1, at).norm;
    if (COMPARED.has(next) || next === 'в' || HOW_OFTEN.has(near(line, last + 2, at).norm)) return null;
    return checks(line, at, -1) || checks(line, last, 1) ? exclude(at, last) : null;
  },
};

/** The last cell of "twice", «трижды», «два раза», but not of «в два раза». */
function repeated(line: Line, at: number): number | null {
  const cell = cellAt(line, at);
  if (cell.number?.is === 'repetition') return at;
  if (cell.number?.is !== 'cardinal' || cell.number.value > 3 || cell.number.value < 2) return null;
  const next = near(line, at + 1, at);
  return next.unit?.kind === 'times' && near(line, at - 1, at).norm !== 'в' ? at + 1 : null;
}

/** Cells on either side in which the verb is looked for. */
const BEFORE = 7;
const BEHIND = 2;

/** True where the nearest verb on one side is one of checking. */
function checks(line: Line, at: number, step: 1 | -1): boolean {
  const reach = step === 1 ? BEHIND : BEFORE;
  for (let i = 1; i <= reach; i++) {
    const { kind, norm } = near(line, at + step * i, at);
    if (kind !== 'word') return false;
    if (CHECKING_EN.has(norm) || CHECKING_RU.open(norm)) return true;
    // "went over the figures twice"
    if (norm === 'over' || norm === 'through') {
      if (i > 1 && GOING.has(near(line, at + step * i - 1, at).norm)) return true;
    } else if (isPast(norm) || isParticiple(norm) || pastOf(norm) !== 0 || CLAUSE.has(norm)) return false;
  }
  return false;
}

const CHECKING_EN = listed(
  `check checks checked checking recheck rechecked verify verifies verified verifying proofread proofreads read reads reading
  reread counted counting recount recounted reviewed reviewing tests tested testing look
  looks looked looking think thought measure measures measured measuring`,
);
const CHECKING_RU = beginnings(
  `проверя провери проверен перепроверя перепровери сверя свери сверен пересчит перечит перечел прочит прочел прочла читаю
  читает читаем читал смотр посмотр просмотр пересмотр подума думаю думаем спроси спроша переспр измер перемер отмер тестир
  протестир`,
);
const GOING = listed('go goes going went gone');
const CLAUSE = listed('that which who what because что который которая которые как потому');
