import type { Reading, SentenceReading } from '../../analysis/types.js';
import { beginsWithCapital, hasTwoCapitals, isSmall } from '../../text/characters.js';
import { firstPast } from '../../text/first-past.js';
import { matchPatterns, type PatternSet } from '../../text/patterns.js';
import type { Span, Token } from '../../text/types.js';
import { ownAlone, withOwn } from '../phrase-finder.js';
import { apart, outside, sentenceAt, wholeAnswer } from '../place.js';
import { quotedPassages } from '../quoted.js';
import type { Kind, OwnWords } from '../types.js';
import { patternsOf, type Wording } from '../wording.js';

export interface ParticularsOptions extends OwnWords {
  /** Phrases that say nothing wherever they stand: «делал всё, что мог». */
  readonly phrases: Wording;
  /** Phrases that say nothing unless a figure, a name or an object stands in the sentence: «улучшил качество». */
  readonly bare: Wording;
  /** Words any answer could be made of: «клиент», «проблема», «решил». */
  readonly ordinary: Wording;
  /** Share of ordinary words, of all words with four letters or more, from which the answer says nothing. */
  readonly share: number;
  /** Fewest such words for the share to mean something. */
  readonly least: number;
  /** Words no other answer would have, though they are no figure and no name: «с понедельника». */
  readonly particular: Wording;
}

/** Words without particulars: empty phrases, or an answer made of words that would fit any other. */
export const particulars: Kind<ParticularsOptions> = {
  kind: 'particulars',
  settable: { allow: 'patterns', extra: 'patterns' },
  create: ({ phrases, bare: unlessParticular, ordinary, share, least, particular, allow, extra }, all) => {
    const empty = all.add(withOwn(phrases, extra));
    const general = all.add(unlessParticular);
    const allowed = ownAlone(phrases, allow);
    const findAllowed = allowed === null ? null : all.add(allowed);
    return (reading) => {
      const { language, text } = reading.document;
      if (language === null) return [];
      const excused = findAllowed === null ? [] : findAllowed(reading.document, language);
      const own = (said: readonly Span[]): readonly Span[] =>
        said.length === 0 ? said : outside(outside(said, excused), quotedPassages(text));
      const bare = bareOnes(reading, general(reading.document, language));
      const found = apart([...own(empty(reading.document, language)), ...own(bare)]);
      if (found.length > 0) return found.map((span) => ({ span }));
      const words = wordsWithoutParticulars(reading);
      // Hardly an answer comes so far: what is ordinary is made ready after this.
      if (words.length < least) return [];
      if (matchPatterns(patternsOf(particular, language), words).length > 0) return [];
      return isOrdinary(words, patternsOf(ordinary, language), share) ? [{ span: wholeAnswer(reading) }] : [];
    };
  },
};

/** The spans in whose sentences there is no figure, name or quotation. */
function bareOnes(reading: Reading, spans: readonly Span[]): readonly Span[] {
  const known = new Map<SentenceReading, boolean>();
  return spans.filter((span) => {
    const sentence = sentenceAt(reading, span.start);
    if (sentence === null) return true;
    const has = known.get(sentence) ?? hasParticular(reading, sentence);
    known.set(sentence, has);
    return !has;
  });
}

function hasParticular(reading: Reading, sentence: SentenceReading): boolean {
  const { quantities } = reading;
  const next = quantities[firstPast(quantities, ({ end }) => end > sentence.start)];
  if (next !== undefined && next.start < sentence.end) return true;
  const { text } = reading.document;
  let before: Token | undefined;
  for (const { clause } of sentence.clauses)
    for (const token of clause.tokens) {
      if (token.kind === 'number' || isName(text, token, before)) return true;
      before = token;
    }
  return false;
}

/** A capital inside a sentence («написал Марине»), "I" excepted, or two capitals («CRM»). */
function isName(text: string, token: Token, before: Token | undefined): boolean {
  if (token.kind !== 'word') return token.norm === '"';
  if (isSmall(text, token.start)) return false;
  const word = text.slice(token.start, token.end);
  if (word === 'I' || word.startsWith("I'") || word.startsWith('I’') || !beginsWithCapital(word))
    return false;
  return before?.kind === 'word' || before?.norm === ',' || hasTwoCapitals(word);
}

/**
 * The words of four letters and more of an answer without a single figure, name or quotation; else none. Who asks
 * back says nothing that could fit any answer.
 */
function wordsWithoutParticulars(reading: Reading): readonly Token[] {
  if (reading.sentences.some((sentence) => hasParticular(reading, sentence))) return [];
  const { text } = reading.document;
  return reading.sentences
    .filter(({ start, end }) => !text.slice(start, end).endsWith('?'))
    .flatMap(({ clauses }) => clauses.flatMap(({ clause }) => clause.tokens))
    .filter(({ kind, norm }) => kind === 'word' && norm.length >= 4);
}

function isOrdinary(words: readonly Token[], set: PatternSet, share: number): boolean {
  const ordinary = new Set(matchPatterns(set, words).map(({ from }) => from));
  return ordinary.size / words.length >= share;
}
