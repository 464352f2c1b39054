import type { Mismatch } from '../../numbers/types.js';
import type { Kind } from '../types.js';

export interface MismatchOptions {
  readonly of: readonly Mismatch['kind'][];
}

/** Figures do not agree. `{stated}` and `{pair}` are the candidate's, `{computed}` is what the pair gives. */
export const mismatch: Kind<MismatchOptions> = {
  kind: 'mismatch',
  create:
    ({ of }) =>
    (reading) =>
      reading.mismatches
        .filter(({ kind }) => of.includes(kind))
        .map(({ start, end, stated, pair, computed }) => ({
          span: { start, end },
          values: { stated, pair, computed },
        })),
};
