import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Widest line of prose: longer ones are hard to read on a wide screen. */
const WIDEST = 100;

/** Narrowest line that is laid out; a smaller window breaks lines itself. */
const NARROWEST = 20;

/** Columns that a report on one answer takes in a window. */
export function reportWidth(columns: number): number {
  return Math.max(NARROWEST, Math.min(columns, WIDEST));
}

/**
 * Lines of a text of one or more lines, each no wider than `width` columns; a word that is wider is broken.
 * Paint is closed and opened again where a line is broken.
 */
export function linesOf(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

/**
 * A paragraph behind its first mark («✗ »): the lines after the first stand under the text, not under the mark.
 *
 * @param mark may be painted
 */
export function hanging(mark: string, text: string, width: number): string {
  const indent = stringWidth(mark);
  const [first = '', ...rest] = linesOf(text, width - indent);
  return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line}`)].join('\n');
}

/** Pads to a number of columns, which is not the number of characters («é», «日»). */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** Columns of the widest text. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => stringWidth(text)));
}
