import type { LanguageModel } from '../../content/types.js';
import { measureOf } from '../../numbers/base.js';
import { isSizeOfChange } from '../../numbers/changes.js';
import { clauseOf } from '../../numbers/neighbours.js';
import type { Quantity, QuantityKind, ReadQuantity } from '../../numbers/types.js';
import { matchPatterns, patternSet } from '../../text/patterns.js';
import { spanOf } from '../../text/span.js';
import { type Document, FORM } from '../../text/types.js';
import type { Kind } from '../types.js';
import { patternsOf, type Wording } from '../wording.js';

export interface FigureOptions {
  /** What the figure is without. */
  readonly lacks: 'base' | 'method';
  /** Kinds of figure that need it: a percent is a share of something, a count is not. */
  readonly of: readonly QuantityKind[];
  /** Words of a clause of whose percent nobody asks this: it was granted («скидку 5 %») or is one of a plan («97 % плана»). */
  readonly exempt?: Wording | undefined;
}

/**
 * A figure of effect stands alone: no base it started from, or no word on how it was measured. One base or one
 * method anywhere is taken to serve the whole answer, so at most one figure is reported.
 */
export const figure: Kind<FigureOptions> = {
  kind: 'figure',
  create:
    ({ lacks, of, exempt = {} }) =>
    (reading, { languages }) => {
      const effects = reading.quantities.filter(({ role }) => role === 'effect');
      if (effects.some((quantity) => quantity[lacks] !== undefined)) return [];
      const bare = effects.find(
        (quantity) =>
          of.includes(quantity.kind) &&
          // Nobody measures what was only asked for: «план был 95 %, вышли на 97 %».
          quantity.target !== true &&
          !isExempt(quantity, reading.document, exempt) &&
          !(lacks === 'method' && isHeadCount(quantity)) &&
          !(
            lacks === 'base' &&
            (hasTarget(quantity, reading.quantities) || isUsual(quantity, reading.document, languages))
          ),
      );
      return bare === undefined ? [] : [{ span: spanOf(bare) }];
    },
};

/** "7 of 9 clients signed": counted, not measured. A score stands on a scale: «4,6 из 5». */
function isHeadCount({ kind, unit, value }: Quantity): boolean {
  return kind === 'rating' && Number.isInteger(value) && !SCALES.includes(unit ?? '');
}

/** «Закрыли год на 91 % при плане 88 %»: set against what was to be reached. */
function hasTarget(figure: Quantity, quantities: readonly ReadQuantity[]): boolean {
  const measure = measureOf(figure);
  return measure !== null && quantities.some((other) => other.target && measureOf(other) === measure);
}

/** A change is never exempt: «перевыполнение плана выросло на 12 %». */
function isExempt(share: Quantity, document: Document, words: Wording): boolean {
  if (share.kind !== 'percent' || isSizeOfChange(document, share)) return false;
  const clause = clauseOf(document, share);
  return (
    clause !== undefined &&
    matchPatterns(patternsOf(words, document.language ?? ''), clause.tokens).length > 0
  );
}

/** «Обычно 30 % клиентов соглашаются», "usually 30% of clients agree": a share that holds in general started from nothing. */
function isUsual(share: Quantity, document: Document, languages: readonly LanguageModel[]): boolean {
  if (share.kind !== 'percent' || isSizeOfChange(document, share)) return false;
  const language = languages.find(({ code }) => code === document.language);
  const clause = clauseOf(document, share);
  if (language === undefined || clause === undefined) return false;
  if ((clause.forms & (FORM.past | FORM.change)) !== 0) return false;
  return matchPatterns(patternSet(language.habitual), clause.tokens).length > 0;
}

const SCALES: readonly string[] = ['/5', '/10', '/100'];
