import { readAnswer } from '../../src/analysis/read.js';
import { storySigns } from '../../src/analysis/story.js';
import type { Framework, LanguageModel, LogOdds, Weights } from '../../src/content/types.js';
import { type LabelledAnswer, textOf } from '../accuracy/corpus.js';
import { regress } from './regress.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
const SETTINGS = {
  pull: 1,
  leastSeen: 8,
  epochs: 400,
  rate: 0.3,
};

/** What is no story is rare in the corpus and counts for more. */
const OTHER_WEIGHT = 3;

/**
 * What speaks for a story and against it: logistic regression over the signs of whole answers.
 *
 * @param weights the fitted weights by which the answers are read
 */
export function fitStory(
  answers: readonly LabelledAnswer[],
  language: LanguageModel,
  weights: Weights,
  framework: Framework,
): LogOdds {
  const reader = { ...language, weights: { [framework.id]: weights } };
  const read = answers.flatMap(({ sentences, story }) => {
    const reading = readAnswer(textOf(sentences).text, {
      framework,
      languages: [reader],
      language: language.code,
    });
    const clauses = reading.sentences.flatMap((sentence) => sentence.clauses);
    if (clauses.length === 0) return [];
    return [{ yes: story, weight: story ? 1 : OTHER_WEIGHT, signs: storySigns(clauses, framework.labels) }];
  });
  const { bias, signs } = regress(read, SETTINGS);
  return {
    bias: rounded(bias),
    signs: Object.fromEntries([...signs].map(([name, weight]) => [name, rounded(weight)])),
  };
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 + 0;
}
