import type { QuantityKind } from '../types.js';
import type { Line } from './line.js';

/** Cells that a rule takes for itself, and what they say. */
export interface NumberClaim {
  /** Indexes of the first and last cell. */
  readonly first: number;
  readonly last: number;
  readonly kind: QuantityKind;
  readonly value: number;
  readonly from?: number;
  /** First and last cell of what a pair started from. */
  readonly fromCells?: readonly [number, number];
  readonly unit: string | null;
}

/** One way to read the number that begins at a cell; the ordered list of rules is the grammar. */
export interface NumberRule {
  /** Of an exclusion this is the reason that the quantity carries. */
  readonly name: string;
  readonly claim: (line: Line, at: number) => NumberClaim | null;
}

/** A number that measures nothing, from cell to cell. */
export function exclude(first: number, last: number, value = Number.NaN): NumberClaim {
  return { first, last, kind: 'excluded', value, unit: null };
}
