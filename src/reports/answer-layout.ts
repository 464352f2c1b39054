import stringWidth from 'fast-string-width';
import { isPlain } from './plain.js';
import { wrapPainted } from './wrap-painted.js';

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
  const columns = Math.max(1, width);
  return plainLines(text, columns) ?? wrapPainted(text, columns).split('\n');
}

/**
 * The lines that `wrapAnsi` makes of a text without paint and wide characters, nearly all there is in a pipe; null
 * where it has to be asked. To compile its expressions is a twentieth of a `check`.
 */
function plainLines(text: string, columns: number): string[] | null {
  if (!isPlain(text)) return null;
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    let row = '';
    for (const [index, word] of line.split(' ').entries()) {
      if (word.length > columns) return null;
      if (index > 0 && row !== '') row += ' ';
      if (row !== '' && word !== '' && row.length + word.length > columns) {
        lines.push(row.trimEnd());
        row = '';
      }
      row += word;
    }
    lines.push(row.trimEnd());
  }
  return lines;
}

function columnsOf(text: string): number {
  return isPlain(text) && !text.includes('\n') ? text.length : stringWidth(text);
}

/**
 * A paragraph after its first mark («✗ »): the lines after the first stand under the text, not under the mark.
 *
 * @param mark may be painted
 */
export function hanging(mark: string, text: string, width: number): string {
  const indent = columnsOf(mark);
  const [first = '', ...rest] = linesOf(text, width - indent);
  return [`${mark}${first}`, ...rest.map((line) => `${' '.repeat(indent)}${line.trimStart()}`)].join('\n');
}

/** Narrowest column of text that is read with ease. */
const LEAST_BESIDE = 24;

/**
 * A row of a table: a text beside what it is about, or under it where there is too little room beside it.
 *
 * @param name padded, with the space that follows it; may be painted
 * @param columns null where nothing is wrapped; the text is one line then
 */
export function beside(name: string, text: string, columns: number | null): string {
  if (columns === null) return `${name}${text}`;
  if (columns - columnsOf(name) >= LEAST_BESIDE) return hanging(name, text, columns);
  return `${name.trimEnd()}\n${hanging('    ', text, columns)}`;
}

/** Pads to a number of columns, which is not the number of characters («é», «日»). */
export function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Columns of the widest text. */
export function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(columnsOf));
}
