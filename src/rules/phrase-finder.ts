import { compilePatterns, matchPatterns, type PatternSet } from '../text/patterns.js';
import type { Document, LanguageCode, Sentence, Span, Token } from '../text/types.js';
import { overlap } from './place.js';

/** Patterns of `src/text/patterns.ts` per language of the answer. */
export type Wording = Readonly<Record<LanguageCode, readonly string[]>>;

/** Finds the wording in a document: spans in order, the longest of those that overlap. */
export type PhraseFinder = (document: Document, language: LanguageCode) => readonly Span[];

/** Patterns that open with `^` look at clauses, the others at sentences: a phrase may pass a comma. */
interface Sets {
  readonly anchored: PatternSet | null;
  readonly free: PatternSet | null;
}

const NOWHERE: readonly Span[] = [];

/** Patterns of a language are compiled at the first answer in that language. */
export function phraseFinder(wording: Wording): PhraseFinder {
  const compiled = new Map<LanguageCode, Sets>();
  return (document, language) => {
    const patterns = wording[language];
    if (patterns === undefined) return NOWHERE;
    let sets = compiled.get(language);
    if (sets === undefined) {
      sets = {
        anchored: setOf(patterns.filter((pattern) => pattern.startsWith('^'))),
        free: setOf(patterns.filter((pattern) => !pattern.startsWith('^'))),
      };
      compiled.set(language, sets);
    }
    const found: Span[] = [];
    for (const sentence of document.sentences) findIn(sentence, sets, found);
    return found.length < 2 ? found : longest(found);
  };
}

function setOf(patterns: readonly string[]): PatternSet | null {
  return patterns.length === 0 ? null : compilePatterns(patterns);
}

function findIn({ clauses }: Sentence, { anchored, free }: Sets, found: Span[]): void {
  if (anchored !== null) for (const clause of clauses) collect(anchored, clause.tokens, found);
  if (free !== null)
    collect(
      free,
      clauses.flatMap((clause) => clause.tokens),
      found,
    );
}

function collect(set: PatternSet, tokens: readonly Token[], found: Span[]): void {
  for (const { from, to } of matchPatterns(set, tokens)) {
    // The commas that a pattern asks for are no part of what the candidate is shown.
    const words = tokens.slice(from, to).filter(({ kind }) => kind !== 'mark');
    const first = words[0];
    const last = words.at(-1);
    if (first !== undefined && last !== undefined) found.push({ start: first.start, end: last.end });
  }
}

function longest(found: Span[]): Span[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Span[] = [];
  for (const span of found) {
    const before = kept.at(-1);
    if (before === undefined || !overlap(before, span)) kept.push(span);
    else if (span.end - span.start > before.end - before.start) kept[kept.length - 1] = span;
  }
  return kept;
}
