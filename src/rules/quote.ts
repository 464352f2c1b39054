import type { Span } from '../text/types.js';

/** Longest quotation inside a message, in UTF-16 units. */
const LONGEST = 60;

/**
 * The candidate's words for a message: blanks and line breaks become one space, a long passage is cut at the
 * edge of a word and ends in an ellipsis.
 *
 * @param span offsets into `text`
 */
export function quote(text: string, span: Span): string {
  // Twelve times the length is enough even where every other character is a blank that collapses.
  const words = text
    .slice(span.start, Math.min(span.end, span.start + 12 * LONGEST))
    .split(/\s+/u)
    .filter((word) => word !== '');
  let said = '';
  for (const word of words) {
    const longer = said === '' ? word : `${said} ${word}`;
    if (longer.length > LONGEST) return `${said === '' ? wholePairs(word, LONGEST) : trimEdge(said)}…`;
    said = longer;
  }
  return trimEdge(said);
}

/** Drops the comma, colon or full stop a passage happens to end with: the message has its own. */
function trimEdge(said: string): string {
  let end = said.length;
  while (end > 0 && ',;:.–—-'.includes(said[end - 1] ?? '') && !endsAbbreviated(said, end)) end--;
  return end === 0 ? said : said.slice(0, end).trimEnd();
}

/**
 * «0,2 п.п.», "0.2 p.p.": the full stop belongs to the word. Classes of Unicode take long to make ready, so that
 * another full stop close before is looked for first: a letter is one or two units.
 */
function endsAbbreviated(said: string, end: number): boolean {
  return (
    said[end - 1] === '.' &&
    said.slice(Math.max(0, end - 5), end - 1).includes('.') &&
    ABBREVIATION.test(said.slice(0, end))
  );
}

const ABBREVIATION = /(?:^|[^\p{L}])\p{L}\. ?\p{L}\.$/u;

/** Cuts at a length in UTF-16 units without tearing a surrogate pair; an emoji of several characters may be torn. */
function wholePairs(word: string, length: number): string {
  const last = word.charCodeAt(length - 1);
  return word.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
