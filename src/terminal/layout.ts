import type { Span } from '../text/types.js';
import { graphemes } from './graphemes.js';

/** One row on the screen: half-open offsets into the text, the line break not included. */
export interface Row extends Span {
  /** True where the row ends by wrapping, false where a line break or the text ends it. */
  readonly soft: boolean;
}

/**
 * Wraps a text to rows. Words stay whole where they fit; one space may hang over the edge, so a row takes up
 * to `width + 1` cells.
 *
 * @param width cells of a row, at least 1
 * @returns at least one row; together the rows cover the text but for its line breaks
 */
export function layOut(text: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    wrapLine(line, start, width, rows);
    start += line.length + 1;
  }
  return rows;
}

function wrapLine(line: string, offset: number, width: number, rows: Row[]): void {
  let start = 0;
  let at = 0;
  let room = 0;
  // Where the row may be cut, and the room of what stands before that place.
  let cut = -1;
  let roomAtCut = 0;
  for (const { text, room: own } of graphemes(line)) {
    const hangs = text === ' ' && room === width;
    // Twice where the word that went to the new row has no place there for one more character.
    while (room > 0 && room + own > width && !hangs) {
      const end = cut > start ? cut : at;
      rows.push({ start: offset + start, end: offset + end, soft: true });
      room = cut > start ? room - roomAtCut : 0;
      start = end;
      cut = -1;
    }
    room += own;
    at += text.length;
    if (text === ' ' || text === '-') {
      cut = at;
      roomAtCut = room;
    }
  }
  rows.push({ start: offset + start, end: offset + line.length, soft: false });
}

/** Number of the row an offset stands in; at a soft edge it is the row that begins there. */
export function rowOf(rows: readonly Row[], offset: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cells between the start of the row and the offset. */
export function columnOf(text: string, row: Row, offset: number): number {
  return graphemes(text.slice(row.start, offset)).reduce((sum, { room }) => sum + room, 0);
}

/** The offset in a row that is nearest to a column from the left. */
export function offsetAt(text: string, row: Row, column: number): number {
  let offset = row.start;
  let room = 0;
  for (const grapheme of graphemes(text.slice(row.start, row.end))) {
    if (room + grapheme.room > column) return offset;
    // The end of a wrapped row is the start of the next one: stay before its last character.
    if (row.soft && offset + grapheme.text.length >= row.end) return offset;
    room += grapheme.room;
    offset += grapheme.text.length;
  }
  return offset;
}

/**
 * First row to show so that the row of the cursor is on the screen, moving the window as little as it can.
 *
 * @param top first row shown before
 */
export function scroll(rows: number, cursorRow: number, height: number, top: number): number {
  const last = Math.max(0, rows - height);
  if (cursorRow < top) return Math.min(cursorRow, last);
  if (cursorRow >= top + height) return Math.min(cursorRow - height + 1, last);
  return Math.min(top, last);
}
