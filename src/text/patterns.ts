import { FORM, type Token, type Word } from './types.js';

/**
 * A small language of patterns over tokens, for cues and for phrases of rules. Elements are divided by spaces:
 *
 * - `word` that word; ё is written е; `-` any dash; `,` a comma
 * - `stem*` words that begin so; `pre*suf` words that begin and end so; `*suf` words that end so
 * - `(a|b c|d*)` alternatives of one or more words; `(a|b)*` the star goes to each
 * - `..N` a gap of up to N tokens (3 where N is left out) that stops at `; : .`
 * - `^` and `$` first and end: the start and the end of the clause
 * - `?` after an element: it may be left out
 * - `#` any number in digits
 * - `@form` after a word: only where the word may have that form, by the names of {@link FORM}
 *   (`внедр*@past`, `(созда|напис)*@past`)
 */
export interface PatternSet {
  readonly patterns: readonly CompiledPattern[];
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
      readonly alternatives: readonly (readonly Atom[])[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'end' };

interface CompiledPattern {
  readonly atStart: boolean;
  /** Read when a word first opens the pattern: few of thousands ever are. */
  readonly elements: () => readonly Element[];
}

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
  /** Word, or spelling of what is none → patterns it can open; filled as words are met. */
  readonly known: Map<Word | string, readonly number[]>;
}

const NONE: readonly number[] = [];
const ANY_NUMBER = '#';
/** Words remembered before the memory is emptied: a large vocabulary is about 20,000. */
const REMEMBERED = 50_000;

/**
 * Makes ready to match. Only how patterns open is read now; one that is not well formed may pass unnoticed,
 * see {@link checkPattern}.
 *
 * @param patterns in the language above
 */
export function compilePatterns(patterns: readonly string[]): PatternSet {
  const atoms: Openings['atoms'] = new Map();
  const indices = new Map<string, number[]>();
  let longest = 0;
  const compiled = patterns.map((pattern, index): CompiledPattern => {
    for (const text of openingAtoms(pattern)) {
      let opened = indices.get(text);
      if (opened === undefined) {
        opened = [];
        indices.set(text, opened);
        const atom = readAtom(text, pattern);
        longest = Math.max(longest, atom.beginning.length);
        const list = atoms.get(atom.beginning);
        if (list === undefined) atoms.set(atom.beginning, [{ atom, patterns: opened }]);
        else list.push({ atom, patterns: opened });
      }
      opened.push(index);
    }
    let elements: readonly Element[] | null = null;
    return {
      atStart: pattern.trimStart().startsWith('^ '),
      elements: () => {
        elements ??= parsePattern(pattern);
        return elements;
      },
    };
  });
  return { patterns: compiled, openings: { atoms, longest, known: new Map() } };
}

/**
 * Reads a whole pattern, for whoever takes patterns from people.
 *
 * @throws Error on a pattern that does not parse, with the pattern in the message
 */
export function checkPattern(pattern: string): void {
  parsePattern(pattern);
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
    for (const pattern of openedBy(set.openings, token)) {
      const { atStart, elements } = set.patterns[pattern] as CompiledPattern;
      if (atStart && first >= 0 && from > first) continue;
      const to = matchFrom({ elements: elements(), tokens }, 0, from);
      if (to > from) matches.push({ pattern, from, to });
    }
  }
  return matches;
}

interface Attempt {
  readonly elements: readonly Element[];
  readonly tokens: readonly Token[];
}

/** @returns index behind the last token of the match; -1 where the elements do not fit */
function matchFrom(attempt: Attempt, at: number, index: number): number {
  const { elements, tokens } = attempt;
  const element = elements[at];
  if (element === undefined) return index;
  if (element.kind === 'end') {
    for (let rest = index; rest < tokens.length; rest++) if (tokens[rest]?.kind !== 'mark') return -1;
    return matchFrom(attempt, at + 1, index);
  }
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most && index + skipped <= tokens.length; skipped++) {
      const to = matchFrom(attempt, at + 1, index + skipped);
      if (to >= 0) return to;
      const token = tokens[index + skipped];
      if (token === undefined || token.norm === ';' || token.norm === ':' || token.norm === '.') break;
    }
    return -1;
  }
  for (const alternative of element.alternatives) {
    if (!standsAt(alternative, tokens, index)) continue;
    const to = matchFrom(attempt, at + 1, index + alternative.length);
    if (to >= 0) return to;
  }
  return element.optional ? matchFrom(attempt, at + 1, index) : -1;
}

function standsAt(atoms: readonly Atom[], tokens: readonly Token[], index: number): boolean {
  for (let offset = 0; offset < atoms.length; offset++) {
    const token = tokens[index + offset];
    if (token === undefined || !satisfies(token, atoms[offset] as Atom)) return false;
  }
  return true;
}

function satisfies(token: Token, { beginning, ending, forms }: Atom): boolean {
  if (beginning === ANY_NUMBER && token.kind === 'number') return true;
  if (forms !== 0 && ((token.word?.forms ?? 0) & forms) === 0) return false;
  const text = token.norm === '—' ? '-' : token.norm;
  if (ending === null) return text === beginning;
  return (
    text.length >= beginning.length + ending.length && text.startsWith(beginning) && text.endsWith(ending)
  );
}

/** Patterns that a token can open, each once. */
function openedBy(openings: Openings, token: Token): readonly number[] {
  const key = token.word ?? (token.kind === 'number' ? `${ANY_NUMBER} ${token.norm}` : token.norm);
  const known = openings.known.get(key);
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
  if (openings.known.size >= REMEMBERED) openings.known.clear();
  const remembered = found.size === 0 ? NONE : [...found];
  openings.known.set(key, remembered);
  return remembered;
}

const NO_ATOMS: readonly never[] = [];

function readAtom(text: string, pattern: string): Atom {
  const [word = '', form] = text.split('@');
  const star = word.indexOf('*');
  return {
    beginning: star < 0 ? word : word.slice(0, star),
    ending: star < 0 ? null : word.slice(star + 1),
    forms: formBit(form, pattern),
  };
}

function formBit(name: string | undefined, pattern: string): number {
  if (name === undefined) return 0;
  const bit = (FORM as Readonly<Record<string, number>>)[name];
  if (bit === undefined) throw new Error(`pattern '${pattern}': no form is called '${name}'`);
  return bit;
}

/** First words of the first element that must be there and of the optional ones before it. */
function openingAtoms(pattern: string): Set<string> {
  const opening = new Set<string>();
  const text = pattern.trim();
  for (let at = text.startsWith('^ ') ? 1 : 0; at < text.length; ) {
    if (text[at] === ' ') {
      at += 1;
      continue;
    }
    const bracket = text[at] === '(' ? text.indexOf(')', at) : at;
    const blank = bracket < 0 ? -1 : text.indexOf(' ', bracket);
    const piece = text.slice(at, blank < 0 ? text.length : blank);
    if (piece.startsWith('..') || piece === '$') break;
    const { alternatives, optional } = readPiece(piece);
    for (const [word] of alternatives) if (word !== undefined) opening.add(word);
    if (!optional) break;
    at += piece.length;
  }
  return opening;
}

/** An element of words: «(a|b c)*?» into its alternatives, each word with what stands behind the bracket. */
function readPiece(piece: string): { readonly alternatives: string[][]; readonly optional: boolean } {
  const optional = piece.length > 1 && piece.endsWith('?');
  const bare = optional ? piece.slice(0, -1) : piece;
  const close = bare.startsWith('(') ? bare.lastIndexOf(')') : -1;
  // Nothing but a star and a form may stand behind the bracket.
  const isGroup = close > 0 && /^\*?(?:@\w+)?$/.test(bare.slice(close + 1));
  if (!isGroup && !bare.includes('|') && !bare.includes(' '))
    return { alternatives: [[spelt(bare)]], optional };
  const inner = isGroup ? bare.slice(1, close) : bare;
  const ending = isGroup ? bare.slice(close + 1) : '';
  const alternatives = inner
    .split('|')
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => text.split(/ +/).map((word) => spelt(word) + ending));
  return { alternatives, optional };
}

function parsePattern(pattern: string): readonly Element[] {
  const pieces = splitElements(pattern);
  const elements = (pieces[0] === '^' ? pieces.slice(1) : pieces).map((piece): Element => {
    if (piece === '$') return { kind: 'end' };
    const gap = /^\.\.(\d*)$/.exec(piece);
    if (gap) return { kind: 'gap', most: gap[1] ? Number(gap[1]) : 3 };
    const { alternatives, optional } = readPiece(piece);
    if (alternatives.length === 0) throw new Error(`pattern '${pattern}': an empty element`);
    return {
      kind: 'words',
      alternatives: alternatives.map((words) => words.map((word) => readAtom(word, pattern))),
      optional,
    };
  });
  if (elements[0]?.kind !== 'words') throw new Error(`pattern '${pattern}': it must open with a word`);
  return elements;
}

/** Words are looked up as {@link Token.norm} spells them. */
function spelt(word: string): string {
  const [text = '', form] = word.split('@');
  return text.toLowerCase().replaceAll('ё', 'е') + (form === undefined ? '' : `@${form}`);
}

function splitElements(pattern: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let piece = '';
  for (const character of pattern.trim()) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (depth < 0) throw new Error(`pattern '${pattern}': ')' without '('`);
    if (character === ' ' && depth === 0) {
      if (piece !== '') pieces.push(piece);
      piece = '';
    } else piece += character;
  }
  if (depth > 0) throw new Error(`pattern '${pattern}': '(' without ')'`);
  if (piece !== '') pieces.push(piece);
  if (pieces.length === 0) throw new Error('an empty pattern');
  return pieces;
}
