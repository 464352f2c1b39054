import type { Reading } from '../../analysis/types.js';
import { matchPatterns, mayBegin, type PatternMatch, type PatternSet } from '../../text/patterns.js';
import { scan } from '../../text/scan.js';
import type { Document, Token } from '../../text/types.js';
import { wordMemo } from '../../text/words.js';
import { overlap, wholeAnswer } from '../place.js';
import type { Check, Kind, RuleContext } from '../types.js';
import { patternsOf, type Wording } from '../wording.js';

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
    const isRandom = randomReader(runsOf(keyboard));
    return (reading, context) => {
      const { document } = reading;
      const words = longWords(document);
      const nothing =
        isHeadingsAlone(reading) ||
        isQuestionAgain(document, context) ||
        isRepetition(document) ||
        isRandomKeys(words, isRandom) ||
        isSalad(reading, words, { buzzwords, share });
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
    const asked = new Set(scan(text, null).map(({ norm }) => norm));
    return said.filter(({ norm }) => !asked.has(norm)).length <= Math.min(2, said.length / 8);
  });
}

/** «задача задача задача», or a long text of a few words or of one sentence said again and again. */
function isRepetition({ tokens }: Document): boolean {
  let words = 0;
  let run = 0;
  let longest = 0;
  let before: string | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const { kind, norm } = tokens[at] as Token;
    if (kind !== 'word') continue;
    words += 1;
    run = norm === before ? run + 1 : 1;
    if (run > longest) longest = run;
    before = norm;
  }
  if (words < 6) return false;
  // Of n words of ordinary prose far more than the root of n differ: 20 words have about 17 of their own.
  return longest >= 4 || (words >= 12 && !hasDifferent(tokens, 1.6 * Math.sqrt(words)));
}

/** True where at least so many words differ; of a long text the beginning shows it. */
function hasDifferent(tokens: readonly Token[], least: number): boolean {
  const different = new Set<string>();
  for (let at = 0; at < tokens.length; at++) {
    const { kind, norm } = tokens[at] as Token;
    if (kind !== 'word') continue;
    different.add(norm);
    if (different.size >= least) return true;
  }
  return false;
}

/** «фывапр олдж», "asdf qwer zxcv", "hjklhgf": most words are runs on a row of keys or have no vowel. */
function isRandomKeys(words: readonly Token[], isRandom: (token: Token) => boolean): boolean {
  let random = 0;
  for (let at = 0; at < words.length; at++) if (isRandom(words[at] as Token)) random += 1;
  return words.length >= 2 && random > words.length / 2;
}

/** Whether a word is hit at random; asked once a word. */
function randomReader(runs: ReadonlySet<string>): (token: Token) => boolean {
  const known = wordMemo<boolean>([false, true]);
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

/** «Лидерство, эффективность, результат»: many of the words are buzzwords. */
function isSalad(
  { document, quantities }: Reading,
  longWords: readonly Token[],
  { buzzwords, share }: Pick<NonsenseOptions, 'buzzwords' | 'share'>,
): boolean {
  const { language } = document;
  if (language === null) return false;
  const set = patternsOf(buzzwords, language);
  // Headings of parts are in the list of buzzwords, and a form well filled in has four of them.
  const headings = document.sentences.flatMap(({ heading }) => (heading === null ? [] : [heading]));
  const words =
    headings.length === 0
      ? longWords
      : longWords.filter((word) => !headings.some((heading) => overlap(heading, word)));
  if (words.length < 6) return false;
  // A figure with what it measures is worth a doubt: it takes a denser salad to call it one.
  const doubt = quantities.some(({ role }) => role === 'effect') ? 0.1 : 0;
  const isDense = (buzz: number): boolean => buzz / words.length >= share + doubt;
  // Where too few words could begin a buzzword, none is looked for.
  return isDense(openings(set, words)) && isDense(placesOf(matchPatterns(set, words)));
}

/** How many of the words a pattern may begin with. */
function openings(set: PatternSet, words: readonly Token[]): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) if (mayBegin(set, words[at] as Token)) count += 1;
  return count;
}

/** At how many places something is found. */
function placesOf(matches: readonly PatternMatch[]): number {
  return new Set(matches.map(({ from }) => from)).size;
}

/** Words of four letters and more among the first hundred or so: a salad shows in its first line. */
function longWords({ tokens }: Document): Token[] {
  const words: Token[] = [];
  for (let at = 0; at < tokens.length && at < LOOKED_AT; at++) {
    const token = tokens[at] as Token;
    if (token.kind === 'word' && token.norm.length >= 4) words.push(token);
  }
  return words;
}

function wordsOf({ tokens }: Document): Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}
