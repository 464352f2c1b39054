import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Letters, digits and marks of one code unit and one cell each: no segmenter is needed for these. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027\u20bd\u2116]*$/;

/** True where every character takes one unit and one cell on any terminal. */
export function isPlainLine(line: string): boolean {
  return PLAIN.test(line);
}

/** As {@link isPlainLine}, for one code unit. */
function isPlainUnit(unit: number): boolean {
  if (unit < 0x7f) return unit >= 0x20;
  if (unit < 0x300) return unit >= 0xa0 && unit !== 0xad;
  if (unit < 0x530) return (unit >= 0x400 && unit <= 0x482) || unit >= 0x48a;
  return (unit >= 0x2010 && unit <= 0x2027) || unit === 0x20bd || unit === 0x2116;
}

/**
 * Goes through the graphemes of a text without line breaks: what one press of an arrow key passes. Only what is not
 * plain is handed to the segmenter, with its neighbours: it takes a hundred times as long.
 *
 * @param visit takes UTF-16 offsets, and the cells to lay the grapheme out in: terminals disagree on the width of
 *   joined emoji, so the most it may take
 */
export function eachGrapheme(line: string, visit: (start: number, end: number, room: number) => void): void {
  const plainAt = (at: number) => at >= line.length || isPlainUnit(line.charCodeAt(at));
  let at = 0;
  while (at < line.length) {
    if (plainAt(at) && plainAt(at + 1)) {
      visit(at, at + 1, 1);
      at += 1;
      continue;
    }
    // A mark joins the plain letter before it, so the stretch ends only between two plain ones.
    let end = at + 1;
    while (end < line.length && !(plainAt(end - 1) && plainAt(end))) end += 1;
    for (const { segment, index } of segmenter.segment(line.slice(at, end)))
      visit(at + index, at + index + segment.length, roomOf(segment));
    at = end;
  }
}

/** A terminal that joins emoji takes the cells of the whole, another one those of every piece. */
function roomOf(segment: string): number {
  const whole = stringWidth(segment);
  if (segment.length <= 2) return Math.max(1, whole);
  let pieces = 0;
  for (const character of segment) pieces += stringWidth(character);
  return Math.max(1, whole, pieces);
}

/** The start of the grapheme that ends at or holds the character before `offset`; 0 at the start. */
export function graphemeBefore(text: string, offset: number): number {
  if (offset <= 0) return 0;
  const { line, start } = stretchAround(text, offset - 1);
  return text[offset - 1] === '\n'
    ? offset - 1
    : start + (segmenter.segment(line.slice(0, offset - start)).containing(offset - start - 1)?.index ?? 0);
}

/** The end of the grapheme that begins at `offset`; the length of the text at its end. */
export function graphemeAfter(text: string, offset: number): number {
  if (offset >= text.length) return text.length;
  if (text[offset] === '\n') return offset + 1;
  const { line, start } = stretchAround(text, offset);
  return offset + (segmenter.segment(line.slice(offset - start)).containing(0)?.segment.length ?? 1);
}

/** The nearest edge of a grapheme at or before `offset`. */
export function graphemeEdge(text: string, offset: number): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const { line, start } = stretchAround(text, offset);
  const inside = offset - start;
  if (inside >= line.length) return offset;
  return start + (segmenter.segment(line).containing(inside)?.index ?? inside);
}

/** The part of a line around an offset that no grapheme crosses: the segmenter copies what it is given. */
function stretchAround(text: string, offset: number): { readonly line: string; readonly start: number } {
  const plainAt = (at: number) => isPlainUnit(text.charCodeAt(at));
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && !(plainAt(start - 1) && plainAt(start))) start -= 1;
  let end = offset;
  while (end < text.length && text[end] !== '\n' && (end <= offset || !(plainAt(end - 1) && plainAt(end))))
    end += 1;
  return { line: text.slice(start, end), start };
}
