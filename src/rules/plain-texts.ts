import type { Span } from '../text/types.js';

/**
 * Where plain texts stand in another, whatever their case, with no letter or digit on either side of an end
 * that is one.
 */
export function plainTexts(text: string, wanted: readonly string[]): Span[] {
  const found: Span[] = [];
  if (wanted.length === 0) return found;
  const lower = lowered(text);
  for (const word of wanted) {
    const sought = lowered(word);
    if (sought === '') continue;
    for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
      const end = at + sought.length;
      if (!divides(lower, at) && !divides(lower, end)) found.push({ start: at, end });
    }
  }
  return found;
}

/** Lower case, every letter at its offset: one that would grow, as "İ" would, stays as typed. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

/** True where letters or digits stand on both sides of an offset. */
function divides(text: string, at: number): boolean {
  return isWordPart(text[at - 1]) && isWordPart(text[at]);
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
