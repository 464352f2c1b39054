import { graphemeAfter, graphemeBefore, graphemeEdge } from './graphemes.js';
import { columnOf, layOut, offsetAt, rowOf } from './layout.js';

/** What is being typed. Immutable: every key makes a new one. */
export interface EditBuffer {
  readonly text: string;
  /** UTF-16 offset, always at the edge of a grapheme. */
  readonly cursor: number;
  /** Column that up and down keep to; null after any other key. */
  readonly goal: number | null;
  /** What was last erased by word or line, for Ctrl-Y. */
  readonly killed: string;
}

export type Motion =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'row-start'
  | 'row-end'
  | 'line-start'
  | 'line-end'
  | 'text-start'
  | 'text-end';

/** Size of the rows on the screen: up and down go by what is seen. */
export interface Screen {
  /** Cells of a row. */
  readonly width: number;
  /** Rows of text on the screen. */
  readonly height: number;
}

/** A buffer with the cursor at the end of its text. */
export function openBuffer(text: string): EditBuffer {
  const clean = typed(text);
  return { text: clean, cursor: clean.length, goal: null, killed: '' };
}

/** Line breaks of any system as `\n`, a tab as two spaces, other control characters dropped. */
export function typed(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029|\u0085/g, '\n')
    .replaceAll('\t', '  ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

export function insert(buffer: EditBuffer, text: string): EditBuffer {
  const added = typed(text);
  const whole = buffer.text.slice(0, buffer.cursor) + added + buffer.text.slice(buffer.cursor);
  // A combining mark joins the letter before it: the cursor goes to the end of what they make together.
  const cursor = forwardEdge(whole, buffer.cursor + added.length);
  return { ...buffer, text: whole, cursor, goal: null };
}

export function move(buffer: EditBuffer, motion: Motion, screen: Screen): EditBuffer {
  const rows = vertical(motion, screen.height);
  if (rows === 0) return { ...buffer, cursor: destination(buffer, motion, screen), goal: null };
  const goal = buffer.goal ?? column(buffer, screen);
  return { ...buffer, cursor: verticalDestination(buffer, rows, goal, screen), goal };
}

/** Erases from the cursor to where the motion would take it. */
export function erase(buffer: EditBuffer, motion: Motion, screen: Screen): EditBuffer {
  const to = destination(buffer, motion, screen);
  const start = Math.min(to, buffer.cursor);
  const end = Math.max(to, buffer.cursor);
  const text = buffer.text.slice(0, start) + buffer.text.slice(end);
  const single = motion === 'left' || motion === 'right';
  return {
    text,
    cursor: graphemeEdge(text, start),
    goal: null,
    killed: single || start === end ? buffer.killed : buffer.text.slice(start, end),
  };
}

/** Puts back what was last erased by word or line. */
export function yank(buffer: EditBuffer): EditBuffer {
  return insert(buffer, buffer.killed);
}

function vertical(motion: Motion, height: number): number {
  const page = Math.max(1, height - 1);
  return { up: -1, down: 1, 'page-up': -page, 'page-down': page }[motion as string] ?? 0;
}

function column({ text, cursor }: EditBuffer, { width }: Screen): number {
  const rows = layOut(text, width);
  const row = rows[rowOf(rows, cursor)];
  return row ? columnOf(text, row, cursor) : 0;
}

/** Up from the first row goes to the start of the text, down from the last one to its end. */
function verticalDestination(
  { text, cursor }: EditBuffer,
  by: number,
  goal: number,
  { width }: Screen,
): number {
  const rows = layOut(text, width);
  const from = rowOf(rows, cursor);
  if (from + by < 0 && from === 0) return 0;
  if (from + by >= rows.length && from === rows.length - 1) return text.length;
  const row = rows[Math.min(Math.max(from + by, 0), rows.length - 1)];
  return row ? offsetAt(text, row, goal) : cursor;
}

function destination({ text, cursor }: EditBuffer, motion: Motion, screen: Screen): number {
  switch (motion) {
    case 'left':
      return graphemeBefore(text, cursor);
    case 'right':
      return graphemeAfter(text, cursor);
    case 'word-left':
      return wordLeft(text, cursor);
    case 'word-right':
      return wordRight(text, cursor);
    case 'row-start':
    case 'row-end': {
      const rows = layOut(text, screen.width);
      const row = rows[rowOf(rows, cursor)];
      if (!row) return cursor;
      return motion === 'row-start' ? row.start : offsetAt(text, row, Number.POSITIVE_INFINITY);
    }
    case 'line-start':
      return cursor === 0 ? 0 : text.lastIndexOf('\n', cursor - 1) + 1;
    case 'line-end': {
      const next = text.indexOf('\n', cursor);
      if (next === cursor) return cursor + 1;
      return next < 0 ? text.length : next;
    }
    case 'text-start':
      return 0;
    case 'text-end':
      return text.length;
    default:
      return cursor;
  }
}

/** Letters, digits, and what stands inside words: «кто-то», "didn't". */
const WORD = /[\p{L}\p{N}\p{M}_'’-]/u;

function wordLeft(text: string, cursor: number): number {
  let at = cursor;
  while (at > 0 && !WORD.test(before(text, at))) at -= before(text, at).length;
  while (at > 0 && WORD.test(before(text, at))) at -= before(text, at).length;
  return graphemeEdge(text, at);
}

function wordRight(text: string, cursor: number): number {
  let at = cursor;
  while (at < text.length && !WORD.test(after(text, at))) at += after(text, at).length;
  while (at < text.length && WORD.test(after(text, at))) at += after(text, at).length;
  return forwardEdge(text, at);
}

/** Code point before an offset. */
function before(text: string, at: number): string {
  const unit = text.charCodeAt(at - 1);
  return unit >= 0xdc00 && unit <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text.slice(at - 1, at);
}

/** Code point at an offset. */
function after(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function forwardEdge(text: string, at: number): number {
  const edge = graphemeEdge(text, at);
  return edge === at ? at : graphemeAfter(text, edge);
}
