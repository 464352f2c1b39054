import { cuesOf } from '../content/framework-cues.js';
import { weightTable } from '../content/packed-weights.js';
import { phasesOf, statesOf } from '../content/phases.js';
import type { AbsenceLimits, Cue, Framework, LanguageModel, LogOdds } from '../content/types.js';
import { compilePatterns, type PatternSet } from '../text/patterns.js';
import { cueWeights, type ReaderWeights } from './cue-weights.js';
import { type Steps, stepsOf } from './decode.js';
import { type NamedFeatures, namedFeatures } from './named-features.js';
import { rememberedWords, type WordReader } from './word-features.js';

export interface AnswerLength {
  readonly sentences: number;
  readonly words: number;
}

/** A language's cues and the weights of one framework, compiled for reading answers. */
export interface Model {
  readonly framework: Framework;
  readonly cues: readonly Cue[];
  readonly patterns: PatternSet;
  /** Pattern → its cue, as indices. */
  readonly cueOfPattern: readonly number[];
  /** Words that say nothing in particular. */
  readonly stock: PatternSet;
  /** Patterns that tell a habit from a plan; compiled when an answer is no story. */
  readonly habitual: readonly string[];
  readonly labels: readonly string[];
  /** What features that are no words weigh. */
  readonly named: NamedFeatures;
  /** What a word as such weighs. */
  readonly words: WordReader;
  readonly steps: Steps;
  /** Of a label: probability of its absence above which its part is missing, in an answer of such a length. */
  readonly missingAbove: (label: number, length: AnswerLength) => number;
  /** Cue that makes a part by itself → the label of the part; fitted weights know of none. */
  readonly makes: ReadonlyMap<string, string>;
  /** Whether it counts that headings are those of a form; fitted weights have learnt it from texts without. */
  readonly weighsForms: boolean;
  readonly speechRate: number;
  /** What tells a story from what is none; null where nothing was fitted. */
  readonly story: LogOdds | null;
  /** What tells a figure of effect from others; null where the rules alone do. */
  readonly figures: LogOdds | null;
}

/**
 * Above this probability that no clause carries it, a part is missing, where the weights say nothing else; chosen on
 * held-out slices (docs/accuracy-log.md).
 */
const MISSING_ABOVE = 0.45;

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
  const weights =
    framework.weights === 'fitted' ? fittedWeights(framework, language) : cueWeights(framework, language);
  const { labels, phases, features, story, figures } = weights;
  const cues = cuesOf(framework, language);
  return {
    framework,
    cues,
    // The index is of the language's own cues.
    patterns: compilePatterns(
      cues.flatMap((cue) => cue.patterns),
      cues.length === language.cues.length ? language.indexes?.cues : undefined,
    ),
    cueOfPattern: cues.flatMap((cue, index) => cue.patterns.map(() => index)),
    stock: compilePatterns(language.stock, language.indexes?.stock),
    habitual: language.habitual,
    labels,
    named: namedFeatures(features, phases),
    words: rememberedWords(features),
    steps: stepsOf(weights),
    missingAbove: limits(weights),
    makes: strongCues(framework),
    weighsForms: framework.weights === 'cues' && framework.like === null,
    speechRate: language.speechRate,
    story,
    figures,
  };
}

/**
 * Words a sentence has on average from which on sentences count as long a little, and wholly: such ones fold two parts
 * into one. Chosen on held-out slices (docs/accuracy-log.md).
 */
const LONG_SENTENCES = [10, 18] as const;

function limits({ labels, missingAbove, missingAboveLong }: ReaderWeights): Model['missingAbove'] {
  const usual = labels.map((label) => pointsOf(missingAbove[label] ?? { 1: MISSING_ABOVE }));
  const long = labels.map((label, index) => {
    const own = missingAboveLong[label];
    return own === undefined ? (usual[index] ?? []) : pointsOf(own);
  });
  const [few, many] = LONG_SENTENCES;
  return (label, { sentences, words }) => {
    const low = limitAt(usual[label] ?? [], sentences);
    const high = limitAt(long[label] ?? [], sentences);
    const mean = Math.min(words / (sentences || 1), many);
    return between([few, low], [many, high], mean);
  };
}

/** A number of sentences and the limit there. */
type Point = readonly [number, number];

function pointsOf(limitsOf: AbsenceLimits): Point[] {
  return Object.entries(limitsOf).map(([count, limit]) => [+count, limit]);
}

/** The limit on the line through the points; before the first and after the last as there. */
function limitAt(points: readonly Point[], sentences: number): number {
  let before = points[0] as Point;
  for (const point of points) {
    if (sentences <= point[0]) return between(before, point, sentences);
    before = point;
  }
  return before[1];
}

/** The value at a place on the straight line through two points; that of the first before it. */
function between([from, low]: Point, [to, high]: Point, at: number): number {
  return at <= from ? low : low + ((high - low) * (at - from)) / (to - from);
}

function strongCues({ parts }: Framework): ReadonlyMap<string, string> {
  const makes = new Map<string, string>();
  for (const { label, cues } of parts)
    for (const { id, weight } of cues) if (weight === 'strong') makes.set(id, label);
  return makes;
}

function fittedWeights(framework: Framework, language: LanguageModel): ReaderWeights {
  const weights = language.weights[framework.id];
  if (weights === undefined)
    throw new Error(`language '${language.code}' has no weights for '${framework.id}'`);
  const {
    labels,
    transitions,
    inside,
    sameSentence,
    missingAbove = {},
    missingAboveLong = {},
    story = null,
    figures = null,
  } = weights;
  if (labels.join() !== framework.labels.join()) {
    throw new Error(
      `weights of '${framework.id}' in '${language.code}' name other labels than the framework`,
    );
  }
  const phases = phasesOf(labels, weights.phases);
  const states = statesOf(labels, phases);
  const none = labels.map(() => 0);
  return {
    labels,
    phases,
    features: weightTable(weights),
    transitions: [
      ...states.map(({ label, name }) => transitions[name] ?? transitions[label] ?? none),
      transitions.start ?? none,
    ],
    inside:
      inside === undefined ? null : states.map(({ label, name }) => inside[name] ?? inside[label] ?? none),
    sameSentence,
    missingAbove,
    missingAboveLong,
    story,
    figures,
  };
}
