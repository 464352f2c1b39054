import { ANY_NUMBER, type Atom, satisfies } from './pattern-atoms.js';
import { type Element, readElements, readOpening, standsAtStart } from './pattern-elements.js';
import type { Token } from './types.js';

/** Patterns by words that they ask for: which of thousands a word of the text has to do with. */
export interface AtomIndex {
  /** Beginning, or whole word → the atoms that ask for it; a text where it was read and not asked for yet. */
  readonly atoms: Map<string, readonly Asking[] | string>;
  /** Letters of the longest beginning. */
  readonly longest: number;
}

/** How often an index was asked, and, once that is often, how long its beginnings are. */
interface Sorted {
  asked: number;
  /** First two letters → lengths of the beginnings that open with them, ascending. */
  lengths: ReadonlyMap<string, readonly number[]> | null;
}

const sorted = new WeakMap<AtomIndex, Sorted>();

/** From so many words on, sorting the beginnings of an index is less work than cutting words at every length. */
const OFTEN = 500;

/** An atom, its beginning left out, with the indices of its patterns. */
interface Asking extends Omit<Atom, 'beginning'> {
  readonly patterns: number[];
}

/** How the patterns of a set open. */
export interface PatternIndex extends AtomIndex {
  /** True where every pattern stands at the start of a clause. */
  readonly atStart: boolean;
  /** Of each pattern {@link nextLetters}, where they are known. */
  readonly next: readonly (string | undefined)[];
}

/**
 * A {@link PatternIndex} as the build writes it, for sets that ship: a start that reads one answer need not read how
 * they open, a thirtieth of what it does. Lists and no objects: an object of a thousand names takes as long to make.
 */
export interface StoredIndex {
  /** Letters of all patterns: by these and by their number other patterns are told. */
  readonly letters: number;
  readonly beginnings: readonly string[];
  /** Of each beginning: ending (after a star), forms and patterns of an atom, then of the next one. */
  readonly asking: readonly string[];
  readonly longest: number;
  readonly atStart: boolean;
  readonly next: readonly string[];
}

/**
 * Reads how patterns open.
 *
 * @param patterns in the language of `patterns.ts`
 * @throws Error on a pattern that does not open with a word, with the pattern in the message
 */
export function indexPatterns(patterns: readonly string[]): PatternIndex {
  return {
    ...indexAtoms(patterns.map(readOpening)),
    atStart: patterns.every(standsAtStart),
    next: new Array(patterns.length),
  };
}

/** @throws Error on a pattern that does not parse, with the pattern in the message */
export function storedIndex(patterns: readonly string[]): StoredIndex {
  const { atoms, longest, atStart } = indexPatterns(patterns);
  return {
    letters: lettersOf(patterns),
    beginnings: [...atoms.keys()],
    asking: [...atoms.keys()].map((beginning) => asText(askingFor(atoms, beginning))),
    longest,
    atStart,
    next: patterns.map((pattern) => nextLetters(readElements(pattern))),
  };
}

/** @returns null for an index of other patterns */
export function readIndex(
  { letters, beginnings, asking, ...index }: StoredIndex,
  patterns: readonly string[],
): PatternIndex | null {
  if (index.next.length !== patterns.length || letters !== lettersOf(patterns)) return null;
  const atoms = new Map<string, string>();
  for (let at = 0; at < beginnings.length; at++) atoms.set(beginnings[at] as string, asking[at] as string);
  return { ...index, atoms };
}

function lettersOf(patterns: readonly string[]): number {
  let letters = 0;
  for (const pattern of patterns) letters += pattern.length;
  return letters;
}

function asText(asking: readonly Asking[]): string {
  return asking
    .map(({ ending, forms, patterns }) => [ending === null ? '' : `*${ending}`, forms, ...patterns].join(' '))
    .join('|');
}

function askingFor(atoms: AtomIndex['atoms'], beginning: string): readonly Asking[] {
  const known = atoms.get(beginning) ?? NOBODY;
  if (typeof known !== 'string') return known;
  const asking = known.split('|').map((text): Asking => {
    const [ending = '', forms, ...patterns] = text.split(' ');
    return {
      ending: ending === '' ? null : ending.slice(1),
      forms: Number(forms),
      patterns: patterns.map(Number),
    };
  });
  atoms.set(beginning, asking);
  return asking;
}

const NOBODY: readonly Asking[] = [];

/** @param atomsOf atoms that ask for each pattern, in the order of the patterns */
export function indexAtoms(atomsOf: readonly (readonly Atom[])[]): AtomIndex {
  const atoms = new Map<string, Asking[]>();
  let longest = 0;
  for (let pattern = 0; pattern < atomsOf.length; pattern++)
    for (const { beginning, ending, forms } of atomsOf[pattern] as readonly Atom[]) {
      if (beginning.length > longest) longest = beginning.length;
      let asking = atoms.get(beginning);
      if (asking === undefined) {
        asking = [];
        atoms.set(beginning, asking);
      }
      const same = asking.find((other) => other.ending === ending && other.forms === forms);
      if (same === undefined) asking.push({ ending, forms, patterns: [pattern] });
      else same.patterns.push(pattern);
    }
  return { atoms, longest };
}

/** Patterns of which an atom is satisfied by a token, each once. */
export function patternsFor(index: AtomIndex, token: Token): readonly number[] {
  const text = token.norm === '—' ? '-' : token.norm;
  const lengths = lengthsOf(index);
  const longest = Math.min(lengths === null ? index.longest : 1, text.length);
  let found = NO_PATTERNS;
  if (token.kind === 'number') found = addAsking(index, ANY_NUMBER, token, found);
  for (let length = 0; length <= longest; length++)
    found = addAsking(index, text.slice(0, length), token, found);
  if (lengths === null) return found;
  for (const length of lengths.get(text.slice(0, 2)) ?? NO_LENGTHS) {
    if (length > text.length) break;
    found = addAsking(index, text.slice(0, length), token, found);
  }
  return found;
}

const NO_LENGTHS: readonly number[] = [];

/** Lengths of beginnings of two letters and more; null for an index that is not asked often. */
function lengthsOf(index: AtomIndex): Sorted['lengths'] {
  let known = sorted.get(index);
  if (known === undefined) {
    known = { asked: 0, lengths: null };
    sorted.set(index, known);
  }
  known.asked += 1;
  if (known.lengths === null && known.asked >= OFTEN) known.lengths = sortedLengths(index);
  return known.lengths;
}

function sortedLengths({ atoms }: AtomIndex): Sorted['lengths'] {
  const lengths = new Map<string, number[]>();
  for (const beginning of atoms.keys()) {
    if (beginning.length < 2) continue;
    const opening = beginning.slice(0, 2);
    const known = lengths.get(opening) ?? [];
    if (!known.includes(beginning.length)) known.push(beginning.length);
    lengths.set(opening, known);
  }
  for (const [opening, each] of lengths)
    lengths.set(
      opening,
      each.slice().sort((one, other) => one - other),
    );
  return lengths;
}

/** A start asks for thousands of beginnings, and nearly none is there: nothing is made for those. */
function addAsking(
  { atoms }: AtomIndex,
  beginning: string,
  token: Token,
  found: readonly number[],
): readonly number[] {
  if (atoms.get(beginning) === undefined) return found;
  let all = found;
  const asking = askingFor(atoms, beginning);
  for (let at = 0; at < asking.length; at++) {
    const { ending, forms, patterns } = asking[at] as Asking;
    if (!satisfies(token, { beginning, ending, forms })) continue;
    all = all.length === 0 ? patterns : [...new Set([...all, ...patterns])];
  }
  return all;
}

export const NO_PATTERNS: readonly number[] = [];

/**
 * The rarest words of which one must stand in a text for a pattern to match there, as far as their letters tell;
 * null where all of its words may be left out.
 */
export function rarestAtoms(elements: readonly Element[]): readonly Atom[] | null {
  let rarest: readonly Atom[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const element of elements) {
    if (element.kind !== 'words' || element.optional) continue;
    // All words of an alternative must be there: the rarest of them stands for it.
    const atoms = element.alternatives.map((alternative) =>
      alternative.reduce((best, atom) => (commonness(atom) < commonness(best) ? atom : best)),
    );
    const common = atoms.reduce((sum, atom) => sum + commonness(atom), 0);
    if (common >= least) continue;
    least = common;
    rarest = atoms;
  }
  return rarest;
}

/** How often, about, words satisfy an atom: short words are the frequent ones, and any may follow a short beginning. */
function commonness({ beginning, ending, forms }: Atom): number {
  const letters = beginning.length + (ending?.length ?? 0);
  const words = (ending === null ? WHOLE : BEGUN)[letters] ?? 1;
  return forms === 0 ? words : words / 2;
}

/** By the number of letters given: of a whole word, and of one that only begins or ends so. */
const WHOLE: readonly number[] = [0, 1000, 600, 200, 50, 4];
const BEGUN: readonly number[] = [4000, 1000, 400, 60, 16, 4, 2];

/** Any token may follow, or none. */
const ANYTHING = '*';
/** Any token may follow. */
const ANY_TOKEN = '+';

/**
 * What the second token of a match may begin with, in letters and the marks above. «я», «не», "the" open a hundred
 * patterns each, and nine of ten fail at the word after.
 */
export function nextLetters(elements: readonly Element[]): string {
  const next = new Set<string>();
  secondOf(elements, next);
  return next.has(ANYTHING) ? ANYTHING : [...next].join('');
}

/**
 * True where the next token may be the second of a match.
 *
 * @param letter code of its first letter, which is larger than {@link MARKS}; 0 where there is no next token
 */
export function mayGoOn(next: string, letter: number): boolean {
  if (next === ANYTHING) return true;
  return letter !== 0 && (next.includes(ANY_TOKEN) || next.includes(String.fromCharCode(letter)));
}

function secondOf(elements: readonly Element[], next: Set<string>): void {
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    // The opening is words: `^` is none of the elements, and gaps open nothing.
    if (element?.kind !== 'words') break;
    for (const { 1: second } of element.alternatives) {
      if (second === undefined) openingOf(elements, at + 1, next);
      else addBeginning(second, next);
    }
    if (!element.optional) return;
  }
  next.add(ANYTHING);
}

/** What the elements from one on may begin with. */
function openingOf(elements: readonly Element[], from: number, next: Set<string>): void {
  for (let at = from; at < elements.length; at++) {
    const element = elements[at];
    if (element?.kind !== 'words') break;
    for (const [atom] of element.alternatives) if (atom !== undefined) addBeginning(atom, next);
    if (!element.optional) return;
  }
  next.add(ANYTHING);
}

function addBeginning({ beginning }: Atom, next: Set<string>): void {
  next.add(beginning === '' ? ANY_TOKEN : beginning.charAt(0));
}
