import { listed } from '../text/forms/lists.js';
import type { Clause, Document } from '../text/types.js';
import { direction } from './lexicon/index.js';
import { normsAfter, normsBefore } from './neighbours.js';
import type { Quantity } from './types.js';

/** Up to this many, spelled as words, a count is as often a circumstance as an effect. */
const FEW = 5;

/**
 * True where a count in a result measures nothing: «ставлю два напоминания», "I carry two laptops now",
 * "the other three", "it would save doing it twice", «приходим по двое», "two of us".
 */
export function isIncidental(quantity: Quantity, document: Document): boolean {
  if (quantity.kind === 'approximate') return isCouple(quantity, document);
  if (quantity.kind !== 'count') return false;
  const typed = document.text.charCodeAt(quantity.start);
  const digits = typed >= 48 && typed <= 57;
  const lead = normsBefore(document, quantity, 5);
  const [before = '', second = ''] = lead;
  const after = normsAfter(document, quantity, 3);
  if (quantity.unit === 'times') return direction(after[0] ?? '') === null && !LIMITS.has(before);
  if (after[0] === 'of' && after[1] === 'us') return true;
  if (after[0] === 'из' && after[1] === 'нас') return true;
  if (OTHERS.has(before) || OTHERS.has(after[0] ?? '')) return true;
  if (before === 'по' && !digits) return true;
  if (isKnown(lead, digits)) return true;
  if (digits || quantity.value > FEW || quantity.value === 0) return false;
  if (LIMITS.has(before) || LIMITS.has(second) || LIMITS.has(after[0] ?? '')) return false;
  if (isTopic(lead, after) || isCircumstance(lead, after)) return true;
  const subject = clauseOf(quantity, document)?.subject;
  return subject === 'speaker' || subject === 'dropped';
}

/** "a couple of the girls wanted to stay"; "dozens of calls", "a couple of hundred", «сотни писем» say how many. */
function isCouple({ start, end, value }: Quantity, { text }: Document): boolean {
  return Number.isNaN(value) && text.slice(start, end).toLowerCase().endsWith('couple');
}

/** "the four yards", "the last two", «из двадцати»: a number that was told before, or the whole of a part. */
function isKnown([before = '', second = '']: readonly string[], digits: boolean): boolean {
  if (before === 'из' || before === 'the') return true;
  if (before === 'last' || before === 'first') return second === 'the';
  return before === 'of' && !digits && direction(second) === null;
}

/** «Двое обиделись», "two of them", "one of the": who, not how many; «обиделись двое» says how many. */
function isTopic(lead: readonly string[], [next, then = '']: readonly string[]): boolean {
  if (lead.length > 0 || next === undefined) return false;
  return next === 'of' ? PARTITIVE.has(then) : next.charCodeAt(0) >= 0x400;
}

const PARTITIVE = listed('them the those these my our his her their');

/** "for three weddings", where nothing changed by them. */
function isCircumstance(lead: readonly string[], after: readonly string[]): boolean {
  if (lead[0] !== 'for') return false;
  return ![...lead, ...after].some((norm) => direction(norm) !== null);
}

const OTHERS = new Set(['other', 'оставшихся', 'остальных', 'остальные', 'max', 'these', 'those', 'этих']);
const LIMITS = new Set([
  'only',
  'just',
  'ни',
  'not',
  'лишь',
  'всего',
  'только',
  'осталось',
  'осталась',
  'остались',
  'минус',
  'plus',
]);

function clauseOf(quantity: Quantity, document: Document): Clause | undefined {
  const clauses = document.sentences[quantity.sentence]?.clauses ?? [];
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clauses[middle] as Clause).end <= quantity.start) low = middle + 1;
    else high = middle;
  }
  const clause = clauses[low];
  return clause !== undefined && clause.start <= quantity.start ? clause : undefined;
}
