import { firstPast } from '../text/first-past.js';
import type { Span } from '../text/types.js';
import { eachGrapheme } from './graphemes.js';

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
export type LayOut = (text: string, width: number) => readonly Row[];

/** Lays out anew only the lines that it has not just seen: a key changes one of them. */
export function createLayOut(): LayOut {
  let known = new Map<string, readonly Row[]>();
  let knownWidth = 0;
  let last: { readonly text: string; readonly rows: readonly Row[] } | undefined;
  return (text, width) => {
    if (width !== knownWidth) known = new Map();
    else if (last?.text === text) return last.rows;
    const seen = new Map<string, readonly Row[]>();
    const rows: Row[] = [];
    let start = 0;
    for (const line of text.split('\n')) {
      const own = seen.get(line) ?? known.get(line) ?? wrapLine(line, width);
      seen.set(line, own);
      for (const row of own) rows.push({ start: start + row.start, end: start + row.end, soft: row.soft });
      start += line.length + 1;
    }
    known = seen;
    knownWidth = width;
    last = { text, rows };
    return rows;
  };
}

function wrapLine(line: string, width: number): Row[] {
  const rows: Row[] = [];
  let start = 0;
  let room = 0;
  // Where the row may be cut, and the room of what stands before that place.
  let cut = -1;
  let roomAtCut = 0;
  eachGrapheme(line, (at, end, own) => {
    const unit = end === at + 1 ? line.charCodeAt(at) : -1;
    const hangs = unit === SPACE && room === width;
    // Twice where the word that went to the new row has no place there for one more character.
    while (room > 0 && room + own > width && !hangs) {
      const to = cut > start ? cut : at;
      rows.push({ start, end: to, soft: true });
      room = cut > start ? room - roomAtCut : 0;
      start = to;
      cut = -1;
    }
    room += own;
    if (unit === SPACE || unit === HYPHEN) {
      cut = end;
      roomAtCut = room;
    }
  });
  rows.push({ start, end: line.length, soft: false });
  return rows;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;

/** Number of the row an offset stands in; at a soft edge it is the row that begins there. */
export function rowOf(rows: readonly Row[], offset: number): number {
  return firstPast(rows, ({ start }) => start > offset) - 1;
}

/** Cells between the start of the row and the offset. */
export function columnOf(text: string, row: Row, offset: number): number {
  let column = 0;
  eachGrapheme(text.slice(row.start, offset), (_start, _end, room) => {
    column += room;
  });
  return column;
}

/** The offset in a row that is nearest to a column from the left. */
export function offsetAt(text: string, row: Row, column: number): number {
  let found = row.start;
  let room = 0;
  let past = false;
  eachGrapheme(text.slice(row.start, row.end), (_start, end, own) => {
    // The end of a wrapped row is the start of the next one: stay before its last character.
    past ||= room + own > column || (row.soft && row.start + end >= row.end);
    if (past) return;
    room += own;
    found = row.start + end;
  });
  return found;
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
