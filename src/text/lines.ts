import { firstPast } from './first-past.js';

/** Both from 1; the column counts UTF-16 units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/**
 * Reads where the lines of a text begin and returns the way from an offset to its line and column. A line
 * ends with `\n`, `\r\n` or `\r`; an offset past the end counts as the end, one before the start as 0.
 */
export function lineIndex(text: string): (offset: number) => LineColumn {
  const starts = [0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return (offset) => {
    const inside = Math.min(Math.max(offset, 0), text.length);
    const line = firstPast(starts, (start) => start > inside);
    return { line, column: inside - (starts[line - 1] ?? 0) + 1 };
  };
}
