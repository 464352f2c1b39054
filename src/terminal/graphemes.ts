import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters, digits and marks of one code unit and one cell each: no segmenter is needed for these. */
const PLAIN = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2116\u00a0]*$/;

/** True where every character takes one unit and one cell on any terminal. */
export function isPlain(line: string): boolean {
  return PLAIN.test(line);
}

/** A user-perceived character: what one press of an arrow key passes. */
export interface Grapheme {
  readonly text: string;
  /**
   * Room to lay it out in: the larger of its cells and its UTF-16 units. Terminals disagree on the width of
   * joined emoji, and `@inquirer/core` counts units.
   */
  readonly room: number;
}

/** Splits a text without line breaks. */
export function graphemes(line: string): Grapheme[] {
  if (isPlain(line)) return Array.from(line, (text) => ({ text, room: 1 }));
  return Array.from(segmenter.segment(line), ({ segment }) => ({
    text: segment,
    room: Math.max(segment.length, stringWidth(segment)),
  }));
}

/** The start of the grapheme that ends at or holds the character before `offset`; 0 at the start. */
export function graphemeBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  if (start === offset) return offset - 1;
  return start + (segmenter.segment(text.slice(start, offset)).containing(offset - start - 1)?.index ?? 0);
}

/** The end of the grapheme that begins at `offset`; the length of the text at its end. */
export function graphemeAfter(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  if (text[offset] === '\n') return offset + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(offset, next < 0 ? undefined : next);
  return offset + (segmenter.segment(line).containing(0)?.segment.length ?? 1);
}

/** The nearest edge of a grapheme at or before `offset`. */
export function graphemeEdge(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', start);
  const line = text.slice(start, next < 0 ? undefined : next);
  const inside = offset - start;
  if (inside >= line.length) return offset;
  return start + (segmenter.segment(line).containing(inside)?.index ?? inside);
}
