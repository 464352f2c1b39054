import type { Span } from '../text/types.js';

/** Opening quotation mark → the marks that may close it. */
const PAIRS: Readonly<Record<string, string>> = { '«': '»', '“': '”', '„': '“”', '"': '"' };

/**
 * Quoted passages of a text, marks included. Words that somebody else says there are not the candidate's own:
 * «Он сказал: „ваш менеджер бестолковый“». A mark that is not closed on its line quotes nothing.
 */
export function quotedPassages(text: string): readonly Span[] {
  // Asked by each rule that has found a phrase.
  if (last?.text !== text) last = { text, passages: readPassages(text) };
  return last.passages;
}

let last: { readonly text: string; readonly passages: readonly Span[] } | null = null;

function readPassages(text: string): Span[] {
  const passages: Span[] = [];
  let start = -1;
  let closing = '';
  for (const { 0: character, index } of text.matchAll(/[«»“”„"\n]/g)) {
    if (character === '\n') start = -1;
    else if (start >= 0) {
      if (closing.includes(character)) {
        passages.push({ start, end: index + 1 });
        start = -1;
      }
    } else if (PAIRS[character] !== undefined) {
      start = index;
      closing = PAIRS[character];
    }
  }
  return passages;
}
