import english from 'natural/lib/natural/stemmers/porter_stemmer.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import type { LanguageCode } from './types.js';

/**
 * Stem of a word as the `natural` package has it. Two or three dozen expressions are tried on a word there, so it is asked
 * only for words that it may change: a third of the Russian words of an answer and half of the English are stems already.
 *
 * @param norm lower case, ё as е
 * @returns the word itself in a language without a stemmer, or where it is of another script
 */
export function stemOf(norm: string, language: LanguageCode): string {
  if (language === 'ru') return isCyrillic(norm) && !isRussianStem(norm) ? russian.stem(norm) : norm;
  return language === 'en' && !isCyrillic(norm) && !isEnglishStem(norm) ? english.stem(norm) : norm;
}

function isCyrillic(norm: string): boolean {
  const code = norm.charCodeAt(0);
  return code >= 0x400 && code < 0x530;
}

/**
 * Last letters of what some step takes off or replaces, with the letters they stand after there: «-ет», «-ют»;
 * empty for after any.
 */
type LastLetters = Readonly<Record<string, string>>;

const RUSSIAN: LastLetters = {
  ...{ а: '', е: '', и: '', й: '', о: '', у: '', ы: '', ь: '', ю: '', я: '' },
  ...{ в: 'еиоы', л: 'аиыя', м: 'аеиоыя', н: 'аея', т: 'еисыюя', х: 'аиыя', ш: 'й' },
};

const ENGLISH: LastLetters = {
  ...{ e: '', i: '', s: '', y: '' },
  ...{ c: 'i', d: 'e', g: 'n', l: 'alu', m: 's', n: 'o', r: 'eo', t: 'n', u: 'o' },
};

/** Nothing is taken off before the first vowel. */
const NO_ENDING = /^[^аеиоуыэюя]*.?$/;

function isRussianStem(norm: string): boolean {
  return NO_ENDING.test(norm) || (!mayChange(norm, RUSSIAN) && !norm.includes('нн'));
}

function isEnglishStem(norm: string): boolean {
  const last = norm.charCodeAt(norm.length - 1);
  return last >= 0x61 && last <= 0x7a && !mayChange(norm, ENGLISH);
}

function mayChange(norm: string, letters: LastLetters): boolean {
  const before = letters[norm.charAt(norm.length - 1)];
  return before !== undefined && (before === '' || before.includes(norm.charAt(norm.length - 2)));
}
