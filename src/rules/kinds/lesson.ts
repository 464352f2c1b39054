import { lastSentence } from '../place.js';
import type { Kind } from '../types.js';

export interface LessonOptions {
  /** Label of clauses that say what was learnt. */
  readonly label: string;
}

/** The question asks what was learnt, and nothing says it. */
export const lesson: Kind<LessonOptions> = {
  kind: 'lesson',
  create:
    ({ label }) =>
    (reading, { question }) => {
      if (question === null || !question.lesson || reading.document.wordCount === 0) return [];
      const learnt = reading.sentences.some(
        (sentence) =>
          sentence.label === label ||
          sentence.also === label ||
          sentence.clauses.some((clause) => clause.label === label),
      );
      return learnt ? [] : [{ span: lastSentence(reading), absent: true }];
    },
};
