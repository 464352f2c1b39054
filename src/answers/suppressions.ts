import { nearest } from '../content/nearest.js';
import type { Span } from '../text/types.js';

/** What a comment begins with. */
export const SUPPRESSION_WORDS = [
  'star-disable-next',
  'star-disable-line',
  'star-disable-file',
  'star-disable',
  'star-enable',
] as const;

type SuppressionWord = (typeof SUPPRESSION_WORDS)[number];

/** The name of a rule in a comment, at its place in the file. */
export interface NamedRule extends Span {
  readonly id: string;
}

/** A comment that switches rules off: `star-disable-next vague, filler -- reason`. */
export interface Suppression {
  /** As typed; one that begins like ours and is none of them is kept, to be reported. */
  readonly word: string;
  /** The whole comment with its marks, in the file. */
  readonly comment: Span;
  /** None: all rules. */
  readonly rules: readonly NamedRule[];
  /** What stands after `--`; null where nothing does. */
  readonly reason: string | null;
  /**
   * For `star-disable-next`: what it covers, in the file. Ranges of one kind never end before one that
   * began earlier: blocks, and sections by the level of their heading.
   */
  readonly next: (Span & { readonly kind: string }) | null;
}

/** A comment whose first word has half of ours in it: the other half may be misspelt. */
const FIRST_WORD = /(?:<!--|#)\s*\S{0,30}(?:star|able)/i;

/** Only a text with such a comment can hold a suppression. */
export function mayHoldSuppressions(source: string): boolean {
  return FIRST_WORD.test(source);
}

/**
 * Reads the inside of a comment.
 *
 * @param comment the comment with its marks, in the file
 * @param inside what stands between the marks, in the file
 * @returns null for a comment about something else
 */
export function readSuppression(source: string, comment: Span, inside: Span): Suppression | null {
  const body = source.slice(inside.start, inside.end);
  const opening = /^\s*([^\s,]+)/.exec(body);
  const word = opening?.[1];
  if (opening === null || word === undefined || !isOurs(word)) return null;
  const from = opening[0].length;
  const dashes = / --(?=\s|$)/.exec(body.slice(from).replace(/\s/g, ' '));
  const to = dashes === null ? body.length : from + dashes.index;
  const reason = dashes === null ? '' : body.slice(to + 3).trim();
  const start = inside.start + from;
  const rules = [...body.slice(from, to).matchAll(/[^\s,]+/g)].map(({ index, 0: id }) => ({
    id,
    start: start + index,
    end: start + index + id.length,
  }));
  return { word, comment, rules, reason: reason === '' ? null : reason, next: null };
}

/** One of our words, or one that was meant to be: `markdownlint-disable` speaks to another program. */
function isOurs(word: string): boolean {
  return /^star-(?:disable|enable)/.test(word) || nearestWord(word) !== null;
}

/** The word of ours that a misspelt one was meant to be; the name of the program may stand in it. */
export function nearestWord(word: string): string | null {
  return nearest(word.replace(/^star-?coach-?/i, 'star-'), SUPPRESSION_WORDS);
}

/** True where the comment begins with one of our words. */
export function isKnownWord(word: string): word is SuppressionWord {
  return (SUPPRESSION_WORDS as readonly string[]).includes(word);
}
