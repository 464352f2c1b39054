import { RUN_ON_LINKS, RUN_ON_OPENERS } from './abbreviations.js';
import type { LanguageCode, Token } from './types.js';

/** A run of words this long without a mark is more than one sentence. */
const LONGEST_SENTENCE = 24;

/** A guessed sentence has at least this many words on both sides. */
const SHORTEST_PIECE = 4;

/**
 * Guesses where sentences end in a long run of words without marks, as people type on a phone: before a
 * subject pronoun or «потом», «теперь», "then", "now", unless the word before it carries the thought on
 * («что я», "because I"). Empty where the range has marks or is short.
 */
export function cutRunOn(
  tokens: readonly Token[],
  from: number,
  to: number,
  language: LanguageCode | null,
): { to: number; cutBy: string }[] {
  const openers = language === null ? undefined : RUN_ON_OPENERS[language];
  const links = language === null ? undefined : RUN_ON_LINKS[language];
  if (openers === undefined || links === undefined || !isRunOn(tokens, from, to)) return [];
  const cuts: { to: number; cutBy: string }[] = [];
  let start = from;
  for (let at = from + SHORTEST_PIECE; at < to - SHORTEST_PIECE + 1; at += 1) {
    if (at - start < SHORTEST_PIECE) continue;
    if (!openers.has(tokens[at]?.norm ?? '') || links.has(tokens[at - 1]?.norm ?? '')) continue;
    cuts.push({ to: at, cutBy: 'run-on' });
    start = at;
  }
  return cuts;
}

const MARKS: ReadonlySet<string> = new Set([',', ';', ':', '.', '!', '?', '…', '—', '(', ')']);

function isRunOn(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from < LONGEST_SENTENCE) return false;
  let words = 0;
  let marks = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word') words += 1;
    else if (token?.kind === 'mark' && MARKS.has(token.norm) && at < to - 1) marks += 1;
  }
  return words >= LONGEST_SENTENCE && marks * 30 < words;
}
