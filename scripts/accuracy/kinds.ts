import type { Framework } from '../../src/content/types.js';
import { type LabelledAnswer, PARTS } from './corpus.js';

/** Few sentences, many sentences: about a fifth of the corpus each. */
const SHORT = 4;
const LONG = 9;

/** Kinds of answers whose figures stand apart, in the order of the page. */
export function kindsOf(
  framework: Framework,
): readonly (readonly [string, (answer: LabelledAnswer) => boolean])[] {
  const headings = framework.parts.flatMap((part) => Object.values(part.headings).flat());
  return [
    ['complete', ({ missing }) => missing.length === 0],
    ...PARTS.map((part): [string, (answer: LabelledAnswer) => boolean] => [
      `lacks ${part}`,
      ({ missing }) => missing.includes(part),
    ]),
    ['graded good', ({ grade }) => grade === 'good'],
    ['graded weak', ({ grade }) => grade === 'weak'],
    ['graded bad', ({ grade }) => grade === 'bad'],
    ['not a story', ({ story }) => !story],
    ['with headings', ({ sentences }) => sentences.some(({ text }) => startsWithHeading(text, headings))],
    ['without punctuation', (answer) => withoutPunctuation(answer)],
    [`short (up to ${SHORT} sentences)`, ({ sentences }) => sentences.length <= SHORT],
    [`long (from ${LONG} sentences)`, ({ sentences }) => sentences.length >= LONG],
  ];
}

/** «Результат: отток упал», "Action - called them", a heading alone. */
function startsWithHeading(text: string, headings: readonly string[]): boolean {
  const start = text.trim().toLowerCase().replaceAll('*', '');
  return headings.some((heading) => {
    if (!start.startsWith(heading)) return false;
    const rest = start.slice(heading.length).trimStart();
    return rest === '' || /^[:–—-]/u.test(rest);
  });
}

/** Hardly a sentence ends with a mark. */
function withoutPunctuation({ sentences }: LabelledAnswer): boolean {
  const ended = sentences.filter(({ text }) => /[.!?…]["»”)]*$/u.test(text.trim())).length;
  return sentences.length > 1 && ended / sentences.length <= 0.1;
}
