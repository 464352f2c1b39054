import { FORM, type Token, type Word } from './types.js';
import { type WordMemo, wordMemo } from './words.js';

/**
 * A small language of patterns over tokens, for cues and for phrases of rules. Elements are divided by spaces:
 *
 * - `word` that word; ё is written е; `-` any dash; `,` a comma
 * - `stem*` words that begin so; `pre*suf` words that begin and end so; `*suf` words that end so
 * - `(a|b c|d*)` alternatives of one or more words; `(a|b)*`, `(a|b)*suf` the star goes to each; no brackets
 *   in brackets
 * - `..N` a gap of up to N tokens (3 where N is left out) that stops at `; : .`
 * - `^` and `$` first and end: the start and the end of the clause
 * - `?` after an element: it may be left out
 * - `#` any number in digits
 * - `@form` after a word: only where the word may have that form, by the names of {@link FORM}
 *   (`внедр*@past`, `(созда|напис)*@past`)
 */
export interface PatternSet {
  readonly patterns: readonly CompiledPattern[];
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
  /** Index behind the last token. */
  readonly to: number;
}

type Element =
  | {
      readonly kind: 'words';
      readonly alternatives: readonly Alternative[];
      readonly optional: boolean;
      /** First letter of a word → the alternatives it may be; null where there are too few to sort. */
      readonly byLetter: Map<number, readonly Alternative[]> | null;
      /** True where each alternative is one word: whichever fits, the match goes on behind it. */
      readonly single: boolean;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'end' };

interface CompiledPattern {
  readonly atStart: boolean;
  /** True where whatever word opens the pattern is its first element, known once the elements are. */
  opensWithOne: boolean;
  /** Reads the elements. */
  readonly read: () => readonly Element[];
  /** Read when a word first opens the pattern: few of thousands ever are. */
  elements: readonly Element[] | null;
}

/** Patterns that a word can open. */
interface Opened {
  readonly patterns: readonly number[];
  /** First letter of the word that follows → those of the patterns that may go on with it; filled as they are met. */
  readonly byNext: Map<number, readonly number[]> | null;
}

type Alternative = readonly Atom[];

/** What one word of a pattern asks of a word of the text. */
interface Atom {
  /** How it begins, or the whole word. */
  readonly beginning: string;
  /** Null where the whole word is given; empty where any ending will do. */
  readonly ending: string | null;
  /** Bits of {@link FORM} of which the word must have one; 0 where none are asked. */
  readonly forms: number;
}

interface Openings {
  /** Beginning, or whole word → the atoms that open patterns, each with the indices of these. */
  readonly atoms: Map<string, { readonly atom: Atom; readonly patterns: number[] }[]>;
  readonly longest: number;
  /** Patterns that words, marks and numbers can open; filled as they are met. */
  readonly words: WordMemo<Opened>;
  readonly marks: Map<string, Opened>;
  readonly numbers: Map<string, Opened>;
}

const NONE: Opened = { patterns: [], byNext: null };
const ANY_NUMBER = '#';
/** Letters have larger codes, and so has nothing that is spelt in two ways. */
const MARKS = 0x40;
/** Numbers and marks remembered before the memory is emptied. */
const REMEMBERED = 5_000;
/** A set that opens with so many words is asked at every word of a text: its answers are kept in the words. */
const MANY = 40;

/**
 * Makes ready to match. Only how patterns open is read now; one that is not well formed may pass unnoticed,
 * see `pattern-faults.ts`.
 *
 * @param patterns in the language above
 */
export function compilePatterns(patterns: readonly string[]): PatternSet {
  const atoms: Openings['atoms'] = new Map();
  let longest = 0;
  const compiled = patterns.map((pattern, index): CompiledPattern => {
    const { elements, opening, atStart } = readOpening(pattern);
    for (const atom of opening) {
      longest = Math.max(longest, atom.beginning.length);
      const list = atoms.get(atom.beginning);
      if (list === undefined) {
        atoms.set(atom.beginning, [{ atom, patterns: [index] }]);
        continue;
      }
      const same = list.find(({ atom: other }) => other.ending === atom.ending && other.forms === atom.forms);
      if (same === undefined) list.push({ atom, patterns: [index] });
      else same.patterns.push(index);
    }
    return { atStart, opensWithOne: false, read: elements, elements: null };
  });
  const openings = {
    atoms,
    longest,
    words: atoms.size < MANY ? new WeakMap<Word, Opened>() : wordMemo<Opened>(),
    marks: new Map(),
    numbers: new Map(),
  };
  return { patterns: compiled, atStart: compiled.every(({ atStart }) => atStart), openings };
}

/**
 * Reads a whole pattern.
 *
 * @throws Error on a pattern that does not parse, with the pattern in the message
 */
export function readPattern(pattern: string): void {
  readOpening(pattern).elements();
}

/**
 * Every pattern of the set at every token where it matches, in token order; of one pattern at one place the
 * first way that fits.
 *
 * @param tokens a clause or any run of tokens; `^` stands for its first word or number
 */
export function matchPatterns(set: PatternSet, tokens: readonly Token[]): PatternMatch[] {
  const matches: PatternMatch[] = [];
  let first = -1;
  for (let from = 0; from < tokens.length; from++) {
    const token = tokens[from] as Token;
    if (first < 0 && token.kind !== 'mark') first = from;
    if (set.atStart && first >= 0 && from > first) break;
    const opened = openedBy(set.openings, token);
    if (opened === NONE) continue;
    for (const pattern of goingOn(set, opened, tokens[from + 1])) {
      const compiled = set.patterns[pattern] as CompiledPattern;
      if (compiled.atStart && first >= 0 && from > first) continue;
      const elements = elementsOf(compiled);
      // That the first word fits is why the pattern was opened.
      const to = compiled.opensWithOne
        ? matchFrom(elements, tokens, 1, from + 1)
        : matchFrom(elements, tokens, 0, from);
      if (to > from) matches.push({ pattern, from, to });
    }
  }
  return matches;
}

function elementsOf(compiled: CompiledPattern): readonly Element[] {
  if (compiled.elements === null) {
    compiled.elements = compiled.read();
    const [first] = compiled.elements;
    compiled.opensWithOne = first?.kind === 'words' && first.single && !first.optional;
  }
  return compiled.elements;
}

/**
 * Four arguments for once: the innermost loop of the program has no object made for each try.
 *
 * @param first element to begin with, at the token with the index `start`
 * @returns index behind the last token of the match; -1 where the elements do not fit
 */
function matchFrom(
  elements: readonly Element[],
  tokens: readonly Token[],
  first: number,
  start: number,
): number {
  let index = start;
  for (let at = first; at < elements.length; at++) {
    const element = elements[at] as Element;
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
      if (token !== undefined)
        for (const alternative of alternativesFor(element, token)) {
          if (!standsAt(alternative, tokens, index)) continue;
          const to = matchFrom(elements, tokens, at + 1, index + alternative.length);
          if (to >= 0) return to;
        }
      if (!element.optional) return -1;
    } else if (element.kind === 'gap') return matchBehindGap(elements, tokens, at, index);
    else for (let rest = index; rest < tokens.length; rest++) if (tokens[rest]?.kind !== 'mark') return -1;
  }
  return index;
}

/** As {@link matchFrom}, from a gap on. */
function matchBehindGap(
  elements: readonly Element[],
  tokens: readonly Token[],
  at: number,
  start: number,
): number {
  const { most } = elements[at] as Extract<Element, { kind: 'gap' }>;
  const next = elements[at + 1];
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

type WordsElement = Extract<Element, { kind: 'words' }>;

function isOneOf(element: WordsElement, token: Token): boolean {
  const { alternatives } = element;
  if (alternatives.length === 1) return satisfies(token, (alternatives[0] as Alternative)[0] as Atom);
  for (const alternative of alternativesFor(element, token))
    if (satisfies(token, alternative[0] as Atom)) return true;
  return false;
}

/** Long lists of alternatives are sorted by letter as letters are met: a gap tries each at every step. */
function alternativesFor({ alternatives, byLetter }: WordsElement, token: Token): readonly Alternative[] {
  if (byLetter === null) return alternatives;
  const letter = token.norm.charCodeAt(0);
  if (letter <= MARKS || letter === LONG_DASH) return alternatives;
  let known = byLetter.get(letter);
  if (known === undefined) {
    known = alternatives.filter(([atom]) => {
      const first = atom?.beginning.charCodeAt(0) ?? Number.NaN;
      return first === letter || !(first > MARKS);
    });
    byLetter.set(letter, known);
  }
  return known;
}

function standsAt(atoms: readonly Atom[], tokens: readonly Token[], index: number): boolean {
  for (let offset = 0; offset < atoms.length; offset++) {
    const token = tokens[index + offset];
    if (token === undefined || !satisfies(token, atoms[offset] as Atom)) return false;
  }
  return true;
}

function satisfies(token: Token, { beginning, ending, forms }: Atom): boolean {
  const first = beginning.charCodeAt(0);
  // Most words already differ in their first letter; a dash and a number have more than one spelling.
  if (first > MARKS && first !== token.norm.charCodeAt(0)) return false;
  if (beginning === ANY_NUMBER && token.kind === 'number') return true;
  if (forms !== 0 && ((token.word?.forms ?? 0) & forms) === 0) return false;
  const text = token.norm === '—' ? '-' : token.norm;
  if (ending === null) return text === beginning;
  return (
    text.length >= beginning.length + ending.length && text.startsWith(beginning) && text.endsWith(ending)
  );
}

/** Patterns that a token can open, each once. */
function openedBy(openings: Openings, token: Token): Opened {
  const { word, norm, kind } = token;
  const memory = kind === 'number' ? openings.numbers : openings.marks;
  const known = word === null ? memory.get(norm) : openings.words.get(word);
  if (known !== undefined) return known;
  const found = new Set<number>();
  const open = (beginning: string) => {
    for (const { atom, patterns } of openings.atoms.get(beginning) ?? NO_ATOMS)
      if (satisfies(token, atom)) for (const pattern of patterns) found.add(pattern);
  };
  if (token.kind === 'number') open(ANY_NUMBER);
  const text = token.norm === '—' ? '-' : token.norm;
  for (let length = 0; length <= Math.min(openings.longest, text.length); length++)
    open(text.slice(0, length));
  const remembered =
    found.size === 0 ? NONE : { patterns: [...found], byNext: found.size < FEW ? null : new Map() };
  if (word !== null) openings.words.set(word, remembered);
  else {
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(norm, remembered);
  }
  return remembered;
}

/** So few patterns are tried rather than sorted out. */
const FEW = 3;

/**
 * Those of the opened patterns that the next token does not rule out by its first letter. «я», «не», "the" open
 * a hundred patterns each, and nine of ten fail at the word behind.
 */
function goingOn(
  { patterns }: PatternSet,
  { patterns: opened, byNext }: Opened,
  next: Token | undefined,
): readonly number[] {
  if (byNext === null) return opened;
  const letter = next === undefined ? 0 : next.norm.charCodeAt(0);
  // A dash, a figure and a full stop may be meant in more than one spelling.
  if (letter === LONG_DASH || (letter <= MARKS && next !== undefined)) return opened;
  let known = byNext.get(letter);
  if (known === undefined) {
    known = opened.filter((pattern) => {
      return mayGoOn(elementsOf(patterns[pattern] as CompiledPattern), letter);
    });
    byNext.set(letter, known);
  }
  return known;
}

const LONG_DASH = '—'.charCodeAt(0);

/** True where the second token of a match may begin with a letter; 0 stands for no second token. */
function mayGoOn(elements: readonly Element[], letter: number): boolean {
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at];
    // The opening is words: `^` is none of the elements, and gaps open nothing.
    if (element?.kind !== 'words') return true;
    for (const alternative of element.alternatives) {
      const second = alternative[1];
      if (second === undefined ? mayOpen(elements, at + 1, letter) : begins(second, letter)) return true;
    }
    if (!element.optional) return false;
  }
  return true;
}

/** True where the elements from one on may be satisfied by a token that begins so, or by nothing. */
function mayOpen(elements: readonly Element[], from: number, letter: number): boolean {
  for (let at = from; at < elements.length; at++) {
    const element = elements[at];
    if (element?.kind !== 'words') return true;
    for (const [atom] of element.alternatives) if (atom !== undefined && begins(atom, letter)) return true;
    if (!element.optional) return false;
  }
  return true;
}

function begins({ beginning }: Atom, letter: number): boolean {
  return beginning === '' ? letter !== 0 : beginning.charCodeAt(0) === letter;
}

const NO_ATOMS: readonly never[] = [];

/** Where a pattern is being read, in the spelling of {@link Token.norm}. */
interface Cursor {
  readonly pattern: string;
  readonly text: string;
  at: number;
}

interface PatternOpening {
  readonly atStart: boolean;
  /** First words of the first element that must be there and of the optional ones before it. */
  readonly opening: readonly Atom[];
  /** All elements, the rest of them read at the first call. */
  readonly elements: () => readonly Element[];
}

function readOpening(pattern: string): PatternOpening {
  const text = pattern.trim().toLowerCase().replaceAll('ё', 'е');
  if (text === '') throw new Error('an empty pattern');
  const atStart = text.startsWith('^ ');
  const cursor: Cursor = { pattern, text, at: atStart ? 2 : 0 };
  const elements: Element[] = [];
  const word = text.slice(cursor.at, wordEnd(text, cursor.at));
  // Most patterns open with one plain word: a start of the program reads thousands, and uses few.
  if (word !== '' && !NOT_PLAIN.test(word))
    return { atStart, opening: [readAtom(word, pattern)], elements: () => readRest(cursor, elements) };
  const opening: Atom[] = [];
  for (let open = true; open; ) {
    const element = readElement(cursor);
    if (element === null) break;
    elements.push(element);
    if (element.kind === 'words')
      for (const [atom] of element.alternatives) if (atom !== undefined) opening.push(atom);
    open = element.kind === 'words' && element.optional;
  }
  if (elements[0]?.kind !== 'words') throw new Error(`pattern '${pattern}': it must open with a word`);
  return { atStart, opening, elements: () => readRest(cursor, elements) };
}

/** What makes more of an element than a word with its star and its form. */
const NOT_PLAIN = /[()|?$]|^\.\./;

/** All elements; what is behind the cursor is read and added. */
function readRest(cursor: Cursor, elements: Element[]): readonly Element[] {
  if (cursor.at < cursor.text.length)
    for (let element = readElement(cursor); element !== null; element = readElement(cursor))
      elements.push(element);
  return elements;
}

function wordEnd(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space;
}

/** The next element; null at the end. Moves the cursor behind it. */
function readElement(cursor: Cursor): Element | null {
  const { text, pattern } = cursor;
  while (text[cursor.at] === ' ') cursor.at += 1;
  const start = cursor.at;
  if (start >= text.length) return null;
  const end = endOfElement(cursor);
  cursor.at = end;
  const optional = end - start > 1 && text[end - 1] === '?';
  const piece = text.slice(start, optional ? end - 1 : end);
  if (piece === '$') return { kind: 'end' };
  if (piece.startsWith('..')) return { kind: 'gap', most: gapOf(piece, pattern) };
  const close = piece[0] === '(' ? piece.lastIndexOf(')') : -1;
  const behind = close < 0 ? '' : piece.slice(close + 1);
  // Only a star, with or without an ending, and a form may stand behind the bracket.
  const group = close > 0 && (behind === '' || behind === '*' || BEHIND_BRACKET.test(behind));
  if (!group && !piece.includes('|') && !piece.includes(' '))
    return wordsElement([[readAtom(piece, pattern)]], optional);
  const each = group && behind !== '' ? readAtom(behind, pattern) : null;
  const atomOf = (word: string): Atom =>
    each === null || word.includes('*') || word.includes('@')
      ? readAtom(group ? word + behind : word, pattern)
      : { beginning: word, ending: each.ending, forms: each.forms };
  const alternatives: Atom[][] = [];
  for (const alternative of (group ? piece.slice(1, close) : piece).split('|')) {
    // Most are one word: there are thousands, and each start reads them.
    if (!alternative.includes(' ')) {
      if (alternative !== '') alternatives.push([atomOf(alternative)]);
      continue;
    }
    const words = alternative.split(' ').filter((word) => word !== '');
    if (words.length > 0) alternatives.push(words.map(atomOf));
  }
  if (alternatives.length === 0) throw new Error(`pattern '${pattern}': an empty element`);
  return wordsElement(alternatives, optional);
}

/** Without classes of Unicode, which take a millisecond to make ready. */
const BEHIND_BRACKET = /^(?:\*[^\s*@()|?]*)?(?:@\w+)?$/;

function wordsElement(alternatives: readonly Alternative[], optional: boolean): WordsElement {
  const single = alternatives.every(({ length }) => length === 1);
  return {
    kind: 'words',
    alternatives,
    optional,
    byLetter: alternatives.length < FEW ? null : new Map(),
    single,
  };
}

/** The next space outside brackets. */
function endOfElement({ text, pattern, at: start }: Cursor): number {
  const end = wordEnd(text, start);
  const word = text.slice(start, end);
  if (!word.includes('(') && !word.includes(')')) return end;
  const close = text.indexOf(')', start);
  if (text[start] === '(' && close > 0) {
    // One pair of brackets, as nearly always.
    const behind = wordEnd(text, close);
    const next = text.indexOf('(', start + 1);
    const another = text.indexOf(')', close + 1);
    if ((next < 0 || next >= behind) && (another < 0 || another >= behind)) return behind;
  }
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === ' ' && depth === 0) return at;
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    if (depth < 0) throw new Error(`pattern '${pattern}': ')' without '('`);
  }
  if (depth > 0) throw new Error(`pattern '${pattern}': '(' without ')'`);
  return text.length;
}

/** How many tokens `..N` may pass over. */
function gapOf(text: string, pattern: string): number {
  const most = text.length === 2 ? 3 : Number(text.slice(2));
  if (!Number.isInteger(most)) throw new Error(`pattern '${pattern}': '${text}' is no gap`);
  return most;
}

/** @param text a word with its star and its form */
function readAtom(text: string, pattern: string): Atom {
  const form = text.indexOf('@');
  const word = form < 0 ? text : text.slice(0, form);
  const star = word.indexOf('*');
  return {
    beginning: star < 0 ? word : word.slice(0, star),
    ending: star < 0 ? null : word.slice(star + 1),
    forms: form < 0 ? 0 : formBit(text.slice(form + 1), pattern),
  };
}

const FORM_BITS: ReadonlyMap<string, number> = new Map(
  Object.entries(FORM).map(([name, bit]) => [name.toLowerCase(), bit]),
);

function formBit(name: string, pattern: string): number {
  const bit = FORM_BITS.get(name);
  if (bit === undefined) throw new Error(`pattern '${pattern}': no form is called '${name}'`);
  return bit;
}
