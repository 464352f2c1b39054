import { oncePer } from './once-per.js';
import { type Atom, LONG_DASH, MARKS, satisfies } from './pattern-atoms.js';
import {
  type Alternative,
  type Element,
  elementAt,
  elementsOf,
  FEW,
  type LazyElements,
  lazyElements,
  readElements,
  standsAtStart,
  type WordsElement,
} from './pattern-elements.js';
import {
  type AtomIndex,
  indexAtoms,
  indexPatterns,
  mayGoOn,
  NO_PATTERNS,
  nextLetters,
  patternsFor,
  rarestAtoms,
  readIndex,
  type StoredIndex,
} from './pattern-index.js';
import type { Token, Word } from './types.js';
import { type WordMemo, wordMemo } from './words.js';

/**
 * A small language of patterns over tokens, for cues and for phrases of rules. Elements are divided by spaces:
 *
 * - `word` that word; ё is written е; `-` any dash; `,` a comma
 * - `stem*` words that begin so; `pre*suf` words that begin and end so; `*suf` words that end so
 * - `(a|b c|d*)` alternatives of one or more words; `(a|b)*`, `(a|b)*suf` the star goes to each word that has none;
 *   no brackets in brackets
 * - `..N` a gap of up to N tokens (3 where N is left out) that stops at `; : .`
 * - `^` and `$` first and end: the start and the end of the clause
 * - `?` after an element: it may be left out
 * - `#` any number in digits
 * - `@form` after a word: only where the word may have that form, by the names of {@link FORM}
 *   (`внедр*@past`, `(созда|напис)*@past`)
 */
export interface PatternSet {
  readonly sources: readonly string[];
  /** Of each pattern, once it was asked for: few of thousands ever are. */
  readonly patterns: (CompiledPattern | undefined)[];
  /** As `nextLetters` says, once it was asked for. */
  readonly next: (string | undefined)[];
  /** True where every pattern stands at the start of a clause. */
  readonly atStart: boolean;
  /** Which patterns a word can open. */
  readonly openings: Openings;
}

export interface PatternMatch {
  /** Index into the patterns the set was compiled from. */
  readonly pattern: number;
  /** Index of the first token. */
  readonly from: number;
  /** Index after the last token. */
  readonly to: number;
}

interface CompiledPattern {
  readonly atStart: boolean;
  readonly elements: LazyElements;
}

/** The patterns that a word, a mark or a number may be a part of. */
interface Opened {
  /** Those that it can open. */
  readonly patterns: readonly number[];
  /** First letter of the word that follows → those of the patterns that may go on with it; filled as they are met. */
  readonly byNext: Map<number, readonly number[]> | null;
  /** Those that it is one of the {@link Keys} of; null where it was not asked yet. */
  readonly keyed: readonly number[] | null;
}

interface Openings {
  readonly index: AtomIndex;
  /** Patterns that words, marks and numbers can open; filled as they are met. */
  readonly words: WordMemo<Opened>;
  readonly marks: Map<string, Opened>;
  readonly numbers: Map<string, Opened>;
  /** How often the set was matched. */
  asked: number;
  /** Null until the set is matched so {@link OFTEN} that they pay. */
  keys: Keys | null;
}

/** Patterns by the rarest word of each: where none of these stands in a run of tokens, it is not tried there. */
interface Keys {
  readonly index: AtomIndex;
  /** Pattern → number of the last run of tokens that has its rarest word. */
  readonly metIn: Int32Array;
  /** True where there are patterns all words of which may be left out. */
  readonly unkeyed: boolean;
  /** Number of the run that is being read. */
  run: number;
}

const NONE: Opened = { patterns: NO_PATTERNS, byNext: null, keyed: null };
const NEITHER: Opened = { patterns: NO_PATTERNS, byNext: null, keyed: NO_PATTERNS };
/** Numbers and marks remembered before the memory is emptied. */
const REMEMBERED = 5_000;
/** A set that opens with so many words is asked at every word of a text: its answers are kept in the words. */
const MANY = 40;

/**
 * Makes ready to match. Without an index only how patterns open is read now; one that is not well formed may pass
 * unnoticed, see `pattern-faults.ts`.
 *
 * @param patterns in the language above
 * @param stored an index that the build has made; one of other patterns is not used
 */
export function compilePatterns(patterns: readonly string[], stored?: StoredIndex): PatternSet {
  const index = (stored && readIndex(stored, patterns)) ?? indexPatterns(patterns);
  return {
    sources: patterns,
    patterns: new Array(patterns.length),
    next: [...index.next],
    atStart: index.atStart,
    openings: {
      index,
      words: isShort(index) ? new WeakMap<Word, Opened>() : wordMemo<Opened>([NONE, NEITHER]),
      marks: new Map(),
      numbers: new Map(),
      asked: 0,
      keys: null,
    },
  };
}

/** The set of a list of patterns, compiled when it is first asked for: a list that stays the same object is compiled once. */
export const patternSet: (patterns: readonly string[]) => PatternSet = oncePer(
  (patterns: readonly string[]) => compilePatterns(patterns),
);

function isShort({ atoms }: AtomIndex): boolean {
  return atoms.size < MANY;
}

/**
 * Reads a whole pattern.
 *
 * @throws Error on a pattern that does not parse, with the pattern in the message
 */
export function readPattern(pattern: string): void {
  readElements(pattern);
}

/**
 * Every pattern of the set at every token where it matches, in token order; of one pattern at one place the
 * first way that fits.
 *
 * @param tokens a clause or any run of tokens; `^` stands for its first word or number
 */
export function matchPatterns(set: PatternSet, tokens: readonly Token[]): readonly PatternMatch[] {
  const keys = keysOf(set);
  const { openings } = set;
  let first = -1;
  let any = keys === null || keys.unkeyed;
  let count = 0;
  if (keys !== null) keys.run += 1;
  // What a token opens is asked once; most tokens open nothing, and patterns are tried at the others alone.
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (first < 0 && token.kind !== 'mark') first = at;
    if (set.atStart && first >= 0 && at > first) break;
    const opened = openedBy(openings, token);
    if (opened === NONE || opened === NEITHER) continue;
    if (opened.patterns.length > 0) {
      openers[count] = opened;
      openersAt[count] = at;
      count += 1;
    }
    if (keys !== null && meetsKeys(keys, opened)) any = true;
  }
  if (!any || count === 0) return NO_MATCHES;
  const matches: PatternMatch[] = [];
  for (let index = 0; index < count; index++) {
    const from = openersAt[index] as number;
    const opened = goingOn(set, openers[index] as Opened, tokens[from + 1]);
    for (let one = 0; one < opened.length; one++) {
      const pattern = opened[one] as number;
      if (keys !== null && (keys.metIn[pattern] as number) < keys.run) continue;
      const { elements, atStart } = patternAt(set, pattern);
      if (atStart && first >= 0 && from > first) continue;
      // That the first word fits is why the pattern was opened.
      const to = elements.opensWithOne
        ? matchFrom(elements, tokens, 1, from + 1)
        : matchFrom(elements, tokens, 0, from);
      if (to > from) matches.push({ pattern, from, to });
    }
  }
  return matches;
}

/** What tokens of the run that is being matched open, and their indices: two lists serve all runs. */
const openers: Opened[] = [];
const openersAt: number[] = [];

const NO_MATCHES: readonly never[] = [];

/** False where no pattern of the set begins with a token: cheaper to ask than to match. */
export function mayBegin({ openings }: PatternSet, token: Token): boolean {
  return openedBy(openings, token).patterns.length > 0;
}

/**
 * A set matched so often has its patterns sorted by their rarest words: eight of ten tries of a pattern fail at
 * a word after the one that opens it. To sort them all of them must be read, for which one answer has no time.
 */
const OFTEN = 1_000;

function keysOf(set: PatternSet): Keys | null {
  const { sources, openings, atStart } = set;
  if (openings.keys !== null || openings.asked < OFTEN) {
    openings.asked += 1;
    return openings.keys;
  }
  // Of what stands at the start alone, nothing else is tried.
  if (atStart || isShort(openings.index)) return null;
  const rarest = sources.map((_, pattern) => rarestAtoms(elementsOf(patternAt(set, pattern).elements)));
  const index = indexAtoms(rarest.map((atoms) => atoms ?? []));
  const metIn = Int32Array.from(rarest, (atoms) => (atoms === null ? EVERYWHERE : 0));
  openings.keys = { index, metIn, unkeyed: rarest.includes(null), run: 0 };
  return openings.keys;
}

const EVERYWHERE = 0x7fffffff;

/** Notes which patterns have a token for their rarest word; false where none has. */
function meetsKeys({ metIn, run }: Keys, { keyed }: Opened): boolean {
  if (keyed === null || keyed.length === 0) return false;
  for (let index = 0; index < keyed.length; index++) {
    const pattern = keyed[index] as number;
    if ((metIn[pattern] as number) < run) metIn[pattern] = run;
  }
  return true;
}

function patternAt({ sources, patterns }: PatternSet, number: number): CompiledPattern {
  let pattern = patterns[number];
  if (pattern === undefined) {
    const source = sources[number] as string;
    pattern = { atStart: standsAtStart(source), elements: lazyElements(source) };
    patterns[number] = pattern;
  }
  return pattern;
}

/**
 * Matches the elements of a pattern from one of them on. Four arguments: this is the innermost loop of the program, and
 * an object for each try would cost more than the try.
 *
 * @param first element to begin with, at the token with the index `start`
 * @returns index after the last token of the match; -1 where the elements do not fit
 */
function matchFrom(elements: LazyElements, tokens: readonly Token[], first: number, start: number): number {
  let index = start;
  for (let at = first; ; at++) {
    const element = elementAt(elements, at);
    if (element === null) return index;
    if (element.kind === 'words') {
      const token = tokens[index];
      if (element.single) {
        if (token !== undefined && isOneOf(element, token)) {
          // An optional word that fits may still have to be left out for the rest to fit.
          if (!element.optional) {
            index += 1;
            continue;
          }
          const to = matchFrom(elements, tokens, at + 1, index + 1);
          if (to >= 0) return to;
        } else if (!element.optional) return -1;
        continue;
      }
      if (token !== undefined) {
        const alternatives = alternativesFor(element, token);
        for (let one = 0; one < alternatives.length; one++) {
          const alternative = alternatives[one] as Alternative;
          if (!standsAt(alternative, tokens, index)) continue;
          const to = matchFrom(elements, tokens, at + 1, index + alternative.length);
          if (to >= 0) return to;
        }
      }
      if (!element.optional) return -1;
    } else if (element.kind === 'gap') return matchAfterGap(elements, tokens, at, index);
    else for (let rest = index; rest < tokens.length; rest++) if (tokens[rest]?.kind !== 'mark') return -1;
  }
}

/** As {@link matchFrom}, from a gap on. */
function matchAfterGap(elements: LazyElements, tokens: readonly Token[], at: number, start: number): number {
  const { most } = elementAt(elements, at) as Extract<Element, { kind: 'gap' }>;
  const next = elementAt(elements, at + 1);
  const sought = next?.kind === 'words' && next.single && !next.optional ? next : null;
  for (let index = start; index <= start + most && index <= tokens.length; index++) {
    const token = tokens[index];
    if (sought === null || (token !== undefined && isOneOf(sought, token))) {
      const to =
        sought === null
          ? matchFrom(elements, tokens, at + 1, index)
          : matchFrom(elements, tokens, at + 2, index + 1);
      if (to >= 0) return to;
    }
    if (token === undefined || token.norm === ';' || token.norm === ':' || token.norm === '.') break;
  }
  return -1;
}

function isOneOf(element: WordsElement, token: Token): boolean {
  const { alternatives } = element;
  if (alternatives.length === 1) return satisfies(token, (alternatives[0] as Alternative)[0] as Atom);
  const possible = alternativesFor(element, token);
  for (let at = 0; at < possible.length; at++)
    if (satisfies(token, (possible[at] as Alternative)[0] as Atom)) return true;
  return false;
}

/** Long lists of alternatives are sorted by letter as letters are met: a gap tries each at every step. */
function alternativesFor({ alternatives, byLetter }: WordsElement, token: Token): readonly Alternative[] {
  if (byLetter === null) return alternatives;
  const letter = token.norm.charCodeAt(0);
  if (letter <= MARKS || letter === LONG_DASH) return alternatives;
  let known = byLetter.get(letter);
  if (known === undefined) {
    known = beginningWith(letter, alternatives);
    byLetter.set(letter, known);
  }
  return known;
}

/** A loop: a start does this for each list of alternatives that it meets, hundreds of them. */
function beginningWith(letter: number, alternatives: readonly Alternative[]): readonly Alternative[] {
  const found: Alternative[] = [];
  for (let at = 0; at < alternatives.length; at++) {
    const alternative = alternatives[at] as Alternative;
    const first = (alternative[0] as Atom).beginning.charCodeAt(0);
    if (first === letter || !(first > MARKS)) found.push(alternative);
  }
  return found.slice();
}

function standsAt(atoms: readonly Atom[], tokens: readonly Token[], index: number): boolean {
  for (let offset = 0; offset < atoms.length; offset++) {
    const token = tokens[index + offset];
    if (token === undefined || !satisfies(token, atoms[offset] as Atom)) return false;
  }
  return true;
}

function openedBy(openings: Openings, token: Token): Opened {
  const { word, norm, kind } = token;
  const { keys } = openings;
  const memory = kind === 'number' ? openings.numbers : openings.marks;
  const known = word === null ? memory.get(norm) : openings.words.get(word);
  if (known !== undefined && (known.keyed !== null || keys === null)) return known;
  const patterns = known === undefined ? patternsFor(openings.index, token) : known.patterns;
  const keyed = keys === null ? null : patternsFor(keys.index, token);
  const opened = remembered(patterns, keyed);
  if (word !== null) openings.words.set(word, opened);
  else {
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(norm, opened);
  }
  return opened;
}

function remembered(patterns: readonly number[], keyed: readonly number[] | null): Opened {
  if (patterns.length === 0 && (keyed === null || keyed.length === 0)) return keyed === null ? NONE : NEITHER;
  return { patterns, byNext: patterns.length < FEW ? null : new Map(), keyed };
}

/** Those of the opened patterns that the next token does not rule out by its first letter. */
function goingOn(
  set: PatternSet,
  { patterns: opened, byNext }: Opened,
  next: Token | undefined,
): readonly number[] {
  if (byNext === null) return opened;
  const letter = next === undefined ? 0 : next.norm.charCodeAt(0);
  // A dash, a figure and a full stop may be meant in more than one spelling.
  if (letter === LONG_DASH || (letter <= MARKS && next !== undefined)) return opened;
  let known = byNext.get(letter);
  if (known === undefined) {
    // A copy has no room to grow, and thousands are kept.
    known = opened.filter((pattern) => mayGoOn(nextOf(set, pattern), letter)).slice();
    byNext.set(letter, known);
  }
  return known;
}

function nextOf(set: PatternSet, pattern: number): string {
  let next = set.next[pattern];
  if (next === undefined) {
    next = nextLetters(elementsOf(patternAt(set, pattern).elements));
    set.next[pattern] = next;
  }
  return next;
}
