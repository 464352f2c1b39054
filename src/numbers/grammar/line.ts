import type { Document, Span, Token } from '../../text/types.js';
import { NUMBER_WORDS, UNIT_WORDS } from '../lexicon/index.js';
import type { NumberWord, UnitWord } from '../lexicon/types.js';

/** A token, or a part of a hyphenated one ("twenty-five", «двух-трёх»), with what the lexicon knows of it. */
export interface Cell extends Span {
  readonly kind: Token['kind'];
  readonly norm: string;
  readonly number: NumberWord | null;
  readonly unit: UnitWord | null;
  /** True where nothing stands between this cell and the one before. */
  readonly glued: boolean;
  /** Index of the sentence. */
  readonly sentence: number;
}

/** The cells of a document in order. Reading outside gives a full stop, so no rule has to ask for the edge. */
export interface Line {
  readonly text: string;
  readonly cells: readonly Cell[];
  /** Indexes of the cells at which a quantity may begin. */
  readonly anchors: readonly number[];
}

const EDGE: Cell = {
  kind: 'mark',
  norm: '.',
  start: 0,
  end: 0,
  number: null,
  unit: null,
  glued: false,
  sentence: -1,
};

/** The cell at an index, an edge outside of the line. */
export function cellAt(line: Line, index: number): Cell {
  return line.cells[index] ?? EDGE;
}

/** The cell at an index as long as it stands in the sentence of `of`; an edge otherwise. */
export function near(line: Line, index: number, of: number): Cell {
  const cell = line.cells[index];
  return cell !== undefined && cell.sentence === line.cells[of]?.sentence ? cell : EDGE;
}

/** Cuts the tokens of a document into cells and marks where a quantity may begin. */
export function readLine(document: Document): Line {
  const cells: Cell[] = [];
  const anchors: number[] = [];
  const sentences = document.sentences;
  let sentence = 0;
  let end = -1;
  const add = (kind: Token['kind'], norm: string, start: number, stop: number): void => {
    const number = kind === 'word' ? (NUMBER_WORDS.get(norm) ?? null) : null;
    const unit = kind === 'word' ? (UNIT_WORDS.get(norm) ?? null) : null;
    const bareSide = unit?.kind === 'duration' && startsPair(cells);
    if (kind === 'number' || number !== null || bareSide || (kind === 'word' && opens(norm))) {
      anchors.push(cells.length);
    }
    cells.push({ kind, norm, number, unit, start, end: stop, glued: start === end, sentence });
    end = stop;
  };
  for (const token of document.tokens) {
    while (sentence + 1 < sentences.length && token.start >= (sentences[sentence + 1]?.start ?? Infinity)) {
      sentence += 1;
    }
    const parts = token.kind === 'word' ? hyphenParts(token) : null;
    if (parts === null) add(token.kind, token.norm, token.start, token.end);
    else
      for (const part of parts) add(part.norm === '-' ? 'mark' : part.kind, part.norm, part.start, part.end);
  }
  return { text: document.text, cells, anchors };
}

/** True behind «с», "from a": «с недели до двух дней» opens with a unit and no number. */
function startsPair(cells: readonly Cell[]): boolean {
  const before = cells.at(-1)?.norm ?? '';
  const from = before === 'a' || before === 'an' ? (cells.at(-2)?.norm ?? '') : before;
  return from === 'с' || from === 'со' || from === 'from';
}

/** Words that are no numbers but may open a quantity: names with digits and adjectives like «трёхдневный». */
function opens(norm: string): boolean {
  return hasDigit(norm) || OPENERS.has(norm) || NUMERAL_PREFIXES.has(norm.slice(0, 3));
}

/** Clock times in one word; "none of 12", «никто из троих», «каждый третий»; «первого марта», «первый квартал». */
const OPENERS = new Set(
  'noon midnight none никто каждый каждая каждое каждую каждого каждой первого первому первое первый first'.split(
    ' ',
  ),
);

const NUMERAL_PREFIXES = new Set('одн дву дво три тре чет пят шес сем вос дев дес сор сто пол'.split(' '));

/** True where the word carries a digit: «Битрикс24», "q2". */
export function hasDigit(norm: string): boolean {
  for (let i = 0; i < norm.length; i++) {
    const code = norm.charCodeAt(i);
    if (code >= 48 && code <= 57) return true;
  }
  return false;
}

interface Part extends Span {
  readonly kind: Token['kind'];
  readonly norm: string;
}

/** Compounds that begin like a number and are none: "one-off", "second-hand", "first-class". */
const UNDIVIDED_HEADS = new Set([
  'one',
  'second',
  'once',
  'k',
  'm',
  'x',
  'h',
  'd',
  's',
  'p',
  'к',
  'м',
  'с',
  'х',
  'ч',
  'р',
]);
const DIVIDED_AFTER_ONE = new Set(['third', 'fifth', 'tenth']);

/** Parts of a hyphenated word that begins or ends with a number word; null for any other word. */
function hyphenParts(token: Token): Part[] | null {
  if (!token.norm.includes('-') || token.norm.length !== token.end - token.start) return null;
  const names = token.norm.split('-');
  const head = names[0] ?? '';
  const second = names[1] ?? '';
  const number = NUMBER_WORDS.get(head);
  const mayDivide =
    number !== undefined &&
    (!UNDIVIDED_HEADS.has(head) || UNIT_WORDS.has(second) || DIVIDED_AFTER_ONE.has(second)) &&
    number.is !== 'scale';
  // "mid-thirty", "half-hour"
  if (!mayDivide && !(head === 'over' && NUMBER_WORDS.has(second))) return null;
  const parts: Part[] = [];
  let start = token.start;
  names.forEach((norm, i) => {
    if (i > 0) {
      parts.push({ kind: 'mark', norm: '-', start, end: start + 1 });
      start += 1;
    }
    if (norm !== '')
      parts.push({ kind: hasDigit(norm) ? 'number' : 'word', norm, start, end: start + norm.length });
    start += norm.length;
  });
  return parts;
}
