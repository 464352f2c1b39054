import { type Atom, readAtom } from './pattern-atoms.js';

/** One of the words, or runs of words, that an element may be. */
export type Alternative = readonly Atom[];

export type Element =
  | {
      readonly kind: 'words';
      readonly alternatives: readonly Alternative[];
      readonly optional: boolean;
      /** First letter of a word → the alternatives it may be; null where there are too few to sort. */
      readonly byLetter: Map<number, readonly Alternative[]> | null;
      /** True where each alternative is one word: whichever fits, the match goes on after it. */
      readonly single: boolean;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'end' };

export type WordsElement = Extract<Element, { kind: 'words' }>;

/** So few patterns, or alternatives, are tried rather than sorted out. */
export const FEW = 3;

/** Where a pattern is being read, in the spelling of {@link Token.norm}. */
interface Cursor {
  readonly pattern: string;
  readonly text: string;
  at: number;
}

/**
 * How a pattern opens: the first words of the first element that must be there and of the optional ones before it.
 *
 * @throws Error on a pattern that does not open with a word, with the pattern in the message
 */
export function readOpening(pattern: string): readonly Atom[] {
  const cursor = begin(pattern);
  const { text, at } = cursor;
  const word = text.slice(at, wordEnd(text, at));
  // Many patterns open with one plain word.
  if (word !== '' && !NOT_PLAIN.test(word)) return [readAtom(word, pattern)];
  const opening: Atom[] = [];
  for (const element of readRest(cursor)) {
    if (element.kind !== 'words') break;
    for (const [atom] of element.alternatives) if (atom !== undefined) opening.push(atom);
    if (!element.optional) break;
  }
  if (opening.length === 0) throw new Error(`pattern '${pattern}': it must open with a word`);
  return opening;
}

/** @throws Error on a pattern that does not parse, with the pattern in the message */
export function readElements(pattern: string): readonly Element[] {
  const elements = readRest(begin(pattern));
  if (elements[0]?.kind !== 'words') throw new Error(`pattern '${pattern}': it must open with a word`);
  return elements;
}

/**
 * A pattern whose elements are read when a match comes to them: most tries fail at the second, and the first need not
 * be read where that it fits is known.
 */
export interface LazyElements {
  readonly cursor: Cursor;
  /** Where the first element is. */
  readonly start: number;
  /** True where whatever word opens the pattern is its first element. */
  readonly opensWithOne: boolean;
  /** Those that were read, null after the last; undefined for a first one that was not. */
  readonly read: (Element | null | undefined)[];
}

/**
 * A pattern whose elements are read when a match comes to them; a fault in one of them is met only then.
 *
 * @param pattern in the language of `patterns.ts`
 */
export function lazyElements(pattern: string): LazyElements {
  const cursor = begin(pattern);
  const { text, at: start } = cursor;
  const end = endOfElement(cursor);
  const opensWithOne = text[end - 1] !== '?' && !text.slice(start, end).includes(' ');
  if (opensWithOne) cursor.at = end;
  return { cursor, start, opensWithOne, read: opensWithOne ? [undefined] : [] };
}

/** @returns null after the last */
export function elementAt({ cursor, start, read }: LazyElements, at: number): Element | null {
  while (read.length <= at) read.push(readElement(cursor));
  let element = read[at];
  if (element === undefined) {
    element = readElement({ ...cursor, at: start });
    read[at] = element;
  }
  return element;
}

/** All elements of a pattern. */
export function elementsOf(lazy: LazyElements): readonly Element[] {
  const elements: Element[] = [];
  for (let at = 0; ; at++) {
    const element = elementAt(lazy, at);
    if (element === null) return elements;
    elements.push(element);
  }
}

/** True for a pattern that stands at the start of a clause only. */
export function standsAtStart(pattern: string): boolean {
  return pattern.trimStart().startsWith('^ ');
}

function begin(pattern: string): Cursor {
  const text = pattern.trim().toLowerCase().replaceAll('ё', 'е');
  if (text === '') throw new Error('an empty pattern');
  return { pattern, text, at: text.startsWith('^ ') ? 2 : 0 };
}

/** What makes more of an element than a word with its star and its form. */
const NOT_PLAIN = /[()|?$]|^\.\./;

/** What is after the cursor. */
function readRest(cursor: Cursor): readonly Element[] {
  const elements: Element[] = [];
  for (let element = readElement(cursor); element !== null; element = readElement(cursor))
    elements.push(element);
  return elements;
}

function wordEnd(text: string, from: number): number {
  const space = text.indexOf(' ', from);
  return space < 0 ? text.length : space;
}

/** The next element; null at the end. Moves the cursor past it. */
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
  // Only a star, with or without an ending, and a form may stand after the bracket.
  const group = close > 0 && (behind === '' || behind === '*' || BEHIND_BRACKET.test(behind));
  if (!group && !piece.includes('|') && !piece.includes(' '))
    return wordsElement([[readAtom(piece, pattern)]], optional);
  const each = group && behind !== '' ? readAtom(behind, pattern) : null;
  const form = behind.includes('@') ? behind.slice(behind.indexOf('@')) : '';
  const atomOf = (word: string): Atom => {
    // It keeps its own star.
    if (word.includes('*')) return readAtom(word + form, pattern);
    return each === null || word.includes('@')
      ? readAtom(group ? word + behind : word, pattern)
      : { beginning: word, ending: each.ending, forms: each.forms };
  };
  const alternatives: Atom[][] = [];
  const pieces = (group ? piece.slice(1, close) : piece).split('|');
  for (let at = 0; at < pieces.length; at++) {
    const alternative = pieces[at] as string;
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
