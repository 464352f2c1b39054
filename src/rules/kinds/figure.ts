import type { Quantity, QuantityKind, ReadQuantity } from '../../numbers/types.js';
import type { Kind } from '../types.js';

export interface FigureOptions {
  /** What the figure is without. */
  readonly lacks: 'base' | 'method';
  /** Kinds of figure that need it: a percent is a share of something, a count is not. */
  readonly of: readonly QuantityKind[];
}

/**
 * A figure of effect stands alone: no base it started from, or no word on how it was measured. One base or one
 * method anywhere is taken to serve the whole answer, so at most one figure is reported.
 */
export const figure: Kind<FigureOptions> = {
  kind: 'figure',
  create:
    ({ lacks, of }) =>
    (reading) => {
      const effects = reading.quantities.filter(({ role }) => role === 'effect');
      if (effects.some((quantity) => quantity[lacks] !== undefined)) return [];
      const bare = effects.find(
        (quantity) =>
          of.includes(quantity.kind) &&
          !(lacks === 'method' && isHeadCount(quantity)) &&
          !(lacks === 'base' && hasTarget(quantity, reading.quantities)),
      );
      return bare === undefined ? [] : [{ span: { start: bare.start, end: bare.end } }];
    },
};

/** "7 of 9 clients signed": counted, not measured. A score stands on a scale: «4,6 из 5». */
function isHeadCount({ kind, unit, value }: Quantity): boolean {
  return kind === 'rating' && Number.isInteger(value) && !SCALES.includes(unit ?? '');
}

/** «Закрыли год на 91 % при плане 88 %»: set against what was to be reached. */
function hasTarget({ unit }: Quantity, quantities: readonly ReadQuantity[]): boolean {
  return quantities.some((other) => other.target === true && other.unit === unit);
}

const SCALES: readonly string[] = ['/5', '/10', '/100'];
