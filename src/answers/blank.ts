/** Ranges to blank, as `start, end, start, end …`: flat, because every file makes many. */
export type BlankRanges = number[];

const SPACES = ' '.repeat(256);

/**
 * The text with the ranges replaced by spaces. Line breaks stay, so the result has the same length and
 * every offset and line number of the text.
 *
 * @param ranges need not be in order and may overlap
 */
export function blankOut(text: string, ranges: BlankRanges): string {
  if (ranges.length === 0) return text;
  const ordered = inOrder(ranges) ? ranges : sorted(ranges);
  let masked = '';
  let last = 0;
  for (let index = 0; index < ordered.length; index += 2) {
    const start = Math.max(ordered[index] ?? 0, last);
    const end = ordered[index + 1] ?? 0;
    if (end <= start) continue;
    masked += text.slice(last, start) + blank(text, start, end);
    last = end;
  }
  return masked + text.slice(last);
}

function blank(text: string, start: number, end: number): string {
  const length = end - start;
  if (length <= 8 || length > SPACES.length || hasLineBreak(text, start, end))
    return text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return SPACES.slice(0, length);
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return true;
  }
  return false;
}

function inOrder(ranges: BlankRanges): boolean {
  for (let index = 2; index < ranges.length; index += 2)
    if ((ranges[index] ?? 0) < (ranges[index - 2] ?? 0)) return false;
  return true;
}

function sorted(ranges: BlankRanges): BlankRanges {
  const pairs: [number, number][] = [];
  for (let index = 0; index < ranges.length; index += 2)
    pairs.push([ranges[index] ?? 0, ranges[index + 1] ?? 0]);
  return pairs.sort((one, other) => one[0] - other[0] || one[1] - other[1]).flat();
}
