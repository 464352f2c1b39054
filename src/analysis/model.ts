import { type WeightTable, weightTable } from '../content/packed-weights.js';
import type { Cue, Framework, LanguageModel, PackedWeights, Weights } from '../content/types.js';
import { compilePatterns, type PatternSet } from '../text/patterns.js';
import { type Steps, stepsOf } from './decode.js';
import { rememberedWords, type WordReader } from './word-features.js';

/** A language's cues and the weights of one framework, compiled for reading answers. */
export interface Model {
  readonly framework: Framework;
  readonly cues: readonly Cue[];
  readonly patterns: PatternSet;
  /** Pattern → its cue, as indices. */
  readonly cueOfPattern: readonly number[];
  /** Words that say nothing in particular. */
  readonly stock: PatternSet;
  readonly labels: readonly string[];
  /** Feature → weight of each label. */
  readonly features: WeightTable;
  /** What a word as such weighs. */
  readonly words: WordReader;
  readonly steps: Steps;
  readonly speechRate: number;
}

const compiled = new WeakMap<LanguageModel, Map<string, Model>>();

/**
 * The model of a language for a framework; compiled once per pair of objects.
 *
 * @throws Error where the language has no weights for the framework or their labels differ
 */
export function modelFor(language: LanguageModel, framework: Framework): Model {
  const models = compiled.get(language) ?? new Map<string, Model>();
  compiled.set(language, models);
  const model = models.get(framework.id) ?? compile(language, framework);
  models.set(framework.id, model);
  return model;
}

function compile(language: LanguageModel, framework: Framework): Model {
  const weights = language.weights[framework.id];
  if (weights === undefined)
    throw new Error(`language '${language.code}' has no weights for '${framework.id}'`);
  if (weights.labels.join() !== framework.labels.join()) {
    throw new Error(
      `weights of '${framework.id}' in '${language.code}' name other labels than the framework`,
    );
  }
  const features = weightTable(weights);
  return {
    framework,
    cues: language.cues,
    patterns: compilePatterns(language.cues.flatMap((cue) => cue.patterns)),
    cueOfPattern: language.cues.flatMap((cue, index) => cue.patterns.map(() => index)),
    stock: compilePatterns(language.stock),
    labels: weights.labels,
    features,
    words: rememberedWords(features),
    steps: stepsOf(transitionRows(weights), weights.sameSentence),
    speechRate: language.speechRate,
  };
}

function transitionRows({ labels, transitions }: Weights | PackedWeights): readonly (readonly number[])[] {
  const none = labels.map(() => 0);
  return [...labels, 'start'].map((before) => transitions[before] ?? none);
}
