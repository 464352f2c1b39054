import stringWidth from 'fast-string-width';
import { printableLine } from './escape.js';
import { isPlain } from './plain.js';
import type { Colour, LintFinding, Paint } from './types.js';

/** Lines of an answer that are shown of one finding; a paragraph is one line. */
const MOST_LINES = 2;

/** Columns before a finding that are shown where a line has to be cut. */
const CONTEXT = 20;

/** Characters on either side of a place that can matter to it: lines of prose may be of any length. */
const REACH = 600;

export interface CodeFrameOptions {
  /** Columns of a whole row. */
  readonly columns: number;
  /** Blanks before each row. */
  readonly indent: string;
  readonly colour: Colour;
  readonly paint: Paint;
}

/**
 * The place of a finding in its file: the lines with their numbers, each with carets under the span, cut so that
 * the beginning of the span can be seen. Nothing where the file has no such line, or a blank one.
 */
export function codeFrame(source: string, { start, end }: LintFinding, options: CodeFrameOptions): string[] {
  const { columns, indent, colour, paint } = options;
  const last = Math.min(end.line, start.line + MOST_LINES - 1);
  const numberWidth = String(last).length;
  const room = Math.max(columns - indent.length - numberWidth - 3, 20);
  const rows: string[] = [];
  let from = start.offset - start.column + 1;
  for (let line = start.line; line <= last && from <= source.length; line += 1) {
    const to = lineEnd(source, from);
    const spanFrom = Math.max(start.offset, from);
    const spanTo = line === end.line ? Math.min(end.offset, to) : to;
    const row = cutLine(source, { from, to, spanFrom, spanTo }, room);
    if (row !== null) {
      const number = paint('dim', `${String(line).padStart(numberWidth)} |`);
      const empty = paint('dim', `${' '.repeat(numberWidth)} |`);
      rows.push(`${indent}${number} ${row.text}`);
      rows.push(`${indent}${empty} ${' '.repeat(row.before)}${paint(colour, '^'.repeat(row.width))}`);
    }
    from = source.startsWith('\r\n', to) ? to + 2 : to + 1;
  }
  return rows;
}

function lineEnd(source: string, from: number): number {
  for (let at = from; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return source.length;
}

interface FrameCell {
  readonly text: string;
  readonly width: number;
  /** Offset in the file. */
  readonly at: number;
}

/** One line in `room` columns, `…` where something is cut off, and where its carets stand. */
function cutLine(
  source: string,
  place: { readonly from: number; readonly to: number; readonly spanFrom: number; readonly spanTo: number },
  room: number,
): { readonly text: string; readonly before: number; readonly width: number } | null {
  if (source.slice(place.from, place.to).trim() === '') return null;
  const from = characterEdge(source, Math.max(place.from, place.spanFrom - REACH));
  const to = characterEdge(source, Math.min(place.to, place.spanFrom + REACH));
  const cells = cellsOf(source, from, to);
  const width = sum(cells);
  const before = sum(cells.filter(({ at }) => at < place.spanFrom));
  const span = sum(cells.filter(({ at }) => at >= place.spanFrom && at < place.spanTo));
  const whole = width <= room && from === place.from && to === place.to;
  const first = whole ? 0 : firstColumn({ before, span, width, room });
  let column = 0;
  let text = first > 0 || from > place.from ? '…' : '';
  let used = text.length;
  let caretFrom = -1;
  let caretTo = -1;
  for (const [index, cell] of cells.entries()) {
    column += cell.width;
    if (column - cell.width < first) continue;
    const goesOn = index + 1 < cells.length || to < place.to;
    if (!whole && used + cell.width + (goesOn ? 1 : 0) > room) {
      text += '…';
      break;
    }
    if (caretFrom < 0 && cell.at >= place.spanFrom) caretFrom = used;
    text += cell.text;
    used += cell.width;
    if (cell.at < place.spanTo) caretTo = used;
  }
  if (caretFrom < 0) caretFrom = used;
  return { text: text.trimEnd(), before: caretFrom, width: Math.max(1, caretTo - caretFrom) };
}

/** Where a line that is too long is cut on its left: some context is kept, and the span is shown whole if it fits. */
function firstColumn(line: {
  readonly before: number;
  readonly span: number;
  readonly width: number;
  readonly room: number;
}): number {
  const { before, span, width, room } = line;
  const toSeeTheSpan = Math.min(before, before + span + 2 - room);
  const withContext = before - Math.min(CONTEXT, room >> 1);
  const toFillTheRow = width + 1 - room;
  return Math.max(0, Math.min(Math.max(withContext, toSeeTheSpan), toFillTheRow));
}

/** Characters as people count them, each as it is shown. */
function cellsOf(source: string, from: number, to: number): FrameCell[] {
  const piece = source.slice(from, to);
  if (isPlain(piece)) return Array.from(piece, (text, index) => ({ text, width: 1, at: from + index }));
  const segmenter = new Intl.Segmenter();
  return Array.from(segmenter.segment(piece), ({ segment, index }) => {
    const text = printableLine(segment);
    return { text, width: stringWidth(text), at: from + index };
  });
}

function sum(cells: readonly FrameCell[]): number {
  return cells.reduce((total, { width }) => total + width, 0);
}

/** Moves an offset out of the middle of a surrogate pair. */
function characterEdge(source: string, at: number): number {
  const code = source.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
