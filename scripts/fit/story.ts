import { readAnswer } from '../../src/analysis/read.js';
import { storySigns } from '../../src/analysis/story.js';
import type { Framework, LanguageModel, StoryWeights, Weights } from '../../src/content/types.js';
import { type LabelledAnswer, textOf } from '../accuracy/corpus.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
const SETTINGS = {
  /** What is no story is rare in the corpus and counts for more. */
  otherWeight: 3,
  /** Pull of every sign towards nothing. */
  pull: 1,
  /** A sign must stand in so many answers. */
  leastSeen: 8,
  epochs: 400,
  rate: 0.3,
};

/**
 * What speaks for a story and against it: logistic regression over the signs of whole answers, by full-batch
 * AdaGrad (Duchi, Hazan, Singer 2011) from zero, so that nothing in it is random.
 *
 * @param weights the fitted weights by which the answers are read
 */
export function fitStory(
  answers: readonly LabelledAnswer[],
  language: LanguageModel,
  weights: Weights,
  framework: Framework,
): StoryWeights {
  const reader = { ...language, weights: { [framework.id]: weights } };
  const read = answers.flatMap(({ sentences, story }) => {
    const reading = readAnswer(textOf(sentences).text, {
      framework,
      languages: [reader],
      language: language.code,
    });
    const clauses = reading.sentences.flatMap((sentence) => sentence.clauses);
    return clauses.length === 0 ? [] : [{ story, signs: storySigns(clauses, framework.labels) }];
  });
  const seen = new Map<string, number>();
  for (const { signs } of read) for (const name of signs.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen.keys()].filter((name) => (seen.get(name) ?? 0) >= SETTINGS.leastSeen).sort();
  const rows = read.map(({ story, signs }) => ({
    story,
    values: [1, ...names.map((name) => signs.get(name) ?? 0)],
  }));
  const [bias = 0, ...fitted] = regress(rows, names.length + 1);
  return {
    bias: rounded(bias),
    signs: Object.fromEntries(names.map((name, index) => [name, rounded(fitted[index] ?? 0)])),
  };
}

interface Row {
  readonly story: boolean;
  /** The first is 1, for the bias. */
  readonly values: readonly number[];
}

function regress(rows: readonly Row[], size: number): Float64Array {
  const { otherWeight, pull, epochs, rate } = SETTINGS;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size).fill(1e-8);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : pull * weight));
    for (const { story, values } of rows) {
      const sum = values.reduce((all, value, index) => all + value * (weights[index] ?? 0), 0);
      const error = 1 / (1 + Math.exp(-sum)) - (story ? 1 : 0);
      const by = story ? error : error * otherWeight;
      values.forEach((value, index) => {
        gradient[index] = (gradient[index] ?? 0) + by * value;
      });
    }
    gradient.forEach((raw, index) => {
      const slope = raw / (rows.length || 1);
      squares[index] = (squares[index] ?? 0) + slope * slope;
      weights[index] = (weights[index] ?? 0) - (rate * slope) / Math.sqrt(squares[index] ?? 1);
    });
  }
  return weights;
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 + 0;
}
