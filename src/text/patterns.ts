import { FORM, type Token } from './types.js';

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
  /** Atoms by their test, for looking up which of them a word satisfies. */
  readonly atoms: AtomTable;
  /** Atom → the patterns it can open. */
  readonly triggers: readonly (readonly number[])[];
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
      readonly alternatives: readonly (readonly number[])[];
      readonly optional: boolean;
    }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'end' };

interface CompiledPattern {
  readonly atStart: boolean;
  readonly elements: readonly Element[];
}

/** What one word of a pattern asks of a word of the text beside its beginning. */
interface Atom {
  readonly atom: number;
  /** Null where the whole word is given; empty where any ending will do. */
  readonly ending: string | null;
  /** Bits of {@link FORM} of which the word must have one; 0 where none are asked. */
  readonly forms: number;
}

interface AtomTable {
  /** Beginning, or whole word → the atoms it can satisfy. */
  readonly beginnings: Map<string, Atom[]>;
  readonly longest: number;
  /** Spelling → atoms it satisfies; filled as words are met. */
  readonly known: Map<string, readonly number[]>;
}

const NONE: readonly number[] = [];
const ANY_NUMBER = '#';
/** Spellings remembered before the memory is emptied: a large vocabulary is about 20,000. */
const REMEMBERED = 50_000;

/**
 * @param patterns in the language above
 * @throws Error on a pattern that does not parse, with the pattern in the message
 */
export function compilePatterns(patterns: readonly string[]): PatternSet {
  const atoms: AtomTable = { beginnings: new Map(), longest: 0, known: new Map() };
  const ids = new Map<string, number>();
  let longest = 0;
  const atom = (text: string): number => {
    const id = ids.get(text) ?? ids.size;
    if (ids.has(text)) return id;
    ids.set(text, id);
    const [word = '', form] = text.split('@');
    const star = word.indexOf('*');
    const beginning = star < 0 ? word : word.slice(0, star);
    longest = Math.max(longest, beginning.length);
    const list = atoms.beginnings.get(beginning) ?? [];
    list.push({ atom: id, ending: star < 0 ? null : word.slice(star + 1), forms: formBit(form, text) });
    atoms.beginnings.set(beginning, list);
    return id;
  };
  const compiled = patterns.map((pattern) => parsePattern(pattern, atom));
  const triggers: number[][] = Array.from({ length: ids.size }, () => []);
  compiled.forEach(({ elements }, index) => {
    for (const id of openingAtoms(elements)) triggers[id]?.push(index);
  });
  return { patterns: compiled, atoms: { ...atoms, longest }, triggers };
}

/**
 * Every pattern of the set at every token where it matches, in token order; of one pattern at one place the
 * first way that fits.
 *
 * @param tokens a clause or any run of tokens; `^` stands for its first word or number
 */
export function matchPatterns(set: PatternSet, tokens: readonly Token[]): PatternMatch[] {
  const matches: PatternMatch[] = [];
  const atomsAt = tokens.map((token) => atomsOf(set.atoms, token));
  const first = tokens.findIndex(({ kind }) => kind !== 'mark');
  for (let from = 0; from < tokens.length; from++) {
    for (const id of atomsAt[from] ?? NONE) {
      for (const pattern of set.triggers[id] ?? NONE) {
        const { atStart, elements } = set.patterns[pattern] as CompiledPattern;
        if (atStart && from > first && first >= 0) continue;
        const to = matchFrom(elements, 0, tokens, atomsAt, from);
        if (to > from && !matches.some((match) => match.pattern === pattern && match.from === from)) {
          matches.push({ pattern, from, to });
        }
      }
    }
  }
  return matches;
}

function matchFrom(
  elements: readonly Element[],
  at: number,
  tokens: readonly Token[],
  atomsAt: readonly (readonly number[])[],
  index: number,
): number {
  const element = elements[at];
  if (element === undefined) return index;
  if (element.kind === 'end') {
    return tokens.slice(index).every(({ kind }) => kind === 'mark')
      ? matchFrom(elements, at + 1, tokens, atomsAt, index)
      : -1;
  }
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= element.most && index + skipped <= tokens.length; skipped++) {
      const to = matchFrom(elements, at + 1, tokens, atomsAt, index + skipped);
      if (to >= 0) return to;
      const token = tokens[index + skipped];
      if (token === undefined || token.norm === ';' || token.norm === ':' || token.norm === '.') break;
    }
    return -1;
  }
  for (const alternative of element.alternatives) {
    if (!alternative.every((atom, offset) => atomsAt[index + offset]?.includes(atom))) continue;
    const to = matchFrom(elements, at + 1, tokens, atomsAt, index + alternative.length);
    if (to >= 0) return to;
  }
  return element.optional ? matchFrom(elements, at + 1, tokens, atomsAt, index) : -1;
}

function atomsOf(table: AtomTable, token: Token): readonly number[] {
  const forms = token.word?.forms ?? 0;
  const key = `${token.kind === 'number' ? ANY_NUMBER : forms} ${token.norm}`;
  const known = table.known.get(key);
  if (known !== undefined) return known;
  const text = token.norm === '—' ? '-' : token.norm;
  const found: number[] = [];
  if (token.kind === 'number')
    for (const { atom } of table.beginnings.get(ANY_NUMBER) ?? []) found.push(atom);
  for (let length = 0; length <= Math.min(table.longest, text.length); length++) {
    for (const { atom, ending, forms: asked } of table.beginnings.get(text.slice(0, length)) ?? []) {
      if (asked !== 0 && (asked & forms) === 0) continue;
      const fits =
        ending === null
          ? length === text.length
          : text.length >= length + ending.length && text.endsWith(ending);
      if (fits) found.push(atom);
    }
  }
  if (table.known.size >= REMEMBERED) table.known.clear();
  const remembered = found.length === 0 ? NONE : found;
  table.known.set(key, remembered);
  return remembered;
}

function formBit(name: string | undefined, pattern: string): number {
  if (name === undefined) return 0;
  const bit = (FORM as Readonly<Record<string, number>>)[name];
  if (bit === undefined) throw new Error(`pattern '${pattern}': no form is called '${name}'`);
  return bit;
}

/** Atoms of the first element that must be there and of the optional ones before it. */
function openingAtoms(elements: readonly Element[]): Set<number> {
  const opening = new Set<number>();
  for (const element of elements) {
    if (element.kind !== 'words') break;
    for (const [atom] of element.alternatives) if (atom !== undefined) opening.add(atom);
    if (!element.optional) break;
  }
  return opening;
}

function parsePattern(pattern: string, atom: (text: string) => number): CompiledPattern {
  const pieces = splitElements(pattern);
  const atStart = pieces[0] === '^';
  const elements = (atStart ? pieces.slice(1) : pieces).map((piece): Element => {
    if (piece === '$') return { kind: 'end' };
    const gap = /^\.\.(\d*)$/.exec(piece);
    if (gap) return { kind: 'gap', most: gap[1] ? Number(gap[1]) : 3 };
    const optional = piece.length > 1 && piece.endsWith('?');
    const bare = optional ? piece.slice(0, -1) : piece;
    const group = /^\((.*)\)(\*?(?:@\w+)?)$/.exec(bare);
    const inner = group?.[1] ?? bare;
    const ending = group?.[2] ?? '';
    const alternatives = inner
      .split('|')
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .map((text) => text.split(/ +/).map((word) => atom(spelt(word) + ending)));
    if (alternatives.length === 0) throw new Error(`pattern '${pattern}': an empty element`);
    return { kind: 'words', alternatives, optional };
  });
  if (elements[0]?.kind !== 'words') throw new Error(`pattern '${pattern}': it must open with a word`);
  return { atStart, elements };
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
