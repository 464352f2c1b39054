import type { Document } from '../text/types.js';
import { direction } from './lexicon/index.js';
import { normsAfter, normsBefore } from './neighbours.js';
import type { Quantity } from './types.js';

/**
 * True where a duration is what was measured ("the wait is now 4 days", «отчёт занимает 15 минут», «вместо
 * трёх дней»), false where it says when something happened or how long the work took («через два месяца»,
 * "after six weeks", "for three years").
 */
export function measuresTime(quantity: Quantity, document: Document): boolean {
  const before = normsBefore(document, quantity, 7);
  const after = normsAfter(document, quantity, 4);
  if (after.some((norm, i) => i < 2 && LATER.has(norm))) return false;
  const lead = before.find((norm) => !PASSED.has(norm));
  if (lead !== undefined && WHEN.has(lead)) return false;
  return [...before, ...after].some(
    (norm) => MEASURED.has(norm) || direction(norm) !== null || isMeasure(norm),
  );
}

const LATER = new Set(
  'later ago after on early late спустя назад позже подряд before old отсрочки'.split(' '),
);

/** Words before a number that change nothing about its preposition: «через каких-то два месяца». */
const PASSED = new Set(
  'the about around the first last next past just only почти около примерно первые последние каждые these'.split(
    ' ',
  ),
);

const WHEN = new Set([
  ...'через спустя за после течение на до в во по с уже каждые на'.split(' '),
  ...'in for after within over during every by until since on all another at'.split(' '),
]);

const MEASURED = new Set([
  ...'стало стал стала теперь сейчас вместо среднем срок время занимает занимать уходит длится ответ ответа медиана итого'.split(
    ' ',
  ),
  ...'now average takes take instead is was time wait waits median downtime stands'.split(' '),
]);

function isMeasure(norm: string): boolean {
  return MEASURE_STARTS.some((start) => norm.startsWith(start));
}

const MEASURE_STARTS = [
  'занима',
  'сэконом',
  'ожидани',
  'задержк',
  'простой',
  'простоя',
  'delay',
  'saves',
  'respon',
  'turnaround',
];
