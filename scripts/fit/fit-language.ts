import type { Model } from '../../src/analysis/model.js';
import { modelFor } from '../../src/analysis/model.js';
import { everyWord } from '../../src/analysis/word-features.js';
import { inPhase, type Phases, phasesOf, statesOf } from '../../src/content/phases.js';
import type { Framework, LanguageModel, Weights } from '../../src/content/types.js';
import type { LabelledAnswer } from '../accuracy/corpus.js';
import { type Prior, type Trained, train } from './crf.js';
import { examplesOf } from './examples.js';
import { fitFigures } from './figures.js';
import { fitStory } from './story.js';

/** Chosen on held-out slices (docs/accuracy-log.md). */
export interface FitSettings {
  readonly epochs: number;
  readonly rate: number;
  /** Last epochs whose weights are averaged. */
  readonly averaged: number;
  /** Share of features that clauses do without while training. */
  readonly dropout: number;
  /**
   * Added to the bias of labels: the mean F1 counts rare labels like common ones, a likelihood does not, and
   * takes too few sentences for a task.
   */
  readonly favour: Readonly<Record<string, number>>;
  /** Pull of named features towards their hand-set weights. */
  readonly namedPull: number;
  /** Pull of words towards nothing. */
  readonly wordPull: number;
  /** Pull of named features towards weighing the same in every phase of the telling. */
  readonly phasePull: number;
  readonly transitionPull: number;
  /** A word must stand in so many clauses. */
  readonly leastSeen: number;
  /** Words that weigh less for every label are left out. */
  readonly leastWeight: number;
  /** Weights of words are multiples of this: they compress better, and more is not known of them. */
  readonly wordStep: number;
}

const SETTINGS: FitSettings = {
  epochs: 80,
  rate: 0.3,
  averaged: 25,
  dropout: 0.5,
  favour: { task: 0.5, result: 0.15, lesson: 0.15, other: 0.4 },
  namedPull: 1,
  wordPull: 6,
  phasePull: 8,
  transitionPull: 3,
  leastSeen: 3,
  leastWeight: 0.14,
  wordStep: 0.05,
};

const WORD = /^(?:stem|pair|start|ending|verb):/;

/** Of every clause; it says how common a label is. */
const BIAS = 'bias';

/** What weights are fitted for, and what the fit starts from. */
export interface FitModel {
  readonly language: LanguageModel;
  readonly framework: Framework;
  /** Hand-set weights. */
  readonly prior: Weights;
}

/** Weights of one language's model, fitted to labelled answers with a prior around hand-set ones. */
export function fitLanguage(
  answers: readonly LabelledAnswer[],
  { language, framework, prior }: FitModel,
): Weights {
  const model = openModel(language, prior, framework);
  const examples = examplesOf(answers, { model, runOn: language.runOn });
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
        (name) => !WORD.test(name) || (seen.get(name) ?? 0) >= SETTINGS.leastSeen,
      ),
    })),
  }));
  const phases = phasesOf(framework.labels, prior.phases);
  const trained = train(kept, {
    phases,
    sameSentence: prior.sameSentence,
    prior: asPrior(prior),
    pull: (name) => (WORD.test(name) ? SETTINGS.wordPull : SETTINGS.namedPull),
    samePhase: (name) => WORD.test(name),
    phasePull: SETTINGS.phasePull,
    transitionPull: SETTINGS.transitionPull,
    epochs: SETTINGS.epochs,
    rate: SETTINGS.rate,
    averaged: SETTINGS.averaged,
    dropout: SETTINGS.dropout,
    keeps: (name) => name === BIAS,
  });
  const weights = asWeights(trained, prior, phases);
  return {
    ...weights,
    story: fitStory(answers, language, weights, framework),
    figures: fitFigures(answers, language, weights, framework),
  };
}

interface OpenModel {
  readonly language: LanguageModel;
  readonly framework: Framework;
  readonly model: Model;
}

const open = new WeakMap<Weights, OpenModel[]>();

/**
 * A model that weighs every word, so that training sees them all. The same one for the same three: answers read by
 * it are remembered, and each slice held out fits to most of them again.
 */
function openModel(language: LanguageModel, prior: Weights, framework: Framework): Model {
  const known = open.get(prior) ?? [];
  open.set(prior, known);
  const same = known.find((other) => other.language === language && other.framework === framework);
  if (same !== undefined) return same.model;
  const fitted = modelFor({ ...language, weights: { [framework.id]: prior } }, framework);
  const model = { ...fitted, words: everyWord };
  known.push({ language, framework, model });
  return model;
}

function asPrior({ labels, features, transitions }: Weights): Prior {
  return {
    features: new Map(Object.entries(features).map(([name, row]) => [name, Float64Array.from(row)])),
    transitions: [...labels, 'start'].map((before) =>
      Float64Array.from(transitions[before] ?? labels.map(() => 0)),
    ),
  };
}

function asWeights(trained: Trained, prior: Weights, phases: Phases): Weights {
  const { labels } = prior;
  const { leastWeight, wordStep, favour } = SETTINGS;
  const favoured = labels.map((label) => favour[label] ?? 0);
  const rows = [...trained.features].flatMap(([name, row]): [string, number[]][] => {
    if (WORD.test(name)) {
      const weighs = row.some((weight) => Math.abs(weight) >= leastWeight);
      return weighs ? [[name, [...row].map((weight) => rounded(weight, wordStep))]] : [];
    }
    const more = trained.byState.get(name);
    return phases.names.map((phase, index) => [
      inPhase(name, phase),
      [...row].map((weight, label) =>
        rounded(
          weight +
            (more?.[index * labels.length + label] ?? 0) +
            (name === BIAS ? (favoured[label] ?? 0) : 0),
          STEP,
        ),
      ),
    ]);
  });
  const states = statesOf(labels, phases).map(({ name }) => name);
  const steps = (names: readonly string[], table: readonly Float64Array[]) =>
    Object.fromEntries(
      names.map((name, row) => [name, [...(table[row] ?? [])].map((weight) => rounded(weight, STEP))]),
    );
  return {
    labels,
    phases: prior.phases,
    sameSentence: prior.sameSentence,
    missingAbove: prior.missingAbove,
    missingAboveLong: prior.missingAboveLong,
    transitions: steps([...states, 'start'], trained.transitions),
    inside: steps(states, trained.inside),
    features: Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Two decimals are more than the data can tell. */
const STEP = 0.01;

function rounded(weight: number, step: number): number {
  const inverse = Math.round(1 / step);
  return Math.round(weight * inverse) / inverse + 0;
}
