import { readAnswer } from '../../src/analysis/read.js';
import type { Reading } from '../../src/analysis/types.js';
import type { Framework, LanguageModel, Weights } from '../../src/content/types.js';
import { type LabelledAnswer, textOf } from '../accuracy/corpus.js';

/** Reads labelled answers by weights that were just fitted. */
export function readBy(
  weights: Weights,
  language: LanguageModel,
  framework: Framework,
): (answer: LabelledAnswer) => Reading {
  const languages = [{ ...language, weights: { [framework.id]: weights } }];
  return ({ sentences }) =>
    readAnswer(textOf(sentences).text, { framework, languages, language: language.code });
}
