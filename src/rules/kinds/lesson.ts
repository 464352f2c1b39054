import { lastSentence } from '../place.js';
import type { Kind } from '../types.js';
import type { Wording } from '../wording.js';

export interface LessonOptions {
  /** Label of clauses that say what was learnt. */
  readonly label: string;
  /** Words that say so whatever the label: this rule is silent where it is in doubt. */
  readonly words: Wording;
}

/** The question asks what was learnt, and nothing says it. */
export const lesson: Kind<LessonOptions> = {
  kind: 'lesson',
  create: ({ label, words }, phrases) => {
    const find = phrases.add(words);
    return (reading, { question }) => {
      const { document } = reading;
      if (question === null || !question.lesson || document.language === null) return [];
      if (find(document, document.language).length > 0) return [];
      const learnt = reading.sentences.some(({ clauses }) =>
        clauses.some((clause) => clause.label === label),
      );
      return learnt ? [] : [{ span: lastSentence(reading), absent: true }];
    };
  },
};
