/** What a word contributes to a number; one object per word form, shared. */
export type NumberWord =
  /** Composes with its neighbours by rank: hundreds, then tens, then ones («сто двадцать пять»). */
  | { readonly is: 'cardinal'; readonly value: number; readonly rank: 1 | 2 | 3 | 4 }
  /** Multiplies what stands before it: «тысяч», "hundred", "k". `glued`: only right after digits ("5k"). */
  | { readonly is: 'scale'; readonly value: number; readonly glued?: true }
  | { readonly is: 'ordinal'; readonly value: number }
  /** A part of a whole: «треть», "half". */
  | { readonly is: 'part'; readonly value: number }
  /** How many times over, in one word: «вдвое», "doubled". */
  | { readonly is: 'multiple'; readonly value: number }
  /** Repetitions: «дважды», "twice"; a multiple only where a comparison follows ("twice as fast"). */
  | { readonly is: 'repetition'; readonly value: number }
  /** A duration in one word: «полгода». */
  | { readonly is: 'duration'; readonly value: number; readonly unit: string }
  /** An amount without a number: «десятки», "dozens"; what it is worth after a number: «полторы сотни». */
  | { readonly is: 'vague'; readonly value?: number };

/** A unit of measure, by the word that names it. */
export interface UnitWord {
  readonly kind: 'percent' | 'points' | 'money' | 'duration' | 'times' | 'fold' | 'grade';
  /** As in {@link Quantity.unit}. */
  readonly unit: string;
  /** One letter means a unit only right after digits: "5h", «10ч». */
  readonly glued?: true;
  /** The form that stands alone for "one of them": «через неделю», "an hour". */
  readonly single?: true;
}

/** Numbers and units of one language. Lower case, ё as е. */
export interface NumberLexicon {
  readonly numbers: ReadonlyMap<string, NumberWord>;
  readonly units: ReadonlyMap<string, UnitWord>;
  /** Month names in the forms that stand in dates; `true` where the word is nothing else. */
  readonly months: ReadonlyMap<string, boolean>;
  /** Beginnings of words that say that something became less, more; longest evidence first is not needed. */
  readonly down: readonly string[];
  readonly up: readonly string[];
}
