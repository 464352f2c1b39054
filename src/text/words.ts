import { formsOf } from './forms/index.js';
import { normOfWord } from './norm.js';
import { stemOf } from './stems.js';
import type { LanguageCode, Word } from './types.js';

/** The stemmers are quadratic in the length of one word, and no word of an answer is this long. */
const LONGEST_WORD = 48;

/** Words kept for later; a folder of answers in one language has far fewer different ones. */
const MOST_KEPT = 60_000;

/** A word with room for what others remember of it; a class for the sake of the private field. */
class KnownWord implements Word {
  readonly norm: string;
  readonly stem: string;
  readonly forms: number;
  #memo: unknown[] | null = null;

  constructor(norm: string, stem: string, forms: number) {
    this.norm = norm;
    this.stem = stem;
    this.forms = forms;
  }

  static get(word: Word, slot: number): unknown {
    return #memo in word ? word.#memo?.[slot] : undefined;
  }

  static set(word: Word, slot: number, value: unknown): void {
    if (!(#memo in word)) return;
    // Room for those who remember something by now: half of the slots, as a rule, and tens of thousands of words.
    let memo = word.#memo;
    if (memo === null || slot >= memo.length) {
      const more = new Array<unknown>(slotsTaken);
      // Without an iterator, which would make three objects a slot.
      for (let at = 0; at < slotsTaken; at++) more[at] = memo?.[at];
      memo = more;
      word.#memo = more;
    }
    memo[slot] = value;
  }
}

/** Room in each word; whoever comes later remembers words in a map of their own. */
const SLOTS = 20;
let slotsTaken = 0;

/** Something that is worked out once a word and looked up at each of its places. */
export interface WordMemo<T> {
  readonly get: (word: Word) => T | undefined;
  readonly set: (word: Word, value: T) => void;
}

/**
 * A memory in the words themselves. A map from words takes four reads of distant memory where this takes one,
 * and a text asks half a dozen of such memories at each of its words. What is remembered goes with its word.
 */
export function wordMemo<T>(): WordMemo<T> {
  if (slotsTaken === SLOTS) {
    const words = new WeakMap<Word, T>();
    return { get: (word) => words.get(word), set: (word, value) => words.set(word, value) };
  }
  const slot = slotsTaken;
  slotsTaken += 1;
  return {
    get: (word) => KnownWord.get(word, slot) as T | undefined,
    set: (word, value) => KnownWord.set(word, slot, value),
  };
}

const kept = new Map<string, Map<string, Word>>();

/**
 * The word of a spelling: its stem (Porter's, as in the `natural` package) and its possible forms. One
 * object a spelling and language while it is remembered; remembering changes no answer, only the time.
 *
 * @param norm lower case, ё as е, apostrophes as `'`
 */
export function wordOf(norm: string, language: LanguageCode | null): Word {
  const code = language ?? '';
  let words = kept.get(code);
  if (words === undefined) {
    words = new Map();
    kept.set(code, words);
  }
  const known = words.get(norm);
  if (known !== undefined) return known;
  if (words.size >= MOST_KEPT) words.clear();
  const word = readWord(norm, code);
  // Nobody types so long a word twice, and it would be kept for good.
  if (norm.length <= LONGEST_WORD) words.set(norm, word);
  return word;
}

/** Shorter pieces of a text are copies in V8. */
const SHORTEST_HOLD = 13;

/** A piece of a text may hold on to the whole text: what is kept would keep the file that it was met in. */
export function ownCopy(piece: string): string {
  return piece.length < SHORTEST_HOLD ? piece : piece.split('').join('');
}

const readers = new Map<string, (typed: string) => Word>();

/**
 * Reads words as typed («Снизил», "didn’t") in one language: {@link wordOf} with the spelling remembered
 * too, since lower-casing every word of every answer costs more than looking it up.
 */
export function wordReader(language: LanguageCode | null): (typed: string) => Word {
  const code = language ?? '';
  const known = readers.get(code);
  if (known !== undefined) return known;
  const spellings = new Map<string, Word>();
  const read = (typed: string): Word => {
    const remembered = spellings.get(typed);
    if (remembered !== undefined) return remembered;
    if (spellings.size >= MOST_KEPT) spellings.clear();
    const own = ownCopy(typed);
    const word = wordOf(normOfWord(own), language);
    if (typed.length <= LONGEST_WORD) spellings.set(own, word);
    return word;
  };
  readers.set(code, read);
  return read;
}

function readWord(norm: string, code: LanguageCode): Word {
  if (norm.length > LONGEST_WORD) return new KnownWord(norm, norm, 0);
  return new KnownWord(norm, stemOf(norm, code), formsOf(norm, code));
}
