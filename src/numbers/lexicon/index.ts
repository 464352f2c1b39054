import { ENGLISH } from './en.js';
import { RUSSIAN } from './ru.js';
import type { NumberLexicon, NumberWord, UnitWord } from './types.js';

/**
 * One lexicon for all languages: their scripts do not meet, and a Russian answer says "5 weeks" or «200k»
 * as often as not, so the language of the document need not be asked.
 */
const LEXICONS: readonly NumberLexicon[] = [RUSSIAN, ENGLISH];

export const NUMBER_WORDS: ReadonlyMap<string, NumberWord> = new Map(LEXICONS.flatMap((l) => [...l.numbers]));
export const UNIT_WORDS: ReadonlyMap<string, UnitWord> = new Map(LEXICONS.flatMap((l) => [...l.units]));
export const MONTHS: ReadonlyMap<string, boolean> = new Map(LEXICONS.flatMap((l) => [...l.months]));
const DOWN: readonly string[] = LEXICONS.flatMap((l) => l.down);
const UP: readonly string[] = LEXICONS.flatMap((l) => l.up);

/** Which way a word says that something went; null for any other word. «снизил» −1, "grew" 1. */
export function direction(norm: string): -1 | 1 | null {
  if (norm.length < 2) return null;
  if (DOWN.some((start) => norm.startsWith(start))) return -1;
  if (UP.some((start) => (start === 'up' ? norm === 'up' : norm.startsWith(start)))) return 1;
  return null;
}
