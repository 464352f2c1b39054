import type { Document, Sentence } from '../text/types.js';

/** Fewest headings at the beginning of a line that make an answer a form. */
const LEAST = 2;

/**
 * An answer written under headings, like a form that was filled in. In running text a heading («Возможные
 * причины: …») covers its own sentence only.
 */
export function isForm({ text, sentences }: Document): boolean {
  const headed = sentences.filter(({ heading, start }) => heading !== null && opensLine(text, start));
  return headed.length >= LEAST || headed.some(({ onlyHeading }) => onlyHeading);
}

/**
 * Sentences that surely belong to the heading above them. A heading with its own line covers all below it, one
 * with words after it covers that line: in «Гипотезы: цена и сроки.», the next line may go on to something else.
 */
export function coveredByHeadings(document: Document): ReadonlySet<Sentence> {
  const { text, sentences } = document;
  const form = isForm(document);
  const covered = new Set<Sentence>();
  // Of the line on which the nearest heading ends; before the first one no sentence is.
  let lineEnd = -1;
  let alone = false;
  for (const sentence of sentences) {
    const { heading, start, onlyHeading } = sentence;
    if (heading !== null) {
      // Headings on one line share its end: a long line is looked through once.
      if (heading.end > lineEnd) lineEnd = endOfLine(text, heading.end);
      alone = onlyHeading;
    }
    if (heading !== null || (form && (alone || start <= lineEnd))) covered.add(sentence);
  }
  return covered;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
}

function opensLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) at -= 1;
  return at < 0 || text[at] === '\n';
}
