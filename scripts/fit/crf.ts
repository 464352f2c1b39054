import { type Phases, statesBehind } from '../../src/content/phases.js';
import { createRandom } from '../../src/rehearsal/random.js';
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
  const { phases, prior, epochs, averaged, rate, dropout } = options;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const names = new Map<string, number>();
  const batch = batchOf(examples, labels, names);
  const centre = new Float64Array(names.size * labels);
  const pull = new Float64Array(names.size);
  const kept = new Uint8Array(names.size);
  // Feature → its row among those that may differ by phase; -1 where it has none.
  const rows = new Int32Array(names.size).fill(-1);
  const phased =
    phases.names.length === 1 ? [] : [...names.keys()].filter((name) => !options.samePhase(name));
  for (const [name, id] of names) {
    centre.set(prior.features.get(name) ?? new Float64Array(labels), id * labels);
    pull[id] = options.pull(name);
    kept[id] = options.keeps(name) ? 1 : 0;
  }
  phased.forEach((name, row) => {
    rows[names.get(name) as number] = row;
  });
  const weights = climber(centre, rate);
  const byState = climber(new Float64Array(phased.length * size), rate);
  const stepCentre = Float64Array.from([
    ...phases.names.flatMap(() => prior.transitions.slice(0, labels).flatMap((row) => [...row])),
    ...(prior.transitions[labels] as Float64Array),
  ]);
  const transitions = climber(stepCentre, rate);
  const insideCentre = stepCentre
    .slice(0, size * labels)
    .map((weight, at) =>
      Math.floor(at / labels) % labels === at % labels ? options.sameSentence : weight / 2,
    );
  const inside = climber(insideCentre, rate);
  const loudness = new Float64Array(batch.features.length).fill(1);
  const learning: Learning = {
    phases,
    rows,
    weights: weights.values,
    byState: byState.values,
    transitions: transitions.values,
    inside: inside.values,
    loudness,
  };
  const sums = newSums(batch, learning);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { start, end, seed } of batch.answers) {
      const random = createRandom(seed + epoch);
      for (let place = batch.places[start]!; place < batch.places[end]!; place++)
        if (kept[batch.features[place]!] === 0) loudness[place] = random() < dropout ? 0 : 1 / (1 - dropout);
    }
    const { slopes } = sums;
    sumUp(batch, learning, sums);
    weights.climb(
      (at) => slopes.weights[at]! - pull[Math.floor(at / labels)]! * (weights.values[at]! - centre[at]!),
    );
    byState.climb((at) => slopes.byState[at]! - options.phasePull * byState.values[at]!);
    transitions.climb(
      (at) => slopes.transitions[at]! - options.transitionPull * (transitions.values[at]! - stepCentre[at]!),
    );
    inside.climb(
      (at) => slopes.inside[at]! - options.transitionPull * (inside.values[at]! - insideCentre[at]!),
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

/** All examples in a row: objects for each clause take six times as long to go through. */
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
function batchOf(examples: readonly Example[], labels: number, names: Map<string, number>): Batch {
  const all = examples.flatMap(({ clauses }) => clauses);
  const places = new Int32Array(all.length + 1);
  const allowed = new Uint8Array(all.length * labels);
  all.forEach((clause, index) => {
    places[index + 1] = places[index]! + clause.features.length;
    for (const label of clause.allowed) allowed[index * labels + label] = 1;
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
  readonly byState: Float64Array;
  readonly transitions: Float64Array;
  readonly inside: Float64Array;
}

interface Learning extends Values {
  readonly phases: Phases;
  /** Feature → its row of `byState`, or -1. */
  readonly rows: Int32Array;
  /** Of each feature of each clause: 0 where the clause does without. */
  readonly loudness: Float64Array;
}

/** What an epoch adds up, in arrays that all epochs share: to make them anew each time is a quarter of a fit. */
interface Sums {
  /** Clause and state → how well its features speak for it. */
  readonly evidence: Float64Array;
  /** The same; 0 where no reader allows the label. */
  readonly right: Float64Array;
  /** Clause and state → by how much its probability is too low. */
  readonly differences: Float64Array;
  /** How the logarithm of the likelihood changes with each weight. */
  readonly slopes: Values;
}

function newSums({ places }: Batch, { phases, weights, byState, transitions, inside }: Learning): Sums {
  const length = (places.length - 1) * phases.behind.length * phases.names.length;
  return {
    evidence: new Float64Array(length),
    right: new Float64Array(length),
    differences: new Float64Array(length),
    slopes: {
      weights: new Float64Array(weights.length),
      byState: new Float64Array(byState.length),
      transitions: new Float64Array(transitions.length),
      inside: new Float64Array(inside.length),
    },
  };
}

function sumUp(batch: Batch, learning: Learning, sums: Sums): void {
  const { phases, transitions, inside } = learning;
  const { allowed } = batch;
  const { evidence, right, differences, slopes } = sums;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  for (const values of [evidence, differences, ...Object.values(slopes)]) values.fill(0);
  addScores(batch, learning, evidence);
  for (let at = 0; at < evidence.length; at += size) {
    const clause = at / size;
    let most = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < size; state++) most = Math.max(most, evidence[at + state]!);
    for (let state = 0; state < size; state++) {
      evidence[at + state] = Math.exp(evidence[at + state]! - most);
      right[at + state] = allowed[clause * labels + (state % labels)] === 1 ? evidence[at + state]! : 0;
    }
  }
  const expect = expectations(
    { batch, phases, between: transitions.map(Math.exp), inside: inside.map(Math.exp) },
    { states: differences, transitions: slopes.transitions, inside: slopes.inside },
  );
  for (const answer of batch.answers) {
    expect(answer, right, answer.weight);
    expect(answer, evidence, -answer.weight);
  }
  addSlopes(batch, learning, sums);
}

/** Adds up what the features of each clause weigh in each state. */
function addScores(
  batch: Batch,
  { phases, rows, weights, byState, loudness }: Learning,
  scores: Float64Array,
): void {
  const { places, features } = batch;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const count = places.length - 1;
  const same = new Float64Array(labels);
  for (let clause = 0; clause < count; clause++) {
    const at = clause * size;
    same.fill(0);
    for (let place = places[clause]!; place < places[clause + 1]!; place++) {
      const loud = loudness[place]!;
      if (loud === 0) continue;
      const feature = features[place]!;
      for (let label = 0; label < labels; label++) same[label]! += loud * weights[feature * labels + label]!;
      const row = rows[feature]!;
      if (row < 0) continue;
      for (let state = 0; state < size; state++) scores[at + state]! += loud * byState[row * size + state]!;
    }
    for (let state = 0; state < size; state++) scores[at + state]! += same[state % labels]!;
  }
}

/** What each clause is off by goes to the features it has. */
function addSlopes(
  { places, features }: Batch,
  { phases, rows, loudness }: Learning,
  { differences, slopes }: Sums,
): void {
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const same = new Float64Array(labels);
  for (let clause = 0; clause < places.length - 1; clause++) {
    const at = clause * size;
    same.fill(0);
    for (let state = 0; state < size; state++) same[state % labels]! += differences[at + state]!;
    for (let place = places[clause]!; place < places[clause + 1]!; place++) {
      const loud = loudness[place]!;
      if (loud === 0) continue;
      const feature = features[place]!;
      for (let label = 0; label < labels; label++)
        slopes.weights[feature * labels + label]! += loud * same[label]!;
      const row = rows[feature]!;
      if (row < 0) continue;
      for (let state = 0; state < size; state++)
        slopes.byState[row * size + state]! += loud * differences[at + state]!;
    }
  }
}

interface Chain {
  readonly batch: Batch;
  readonly phases: Phases;
  /** Exponentials of the transitions between sentences and inside one. */
  readonly between: Float64Array;
  readonly inside: Float64Array;
}

interface Expected {
  /** Probability of each state at each clause. */
  readonly states: Float64Array;
  /** Expected number of each transition, in the layout of the transitions. */
  readonly transitions: Float64Array;
  readonly inside: Float64Array;
}

/**
 * Forward–backward over one answer at a time with scaled sums; what is expected is added up, times a factor. A state
 * leads to the states of one phase, as in `stepsOf` of the analyzer.
 */
function expectations({ batch, phases, between, inside }: Chain, sums: Expected) {
  const { continues } = batch;
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const behind = statesBehind(phases);
  const longest = Math.max(0, ...batch.answers.map(({ start, end }) => end - start));
  const forward = new Float64Array(longest * size);
  const backward = new Float64Array(size);
  const before = new Float64Array(size);
  const joint = new Float64Array(size * labels);
  return (answer: Batch['answers'][number], evidence: Float64Array, factor: number): void => {
    const { start } = answer;
    const count = answer.end - start;
    forward.fill(0, 0, count * size);
    for (let index = 0; index < count; index++) {
      const here = index * size;
      if (index === 0)
        for (let label = 0; label < labels; label++) forward[label] = between[size * labels + label]!;
      else {
        const table = continues[start + index] === 1 ? inside : between;
        for (let from = 0; from < size; from++) {
          const share = forward[here - size + from]!;
          if (share === 0) continue;
          const to = here + behind[from]!;
          for (let label = 0; label < labels; label++)
            forward[to + label]! += share * table[from * labels + label]!;
        }
      }
      for (let state = 0; state < size; state++)
        forward[here + state]! *= evidence[(start + index) * size + state]!;
      normalise(forward, here, size);
    }
    backward.fill(1);
    for (let index = count - 1; index >= 0; index--) {
      const here = index * size;
      const at = (start + index) * size;
      for (let state = 0; state < size; state++) before[state] = forward[here + state]! * backward[state]!;
      normalise(before, 0, size);
      for (let state = 0; state < size; state++) sums.states[at + state]! += factor * before[state]!;
      if (index === 0) {
        for (let label = 0; label < labels; label++)
          sums.transitions[size * labels + label]! += factor * before[label]!;
        break;
      }
      const isInside = continues[start + index] === 1;
      const table = isInside ? inside : between;
      let total = 0;
      before.fill(0);
      joint.fill(0);
      for (let from = 0; from < size; from++) {
        const share = forward[here - size + from]!;
        // What is behind a state that nothing leads to is not asked for.
        if (share === 0) continue;
        const to = behind[from]!;
        for (let label = 0; label < labels; label++) {
          const step = from * labels + label;
          const onward = table[step]! * evidence[at + to + label]! * backward[to + label]!;
          before[from]! += onward;
          joint[step] = share * onward;
          total += joint[step]!;
        }
      }
      const found = isInside ? sums.inside : sums.transitions;
      for (let step = 0; step < joint.length; step++) found[step]! += (factor * joint[step]!) / total;
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
