import type { Span } from '../text/types.js';

/**
 * Where plain texts stand in another, whatever their case, with no letter or digit on either side of an end
 * that is one.
 */
export function plainTexts(text: string, wanted: readonly string[]): Span[] {
  const found: Span[] = [];
  if (wanted.length === 0) return found;
  const lower = text.toLowerCase();
  // Lower-casing may change the length of a few foreign letters, and every offset with it.
  if (lower.length !== text.length) return found;
  for (const word of wanted) {
    const sought = word.toLowerCase();
    if (sought === '') continue;
    for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, at + sought.length)) {
      const end = at + sought.length;
      if (!divides(lower, at) && !divides(lower, end)) found.push({ start: at, end });
    }
  }
  return found;
}

/** True where letters or digits stand on both sides of an offset. */
function divides(text: string, at: number): boolean {
  return isWordPart(text[at - 1]) && isWordPart(text[at]);
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}
