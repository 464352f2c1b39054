import type { Quantity } from '../numbers/types.js';
import { matchPatterns } from '../text/patterns.js';
import type { Document } from '../text/types.js';
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
  const measured = new Set(
    quantities.filter(({ kind }) => kind !== 'excluded').map(({ sentence }) => sentence),
  );
  return new Set(
    document.sentences
      .filter(({ index, onlyHeading }) => !onlyHeading && !measured.has(index))
      .filter((sentence) => {
        const body = sentence.heading?.end ?? sentence.start;
        // One word with something to say is enough, and most sentences open with one.
        return sentence.clauses.every(({ tokens }) =>
          tokens.every(
            (token) =>
              token.kind !== 'word' || token.start < body || matchPatterns(model.stock, [token]).length > 0,
          ),
        );
      })
      .map(({ index }) => index),
  );
}
