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
 * with words behind it covers that line: in «Гипотезы: цена и сроки.», the next line may go on to something else.
 */
export function coveredByHeadings(document: Document): ReadonlySet<Sentence> {
  const { text, sentences } = document;
  const form = isForm(document);
  const covered = new Set<Sentence>();
  let headingEnd = -1;
  let alone = false;
  for (const sentence of sentences) {
    if (sentence.heading !== null) {
      headingEnd = sentence.heading.end;
      alone = sentence.onlyHeading;
    }
    if (headingEnd < 0) continue;
    if (
      sentence.heading !== null ||
      (form && (alone || !text.slice(headingEnd, sentence.start).includes('\n')))
    )
      covered.add(sentence);
  }
  return covered;
}

function opensLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && text[at] !== '\n' && !/[\p{L}\p{N}]/u.test(text[at] ?? '')) at -= 1;
  return at < 0 || text[at] === '\n';
}
