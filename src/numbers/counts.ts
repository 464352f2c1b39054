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
  if (quantity.kind === 'approximate') return false;
  if (quantity.kind !== 'count') return false;
  const typed = document.text.charCodeAt(quantity.start);
  const digits = typed >= 48 && typed <= 57;
  const [before = '', second = ''] = normsBefore(document, quantity, 2);
  const after = normsAfter(document, quantity, 3);
  if (quantity.unit === 'times') return direction(after[0] ?? '') === null && !LIMITS.has(before);
  if (after[0] === 'of' && after[1] === 'us') return true;
  if (after[0] === 'из' && after[1] === 'нас') return true;
  if (OTHERS.has(before) || OTHERS.has(after[0] ?? '')) return true;
  if (before === 'по' && !digits) return true;
  if (digits || quantity.value > FEW || quantity.value === 0) return false;
  if (LIMITS.has(before) || LIMITS.has(second)) return false;
  const subject = clauseOf(quantity, document)?.subject;
  return subject === 'speaker' || subject === 'dropped';
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
