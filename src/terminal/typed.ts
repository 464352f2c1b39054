/**
 * Colours, moves of the cursor, titles and links of a terminal. No class holds what ends it, so that each
 * sequence is read once.
 */
const SEQUENCE =
  /\u001b\[[0-?]*[ -/]*[@-~]|\u001b[\]PX^_][^\u0007\u001b\n]*(?:\u0007|\u001b\\)|\u001b[ -/]*[0-~]/g;

/** Control characters but for line breaks, and characters that turn the direction of what follows. */
const UNSAFE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/**
 * What is left of keys, a paste or a file once nothing in it can act on a terminal: line breaks of any system
 * as `\n`, a tab as two spaces; colours and other escape sequences, control characters and marks of direction
 * dropped; halves of characters as U+FFFD. An answer is prose, and none of these is part of it.
 */
export function typed(text: string): string {
  if (SAFE.test(text)) return text;
  return text
    .replace(SEQUENCE, '')
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, '\n')
    .replaceAll('\t', '  ')
    .replace(UNSAFE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

const SAFE = /^[\n\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*$/;
