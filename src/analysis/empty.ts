import type { Quantity } from '../numbers/types.js';
import { matchPatterns, mayBegin } from '../text/patterns.js';
import type { Document, Token } from '../text/types.js';
import type { Model } from './model.js';

/**
 * Sentences that say nothing in particular: every word is a stock word of the language («У нас был сложный
 * проект», "Everything went well") and no figure stands in them.
 *
 * @returns indices of sentences; a heading that stands alone is not among them
 */
export function emptySentences(
  document: Document,
  quantities: readonly Quantity[],
  model: Model,
): ReadonlySet<number> {
  const measured = new Set<number>();
  for (const { kind, sentence } of quantities) if (kind !== 'excluded') measured.add(sentence);
  const empty = new Set<number>();
  for (const sentence of document.sentences) {
    const { index, onlyHeading, heading, start, clauses } = sentence;
    if (onlyHeading || measured.has(index)) continue;
    const body = heading?.end ?? start;
    if (clauses.every(({ tokens }) => isStock(tokens, body, model))) empty.add(index);
  }
  return empty;
}

/** @param body where what the heading stands over begins */
function isStock(tokens: readonly Token[], body: number, { stock }: Model): boolean {
  // One word with something to say is enough, and most sentences open with one.
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' || token.start < body) continue;
    if (!mayBegin(stock, token) || matchPatterns(stock, [token]).length === 0) return false;
  }
  return true;
}
