import { firstPast } from './first-past.js';

/** Both from 1; the column counts UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Where the text of a file begins: after a byte order mark, where it has one. */
export function textStart(source: string): number {
  return source.charCodeAt(0) === 0xfeff ? 1 : 0;
}

/**
 * Where the lines of a text begin. A line ends with `\n`, `\r\n` or `\r`. The first one begins after a byte order
 * mark, which no editor shows.
 */
export function lineStarts(text: string): number[] {
  const first = textStart(text);
  const starts = [first];
  for (let at = first; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/**
 * Reads where the lines of a text begin and returns the way from an offset to its line and column; an offset past the
 * end counts as the end, one before the start as the start.
 */
export function lineIndex(text: string): (offset: number) => LineColumn {
  const first = textStart(text);
  const starts = lineStarts(text);
  return (offset) => {
    const inside = Math.min(Math.max(offset, first), text.length);
    const line = firstPast(starts, (start) => start > inside);
    return { line, column: inside - (starts[line - 1] ?? 0) + 1 };
  };
}
