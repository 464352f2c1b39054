import type { Localized } from '../../content/types.js';
import { mentions } from '../criteria.js';
import { wholeAnswer } from '../place.js';
import { fitOf, oddsOf, wordsOf } from '../subjects.js';
import type { Kind } from '../types.js';

export interface RelevanceOptions {
  /** Fewest words of an answer that can be said to miss the question. */
  readonly leastWords: number;
  /** Least log odds of a competency that is named as what the answer speaks of instead. */
  readonly leastInstead: number;
  /** Where the next likeliest one is nearer than so many log odds, both are named. */
  readonly sure: number;
  /** Competencies that a story of anything may show: what asks for one of them first cannot be missed. */
  readonly anyStory: readonly string[];
  /** Competency → what a story of it is called after {@link instead}. */
  readonly about: Readonly<Record<string, Localized>>;
  /** The message where it is known what the answer speaks of: `{about}`. */
  readonly instead: Localized;
  /** The message where it speaks of one of two: `{about}`, `{second}`. */
  readonly either: Localized;
}

/**
 * The words of the answer speak for other competencies than the question asks for, and its criteria are not
 * mentioned often enough to outweigh that. Where the words of other answers are not known in the language, the
 * question has no criteria there, or nothing is known of its competencies, the answer is let pass.
 */
export const relevance: Kind<RelevanceOptions> = {
  kind: 'relevance',
  settable: { keys: ['leastWords'] },
  create:
    ({ leastWords, leastInstead, sure, anyStory, about, instead, either }) =>
    (reading, { question, interfaceLanguage, languages }) => {
      const { document, story } = reading;
      const { language } = document;
      if (question === null || language === null || document.wordCount < leastWords) return [];
      // Whoever tells no story is told so, and general words belong to no subject anyway.
      if (story.kind !== 'story' || question.text[language] === undefined) return [];
      if (anyStory.includes(question.competencies[0] ?? '')) return [];
      const criteria = question.criteria.filter(({ cues }) => (cues[language]?.length ?? 0) > 0);
      if (criteria.length === 0) return [];
      const subjects = languages.find(({ code }) => code === language)?.subjects;
      if (subjects === undefined) return [];
      const odds = oddsOf(wordsOf(document.tokens), subjects);
      const mentioned = criteria.filter((criterion) => mentions(reading, criterion)).length;
      const fit = fitOf(odds, question.competencies, mentioned, subjects);
      if (fit === null || fit.odds >= subjects.limit) return [];
      const [likeliest, next] = fit.others.filter(({ name }) => !anyStory.includes(name));
      const told = likeliest !== undefined && likeliest.odds >= leastInstead;
      const named = told ? about[likeliest.name] : undefined;
      const second =
        told && next !== undefined && likeliest.odds - next.odds < sure ? about[next.name] : undefined;
      return [
        {
          span: wholeAnswer(reading),
          absent: true,
          ...(named && { message: second === undefined ? instead : either }),
          values: {
            question: question.text[language],
            about: named?.[interfaceLanguage] ?? '',
            second: second?.[interfaceLanguage] ?? '',
          },
        },
      ];
    },
};
