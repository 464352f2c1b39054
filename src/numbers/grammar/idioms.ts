import { listed } from '../../text/forms/lists.js';
import { readAmount } from './amount.js';
import { changes } from './clock.js';
import { countedWord } from './counted-noun.js';
import { cellAt, isUnit, type Line, near } from './line.js';
import { readNumeral } from './numeral.js';
import { exclude, type NumberClaim, type NumberRule } from './rule.js';

/** «один из», "one of", "one by one", «раз в неделю», "no one": words of number that count nothing. */
export const idiom: NumberRule = {
  name: 'idiom',
  claim(line, at) {
    const cell = cellAt(line, at);
    const before = near(line, at - 1, at).norm;
    const next = near(line, at + 1, at);
    if (cell.norm === '50/50') return exclude(at, at);
    const even = cell.norm === '50' || cell.norm === 'fifty';
    if (even && (next.norm === '/' || next.norm === '-') && cellAt(line, at + 2).norm === cell.norm)
      return exclude(at, at + 2);
    // «в двух словах», «в два счёта», «на все сто», «на сто процентов уверен»
    if (['словах', 'счета', 'слова'].includes(next.norm) && ['в', 'два', 'двух'].includes(before))
      return exclude(at, at + 1);
    if (cell.norm === 'сто' && before === 'все') return exclude(at, at);
    // «сто раз говорила», «тысячу раз»: very often; «в сто раз» is a multiple
    if (
      (cell.norm === 'сто' || cell.norm === 'тысячу') &&
      next.norm === 'раз' &&
      !['в', 'ровно'].includes(before)
    )
      return exclude(at, at + 1);
    const shift = schedule(line, at);
    if (shift !== null) return shift;
    // «вышли в ноль»: neither loss nor gain; «жалобы упали в ноль», «свели в ноль» are a result
    if (cell.norm === 'ноль' && before === 'в')
      return changes(line, at) || isReduced(line, at) ? null : exclude(at, at);
    return isOne(cell.norm) ? idiomOfOne(line, at) : null;
  },
};

function isOne(norm: string): boolean {
  return norm === 'one' || ONE_RU.has(norm);
}

const ONE_RU = listed('один одна одно одного одной одну одному одним одном');

/** «два через два», «сутки через трое»: days of work and of rest. */
function schedule(line: Line, at: number): NumberClaim | null {
  const numeral = readNumeral(line, at);
  if (numeral === null || numeral.value > 7) return null;
  if (near(line, at - 1, at).norm === 'через')
    return near(line, at - 2, at).norm === 'сутки' ? exclude(at, numeral.last) : null;
  if (near(line, numeral.last + 1, at).norm !== 'через') return null;
  const rest = readNumeral(line, numeral.last + 2);
  return rest !== null &&
    rest.value <= 7 &&
    near(line, rest.last + 1, at).unit === null &&
    near(line, rest.first, at).sentence >= 0
    ? exclude(at, rest.last)
    : null;
}

function isReduced(line: Line, at: number): boolean {
  return [-4, -3, -2, 1].some((step) => /^(?:св[еио]|уш[ле])/u.test(near(line, at + step, at).norm));
}

/** "one" counts only where it says that there was no second. */
function idiomOfOne(line: Line, at: number): NumberClaim | null {
  const next = near(line, at + 1, at);
  const before = near(line, at - 1, at);
  const numeral = readNumeral(line, at);
  if (numeral !== null && numeral.last > at) return null;
  // «ни одной жалобы», "not one order"
  if (before.norm === 'ни' || before.norm === 'not') {
    if (NOTHING_SAID.test(next.norm) || isPurpose(line, at)) return exclude(at, at);
    return { first: at, last: at, kind: 'count', value: 0, unit: countedWord(line, next) };
  }
  if (before.norm === 'only' && near(line, at - 2, at).norm === 'the') return exclude(at, at);
  if (ONLY.has(before.norm) || ONLY.has(near(line, at - 2, at).norm)) return null;
  if (
    next.unit !== null &&
    isUnit(next) &&
    next.unit.kind !== 'grade' &&
    next.norm !== 'раз' &&
    !isSameTime(line, at) &&
    !NO_UNIT_BEFORE.has(before.norm) &&
    next.norm !== 'day'
  )
    return null;
  if (['-', 'or', 'или'].includes(next.norm) && readAmount(line, at)?.from !== undefined) return null;
  // «на один процентный пункт»; «ещё одна жалоба» counts none
  if (next.norm.startsWith('процентн')) return null;
  if (before.norm === 'еще') return exclude(at, at);
  if (isProblem(next.norm) || isProblem(near(line, at + 2, at).norm)) return null;
  // «возвратов — одна», "complaints: one."
  const stands = ['-', '—', ':'].includes(before.norm) && next.kind === 'mark';
  // «ушёл один, и то в науку»
  if (next.norm === ',' && near(line, at + 2, at).norm === 'и' && EVEN_THAT.has(near(line, at + 3, at).norm))
    return null;
  return stands ? null : exclude(at, at);
}

/** «ни одного слова», «ни одной мысли», «ни одна живая душа» */
const NOTHING_SAID = /^(?:слов|мысл|душ|жив|намек|шанс)/u;

/** «чтобы ни один звонок не потерялся»: what was to be. */
function isPurpose(line: Line, at: number): boolean {
  return [-2, -3, -4, -5].some((step) => /^чтоб/u.test(near(line, at + step, at).norm));
}

const EVEN_THAT = new Set(['то', 'та', 'тот']);

/** «все уволились в один день»: the same one; «уложились в один день», «разница в один день» say how long. */
function isSameTime(line: Line, at: number): boolean {
  if (near(line, at - 1, at).norm !== 'в' || near(line, at + 1, at).unit?.kind !== 'duration') return false;
  return !/^(?:у(?:лож|клад)|разниц|срок|опозда|задерж|пауз|перерыв)/u.test(near(line, at - 2, at).norm);
}

/** "one complaint", «одна царапина»: what goes wrong is counted from one. */
function isProblem(norm: string): boolean {
  return PROBLEMS.some((start) => norm.startsWith(start));
}

const PROBLEMS: readonly string[] = [
  ...'жалоб возврат ошибк инцидент царапин сбой дефект опоздан травм претензи'.split(' '),
  ...'complaint error mistake typo incident defect escalation injur crash failure reboot'.split(' '),
];

const ONLY = listed('only just ни not кроме лишь всего только осталась остался остался минус плюс');
const NO_UNIT_BEFORE = listed('the this that which another every each no any');
