import type { Model } from '../../src/analysis/model.js';
import { modelFor } from '../../src/analysis/model.js';
import { everyWord } from '../../src/analysis/word-features.js';
import type { Framework, LanguageModel, Weights } from '../../src/content/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { type Trained, train } from './crf.js';
import { examplesOf } from './examples.js';
import { fitStory } from './story.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
export interface FitSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Pull of named features towards their hand-set weights. */
  readonly namedPull: number;
  /** Pull of words towards nothing. */
  readonly wordPull: number;
  readonly transitionPull: number;
  /** A word must stand in so many clauses. */
  readonly leastSeen: number;
  /** Words that weigh less for every label are left out. */
  readonly leastWeight: number;
  /** Weights of words are multiples of this: they compress better, and more is not known of them. */
  readonly wordStep: number;
}

const SETTINGS: FitSettings = {
  epochs: 25,
  rate: 0.3,
  namedPull: 1,
  wordPull: 6,
  transitionPull: 3,
  leastSeen: 3,
  leastWeight: 0.12,
  wordStep: 0.05,
};

const WORD = /^(?:stem|pair|start|ending):/;

/** Weights of one language's model, fitted to labelled answers with a prior around hand-set ones. */
export function fitLanguage(
  answers: readonly LabelledAnswer[],
  language: LanguageModel,
  prior: Weights,
  framework: Framework,
  settings: FitSettings = SETTINGS,
): Weights {
  const model = openModel(modelFor({ ...language, weights: { [framework.id]: prior } }, framework));
  const examples = examplesOf(answers, model, true);
  const seen = new Map<string, number>();
  for (const { clauses, weight } of examples) {
    if (weight < 1) continue;
    for (const { features } of clauses)
      for (const name of new Set(features)) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const kept = examples.map((example) => ({
    ...example,
    clauses: example.clauses.map((clause) => ({
      ...clause,
      features: clause.features.filter(
        (name) => !WORD.test(name) || (seen.get(name) ?? 0) >= settings.leastSeen,
      ),
    })),
  }));
  const trained = train(kept, {
    labels: framework.labels.length,
    sameSentence: prior.sameSentence,
    prior: asTrained(prior),
    pull: (name) => (WORD.test(name) ? settings.wordPull : settings.namedPull),
    transitionPull: settings.transitionPull,
    epochs: settings.epochs,
    rate: settings.rate,
  });
  const weights = asWeights(trained, prior, settings);
  return { ...weights, story: fitStory(answers, language, weights, framework) };
}

/** A model that weighs every word, so that training sees them all. */
function openModel(model: Model): Model {
  return { ...model, words: everyWord };
}

function asTrained({ labels, features, transitions }: Weights): Trained {
  return {
    features: new Map(Object.entries(features).map(([name, row]) => [name, Float64Array.from(row)])),
    transitions: [...labels, 'start'].map((before) =>
      Float64Array.from(transitions[before] ?? labels.map(() => 0)),
    ),
  };
}

function asWeights({ features, transitions }: Trained, prior: Weights, settings: FitSettings): Weights {
  const { leastWeight, wordStep } = settings;
  const rows = [...features]
    .filter(([name, row]) => !WORD.test(name) || row.some((weight) => Math.abs(weight) >= leastWeight))
    .map(([name, row]): [string, number[]] => [
      name,
      [...row].map((weight) => rounded(weight, WORD.test(name) ? wordStep : STEP)),
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const before = [...prior.labels, 'start'];
  return {
    labels: prior.labels,
    sameSentence: prior.sameSentence,
    transitions: Object.fromEntries(
      before.map((name, row) => [name, [...(transitions[row] ?? [])].map((weight) => rounded(weight, STEP))]),
    ),
    features: Object.fromEntries(rows),
  };
}

/** Two decimals are more than the data can tell. */
const STEP = 0.01;

function rounded(weight: number, step: number): number {
  const inverse = Math.round(1 / step);
  return Math.round(weight * inverse) / inverse + 0;
}
