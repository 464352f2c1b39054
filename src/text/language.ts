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

/** Function words of one script, turned round: which languages a word belongs to. */
interface FunctionWords {
  readonly languages: readonly string[];
  readonly byWord: ReadonlyMap<string, readonly number[]>;
}

const LATIN = turnedRound(LATIN_SCRIPT);
const CYRILLIC = turnedRound(CYRILLIC_SCRIPT);

/** @returns the words of a script, turned round at the first call */
function turnedRound(lists: Readonly<Record<string, string>>): () => FunctionWords {
  let known: FunctionWords | null = null;
  return () => {
    known ??= turnRound(lists);
    return known;
  };
}

function turnRound(lists: Readonly<Record<string, string>>): FunctionWords {
  const languages = Object.keys(lists);
  const byWord = new Map<string, number[]>();
  for (let index = 0; index < languages.length; index++)
    for (const word of pieces(lists[languages[index] as string] as string)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  return { languages, byWord };
}

/**
 * The language of an answer, of those that can be read: `ru`, `en`, or null where it is neither (or where
 * there are no letters). Decided by script and by frequent function words, so that names of products in
 * Latin letters do not make a Russian text English. Cheap: reads the first 200 words.
 */
export function recogniseLanguage(text: string): LanguageCode | null {
  if (last !== null && text.startsWith(last.words)) return last.language;
  const words = wordsByScript(text);
  const language = languageOf(words);
  // While an answer is typed, the words it is told by are the same at each key.
  if (words.end !== null) last = { words: text.slice(0, words.end), language };
  return language;
}

/** The beginning of a text that was long enough to tell the language by, and its language. */
let last: { readonly words: string; readonly language: LanguageCode | null } | null = null;

function languageOf(words: WordsByScript): LanguageCode | null {
  const cyrillic = words.cyrillic.length;
  const latin = words.latin.length;
  if (words.other > cyrillic + latin) return null;
  if (cyrillic === 0 && latin === 0) return null;
  return isMostlyCyrillic(words) ? readCyrillic(words.cyrillic) : readLatin(words.latin);
}

interface WordsByScript {
  readonly cyrillic: string[];
  readonly latin: string[];
  /** Words in other scripts; Chinese and Japanese by the letter. */
  other: number;
  /** Behind what ended the last word that was read; null where the text has not so many words. */
  end: number | null;
}

/** «Настроил SLA, CSAT и NPS в Zendesk»: as many Latin words, but the grammar is Russian. */
function isMostlyCyrillic({ cyrillic, latin }: WordsByScript): boolean {
  if (latin.length === 0) return true;
  if (cyrillic.length === 0) return false;
  const english = countReadable(latin, LATIN());
  const russian = countReadable(cyrillic, CYRILLIC());
  if (english > russian * 2 && latin.length > cyrillic.length) return false;
  return cyrillic.length * 2 >= latin.length || russian > english;
}

function readCyrillic(words: readonly string[]): LanguageCode | null {
  const foreign = words.filter(hasForeignCyrillic).length;
  if (foreign > 0 && foreign * 12 >= words.length) return null;
  const best = bestOf(words, CYRILLIC());
  if (words.length >= FEW_WORDS && best !== null && best !== 'ru' && isSure(words, best, CYRILLIC()))
    return null;
  return words.some(hasVowel) ? 'ru' : null;
}

function readLatin(words: readonly string[]): LanguageCode | null {
  const best = bestOf(words, LATIN());
  if (best !== null && best !== 'en' && isSure(words, best, LATIN())) return null;
  if (best === 'en') return 'en';
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
function bestOf(words: readonly string[], lists: FunctionWords): string | null {
  const counts = new Array<number>(lists.languages.length).fill(0);
  for (const word of words)
    for (const language of lists.byWord.get(word) ?? []) counts[language] = (counts[language] ?? 0) + 1;
  const most = Math.max(...counts);
  return most > 0 ? (lists.languages[counts.indexOf(most)] ?? null) : null;
}

/** Shared words decide nothing: «да никак, сказали переделать» is no Bulgarian. */
function isSure(words: readonly string[], language: string, lists: FunctionWords): boolean {
  const wanted = lists.languages.indexOf(language);
  // The readable language is the first of each script.
  const own = words.filter((word) => {
    const languages = lists.byWord.get(word);
    return languages?.includes(wanted) === true && !languages.includes(0);
  });
  return new Set(own).size >= 2;
}

/** How many words are function words of the script's readable language. */
function countReadable(words: readonly string[], lists: FunctionWords): number {
  return words.reduce((count, word) => count + (lists.byWord.get(word)?.includes(0) ? 1 : 0), 0);
}

/** Letters of Ukrainian, Belarusian, Serbian, Kazakh …: «і», «ї», «ў», «ј», «қ». */
function hasForeignCyrillic(word: string): boolean {
  return /[^а-яе0-9'-]/u.test(word);
}

function hasVowel(word: string): boolean {
  return /[aeiouyаеиоуыэюя]/u.test(word);
}

function wordsByScript(text: string): WordsByScript {
  const found: WordsByScript = { cyrillic: [], latin: [], other: 0, end: null };
  let at = 0;
  let read = 0;
  while (at < text.length && read < WORDS_READ) {
    const code = text.codePointAt(at) ?? 0;
    if (characterKind(code) !== 'letter') {
      at += code > 0xffff ? 2 : 1;
      continue;
    }
    read += 1;
    const end = endOfLetters(text, at);
    const word = normOfWord(text.slice(at, end));
    if (isCyrillicLetter(code)) found.cyrillic.push(word);
    else if (isLatinLetter(code)) found.latin.push(word);
    else found.other += isIdeographic(code) ? (end - at) / 2 : 1;
    at = end;
  }
  // What stands behind it has ended the last word: an apostrophe does where no letter follows.
  if (read === WORDS_READ && at + LOOKED_BEHIND <= text.length) found.end = at + LOOKED_BEHIND;
  return found;
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
