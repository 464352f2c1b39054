import type { Numbers } from '../../content/types.js';
import { lastSentence } from '../place.js';
import type { Kind } from '../types.js';

export interface NumbersOptions {
  /** Runs where the question asks for figures in this way; an unknown question welcomes them. */
  readonly when: Numbers;
}

/** No figure quantifies the result. */
export const numbers: Kind<NumbersOptions> = {
  kind: 'numbers',
  create:
    ({ when }) =>
    (reading, { question }) => {
      if (reading.resultNumber || reading.document.wordCount === 0) return [];
      if ((question?.numbers ?? 'welcome') !== when) return [];
      const measured = reading.framework.parts.filter((part) => part.measured).map(({ id }) => id);
      const result = reading.parts.find(({ part, state }) => measured.includes(part) && state === 'present');
      return [{ span: result?.spans.at(-1) ?? lastSentence(reading) }];
    },
};
