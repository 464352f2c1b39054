import type { Phases } from '../../src/content/phases.js';
import { createRandom } from '../../src/rehearsal/random.js';
import { type Batch, batchOf } from './crf-batch.js';
import { type Learning, newSums, sumUp } from './crf-slopes.js';
import type { Example } from './examples.js';

/** Weights of a linear-chain model: rows are features, columns labels. */
export interface Prior {
  readonly features: ReadonlyMap<string, Float64Array>;
  /** Label → weight of each next label; the last row is the start of the answer. */
  readonly transitions: readonly Float64Array[];
}

/** What training makes of them. A state is a label in a phase; states are counted phase after phase. */
export interface Trained {
  readonly features: ReadonlyMap<string, Float64Array>;
  /** What a feature adds to that in each state, for features that may differ by phase. */
  readonly byState: ReadonlyMap<string, Float64Array>;
  /** State → weight of each next label; the last row is the start of the answer. */
  readonly transitions: readonly Float64Array[];
  /** The same inside a sentence. */
  readonly inside: readonly Float64Array[];
}

export interface TrainingOptions {
  readonly phases: Phases;
  /** Prior of keeping a label inside a sentence; other transitions count half there. */
  readonly sameSentence: number;
  /** Hand-set weights that regularisation pulls towards; 0 where absent. */
  readonly prior: Prior;
  /** Strength of the pull by feature. */
  readonly pull: (feature: string) => number;
  /** Features that weigh the same in every phase. */
  readonly samePhase: (feature: string) => boolean;
  /** Pull of the others towards that. */
  readonly phasePull: number;
  readonly transitionPull: number;
  readonly epochs: number;
  readonly rate: number;
  /** The weights are the mean of those after so many of the last epochs. */
  readonly averaged: number;
  /** Share of features that each clause does without, others at each epoch. */
  readonly dropout: number;
  /** Features that no clause does without. */
  readonly keeps: (feature: string) => boolean;
}

/**
 * Fits a conditional random field (Lafferty et al. 2001) where a clause may have several right labels
 * (the others are summed out), by gradient ascent with step sizes of AdaGrad (Duchi et al. 2011) and a
 * Gaussian prior around hand-set weights. Full batch.
 *
 * At each epoch every clause goes without some of its features, and the others weigh as much more (dropout,
 * Srivastava et al. 2014). So an ending or a form learns to decide where the word is unknown: a model that always
 * sees both leaves it to the word (Sutton et al. 2006, "weight undertraining"). What is left out follows from the
 * seed of an answer and the epoch, so that a change of one answer leaves the others as they were.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Trained {
  const { phases, epochs, averaged, rate } = options;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const names = new Map<string, number>();
  const batch = batchOf(examples, labels, names);
  const { centre, pull, kept, phased, rows } = featureTables(names, options);
  const steps = stepCentres(options);
  const weights = climber(centre, rate);
  const byState = climber(new Float64Array(phased.length * size), rate);
  const transitions = climber(steps.between, rate);
  const inside = climber(steps.inside, rate);
  const learning: Learning = {
    phases,
    rows,
    weights: weights.values,
    byState: byState.values,
    transitions: transitions.values,
    inside: inside.values,
    loudness: new Float64Array(batch.features.length).fill(1),
  };
  const sums = newSums(batch, learning);
  const { slopes } = sums;
  for (let epoch = 0; epoch < epochs; epoch++) {
    dropOut(batch, learning.loudness, { kept, share: options.dropout, epoch });
    sumUp(batch, learning, sums);
    weights.climb(
      (at) => slopes.weights[at]! - pull[Math.floor(at / labels)]! * (weights.values[at]! - centre[at]!),
    );
    byState.climb((at) => slopes.byState[at]! - options.phasePull * byState.values[at]!);
    transitions.climb(
      (at) =>
        slopes.transitions[at]! - options.transitionPull * (transitions.values[at]! - steps.between[at]!),
    );
    inside.climb(
      (at) => slopes.inside[at]! - options.transitionPull * (inside.values[at]! - steps.inside[at]!),
    );
    if (epoch < epochs - averaged) continue;
    for (const values of [weights, byState, transitions, inside]) values.remember(averaged);
  }
  const cut = (values: Float64Array, width: number) => (index: number) =>
    values.slice(index * width, (index + 1) * width);
  const states = Array.from({ length: size }, (_, state) => state);
  return {
    features: new Map([...names].map(([name, id]) => [name, cut(weights.mean, labels)(id)])),
    byState: new Map(phased.map((name, row) => [name, cut(byState.mean, size)(row)])),
    transitions: [...states, size].map(cut(transitions.mean, labels)),
    inside: states.map(cut(inside.mean, labels)),
  };
}

/** What is known of each feature, by its number, before anything is learnt. */
interface FeatureTables {
  /** A row of labels each: the weights it is pulled to. */
  readonly centre: Float64Array;
  readonly pull: Float64Array;
  /** 1 where no clause does without it. */
  readonly kept: Uint8Array;
  /** Names of those that may weigh otherwise in each phase. */
  readonly phased: readonly string[];
  /** Its row among those; -1 where it has none. */
  readonly rows: Int32Array;
}

function featureTables(
  names: ReadonlyMap<string, number>,
  { phases, prior, pull: pullOf, keeps, samePhase }: TrainingOptions,
): FeatureTables {
  const labels = phases.behind.length;
  const centre = new Float64Array(names.size * labels);
  const pull = new Float64Array(names.size);
  const kept = new Uint8Array(names.size);
  const rows = new Int32Array(names.size).fill(-1);
  const phased = phases.names.length === 1 ? [] : [...names.keys()].filter((name) => !samePhase(name));
  for (const [name, id] of names) {
    centre.set(prior.features.get(name) ?? new Float64Array(labels), id * labels);
    pull[id] = pullOf(name);
    kept[id] = keeps(name) ? 1 : 0;
  }
  phased.forEach((name, row) => {
    rows[names.get(name) as number] = row;
  });
  return { centre, pull, kept, phased, rows };
}

/** The weights that steps are pulled to, state by state; those between sentences end with the start. */
function stepCentres({ phases, prior, sameSentence }: TrainingOptions) {
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const between = Float64Array.from([
    ...phases.names.flatMap(() => prior.transitions.slice(0, labels).flatMap((row) => [...row])),
    ...(prior.transitions[labels] as Float64Array),
  ]);
  const inside = between
    .slice(0, size * labels)
    .map((weight, at) => (Math.floor(at / labels) % labels === at % labels ? sameSentence : weight / 2));
  return { between, inside };
}

/** Chooses what each clause does without in an epoch; the others weigh as much more. */
function dropOut(
  { answers, places, features }: Batch,
  loudness: Float64Array,
  { kept, share, epoch }: { readonly kept: Uint8Array; readonly share: number; readonly epoch: number },
): void {
  for (const { start, end, seed } of answers) {
    const random = createRandom(seed + epoch);
    for (let place = places[start]!; place < places[end]!; place++)
      if (kept[features[place]!] === 0) loudness[place] = random() < share ? 0 : 1 / (1 - share);
  }
}

/** Values that go uphill by AdaGrad, and the mean of what is remembered of them. */
function climber(start: Float64Array, rate: number) {
  const values = start.slice();
  const squares = new Float64Array(start.length).fill(1e-3);
  const mean = new Float64Array(start.length);
  return {
    values,
    mean,
    climb: (slopeAt: (at: number) => number): void => {
      for (let at = 0; at < values.length; at++) {
        const slope = slopeAt(at);
        squares[at]! += slope * slope;
        values[at]! += (rate * slope) / Math.sqrt(squares[at]!);
      }
    },
    remember: (times: number): void => {
      for (let at = 0; at < values.length; at++) mean[at]! += values[at]! / times;
    },
  };
}
