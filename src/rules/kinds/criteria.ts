import { localText } from '../../content/localized.js';
import { touches, trimStop } from '../criteria.js';
import { lastSentence } from '../place.js';
import type { Kind } from '../types.js';

export interface CriteriaOptions {
  /** Fewest criteria that must be left untouched. */
  readonly least: number;
}

/** Criteria of the question that no words of the answer touch, all in one finding: `{gaps}`, `{count}`, `{all}`. */
export const criteria: Kind<CriteriaOptions> = {
  kind: 'criteria',
  settable: { keys: ['least'] },
  create:
    ({ least }) =>
    (reading, { question, interfaceLanguage, languages }) => {
      const { document } = reading;
      const { language } = document;
      if (question === null || language === null || document.wordCount === 0) return [];
      // A bank of the user's may have cues in one language only; of the other nothing can be said.
      const asked = question.criteria.filter(({ cues }) => (cues[language]?.length ?? 0) > 0);
      const gaps = asked.filter((criterion) => !touches(reading, criterion, languages));
      if (gaps.length < least) return [];
      const said = gaps.map(({ text }) => trimStop(localText(text, interfaceLanguage)));
      const values = { gaps: said.join('; '), count: gaps.length, all: asked.length };
      return [{ span: lastSentence(reading), absent: true, values }];
    },
};
