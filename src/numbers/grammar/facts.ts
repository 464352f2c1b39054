import { listed } from '../../text/forms/lists.js';
import type { Token } from '../../text/types.js';
import { wordMemo } from '../../text/words.js';
import { NUMBER_WORDS, UNIT_WORDS } from '../lexicon/index.js';
import { opensNone } from '../lexicon/troubles.js';
import type { NumberWord, UnitWord } from '../lexicon/types.js';

/** A nought said in words, an adjective like «трёхдневный», or any quantity. */
export type Opening = 'nought' | 'adjective' | 'any';

/** What is known of a spelling, whatever stands beside it. */
export interface Facts {
  readonly number: NumberWord | null;
  readonly unit: UnitWord | null;
  /** What may begin with the word; null: no quantity. */
  readonly opens: Opening | null;
  /** Words of a hyphenated number in order ("twenty-five", «двух-трёх»); null for any other word. */
  readonly parts: readonly string[] | null;
}

export const NOTHING: Facts = { number: null, unit: null, opens: null, parts: null };

/** Facts by spelling: words are shared objects, and most of them come again. */
const KNOWN = wordMemo<Facts>([NOTHING]);

/** Facts of the word of a token; none for marks and numbers in digits. */
export function factsOfToken({ word }: Pick<Token, 'word'>): Facts {
  if (word === null) return NOTHING;
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  const facts = factsOfWord(word.norm);
  KNOWN.set(word, facts);
  return facts;
}

/**
 * Facts of a spelling, worked out anew.
 *
 * @param norm lower case, ё as е
 */
export function factsOfWord(norm: string): Facts {
  const number = NUMBER_WORDS.get(norm) ?? null;
  const unit = UNIT_WORDS.get(norm) ?? null;
  const parts = numberParts(norm);
  const opens = openingOf(norm, number !== null);
  return number === null && unit === null && parts === null && opens === null
    ? NOTHING
    : { number, unit, opens, parts };
}

/** Words that are no numbers may open a quantity, too: names with digits and adjectives like «трёхдневный». */
function openingOf(norm: string, isNumber: boolean): Opening | null {
  if (opensNone(norm)) return 'nought';
  if (isNumber || OPENERS.has(norm) || hasDigit(norm)) return 'any';
  if (!NUMERAL_PREFIXES.has(norm.slice(0, 3))) return null;
  return UNIT_WORDS.has(norm) ? 'any' : 'adjective';
}

/** Clock times in one word; "none of 12", «никто из троих», «каждый третий»; «первого марта», «первый квартал»; «пару недель»; "the low forties". */
const OPENERS = listed(
  'noon midnight none никто каждый каждая каждое каждую каждого каждой каждому каждым каждом every полугодие полугодия полугодию полугодием полугодии первого первому первое первый пара пару пары парой first twenties thirties forties fifties',
);

const NUMERAL_PREFIXES = listed('одн дву дво два три тре чет пят шес сем вос дев дес сор сто пол');

/** True where the word carries a digit: «Битрикс24», "q2". */
export function hasDigit(norm: string): boolean {
  for (let i = 0; i < norm.length; i++) {
    const code = norm.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

/** Heads that are no number in a compound: "one-off", "second-hand", "m-commerce". */
const UNDIVIDED_HEADS = new Set(['one', 'second']);
const DIVIDED_AFTER_ONE = new Set(['third', 'fifth', 'tenth']);

function numberParts(norm: string): string[] | null {
  if (!norm.includes('-')) return null;
  const parts = norm.split('-');
  const [head = '', second = ''] = parts;
  const number = NUMBER_WORDS.get(head);
  if (number === undefined || number.is === 'scale') return null;
  if (UNDIVIDED_HEADS.has(head) && !UNIT_WORDS.has(second) && !DIVIDED_AFTER_ONE.has(second)) return null;
  return parts;
}
