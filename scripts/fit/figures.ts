import { figureSigns, rolesOf } from '../../src/analysis/figures.js';
import type { Framework, LanguageModel, LogOdds, Weights } from '../../src/content/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { figuresOf } from '../accuracy/figures.js';
import { readBy } from './read-by.js';
import { regress } from './regress.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
const SETTINGS = {
  pull: 5,
  leastSeen: 8,
  epochs: 200,
  rate: 0.3,
};

/** Signs that weigh less are left out, the others are multiples of `STEP`. */
const LEAST_WEIGHT = 0.2;
const STEP = 0.05;

/**
 * What speaks for a figure that quantifies the result and against it: logistic regression over the signs of single
 * figures. In an answer whose figures were labelled, one without a label quantifies nothing.
 *
 * @param weights the fitted weights by which the answers are read; rules alone give the figures' roles
 */
export function fitFigures(
  answers: readonly LabelledAnswer[],
  language: LanguageModel,
  weights: Weights,
  framework: Framework,
): LogOdds {
  const read = readBy(weights, language, framework);
  const rows = answers.flatMap((answer) => {
    if (answer.figures === null) return [];
    const effects = figuresOf(answer).filter(({ effect }) => effect);
    const reading = read(answer);
    const signsOf = figureSigns(reading, { framework, labels: framework.labels });
    const roles = rolesOf(reading, framework);
    return reading.quantities.flatMap(({ kind, start, end }, index) =>
      kind === 'excluded'
        ? []
        : [
            {
              yes: effects.some((effect) => effect.start < end && start < effect.end),
              weight: 1,
              signs: new Map([...signsOf(index, roles[index] ?? 'other').keys()].map((name) => [name, 1])),
            },
          ],
    );
  });
  const { bias, signs } = regress(rows, SETTINGS);
  return {
    bias: stepped(bias),
    signs: Object.fromEntries(
      [...signs].flatMap(([name, weight]) =>
        Math.abs(weight) < LEAST_WEIGHT ? [] : [[name, stepped(weight)]],
      ),
    ),
  };
}

function stepped(weight: number): number {
  return Math.round(Math.round(weight / STEP) * STEP * 100) / 100 + 0;
}
