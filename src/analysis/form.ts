import type { Document } from '../text/types.js';

/** Fewest headings at the beginning of a line that make an answer a form. */
const LEAST = 2;

/**
 * An answer written under headings, like a form that was filled in: all below a heading belongs to it. In running
 * text a heading («Возможные причины: …») covers its own sentence only.
 */
export function isForm({ text, sentences }: Document): boolean {
  const headed = sentences.filter(({ heading, start }) => heading !== null && opensLine(text, start));
  return headed.length >= LEAST || headed.some(({ onlyHeading }) => onlyHeading);
}

function opensLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) at -= 1;
  return at < 0 || text[at] === '\n';
}
