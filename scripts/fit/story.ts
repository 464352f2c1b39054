import { storySigns } from '../../src/analysis/story.js';
import type { Framework, LanguageModel, LogOdds, Weights } from '../../src/content/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { readBy } from './read-by.js';
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
  const read = readBy(weights, language, framework);
  const rows = answers.flatMap((answer) => {
    const clauses = read(answer).sentences.flatMap((sentence) => sentence.clauses);
    if (clauses.length === 0) return [];
    return [
      {
        yes: answer.story,
        weight: answer.story ? 1 : OTHER_WEIGHT,
        signs: storySigns(clauses, framework.labels),
      },
    ];
  });
  const { bias, signs } = regress(rows, SETTINGS);
  return {
    bias: rounded(bias),
    signs: Object.fromEntries([...signs].map(([name, weight]) => [name, rounded(weight)])),
  };
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 + 0;
}
