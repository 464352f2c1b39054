import { characterKind } from './characters.js';
import { pieces } from './forms/lists.js';
import { normOfWord } from './norm.js';
import type { LanguageCode } from './types.js';
import { CYRILLIC_SCRIPT, LATIN_SCRIPT } from './words-of-languages.js';

/** Enough to tell a language by; the rest of a long text is not looked at. */
const WORDS_READ = 200;

/** An apostrophe and a character of two units. */
const LOOKED_BEHIND = 3;

/** A language is not decided against by letters or endings in a text shorter than this. */
const FEW_WORDS = 4;

/** Function words of one script: which languages each belongs to. */
interface FunctionWords {
  readonly languages: readonly string[];
  /** A bit for each language, the first the lowest. */
  readonly byWord: ReadonlyMap<string, number>;
  /** Letters of the longest. */
  readonly longest: number;
}

const LATIN = functionWords(LATIN_SCRIPT);
const CYRILLIC = functionWords(CYRILLIC_SCRIPT);

/** The words of a script, put into an index at the first call. */
function functionWords(lists: Readonly<Record<string, string>>): () => FunctionWords {
  let known: FunctionWords | null = null;
  return () => {
    known ??= indexWords(lists);
    return known;
  };
}

function indexWords(lists: Readonly<Record<string, string>>): FunctionWords {
  const languages = Object.keys(lists);
  const byWord = new Map<string, number>();
  let longest = 0;
  for (let index = 0; index < languages.length; index++)
    for (const word of pieces(lists[languages[index] as string] as string)) {
      byWord.set(word, (byWord.get(word) ?? 0) | (1 << index));
      if (word.length > longest) longest = word.length;
    }
  return { languages, byWord, longest };
}

/**
 * The language of an answer, of those that can be read: `ru`, `en`, or null where it is neither (or where
 * there are no letters). Decided by script and by frequent function words, so that names of products in
 * Latin letters do not make a Russian text English. Cheap: reads the first 200 words.
 */
export function recogniseLanguage(text: string): LanguageCode | null {
  if (last !== null && text.startsWith(last.words)) return last.language;
  const words = countWords(text);
  const language = languageOf(words, text);
  // While an answer is typed, the words it is told by are the same at each key.
  if (words.end !== null) last = { words: text.slice(0, words.end), language };
  return language;
}

/** The beginning of a text that was long enough to tell the language by, and its language. */
let last: { readonly words: string; readonly language: LanguageCode | null } | null = null;

function languageOf(words: CountedWords, text: string): LanguageCode | null {
  const cyrillic = words.cyrillic.count;
  const latin = words.latin.count;
  if (words.other > cyrillic + latin) return null;
  if (cyrillic === 0 && latin === 0) return null;
  return isMostlyCyrillic(words) ? readCyrillic(words.cyrillic, text) : readLatin(words.latin, text);
}

interface CountedWords {
  readonly cyrillic: CountedScript;
  readonly latin: CountedScript;
  /** Words in other scripts; Chinese and Japanese by the letter. */
  other: number;
  /** After what ended the last word that was read; null where the text has not so many words. */
  end: number | null;
}

/** What the words of a script come to; the words themselves are only looked at where that does not decide. */
interface CountedScript {
  readonly lists: () => FunctionWords;
  count: number;
  /** By language, how many are function words of it; null before the first word. */
  belonging: number[] | null;
  /** How many have letters that Russian has not. */
  foreign: number;
  hasVowel: boolean;
}

/** «Настроил SLA, CSAT и NPS в Zendesk»: as many Latin words, but the grammar is Russian. */
function isMostlyCyrillic({ cyrillic, latin }: CountedWords): boolean {
  if (latin.count === 0) return true;
  if (cyrillic.count === 0) return false;
  // The readable language is the first of each script.
  const english = latin.belonging?.[0] ?? 0;
  const russian = cyrillic.belonging?.[0] ?? 0;
  if (english > russian * 2 && latin.count > cyrillic.count) return false;
  return cyrillic.count * 2 >= latin.count || russian > english;
}

function readCyrillic(counted: CountedScript, text: string): LanguageCode | null {
  if (counted.foreign > 0 && counted.foreign * 12 >= counted.count) return null;
  const best = bestOf(counted);
  const mayBeOther = counted.count >= FEW_WORDS && best !== null && best !== 'ru';
  if (mayBeOther && isSure(wordsOf(text, isCyrillicLetter), best, CYRILLIC())) return null;
  return counted.hasVowel ? 'ru' : null;
}

function readLatin(counted: CountedScript, text: string): LanguageCode | null {
  const best = bestOf(counted);
  if (best === 'en') return 'en';
  const words = wordsOf(text, isLatinLetter);
  if (best !== null && isSure(words, best, LATIN())) return null;
  if (words.length >= FEW_WORDS && words.some((word) => /[^a-z'-]/u.test(word.replace(/\d/gu, ''))))
    return null;
  return words.length < 12 || hasEnglishEndings(words) ? guessShort(words) : null;
}

function guessShort(words: readonly string[]): LanguageCode | null {
  return words.some(hasVowel) ? 'en' : null;
}

/** Telegraphic English has few function words: "Cut churn, trained agents, rolled out macros". */
function hasEnglishEndings(words: readonly string[]): boolean {
  const ended = words.filter((word) => /(?:ed|ing|tion|ment|ly|ship|ness|er|ers)$/u.test(word)).length;
  return ended * 8 >= words.length;
}

/** The language whose function words are most frequent; null where none occurs. The first wins a tie. */
function bestOf({ belonging, lists }: CountedScript): string | null {
  const counts = belonging ?? [];
  const most = Math.max(0, ...counts);
  return most > 0 ? (lists().languages[counts.indexOf(most)] ?? null) : null;
}

/** Shared words decide nothing: «да никак, сказали переделать» is no Bulgarian. */
function isSure(words: readonly string[], language: string, lists: FunctionWords): boolean {
  const wanted = 1 << lists.languages.indexOf(language);
  const own = words.filter((word) => {
    const languages = lists.byWord.get(word) ?? 0;
    return (languages & wanted) !== 0 && (languages & 1) === 0;
  });
  return new Set(own).size >= 2;
}

/** Letters of Ukrainian, Belarusian, Serbian, Kazakh …: «і», «ї», «ў», «ј», «қ». */
function hasForeignCyrillic(word: string): boolean {
  return /[^а-яе0-9'-]/u.test(word);
}

function hasVowel(word: string): boolean {
  return /[aeiouyаеиоуыэюя]/u.test(word);
}

/** In one pass, most words by what their letters are: lower case and lists of words take as long as all the rest. */
function countWords(text: string): CountedWords {
  const found: CountedWords = { cyrillic: noWords(CYRILLIC), latin: noWords(LATIN), other: 0, end: null };
  let at = 0;
  let read = 0;
  while (at < text.length && read < WORDS_READ) {
    const code = text.codePointAt(at) ?? 0;
    if (characterKind(code) !== 'letter') {
      at += code > 0xffff ? 2 : 1;
      continue;
    }
    read += 1;
    let end = isCyrillicLetter(code)
      ? countPlain(found.cyrillic, RUSSIAN_LETTERS, text, at)
      : countPlain(found.latin, ENGLISH_LETTERS, text, at);
    if (end === at) {
      end = endOfLetters(text, at);
      if (isCyrillicLetter(code)) countWord(found.cyrillic, normOfWord(text.slice(at, end)));
      else if (isLatinLetter(code)) countWord(found.latin, normOfWord(text.slice(at, end)));
      else found.other += isIdeographic(code) ? (end - at) / 2 : 1;
    }
    at = end;
  }
  // What stands after it has ended the last word: an apostrophe does where no letter follows.
  if (read === WORDS_READ && at + LOOKED_BEHIND <= text.length) found.end = at + LOOKED_BEHIND;
  return found;
}

function noWords(lists: () => FunctionWords): CountedScript {
  return { lists, count: 0, belonging: null, foreign: 0, hasVowel: false };
}

/** Small letters without ё; capitals are {@link TO_CAPITAL} before them. */
interface Letters {
  readonly first: number;
  readonly last: number;
}

const RUSSIAN_LETTERS: Letters = { first: 0x430, last: 0x44f };
const ENGLISH_LETTERS: Letters = { first: 0x61, last: 0x7a };
const TO_CAPITAL = 0x20;

/**
 * Counts a word of plain letters: only short ones are looked at, and lower case is made only where there are capitals.
 *
 * @returns its end; its start where it has other letters, an accent or an apostrophe, and was not counted
 */
function countPlain(script: CountedScript, { first, last }: Letters, text: string, start: number): number {
  let at = start;
  let code = text.charCodeAt(at);
  if (code >= first - TO_CAPITAL && code <= last - TO_CAPITAL) code = text.charCodeAt(++at);
  const capitals = at;
  while (code >= first && code <= last) code = text.charCodeAt(++at);
  let isLower = capitals === start;
  while (isLetter(code, first, last)) {
    isLower = false;
    code = text.charCodeAt(++at);
  }
  if (at === start || !endsWord(text, at)) return start;
  script.count += 1;
  const lists = script.lists();
  if (at - start > lists.longest && script.hasVowel) return at;
  const word = text.slice(start, at);
  countLanguages(script, lists, isLower ? word : word.toLowerCase());
  return at;
}

function isLetter(code: number, first: number, last: number): boolean {
  return (code >= first && code <= last) || (code >= first - TO_CAPITAL && code <= last - TO_CAPITAL);
}

function countWord(script: CountedScript, word: string): void {
  script.count += 1;
  if (hasForeignCyrillic(word)) script.foreign += 1;
  countLanguages(script, script.lists(), word);
}

function countLanguages(script: CountedScript, lists: FunctionWords, word: string): void {
  script.hasVowel ||= hasVowel(word);
  script.belonging ??= new Array<number>(lists.languages.length).fill(0);
  const counts = script.belonging;
  let languages = lists.byWord.get(word) ?? 0;
  for (let index = 0; languages !== 0; index += 1, languages >>= 1)
    if ((languages & 1) !== 0) counts[index] = (counts[index] as number) + 1;
}

function endsWord(text: string, at: number): boolean {
  if (at >= text.length) return true;
  const code = text.charCodeAt(at);
  if (code === 0x27 || code === 0x2019 || code >= 0xd800) return false;
  const kind = characterKind(code);
  return kind !== 'letter' && kind !== 'join';
}

/** The words of one script among those that are read. */
function wordsOf(text: string, isOfScript: (code: number) => boolean): string[] {
  const words: string[] = [];
  let at = 0;
  for (let read = 0; at < text.length && read < WORDS_READ; ) {
    const code = text.codePointAt(at) ?? 0;
    if (characterKind(code) !== 'letter') {
      at += code > 0xffff ? 2 : 1;
      continue;
    }
    read += 1;
    const end = endOfLetters(text, at);
    if (isOfScript(code)) words.push(normOfWord(text.slice(at, end)));
    at = end;
  }
  return words;
}

/** A word for counting: apostrophes stay inside ("didn't", "c'était"). */
function endOfLetters(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = characterKind(code);
    const isInner =
      (code === 0x27 || code === 0x2019) && characterKind(text.codePointAt(at + 1) ?? 0) === 'letter';
    if (kind !== 'letter' && kind !== 'join' && !isInner) break;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

function isCyrillicLetter(code: number): boolean {
  return code >= 0x400 && code < 0x530;
}

function isLatinLetter(code: number): boolean {
  return code < 0x250 || (code >= 0x1e00 && code < 0x1f00);
}

/** Han, kana and hangul: words are not set apart by spaces, so two letters count as one. */
function isIdeographic(code: number): boolean {
  return (code >= 0x3040 && code < 0xa000) || (code >= 0xac00 && code < 0xd7a4) || code >= 0x20000;
}
