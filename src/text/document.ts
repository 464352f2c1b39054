import { characterKind } from './characters.js';
import { cutClauses } from './clauses.js';
import { headingFinder } from './headings.js';
import { recogniseLanguage } from './language.js';
import { scan } from './scan.js';
import { cutSentences, type TokenRange } from './sentences.js';
import type { Document, DocumentOptions, LanguageCode, RunOnWeights, Sentence, Token } from './types.js';

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
  const runOn = language === null ? undefined : options.runOn?.(language);
  const old = before?.document.language === language && before.runOn === runOn ? before.document : null;
  const same = old === null ? 0 : commonBeginning(text, old.text);
  const tokens = scan(text, language, old === null ? [] : tokensBefore(lastSpace(text, same), old.tokens));
  const headings = headingFinder(text, tokens, options.headings, options.markedHeadings ?? []);
  const { ranges, words } = cutSentences({ text, tokens, headings }, language, runOn);
  const document = {
    text,
    language,
    sentences: buildSentences({ text, tokens, ranges, language, runOn, same, known: old?.sentences ?? [] }),
    tokens,
    wordCount: words,
  };
  before = { document, runOn };
  return document;
}

/** The text read last: while an answer is typed, a text differs from the one before by a letter. */
let before: { readonly document: Document; readonly runOn: RunOnWeights | undefined } | null = null;

/** Offset of the last white space before another; 0 where there is none. */
function lastSpace(text: string, end: number): number {
  let at = end - 1;
  while (at > 0 && characterKind(text.charCodeAt(at)) !== 'space') at -= 1;
  return Math.max(at, 0);
}

/** White space ends what stands before it, whatever follows: those tokens are the same in both texts. */
function tokensBefore(space: number, tokens: readonly Token[]): readonly Token[] {
  let count = tokens.length;
  while (count > 0 && (tokens[count - 1] as Token).end > space) count -= 1;
  return tokens.slice(0, count);
}

interface RangedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ranges: readonly TokenRange[];
  readonly language: LanguageCode | null;
  readonly runOn: RunOnWeights | undefined;
  /** Sentences of the text before. */
  readonly known: readonly Sentence[];
  /** Characters at the beginning that both texts share. */
  readonly same: number;
}

/** Sentences that stand where they stood in the text before, in the same words, are taken over as they are. */
function buildSentences({ text, tokens, ranges, language, runOn, known, same }: RangedText): Sentence[] {
  const sentences: Sentence[] = [];
  let under: string | null = null;
  for (const range of ranges) {
    const first = tokens[range.from];
    const last = tokens[range.to - 1];
    if (first === undefined || last === undefined) continue;
    under = range.heading?.part ?? under;
    const old = known[sentences.length];
    if (old !== undefined && last.end <= same && isAsBefore(old, range, { tokens, under })) {
      sentences.push(old);
      continue;
    }
    const body = tokens.slice(range.body, range.to);
    const isEmpty = !body.some((token) => token.kind !== 'mark');
    sentences.push({
      start: first.start,
      end: last.end,
      index: sentences.length,
      heading: range.heading,
      onlyHeading: range.heading !== null && isEmpty,
      under,
      clauses: isEmpty ? [] : cutClauses(text, body, language, runOn),
      cutBy: range.cutBy,
    });
  }
  return sentences;
}

function commonBeginning(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && one.charCodeAt(at) === other.charCodeAt(at)) at += 1;
  return at;
}

/** True where the sentence of the text before is cut like this one; that their words are the same is known. */
function isAsBefore(
  old: Sentence,
  { from, to, body, heading, cutBy }: TokenRange,
  { tokens, under }: { readonly tokens: readonly Token[]; readonly under: string | null },
): boolean {
  if (old.start !== tokens[from]?.start || old.end !== tokens[to - 1]?.end) return false;
  if (old.cutBy !== cutBy || old.under !== under) return false;
  if (old.heading?.end !== heading?.end || old.heading?.part !== heading?.part) return false;
  return old.clauses.length === 0
    ? heading !== null && old.onlyHeading && body === to
    : old.clauses[0]?.start === tokens[body]?.start;
}
