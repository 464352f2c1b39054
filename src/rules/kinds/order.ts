import { spanOf } from '../../text/span.js';
import { overlap } from '../place.js';
import type { Kind } from '../types.js';
import type { Wording } from '../wording.js';

export interface OrderOptions {
  /** Label that is told too late. */
  readonly late: string;
  /** Label it comes after. */
  readonly after: string;
  /** Labels that excuse it where they follow: after a setback the story goes on. */
  readonly unless: readonly string[];
  /** Words that go back to the beginning, whatever the label: «до этого». */
  readonly words: Wording;
  /** Fewest sentences of an answer that has an order. */
  readonly leastSentences: number;
  /** Least probability of each label. */
  readonly confidence: number;
}

/**
 * What belongs to the beginning is told after the end: the situation after the result. A result in the first
 * sentence is a headline and opens no end.
 */
export const order: Kind<OrderOptions> = {
  kind: 'order',
  settable: { keys: ['leastSentences'] },
  create: ({ late, after, unless, words, leastSentences, confidence }, phrases) => {
    const find = phrases.add(words);
    return ({ sentences, document }) => {
      const told = sentences.filter(({ onlyHeading }) => !onlyHeading);
      if (told.length < leastSentences) return [];
      const end = told.findIndex(
        (sentence, index) => index > 0 && sentence.label === after && sentence.confidence >= confidence,
      );
      if (end < 0 || document.language === null) return [];
      const back = find(document, document.language);
      const rest = told.slice(end + 1);
      const found = rest.find(
        (sentence, index) =>
          ((sentence.label === late && sentence.also === null && sentence.confidence >= confidence) ||
            back.some((span) => overlap(span, sentence))) &&
          !rest
            .slice(index + 1)
            .some(({ label, also }) => unless.includes(label) || unless.includes(also ?? '')),
      );
      return found === undefined ? [] : [{ span: spanOf(found) }];
    };
  },
};
