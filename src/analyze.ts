import { reasonsOfFigures } from './analysis/figures.js';
import { modelFor } from './analysis/model.js';
import { readAnswer } from './analysis/read.js';
import type { Because, Reading, ReadingOptions } from './analysis/types.js';
import { applyRules, chooseNextFix } from './rules/apply.js';
import type { Finding, Rule, RuleContext } from './rules/types.js';

/** Everything {@link analyze} needs besides the answer. Made by `analysisContext`. */
export interface AnalysisContext extends ReadingOptions, RuleContext {
  readonly rules: readonly Rule[];
}

/** The reading of an answer, with the findings of the rules. */
export interface Analysis extends Reading {
  /** Sorted by their spans. */
  readonly findings: readonly Finding[];
  /** The one finding to mend first; null if there are no findings to mend. */
  readonly nextFix: Finding | null;
}

/**
 * Reads one answer: which part of the framework each sentence carries, what is missing, what the figures
 * prove, what to mend first. Pure and deterministic; takes time proportional to the length of the text.
 *
 * @param answer the text as typed; every span of the analysis is in UTF-16 offsets into it
 * @throws TypeError if the answer is not a string, such as the undecoded bytes of a file
 */
export function analyze(answer: string, context: AnalysisContext): Analysis {
  if (typeof answer !== 'string') throw new TypeError('the answer is no string; decode bytes first');
  const reading = readAnswer(answer, context);
  const findings = applyRules(reading, context);
  return Object.assign({}, reading, { findings, nextFix: chooseNextFix(findings, context.question) });
}

/**
 * What decided what each figure is for.
 *
 * @param languages among them that of the answer
 * @returns for each figure of the analysis the names of features, the weightiest first; none where rules decided
 */
export function figureReasons(
  analysis: Analysis,
  { languages }: Pick<ReadingOptions, 'languages'>,
): readonly (readonly Because[])[] {
  const language = languages.find(({ code }) => code === analysis.document.language);
  return language === undefined ? [] : reasonsOfFigures(analysis, modelFor(language, analysis.framework));
}
