import type { EditBuffer } from './buffer.js';
import { type LayOut, rowOf, scroll } from './layout.js';
import type { Picture } from './painter.js';

/** The row of the cursor, told where not all rows of the text are on the screen. */
export interface CursorRow {
  /** From 1. */
  readonly row: number;
  readonly rows: number;
}

/** What is drawn of a prompt, and how far its text is scrolled. */
export interface Frame extends Picture {
  /** First row of the text that is shown. */
  readonly top: number;
}

/** Lines over the text, already wrapped. */
export interface PromptHeading {
  readonly lines: readonly string[];
  /** How many of them, from the first on, hold the question; the others help. */
  readonly asked: number;
}

export interface FrameOptions {
  readonly heading: PromptHeading;
  /** Lines under the text (the meter, the keys), already wrapped; as many whatever the row. */
  readonly status: (cursorRow: CursorRow | null) => readonly string[];
  readonly columns: number;
  /** Rows of the terminal. */
  readonly rows: number;
  /** First row shown before. */
  readonly top: number;
  /** Put before every row of the text. */
  readonly gutter: string;
  /** Instead of the gutter where text goes on above or below the window. */
  readonly more: { readonly up: string; readonly down: string };
  readonly layOut: LayOut;
}

/**
 * Cells and rows that are left for the text, a third at least: a small terminal cuts the end of the heading, and has
 * none of it where the question would be cut.
 */
export function roomFor({
  heading,
  status,
  columns,
  rows,
  gutter,
}: Pick<FrameOptions, 'heading' | 'status' | 'columns' | 'rows' | 'gutter'>): {
  /** Cells of a row. */
  readonly width: number;
  /** Rows of text. */
  readonly height: number;
  readonly heading: readonly string[];
  readonly statusHeight: number;
} {
  // One row stays free: a full screen would scroll, and what has scrolled cannot be erased.
  const free = Math.max(1, rows - 1);
  const least = Math.min(free, Math.max(3, Math.floor(free / 3)));
  const statusHeight = Math.min(status(null).length, Math.max(0, free - least));
  const over = Math.max(0, free - least - statusHeight);
  const shownHeading = over < heading.asked ? [] : heading.lines.slice(0, over);
  return {
    // One cell for the space that may hang, one for the cursor after it.
    width: Math.max(1, columns - gutter.length - 2),
    height: free - statusHeight - shownHeading.length,
    heading: shownHeading,
    statusHeight,
  };
}

/** The prompt as a picture. */
export function frameOf({ text, cursor }: Pick<EditBuffer, 'text' | 'cursor'>, options: FrameOptions): Frame {
  const { width, height, heading, statusHeight } = roomFor(options);
  const { gutter, more, layOut } = options;
  const rows = layOut(text, width);
  const at = rowOf(rows, cursor);
  const top = scroll(rows.length, at, height, options.top);
  const end = Math.min(rows.length, top + height);
  const mark = (row: number) =>
    row === top && top > 0 ? more.up : row === end - 1 && end < rows.length ? more.down : gutter;
  const shown = rows.slice(top, end).map((row, index) => mark(top + index) + text.slice(row.start, row.end));
  const status = options.status(end - top < rows.length ? { row: at + 1, rows: rows.length } : null);
  return {
    rows: [...heading, ...shown, ...status.slice(0, statusHeight)],
    at: heading.length + at - top,
    before: mark(at) + text.slice(rows[at]?.start ?? 0, cursor),
    top,
  };
}
