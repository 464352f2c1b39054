import type { EditBuffer, Screen } from './buffer.js';
import { layOut, rowOf, scroll } from './layout.js';

/** What the prompt shows: rows up to the cursor's, and the rows below it. */
export interface Frame {
  readonly above: readonly string[];
  /** The row of the cursor, without its gutter. */
  readonly row: string;
  /** UTF-16 offset of the cursor in `row`. */
  readonly cursor: number;
  readonly below: readonly string[];
  /** First row of the text that is shown. */
  readonly top: number;
}

export interface FrameOptions {
  /** Lines over the text (the question), already wrapped. */
  readonly heading: readonly string[];
  /** Lines under the text (the meter, the keys), already wrapped. */
  readonly status: readonly string[];
  readonly columns: number;
  /** Rows of the terminal. */
  readonly rows: number;
  /** First row shown before. */
  readonly top: number;
  /** Put before every row of the text. */
  readonly gutter: string;
  /** Instead of the gutter where text goes on above or below the window. */
  readonly more: { readonly up: string; readonly down: string };
}

/** Cells and rows that are left for the text, a third at least: a small terminal cuts the end of the heading. */
export function roomFor({ heading, status, columns, rows, gutter }: Omit<FrameOptions, 'top' | 'more'>): {
  readonly screen: Screen;
  readonly heading: readonly string[];
  readonly status: readonly string[];
} {
  // One row stays free: a full screen would scroll, and what has scrolled cannot be erased.
  const free = Math.max(1, rows - 1);
  const least = Math.min(free, Math.max(3, Math.floor(free / 3)));
  const shownStatus = status.slice(0, Math.max(0, free - least));
  const shownHeading = heading.slice(0, Math.max(0, free - least - shownStatus.length));
  return {
    screen: {
      // One cell for the space that may hang, one for the cursor after it.
      width: Math.max(1, columns - gutter.length - 2),
      height: free - shownStatus.length - shownHeading.length,
    },
    heading: shownHeading,
    status: shownStatus,
  };
}

export function frameOf({ text, cursor }: EditBuffer, options: FrameOptions): Frame {
  const { screen, heading, status } = roomFor(options);
  const { gutter, more } = options;
  const rows = layOut(text, screen.width);
  const at = rowOf(rows, cursor);
  const top = scroll(rows.length, at, screen.height, options.top);
  const end = Math.min(rows.length, top + screen.height);
  const shown = rows.slice(top, end).map((row, index) => {
    const mark =
      index === 0 && top > 0 ? more.up : top + index === end - 1 && end < rows.length ? more.down : gutter;
    return { mark, text: text.slice(row.start, row.end) };
  });
  const line = ({ mark, text: row }: { mark: string; text: string }) => mark + row;
  return {
    above: [...heading, ...shown.slice(0, at - top).map(line), shown[at - top]?.mark ?? gutter],
    row: shown[at - top]?.text ?? '',
    cursor: cursor - (rows[at]?.start ?? 0),
    below: [...shown.slice(at - top + 1).map(line), ...status],
    top,
  };
}
