import type { Span } from '../text/types.js';

/**
 * Where a pair is quoted from: «с 3 до 5 %», "from 3 to 5%" stand with the word that opens them.
 *
 * @param text the text that the pair stands in
 */
export function pairStart(text: string, { start }: Span): number {
  const opened = /(?<![\p{L}\d])(?:с|со|от|from)\s+$/iu.exec(text.slice(Math.max(0, start - LONGEST), start));
  return opened === null ? start : start - opened[0].length;
}

/** Characters before a pair that its opening word and the space after it can take, and one before. */
const LONGEST = 8;
