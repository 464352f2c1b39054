import type { Document, Sentence, Span, Token } from '../../text/types.js';
import type { NumberWord, UnitWord } from '../lexicon/types.js';
import type { Amount } from './amount.js';
import { type Facts, factsOfToken, factsOfWord, hasDigit, NOTHING, type Opening } from './facts.js';
import type { Numeral } from './numeral.js';

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

/** A token or a part of one; `word` null for marks, numbers and parts. */
type WordPart = Pick<Token, 'kind' | 'norm' | 'start' | 'end' | 'word'>;

/** The cells of a document in order; made when asked for, since rules look only around numbers. */
export interface Line {
  readonly text: string;
  /** Indexes of the cells at which a quantity may begin. */
  readonly anchors: readonly number[];
  readonly pieces: readonly WordPart[];
  readonly sentences: readonly Sentence[];
  readonly cells: (Cell | undefined)[];
  /** What begins at each cell, once it was asked for; several rules ask for the same. */
  readonly numerals: Map<number, Numeral | null>;
  readonly amounts: Map<number, Amount | null>;
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

/** The cell at an index; outside of the line a full stop, so that no rule has to ask for the edge. */
export function cellAt(line: Line, index: number): Cell {
  if (index < 0 || index >= line.pieces.length) return EDGE;
  const known = line.cells[index];
  if (known !== undefined) return known;
  const piece = line.pieces[index] as WordPart;
  const { kind, norm, start, end } = piece;
  const { number, unit } = factsOf(piece);
  const glued = line.pieces[index - 1]?.end === start;
  const cell = { kind, norm, start, end, number, unit, glued, sentence: sentenceAt(line.sentences, start) };
  line.cells[index] = cell;
  return cell;
}

function factsOf(piece: WordPart): Facts {
  if (piece.word !== null) return factsOfToken(piece);
  return piece.kind === 'word' ? factsOfWord(piece.norm) : NOTHING;
}

/** What may begin at an anchor. */
export function openingAt(line: Line, index: number): Opening {
  const piece = line.pieces[index];
  return (piece === undefined ? null : factsOf(piece).opens) ?? 'any';
}

/** The cell at an index as long as it stands in the sentence of `of`; a full stop otherwise. */
export function near(line: Line, index: number, of: number): Cell {
  const cell = cellAt(line, index);
  return cell.sentence === cellAt(line, of).sentence ? cell : EDGE;
}

/** True for a unit of measure; one letter is one only after its digits: "5h", but «один с кассиром». */
export function isUnit({ unit, glued }: Cell): boolean {
  return unit !== null && (unit.glued !== true || glued);
}

/** Index of the last sentence that begins at or before an offset. */
function sentenceAt(sentences: readonly Sentence[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((sentences[middle] as Sentence).start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cuts the tokens of a document into cells and marks where a quantity may begin. */
export function readLine(document: Document): Line {
  const pieces: WordPart[] = [];
  const anchors: number[] = [];
  for (const token of document.tokens) {
    const { unit, opens, parts } = factsOfToken(token);
    if (parts !== null && token.norm.length === token.end - token.start) {
      addParts(pieces, anchors, { parts, from: token.start, joint: '-' });
      continue;
    }
    const behind = unitsAfter(token, pieces.at(-1));
    if (behind !== null) {
      addParts(pieces, anchors, { parts: behind, from: token.start, joint: '' });
      continue;
    }
    if (token.kind === 'number' || opens !== null || (unit?.kind === 'duration' && startsPair(pieces))) {
      anchors.push(pieces.length);
    }
    pieces.push(token);
  }
  return {
    text: document.text,
    anchors,
    pieces,
    sentences: document.sentences,
    cells: new Array(pieces.length),
    numerals: new Map(),
    amounts: new Map(),
  };
}

interface Parts {
  readonly parts: readonly string[];
  /** Offset of the first one. */
  readonly from: number;
  /** What stands between two of them. */
  readonly joint: '-' | '';
}

/** The words of a hyphenated number with the hyphens between them, or what is typed without a blank. */
function addParts(pieces: WordPart[], anchors: number[], { parts, from, joint }: Parts): void {
  let start = from;
  parts.forEach((norm, i) => {
    if (i > 0 && joint !== '') {
      pieces.push({ kind: 'mark', norm: joint, start, end: start + 1, word: null });
      start += 1;
    }
    if (norm === '') return;
    const kind = hasDigit(norm) ? 'number' : 'word';
    if (kind === 'number' || factsOfWord(norm).opens !== null) anchors.push(pieces.length);
    pieces.push({ kind, norm, start, end: start + norm.length, word: null });
    start += norm.length;
  });
}

/** The units and the number after the hours of "2h15m", «2ч15м», which are one word; null for any other word. */
function unitsAfter({ kind, norm, start }: Token, before: WordPart | undefined): readonly string[] | null {
  if (kind !== 'word' || before?.kind !== 'number' || before.end !== start) return null;
  return (
    UNITS_BEHIND.exec(norm)
      ?.slice(1)
      .filter((part) => part !== undefined) ?? null
  );
}

const UNITS_BEHIND = /^(h|m|ч|м)([0-5]?\d)(m|min|mins|s|м|мин|с)?$/u;

/** True after «с», "from a": «с недели до двух дней» opens with a unit and no number. */
function startsPair(pieces: readonly WordPart[]): boolean {
  const before = pieces.at(-1)?.norm ?? '';
  const from = before === 'a' || before === 'an' ? (pieces.at(-2)?.norm ?? '') : before;
  return from === 'с' || from === 'со' || from === 'from';
}
