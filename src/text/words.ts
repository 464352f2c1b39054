import { formsOf } from './forms/index.js';
import { normOfWord } from './norm.js';
import { stemOf } from './stems.js';
import type { LanguageCode, Word } from './types.js';

/** The stemmers are quadratic in the length of one word, and no word of an answer is this long. */
const LONGEST_WORD = 48;

/** Spellings kept for later; a folder of answers in one language has far fewer different ones. */
const MOST_KEPT = 60_000;

/** Stands for the place of a word that nothing is remembered of. */
const NO_PLACE = 0;

/** A word with the place at which others remember it; a class for the sake of the private field. */
class KnownWord implements Word {
  readonly norm: string;
  readonly stem: string;
  readonly forms: number;
  #place: number;

  constructor(norm: string, stem: string, forms: number, place: number) {
    this.norm = norm;
    this.stem = stem;
    this.forms = forms;
    this.#place = place;
  }

  static placeOf(word: Word): number {
    return #place in word ? word.#place : NO_PLACE;
  }

  static forget(word: KnownWord): void {
    word.#place = NO_PLACE;
  }
}

/** Something that is worked out once a word and looked up at each of its places. */
export interface WordMemo<T> {
  readonly get: (word: Word) => T | undefined;
  readonly set: (word: Word, value: T) => void;
}

/** Room that a memory begins with. */
const FIRST_ROOM = 1024;

/** Different values that one memory can hold: their numbers take two bytes. */
const MOST_VALUES = 0xffff;

/**
 * A memory by the places of words: a number of two bytes for each, which stands for a value. A map from words takes
 * four reads of distant memory where this takes two, and a text asks half a dozen of such memories at each of its
 * words; in the words themselves, eight bytes for each of the values were half of all that a word took.
 */
class PlacedMemo<T> implements WordMemo<T> {
  #numbers: Uint16Array = new Uint16Array(0);
  readonly #values: (T | undefined)[];
  readonly #usual: readonly T[];

  constructor(usual: readonly T[]) {
    this.#usual = usual;
    this.#values = [undefined, ...usual];
  }

  get(word: Word): T | undefined {
    const place = KnownWord.placeOf(word);
    return place < this.#numbers.length ? this.#values[this.#numbers[place] as number] : undefined;
  }

  set(word: Word, value: T): void {
    const place = KnownWord.placeOf(word);
    if (place === NO_PLACE) return;
    const usual = this.#usual.indexOf(value);
    if (usual < 0 && this.#values.length > MOST_VALUES) return;
    if (place >= this.#numbers.length) this.#numbers = withRoom(this.#numbers, place);
    this.#numbers[place] = usual < 0 ? this.#values.push(value) - 1 : usual + 1;
  }

  forget(): void {
    this.#numbers = new Uint16Array(0);
    this.#values.length = this.#usual.length + 1;
  }
}

function withRoom(numbers: Uint16Array, place: number): Uint16Array {
  const more = new Uint16Array(Math.max(FIRST_ROOM, 2 * numbers.length, place + 1));
  more.set(numbers);
  return more;
}

/** Weakly: content that a server has read anew has memories of its own. */
let memories: readonly WeakRef<PlacedMemo<unknown>>[] = [];

/**
 * A memory of what is worked out of words; a word that is forgotten takes what is remembered of it along.
 *
 * @param usual values that many words have
 */
export function wordMemo<T>(usual: readonly T[] = []): WordMemo<T> {
  const memory = new PlacedMemo<T>(usual);
  const inUse = memories.filter((other) => other.deref() !== undefined);
  memories = [...inUse, new WeakRef(memory as PlacedMemo<unknown>)];
  return memory;
}

/** Language → spellings as they came and norms, each with its word. */
const kept = new Map<string, Map<string, KnownWord>>();
let places = NO_PLACE;

/** Forgets all words at once: the places of all languages are numbered together. */
function forgetWords(): void {
  for (const words of kept.values()) {
    for (const word of words.values()) KnownWord.forget(word);
    words.clear();
  }
  for (const memory of memories) memory.deref()?.forget();
  places = NO_PLACE;
}

function wordsKept(code: LanguageCode): Map<string, KnownWord> {
  let words = kept.get(code);
  if (words === undefined) {
    words = new Map();
    kept.set(code, words);
  }
  return words;
}

/**
 * The word of a spelling: its stem (Porter's, as in the `natural` package) and its possible forms. One
 * object a spelling and language while it is remembered; remembering changes no answer, only the time.
 *
 * @param norm lower case, ё as е, apostrophes as `'`
 */
export function wordOf(norm: string, language: LanguageCode | null): Word {
  const code = language ?? '';
  const words = wordsKept(code);
  const known = words.get(norm);
  if (known !== undefined && known.norm === norm) return known;
  // Nobody types so long a word twice. And of letters that are not joined yet, the norm may have a norm of its own.
  if (norm.length > LONGEST_WORD) return new KnownWord(norm, norm, 0, NO_PLACE);
  if (normOfWord(norm) !== norm) return readWord(norm, code, NO_PLACE);
  if (words.size >= MOST_KEPT) forgetWords();
  places += 1;
  const word = readWord(norm, code, places);
  words.set(norm, word);
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
 * Reads words as typed («Снизил», “didn’t”) in one language: {@link wordOf} with the spelling remembered
 * too, since lower-casing every word of every answer costs more than looking it up.
 */
export function wordReader(language: LanguageCode | null): (typed: string) => Word {
  const code = language ?? '';
  const known = readers.get(code);
  if (known !== undefined) return known;
  const words = wordsKept(code);
  const read = (typed: string): Word => {
    const remembered = words.get(typed);
    if (remembered !== undefined) return remembered;
    if (words.size >= MOST_KEPT) forgetWords();
    const own = ownCopy(typed);
    const word = wordOf(normOfWord(own), language);
    if (typed !== word.norm && typed.length <= LONGEST_WORD) words.set(own, word as KnownWord);
    return word;
  };
  readers.set(code, read);
  return read;
}

function readWord(norm: string, code: LanguageCode, place: number): KnownWord {
  return new KnownWord(norm, stemOf(norm, code), formsOf(norm, code), place);
}
