import { type StoredIndex, storedIndex } from '../text/pattern-index.js';
import { compilePatterns, matchPatterns, type PatternMatch, type PatternSet } from '../text/patterns.js';
import { type Recent, recentMemory } from '../text/recent.js';
import type { Clause, Document, LanguageCode, Sentence, Span, Token } from '../text/types.js';
import { overlap } from './place.js';
import type { Wording } from './wording.js';

/** Finds a wording in a document of a language: spans in order, the longest of those that overlap. */
export type PhraseFinder = (document: Document, language: LanguageCode) => readonly Span[];

/**
 * The wordings of all rules together: an answer is read once for all of them, because matching rule by rule
 * takes longer than everything else the analyzer does.
 */
export interface Phrases {
  /** To be called before the first document is read. */
  readonly add: (wording: Wording) => PhraseFinder;
}

/** Patterns that open with `^` look at clauses, the others at sentences: a phrase may pass a comma. */
interface Pool {
  readonly anchored: PooledSet;
  readonly free: PooledSet;
}

/** What the wordings of a language find in the sentences of a text. */
type FoundPhrases = Recent<Sentence, readonly FoundPhrase[]>;

interface FoundPhrase {
  /** Index of its wording. */
  readonly owner: number;
  readonly span: Span;
}

/** How the patterns of all wordings of a language open. Plain data, as the build writes it. */
export interface PhraseIndex {
  readonly anchored: StoredIndex;
  readonly free: StoredIndex;
}

interface PooledSet {
  readonly set: PatternSet;
  /** Pattern → the wording it belongs to. */
  readonly owners: readonly number[];
}

const NOWHERE: readonly Span[] = [];

/** A wording with patterns of the user's, which count in every language of an answer. */
export function withOwn(wording: Wording, own: readonly string[] | undefined): Wording {
  if (own === undefined) return wording;
  return Object.fromEntries(
    Object.entries(wording).map(([language, patterns]) => [language, [...patterns, ...own]]),
  );
}

/** Patterns of the user's alone, in the languages of a wording; null where there are none. */
export function ownAlone(wording: Wording, own: readonly string[] | undefined): Wording | null {
  if (own === undefined || own.length === 0) return null;
  return Object.fromEntries(Object.keys(wording).map((language) => [language, own]));
}

/** @param indexOf null for a language, or for rules, that no index was made of */
export function createPhrases(indexOf: (language: LanguageCode) => PhraseIndex | null = () => null): Phrases {
  const wordings: Wording[] = [];
  const pools = new Map<LanguageCode, FoundPhrases>();
  // The rules look at one document after the other; a WeakMap would keep many of them through collections.
  let last: { readonly document: Document; readonly found: ReadonlyMap<number, readonly Span[]> } | null =
    null;

  const readDocument = (document: Document, language: LanguageCode) => {
    let pool = pools.get(language);
    if (pool === undefined) {
      pool = foundBy(poolOf(wordings, language, indexOf(language)));
      pools.set(language, pool);
    }
    const found = findAll(document, pool);
    last = { document, found };
    return found;
  };

  return {
    add: (wording) => {
      const index = wordings.push(wording) - 1;
      return (document, language) =>
        (last?.document === document ? last.found : readDocument(document, language)).get(index) ?? NOWHERE;
    },
  };
}

/** What the build writes of the wordings of all rules, in the order in which they are added. */
export function indexPhrases(wordings: readonly Wording[], language: LanguageCode): PhraseIndex {
  const { anchored, free } = sorted(wordings, language);
  const index = (owned: readonly OwnedPattern[]) => storedIndex(owned.map(({ pattern }) => pattern));
  return { anchored: index(anchored), free: index(free) };
}

interface OwnedPattern {
  readonly pattern: string;
  /** Index of its wording. */
  readonly owner: number;
}

function sorted(wordings: readonly Wording[], language: LanguageCode) {
  const all = wordings.flatMap((wording, owner): OwnedPattern[] =>
    (wording[language] ?? []).map((pattern) => ({ pattern, owner })),
  );
  return {
    anchored: all.filter(({ pattern }) => pattern.startsWith('^')),
    free: all.filter(({ pattern }) => !pattern.startsWith('^')),
  };
}

function poolOf(wordings: readonly Wording[], language: LanguageCode, index: PhraseIndex | null): Pool {
  const { anchored, free } = sorted(wordings, language);
  return { anchored: pooled(anchored, index?.anchored), free: pooled(free, index?.free) };
}

function pooled(owned: readonly OwnedPattern[], index: StoredIndex | undefined): PooledSet {
  return {
    set: compilePatterns(
      owned.map(({ pattern }) => pattern),
      index,
    ),
    owners: owned.map(({ owner }) => owner),
  };
}

function foundBy(pool: Pool): FoundPhrases {
  return recentMemory((sentence) => findInSentence(sentence, pool));
}

function findAll({ sentences }: Document, pool: FoundPhrases): Map<number, readonly Span[]> {
  const found = new Map<number, Span[]>();
  pool.begin();
  for (const sentence of sentences)
    for (const { owner, span } of pool.of(sentence)) {
      const spans = found.get(owner);
      if (spans === undefined) found.set(owner, [span]);
      else spans.push(span);
    }
  const longestFound = new Map<number, readonly Span[]>();
  for (const [owner, spans] of found) longestFound.set(owner, spans.length < 2 ? spans : longest(spans));
  return longestFound;
}

function findInSentence({ clauses }: Sentence, { anchored, free }: Pool): readonly FoundPhrase[] {
  const [first] = clauses;
  if (first === undefined) return NO_PHRASES;
  let tokens: readonly Token[] = first.tokens;
  if (clauses.length > 1) {
    const all = first.tokens.slice();
    for (let at = 1; at < clauses.length; at++) {
      const more = (clauses[at] as Clause).tokens;
      for (let index = 0; index < more.length; index++) all.push(more[index] as Token);
    }
    tokens = all;
  }
  const found: FoundPhrase[] = [];
  for (let at = 0; at < clauses.length; at++) collect(anchored, (clauses[at] as Clause).tokens, found);
  collect(free, tokens, found);
  return found.length === 0 ? NO_PHRASES : found;
}

const NO_PHRASES: readonly FoundPhrase[] = [];

function collect({ set, owners }: PooledSet, tokens: readonly Token[], found: FoundPhrase[]): void {
  const matches = matchPatterns(set, tokens);
  for (let at = 0; at < matches.length; at++) {
    const { pattern, from, to } = matches[at] as PatternMatch;
    // The commas that a pattern asks for are no part of what the candidate is shown.
    let first = from;
    while (first < to && tokens[first]?.kind === 'mark') first += 1;
    let last = to - 1;
    while (last > first && tokens[last]?.kind === 'mark') last -= 1;
    const owner = owners[pattern];
    if (first === to || owner === undefined) continue;
    found.push({ owner, span: { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end } });
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
