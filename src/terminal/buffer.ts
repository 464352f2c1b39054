import { apply, type Change, type ChangeHistory, type Hand, inverse, joined } from './changes.js';
import { graphemeAfter, graphemeBefore, graphemeEdge } from './graphemes.js';
import { columnOf, type LayOut, offsetAt, rowOf } from './layout.js';
import { typed } from './typed.js';
import { wordLeft, wordRight } from './words.js';

/** What is being typed. Immutable: every key makes a new one. */
export interface EditBuffer {
  readonly text: string;
  /** UTF-16 offset, always at the edge of a grapheme. */
  readonly cursor: number;
  /** Column that up and down keep to; null after any other key. */
  readonly goal: number | null;
  /** What was last erased by words or lines, for Ctrl-Y. */
  readonly killed: string;
  readonly done: ChangeHistory;
  readonly undone: ChangeHistory;
  readonly hand: Hand;
}

/** Where a key moves the cursor, or up to where it erases. */
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

/** The rows on the screen: up and down go by what is seen. */
export interface Screen {
  /** Cells of a row. */
  readonly width: number;
  /** Rows of text on the screen. */
  readonly height: number;
  readonly layOut: LayOut;
}

/** A buffer with the cursor at the end of its text, and nothing to undo. */
export function openBuffer(text: string): EditBuffer {
  const clean = typed(text);
  return { text: clean, cursor: clean.length, goal: null, killed: '', done: null, undone: null, hand: null };
}

/** Puts text where the cursor is; it is cleaned by {@link typed}. */
export function insert(buffer: EditBuffer, text: string): EditBuffer {
  const added = typed(text);
  if (added === '') return { ...buffer, goal: null };
  const single = graphemeAfter(added, 0) === added.length;
  // A word is undone with the space before it; a paste by itself.
  const goesOn = single && buffer.hand === 'typing' && !(/\s/.test(added) && !/\s$/.test(lastAdded(buffer)));
  return changed(
    buffer,
    { at: buffer.cursor, removed: '', added, cursor: buffer.cursor },
    { hand: single ? 'typing' : null, goesOn },
  );
}

function lastAdded({ done }: EditBuffer): string {
  return done?.change.added ?? '';
}

/** Puts another text in the place of the whole, as one change. */
export function replace(buffer: EditBuffer, text: string): EditBuffer {
  const added = typed(text);
  if (added === buffer.text) return buffer;
  const change = { at: 0, removed: buffer.text, added, cursor: buffer.cursor };
  return changed(buffer, change, { hand: null, goesOn: false });
}

/** The buffer with the cursor where the motion takes it. */
export function move(buffer: EditBuffer, motion: Motion, screen: Screen): EditBuffer {
  const rows = vertical(motion, screen.height);
  if (rows === 0) return { ...buffer, cursor: destination(buffer, motion, screen), goal: null, hand: null };
  const goal = buffer.goal ?? column(buffer, screen);
  return { ...buffer, cursor: verticalDestination(buffer, rows, goal, screen), goal, hand: null };
}

/** Erases from the cursor to where the motion would take it. Words and lines erased in a row are kept together. */
export function erase(buffer: EditBuffer, motion: Motion, screen: Screen): EditBuffer {
  const to = vertical(motion, screen.height) === 0 ? destination(buffer, motion, screen) : buffer.cursor;
  const at = Math.min(to, buffer.cursor);
  const removed = buffer.text.slice(at, Math.max(to, buffer.cursor));
  if (removed === '') return { ...buffer, goal: null };
  const hand = motion === 'left' || motion === 'right' ? 'erasing' : 'killing';
  const goesOn = buffer.hand === hand;
  const shorter = changed(buffer, { at, removed, added: '', cursor: buffer.cursor }, { hand, goesOn });
  if (hand === 'erasing') return shorter;
  if (!goesOn) return { ...shorter, killed: removed };
  return { ...shorter, killed: to < buffer.cursor ? removed + buffer.killed : buffer.killed + removed };
}

/** Puts back what was last erased by words or lines. */
export function yank(buffer: EditBuffer): EditBuffer {
  return { ...insert({ ...buffer, hand: null }, buffer.killed), hand: null };
}

/** Takes the last change back: a run of keys of one kind, at most a word. */
export function undo(buffer: EditBuffer): EditBuffer {
  if (buffer.done === null) return buffer;
  const { change, before } = buffer.done;
  return {
    ...buffer,
    text: apply(buffer.text, inverse(change)),
    cursor: change.cursor,
    goal: null,
    done: before,
    undone: { change, before: buffer.undone },
    hand: null,
  };
}

/** Makes the change again that was last taken back. */
export function redo(buffer: EditBuffer): EditBuffer {
  if (buffer.undone === null) return buffer;
  const { change, before } = buffer.undone;
  const text = apply(buffer.text, change);
  return {
    ...buffer,
    text,
    cursor: forwardEdge(text, change.at + change.added.length),
    goal: null,
    done: { change, before: buffer.done },
    undone: before,
    hand: null,
  };
}

function changed(
  buffer: EditBuffer,
  change: Change,
  { hand, goesOn }: { readonly hand: Hand; readonly goesOn: boolean },
): EditBuffer {
  const text = apply(buffer.text, change);
  const last = buffer.done;
  const whole = goesOn && last !== null ? joined(last.change, change) : null;
  return {
    ...buffer,
    text,
    // A combining mark joins the letter before it: the cursor goes to the end of what they make together.
    cursor:
      change.added === ''
        ? graphemeEdge(text, change.at)
        : forwardEdge(text, change.at + change.added.length),
    goal: null,
    done: whole ? { change: whole, before: last?.before ?? null } : { change, before: last },
    undone: null,
    hand,
  };
}

function vertical(motion: Motion, height: number): number {
  const page = Math.max(1, height - 1);
  return { up: -1, down: 1, 'page-up': -page, 'page-down': page }[motion as string] ?? 0;
}

function column({ text, cursor }: EditBuffer, { width, layOut }: Screen): number {
  const rows = layOut(text, width);
  const row = rows[rowOf(rows, cursor)];
  return row ? columnOf(text, row, cursor) : 0;
}

/** Up from the first row goes to the start of the text, down from the last one to its end. */
function verticalDestination(
  { text, cursor }: EditBuffer,
  by: number,
  goal: number,
  { width, layOut }: Screen,
): number {
  const rows = layOut(text, width);
  const from = rowOf(rows, cursor);
  if (from + by < 0 && from === 0) return 0;
  if (from + by >= rows.length && from === rows.length - 1) return text.length;
  const row = rows[Math.min(Math.max(from + by, 0), rows.length - 1)];
  return row ? offsetAt(text, row, goal) : cursor;
}

function destination({ text, cursor }: EditBuffer, motion: Motion, { width, layOut }: Screen): number {
  switch (motion) {
    case 'left':
      return graphemeBefore(text, cursor);
    case 'right':
      return graphemeAfter(text, cursor);
    case 'word-left':
      return graphemeEdge(text, wordLeft(text, cursor));
    case 'word-right':
      return forwardEdge(text, wordRight(text, cursor));
    case 'row-start':
    case 'row-end': {
      const rows = layOut(text, width);
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

function forwardEdge(text: string, at: number): number {
  const edge = graphemeEdge(text, at);
  return edge === at ? at : graphemeAfter(text, edge);
}
