import { createRandom } from '../../src/rehearsal/random.js';
import type { Example } from './examples.js';

/** Weights of a linear-chain model as training changes them; rows are features, columns labels. */
export interface Trained {
  readonly features: ReadonlyMap<string, Float64Array>;
  /** The last row is the start of the answer. */
  readonly transitions: readonly Float64Array[];
}

export interface TrainingOptions {
  readonly labels: number;
  readonly sameSentence: number;
  /** Hand-set weights that regularisation pulls towards; 0 where absent. */
  readonly prior: Trained;
  /** Strength of the pull by feature. */
  readonly pull: (feature: string) => number;
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
  const { labels: size, prior, epochs, averaged, rate, dropout } = options;
  const names = new Map<string, number>();
  const batch = batchOf(examples, size, names);
  const centre = new Float64Array(names.size * size);
  const pull = new Float64Array(names.size);
  const kept = new Uint8Array(names.size);
  for (const [name, id] of names) {
    centre.set(prior.features.get(name) ?? new Float64Array(size), id * size);
    pull[id] = options.pull(name);
    kept[id] = options.keeps(name) ? 1 : 0;
  }
  const weights = climber(centre, rate);
  const transitionCentre = Float64Array.from(prior.transitions.flatMap((row) => [...row]));
  const transitions = climber(transitionCentre, rate);
  const loudness = new Float64Array(batch.features.length).fill(1);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { start, end, seed } of batch.answers) {
      const random = createRandom(seed + epoch);
      for (let place = batch.places[start]!; place < batch.places[end]!; place++)
        if (kept[batch.features[place]!] === 0) loudness[place] = random() < dropout ? 0 : 1 / (1 - dropout);
    }
    const slopes = slopesOf(
      batch,
      { weights: weights.values, transitions: transitions.values, loudness },
      options,
    );
    weights.climb(
      (at) => slopes.weights[at]! - pull[Math.floor(at / size)]! * (weights.values[at]! - centre[at]!),
    );
    transitions.climb(
      (at) =>
        slopes.transitions[at]! - options.transitionPull * (transitions.values[at]! - transitionCentre[at]!),
    );
    if (epoch < epochs - averaged) continue;
    weights.remember(averaged);
    transitions.remember(averaged);
  }
  const row = (values: Float64Array, index: number) => values.slice(index * size, (index + 1) * size);
  return {
    features: new Map([...names].map(([name, id]) => [name, row(weights.mean, id)])),
    transitions: prior.transitions.map((_, index) => row(transitions.mean, index)),
  };
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

/** All examples in a row: objects for each clause took six times as long to go through. */
interface Batch {
  readonly answers: readonly {
    readonly start: number;
    readonly end: number;
    readonly weight: number;
    readonly seed: number;
  }[];
  /** Clause → its first place among `features`; one more for the end. */
  readonly places: Int32Array;
  readonly features: Int32Array;
  readonly continues: Uint8Array;
  /** Clause and label → 1 where a reader allows it. */
  readonly allowed: Uint8Array;
}

/** @param names gets a number for each feature */
function batchOf(examples: readonly Example[], size: number, names: Map<string, number>): Batch {
  const all = examples.flatMap(({ clauses }) => clauses);
  const places = new Int32Array(all.length + 1);
  const allowed = new Uint8Array(all.length * size);
  all.forEach((clause, index) => {
    places[index + 1] = places[index]! + clause.features.length;
    for (const label of clause.allowed) allowed[index * size + label] = 1;
  });
  const features = new Int32Array(places[all.length]!);
  let place = 0;
  for (const clause of all)
    for (const name of clause.features) {
      const id = names.get(name) ?? names.size;
      names.set(name, id);
      features[place] = id;
      place += 1;
    }
  let end = 0;
  const answers = examples.map(({ clauses, weight, seed }) => {
    const start = end;
    end += clauses.length;
    return { start, end, weight, seed };
  });
  return {
    answers,
    places,
    features,
    continues: Uint8Array.from(all, (clause) => +clause.continues),
    allowed,
  };
}

interface Values {
  readonly weights: Float64Array;
  readonly transitions: Float64Array;
}

/** How the logarithm of the likelihood changes with each weight. */
function slopesOf(
  batch: Batch,
  { weights, transitions, loudness }: Values & { readonly loudness: Float64Array },
  { labels: size, sameSentence }: TrainingOptions,
): Values {
  const { places, features, allowed } = batch;
  const count = places.length - 1;
  const scores = new Float64Array(count * size);
  for (let clause = 0; clause < count; clause++)
    for (let place = places[clause]!; place < places[clause + 1]!; place++) {
      const loud = loudness[place]!;
      if (loud === 0) continue;
      const from = features[place]! * size;
      for (let label = 0; label < size; label++)
        scores[clause * size + label]! += loud * weights[from + label]!;
    }
  const evidence = new Float64Array(count * size);
  for (let at = 0; at < evidence.length; at += size) {
    let most = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < size; label++) most = Math.max(most, scores[at + label]!);
    for (let label = 0; label < size; label++) evidence[at + label] = Math.exp(scores[at + label]! - most);
  }
  const right = evidence.map((value, at) => (allowed[at] === 1 ? value : 0));
  const open = transitions.map(Math.exp);
  const inside = transitions.map((weight, at) =>
    Math.exp(Math.floor(at / size) === at % size ? sameSentence : weight * 0.5),
  );
  const differences = new Float64Array(count * size);
  const steps = new Float64Array(transitions.length);
  const expect = expectations({ batch, open, inside, size }, { labels: differences, steps });
  for (const answer of batch.answers) {
    expect(answer, right, answer.weight);
    expect(answer, evidence, -answer.weight);
  }
  const slopes = new Float64Array(weights.length);
  for (let clause = 0; clause < count; clause++)
    for (let place = places[clause]!; place < places[clause + 1]!; place++) {
      const loud = loudness[place]!;
      if (loud === 0) continue;
      const from = features[place]! * size;
      for (let label = 0; label < size; label++)
        slopes[from + label]! += loud * differences[clause * size + label]!;
    }
  return { weights: slopes, transitions: steps };
}

interface Chain {
  readonly batch: Batch;
  /** Exponentials of the transitions between sentences and inside one. */
  readonly open: Float64Array;
  readonly inside: Float64Array;
  readonly size: number;
}

interface Expected {
  /** Probability of each label at each clause. */
  readonly labels: Float64Array;
  /** Expected number of each transition, in the layout of the transitions. */
  readonly steps: Float64Array;
}

/**
 * Forward–backward over one answer at a time with scaled sums; what is expected is added up, times a factor. Inside a
 * sentence a label is kept by a fixed bonus, and other transitions count half, as in `stepsOf` of the analyzer.
 */
function expectations({ batch, open, inside, size }: Chain, sums: Expected) {
  const { continues } = batch;
  const longest = Math.max(0, ...batch.answers.map(({ start, end }) => end - start));
  const forward = new Float64Array(longest * size);
  const backward = new Float64Array(size);
  const before = new Float64Array(size);
  const joint = new Float64Array(size * size);
  return (answer: Batch['answers'][number], evidence: Float64Array, factor: number): void => {
    const { start } = answer;
    const count = answer.end - start;
    for (let index = 0; index < count; index++) {
      const table = continues[start + index] === 1 && index > 0 ? inside : open;
      const here = index * size;
      for (let label = 0; label < size; label++) {
        let sum = 0;
        if (index === 0) sum = table[size * size + label]!;
        else
          for (let from = 0; from < size; from++)
            sum += forward[here - size + from]! * table[from * size + label]!;
        forward[here + label] = sum * evidence[(start + index) * size + label]!;
      }
      normalise(forward, here, size);
    }
    backward.fill(1);
    for (let index = count - 1; index >= 0; index--) {
      const here = index * size;
      const at = (start + index) * size;
      for (let label = 0; label < size; label++) before[label] = forward[here + label]! * backward[label]!;
      normalise(before, 0, size);
      for (let label = 0; label < size; label++) sums.labels[at + label]! += factor * before[label]!;
      if (index === 0) {
        for (let label = 0; label < size; label++)
          sums.steps[size * size + label]! += factor * before[label]!;
        break;
      }
      const isInside = continues[start + index] === 1;
      const table = isInside ? inside : open;
      let total = 0;
      before.fill(0);
      for (let from = 0; from < size; from++)
        for (let label = 0; label < size; label++) {
          const step = from * size + label;
          const onward = table[step]! * evidence[at + label]! * backward[label]!;
          before[from]! += onward;
          joint[step] = forward[here - size + from]! * onward;
          total += joint[step]!;
        }
      for (let from = 0; from < size; from++)
        for (let label = 0; label < size; label++) {
          // The bonus inside a sentence is fixed, and a transition there weighs half.
          const share = isInside ? (from === label ? 0 : 0.5) : 1;
          const step = from * size + label;
          sums.steps[step]! += (factor * share * joint[step]!) / total;
        }
      normalise(before, 0, size);
      backward.set(before);
    }
  };
}

/** Some values to a sum of 1. */
function normalise(values: Float64Array, start: number, size: number): void {
  let total = 0;
  for (let at = start; at < start + size; at++) total += values[at]!;
  for (let at = start; at < start + size; at++) values[at]! /= total || 1;
}
