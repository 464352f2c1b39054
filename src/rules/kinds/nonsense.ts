import type { Reading } from '../../analysis/types.js';
import { compilePatterns, matchPatterns, type PatternSet } from '../../text/patterns.js';
import type { Document, LanguageCode, Token } from '../../text/types.js';
import { wordMemo } from '../../text/words.js';
import type { Wording } from '../phrase-finder.js';
import { overlap, wholeAnswer } from '../place.js';
import type { Check, Kind, RuleContext } from '../types.js';

export interface NonsenseOptions {
  /** Words that make a salad: «результат», «эффективность», "leadership". */
  readonly buzzwords: Wording;
  /** Share of buzzwords, of all words with four letters or more, from which it is a salad. */
  readonly share: number;
  /** Rows of a keyboard, lower case. */
  readonly keyboard: readonly string[];
}

/** Tokens after which an answer that has been one so far is taken for one. */
const LOOKED_AT = 150;

/** The answer is no text: headings alone, the question again, one word over and over, keys hit at random, a salad. */
export const nonsense: Kind<NonsenseOptions> = {
  kind: 'nonsense',
  create: ({ buzzwords, share, keyboard }): Check => {
    const salad = saladReader(buzzwords, share);
    const isRandom = randomReader(runsOf(keyboard));
    return (reading, context) => {
      const { document } = reading;
      const words = longWords(document);
      const nothing =
        isHeadingsAlone(reading) ||
        isQuestionAgain(document, context) ||
        isRepetition(document) ||
        isRandomKeys(words, isRandom) ||
        salad(reading, words);
      return nothing ? [{ span: wholeAnswer(reading) }] : [];
    };
  },
};

/** «Ситуация: Задача: Действия: Результат:» */
function isHeadingsAlone({ sentences }: Reading): boolean {
  return sentences.length > 0 && sentences.every(({ onlyHeading }) => onlyHeading);
}

/** The question pasted back, with at most two words beside it, in any language it is asked in. */
function isQuestionAgain(document: Document, { question }: RuleContext): boolean {
  if (question === null || document.wordCount < 4) return false;
  const said = wordsOf(document);
  return Object.values(question.text).some((text) => {
    const asked = new Set(
      text
        .toLowerCase()
        .replaceAll('ё', 'е')
        .match(/[\p{L}\p{N}]+/gu) ?? [],
    );
    return said.filter(({ norm }) => !asked.has(norm)).length <= Math.min(2, said.length / 8);
  });
}

/** «задача задача задача», or a long text of a few words or of one sentence said again and again. */
function isRepetition(document: Document): boolean {
  const words = wordsOf(document);
  if (words.length < 6) return false;
  let run = 1;
  for (let at = 1; at < words.length; at++) {
    run = words[at]?.norm === words[at - 1]?.norm ? run + 1 : 1;
    if (run === 4) return true;
  }
  // Of n words of ordinary prose far more than the root of n differ: 20 words have about 17 of their own.
  return words.length >= 12 && !hasDifferent(words, 1.6 * Math.sqrt(words.length));
}

/** True where at least so many words differ; of a long text the beginning shows it. */
function hasDifferent(words: readonly Token[], least: number): boolean {
  const different = new Set<string>();
  for (const { norm } of words) {
    different.add(norm);
    if (different.size >= least) return true;
  }
  return false;
}

/** «фывапр олдж», "asdf qwer zxcv", "hjklhgf": most words are runs on a row of keys or have no vowel. */
function isRandomKeys(words: readonly Token[], isRandom: (token: Token) => boolean): boolean {
  return words.length >= 2 && words.filter(isRandom).length > words.length / 2;
}

/** Whether a word is hit at random; asked once a word. */
function randomReader(runs: ReadonlySet<string>): (token: Token) => boolean {
  const known = wordMemo<boolean>();
  return ({ word, norm }) => {
    let random = word === null ? undefined : known.get(word);
    if (random === undefined) {
      random = hasRun(norm, runs) || !/[aeiouyаеиоуыэюя]/u.test(norm);
      if (word !== null) known.set(word, random);
    }
    return random;
  };
}

/** Every four letters that stand one after the other on a row of keys. */
function runsOf(keyboard: readonly string[]): ReadonlySet<string> {
  return new Set(
    keyboard.flatMap((row) => Array.from({ length: row.length - 3 }, (_, at) => row.slice(at, at + 4))),
  );
}

function hasRun(word: string, runs: ReadonlySet<string>): boolean {
  for (let at = 0; at + 4 <= word.length; at++) if (runs.has(word.slice(at, at + 4))) return true;
  return false;
}

function saladReader(
  buzzwords: Wording,
  share: number,
): (reading: Reading, longWords: readonly Token[]) => boolean {
  const sets = new Map<LanguageCode, PatternSet>();
  return ({ document, quantities }, longWords) => {
    const { language } = document;
    if (language === null) return false;
    let set = sets.get(language);
    if (set === undefined) {
      set = compilePatterns(buzzwords[language] ?? ['-']);
      sets.set(language, set);
    }
    // Headings of parts are in the list of buzzwords, and a form well filled in has four of them.
    const headings = document.sentences.flatMap(({ heading }) => (heading === null ? [] : [heading]));
    const words = longWords.filter((word) => !headings.some((heading) => overlap(heading, word)));
    if (words.length < 6) return false;
    const buzz = new Set(matchPatterns(set, words).map(({ from }) => from)).size;
    // A figure with what it measures is worth a doubt: it takes a denser salad to call it one.
    const doubt = quantities.some(({ role }) => role === 'effect') ? 0.1 : 0;
    return buzz / words.length >= share + doubt;
  };
}

/** Words of four letters and more among the first hundred or so: a salad shows in its first line. */
function longWords({ tokens }: Document): Token[] {
  return tokens.slice(0, LOOKED_AT).filter(({ kind, norm }) => kind === 'word' && norm.length >= 4);
}

function wordsOf({ tokens }: Document): Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}
