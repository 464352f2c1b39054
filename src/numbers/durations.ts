import { listed } from '../text/forms/lists.js';
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
  if (isMargin(before, after) || isStreak(after) || isNamedBefore(before) || isSaved(before)) return true;
  if (isHeadline(before, after)) return true;
  if ([...before, ...after].some((norm) => norm === 'вместо' || norm === 'instead')) return true;
  if (after.some((norm, i) => i < 2 && LATER.has(norm))) return false;
  // "promoted 18 months in, …"
  if (after[0] === 'in' && (after[1] ?? ',') === ',') return false;
  const leadAt = before.findIndex((norm) => !PASSED.has(norm));
  const lead = before[leadAt] ?? '';
  // «сократился до двух дней», "cut to two days"
  if (TO.has(lead))
    return before.slice(leadAt, leadAt + 5).some((norm) => direction(norm) !== null || isReaching(norm));
  if (leadAt <= 1 && WITHIN.has(lead) && SHORT.has(quantity.unit ?? '') && after[0] !== 'до') return true;
  if (isLevel(before.slice(leadAt, leadAt + 4)) || isShift(before.slice(leadAt, leadAt + 4))) return true;
  if (WHEN.has(lead)) return false;
  return [...before, ...after].some(
    (norm) => MEASURED.has(norm) || direction(norm) !== null || isMeasure(norm),
  );
}

/** «на пять часов раньше срока», «ждут на 4 минуты меньше», "twenty minutes to spare", «с опозданием в двенадцать минут»: against a deadline. */
function isMargin(before: readonly string[], after: readonly string[]): boolean {
  return (
    ['early', 'late', 'ahead', 'spare'].includes(after[0] ?? '') ||
    (after[0] === 'to' && after[1] === 'spare') ||
    (after[0] === 'before' && after[1] === 'the') ||
    (['раньше', 'до'].includes(after[0] ?? '') && (after[1] ?? '').startsWith('срок')) ||
    (before[0] === 'на' && DIFFERENT.has(after[0] ?? '')) ||
    (before[0] === 'на' && before.slice(1, 4).some((norm) => norm.startsWith('опозда'))) ||
    before.slice(0, 2).includes('опозданием') ||
    isDifference(before)
  );
}

/** «с 20 до 15 дней, на 5 дней», "from 20 to 15 days, by 5 days" */
function isDifference([lead = '', mark = '', ...before]: readonly string[]): boolean {
  if (mark !== ',') return false;
  return lead === 'на'
    ? before.includes('до') && before.includes('с')
    : lead === 'by' && before.includes('to') && before.includes('from');
}

const DIFFERENT = listed('раньше быстрее позже меньше больше дольше короче');

/** "22 minutes, last belt tied", «Тридцать четыре дня, приёмка без замечаний». */
function isHeadline(before: readonly string[], after: readonly string[]): boolean {
  return before.length === 0 && (after.length === 0 || after[0] === ',');
}

/** "hold times went below ten minutes", "we were at 84 minutes", "under 48 hours". */
function isLevel([lead = '', verb = '', ...more]: readonly string[]): boolean {
  if (lead === 'at') return STOOD.has(verb) || (verb === 'now' && STOOD.has(more[0] ?? ''));
  return BELOW.has(lead);
}

const BELOW = listed('under below became');
const STOOD = listed('was were is are stands stood sits stays');

/** «вырос на 40 секунд», "moved by nine days"; «на два года» says for how long. */
function isShift([lead = '', verb = '', ...more]: readonly string[]): boolean {
  if (lead !== 'на' && lead !== 'by') return false;
  return [verb, ...more].some(
    (norm) => direction(norm) !== null || SHIFTING.some((start) => norm.startsWith(start)),
  );
}

const SHIFTING = ['сдвин', 'отста', 'опозд', 'moved', 'slipped', 'missed', 'beat'];

/** «справились за сорок минут», "cleared in 25 minutes": what takes less than a day is timed, longer ones only say when. */
const WITHIN = listed('за in within');
const SHORT = listed('ms s min h');

/** «экономим по 2 часа», "each agent saves 6 hours": time that is no longer spent. */
function isSaved(before: readonly string[]): boolean {
  return before.slice(0, 5).some((norm) => SAVING.some((start) => norm.startsWith(start)));
}

const SAVING = ['эконом', 'сэконом', 'высвобод', 'saves', 'saved', 'saving', 'freed'];

/** «двадцать шесть дней подряд», "14 months and counting", "five months without a wrong tray". */
function isStreak(after: readonly string[]): boolean {
  return (
    ['without', 'без', 'подряд', 'straight'].includes(after[0] ?? '') ||
    (after[0] === 'and' && after[1] === 'counting') ||
    (after[0] === 'in' && after[2] === 'row')
  );
}

/** "First answer today: 1.5 days", «Сборка — 4 минуты»: the value of what stands before the mark. */
function isNamedBefore(before: readonly string[]): boolean {
  return before.length > 1 && [':', '—', '='].includes(before[0] ?? '');
}

const LATER = listed('later ago after on спустя назад позже before old отсрочки');

/** Words before a number that change nothing about its preposition: «через каких-то два месяца». */
const PASSED = listed(
  'the about around the first last next past just only почти около примерно первые последние каждые these',
);

const TO = new Set(['до', 'to']);

const WHEN = new Set([
  ...'через спустя за после течение на во в по с уже каждые'.split(' '),
  ...'in for after within over during every by until since on all another at'.split(' '),
]);

const MEASURED = new Set([
  ...'стало стал стала теперь сейчас среднем срок время занимает занимать уходит длится ответ ответа медиана итого'.split(
    ' ',
  ),
  ...'now average takes take is was time wait waits median downtime stands'.split(' '),
]);

/** «срок дошёл до двух недель», "got it to two days" */
function isReaching(norm: string): boolean {
  return (
    norm.startsWith('дошел') ||
    norm.startsWith('дошл') ||
    norm.startsWith('довел') ||
    norm === 'got' ||
    norm === 'went'
  );
}

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
