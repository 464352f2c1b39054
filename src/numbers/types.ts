import type { Span } from '../text/types.js';

/** What a figure measures by its form; `pair` is a change from one number to another. */
export type QuantityKind =
  | 'percent'
  | 'points'
  | 'money'
  | 'multiple'
  | 'fraction'
  | 'rating'
  | 'duration'
  | 'count'
  | 'pair'
  | 'approximate'
  /** A number that measures nothing: date, clock time, product name, list marker … (see `excluded`). */
  | 'excluded';

/** What a figure says in the answer; `effect` is the only role that quantifies a result. */
export type QuantityRole = 'effect' | 'scale' | 'duration' | 'date' | 'name' | 'step' | 'other';

/** A figure of the text. The span is in UTF-16 units of the document, from 0, the end exclusive. */
export interface Quantity extends Span {
  readonly kind: QuantityKind;
  /** The number said; of a pair the second one; NaN where words give none ("dozens"). */
  readonly value: number;
  /** First number of a pair or lower end of a range. */
  readonly from?: number;
  /** Of a pair: where the first number stands, unit included. */
  readonly fromSpan?: Span;
  /** `%`, `pp`, `rub`, `usd`, `eur`, `gbp`, `s`, `min`, `h`, `d`, `w`, `mo`, `q`, `y`, `place`, or the counted noun as typed; null where none. */
  readonly unit: string | null;
  /** Why the number is no quantity, by the name of the rule that claimed it (`year`, `product`, `clock-time` …). */
  readonly excluded?: string;
  /** Index of the sentence in the document. */
  readonly sentence: number;
}

/** A quantity once the parts of the answer are known. */
export interface ReadQuantity extends Quantity {
  readonly role: QuantityRole;
  /** True for what was to be reached: «план был 95 %», "the target was 40". */
  readonly target?: true;
  /** Where the answer says what the figure started from. */
  readonly base?: Span;
  /** Where the answer says how the figure was measured. */
  readonly method?: Span;
}

/** Figures of the answer that do not agree with each other. */
export interface Mismatch extends Span {
  readonly kind: 'arithmetic' | 'direction' | 'percent-or-points';
  /** The stated figure or word, as typed. */
  readonly stated: string;
  /** The pair it is compared with, as typed. */
  readonly pair: string;
  /** What the pair gives, in the unit of `stated`, rounded to what a reader would say; of a direction the change in percent, with its sign. */
  readonly computed: number;
}
