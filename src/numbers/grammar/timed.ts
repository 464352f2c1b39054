import { listed } from '../../text/forms/lists.js';
import { cellAt, type Line, near } from './line.js';

/** How long something took, typed as on a clock. */
export interface Timed {
  readonly last: number;
  readonly value: number;
  readonly unit: 'min' | 'h';
}

/**
 * "AHT 6:30", «среднее время ответа 4:15», "average call: 1:20:05": minutes and seconds where a measure of time stands
 * before them, hours and minutes where the unit says so; null for an hour of the day.
 */
export function timedAt(line: Line, at: number): Timed | null {
  const cell = cellAt(line, at);
  const typed = cell.kind === 'number' ? TYPED.exec(cell.norm) : null;
  if (typed === null) return null;
  const unit = near(line, at + 1, at).unit?.unit;
  const named = unit === 'min' || unit === 'h';
  if (!named && !isMeasured(line, at)) return null;
  const [large = 0, small = 0, seconds = 0] = typed.slice(1).map((part) => Number(part ?? 0));
  const value = large + (small + seconds / 60) / 60;
  const inHours = unit === 'h' || typed[3] !== undefined;
  return { last: named ? at + 1 : at, value, unit: inHours ? 'h' : 'min' };
}

const TYPED = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/u;

/** Cells before it in which the measure is looked for. */
const REACH = 12;

/** True where what stands before it is measured in time, and no word before it says when. */
function isMeasured(line: Line, at: number): boolean {
  if (WHEN.has(near(line, at - 1, at).norm)) return false;
  return isOfTime(line, at) || someBefore(at, (i) => MEAN.test(near(line, i, at).norm));
}

/** True where a measure of time is named before a cell: "AHT", "handle time", «длительность звонка». */
export function isOfTime(line: Line, at: number): boolean {
  return someBefore(at, (i) => {
    const { norm } = near(line, i, at);
    if (METRICS.has(norm) || LENGTHS.test(norm)) return true;
    return TIMES.has(norm) && [i - 1, i + 1].some((beside) => WORK.test(near(line, beside, at).norm));
  });
}

function someBefore(at: number, holds: (i: number) => boolean): boolean {
  for (let i = at - 1; i >= at - REACH; i--) if (holds(i)) return true;
  return false;
}

const WHEN = listed('at by until till after before since around в к после около');

const METRICS = listed('aht ahts att asa acw awt frt ttr mttr mtta аht ант');
const LENGTHS = /^(?:длительност|продолжительност|хронометраж|durations?$)/u;
const MEAN = /^(?:averag|avg$|mean$|median$|средн(?:ий|яя|ее|его|ей|ем|юю)$|медиан)/u;
const TIMES = listed('time times length время времени');

/** What is timed: "handle time", "talk time", «время ответа»; «время встречи» says when. */
const WORK =
  /^(?:handl|respon|repl|resol|talk|wait|hold|call|queue|cycle|restor|answer|process|service|turnaround|pick|ответ|обработк|разговор|ожидани|решени|реакци|обслуживани|звонк|вызов|сборк|восстановлени|удержани)/u;
