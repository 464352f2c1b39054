/** Nothing but Latin and Cyrillic letters, common marks and those of the reports. */
const PLAIN = /^[ -~«·»\u0400-\u0482\u048a-\u04ff–—‘-„•…№→│░█∅✓✗\n]*$/;

/**
 * True for a text of which every unit but a line break is a character of its own, takes one column and may be shown
 * as it is: nearly every text. Others are asked of what knows all characters, and takes longer to make ready than a
 * short text takes to read.
 */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}
