import { cutClauses } from './clauses.js';
import { headingFinder } from './headings.js';
import { recogniseLanguage } from './language.js';
import { scan } from './scan.js';
import { cutSentences, type TokenRange } from './sentences.js';
import type { Document, DocumentOptions, LanguageCode, Sentence, Token } from './types.js';

/** From this share of words in guessed sentences on a text counts as unpunctuated. */
const MOSTLY = 0.5;

/**
 * Reads a text into sentences, clauses and words. Deterministic, linear in its length, throws on no string.
 *
 * All spans are UTF-16 offsets into `text` as typed. A sentence that is only a heading has no clauses;
 * headings and list markers belong to their sentence but to no clause.
 *
 * @param options.language skips recognition; a language without forms gives words without forms and clauses without subject
 */
export function readDocument(text: string, options: DocumentOptions): Document {
  const language = options.language ?? recogniseLanguage(text);
  const tokens = scan(text, language);
  const headings = headingFinder(text, tokens, options.headings, options.markedHeadings ?? []);
  const { ranges, guessed } = cutSentences(text, tokens, headings, language);
  return {
    text,
    language,
    sentences: buildSentences(tokens, ranges, language),
    tokens,
    wordCount: tokens.reduce((count, token) => count + (token.kind === 'word' ? 1 : 0), 0),
    unpunctuated: guessed > MOSTLY,
  };
}

function buildSentences(
  tokens: readonly Token[],
  ranges: readonly TokenRange[],
  language: LanguageCode | null,
): Sentence[] {
  const sentences: Sentence[] = [];
  let under: string | null = null;
  for (const range of ranges) {
    const first = tokens[range.from];
    const last = tokens[range.to - 1];
    if (first === undefined || last === undefined) continue;
    under = range.heading?.part ?? under;
    const body = tokens.slice(range.body, range.to);
    const isEmpty = !body.some((token) => token.kind !== 'mark');
    sentences.push({
      start: first.start,
      end: last.end,
      index: sentences.length,
      heading: range.heading,
      onlyHeading: range.heading !== null && isEmpty,
      under,
      clauses: isEmpty ? [] : cutClauses(body, language),
      cutBy: range.cutBy,
    });
  }
  return sentences;
}
