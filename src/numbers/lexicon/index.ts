import { english } from './en.js';
import { lexiconFrom } from './number-words.js';
import { russian } from './ru.js';
import type { NumberLexicon, NumberWord, UnitWord } from './types.js';

/**
 * The lexicon a word may stand in: their scripts do not meet, and a Russian answer says "5 weeks" or «200k»
 * as often as not, so the word is asked, not the language of the document. Each is made when a word of its script
 * is first met.
 *
 * @returns null for what begins with no letter of either
 */
function lexiconOf(norm: string): NumberLexicon | null {
  const code = norm.charCodeAt(0);
  if (code >= 0x400 && code < 0x530) {
    made.russian ??= lexiconFrom(russian());
    return made.russian;
  }
  if (!(code >= 0x61 && code <= 0x7a)) return null;
  made.english ??= lexiconFrom(english());
  return made.english;
}

const made: { russian: NumberLexicon | null; english: NumberLexicon | null } = {
  russian: null,
  english: null,
};

/** Words of all languages with what they mean. */
type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has'>;

export const NUMBER_WORDS: Pick<Lookup<NumberWord>, 'get'> = {
  get: (norm) => lexiconOf(norm)?.numbers.get(norm),
};
export const UNIT_WORDS: Lookup<UnitWord> = {
  get: (norm) => lexiconOf(norm)?.units.get(norm),
  has: (norm) => lexiconOf(norm)?.units.has(norm) === true,
};
export const MONTHS: Lookup<boolean> = {
  get: (norm) => lexiconOf(norm)?.months.get(norm),
  has: (norm) => lexiconOf(norm)?.months.has(norm) === true,
};

/** "upset", «вышел» only begin alike. */
const WHOLE = new Set(['up', 'выше']);

/** Which way a word says that something went; null for any other word. «снизил» −1, "grew" 1. */
export function direction(norm: string): -1 | 1 | null {
  if (norm.length < 2) return null;
  const lexicon = lexiconOf(norm);
  if (lexicon === null) return null;
  if (lexicon.down.some((start) => norm.startsWith(start))) return -1;
  if (lexicon.up.some((start) => (WHOLE.has(start) ? norm === start : norm.startsWith(start)))) return 1;
  return null;
}
