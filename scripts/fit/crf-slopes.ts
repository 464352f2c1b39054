import type { Phases } from '../../src/content/phases.js';
import type { Batch } from './crf-batch.js';
import { expectations } from './crf-expectations.js';

/** Weights, or something of each of them. */
interface Values {
  readonly weights: Float64Array;
  readonly byState: Float64Array;
  readonly transitions: Float64Array;
  readonly inside: Float64Array;
}

/** Weights as they are in one epoch. */
export interface Learning extends Values {
  readonly phases: Phases;
  /** Feature → its row of `byState`, or -1. */
  readonly rows: Int32Array;
  /** Of each feature of each clause: 0 where the clause does without. */
  readonly loudness: Float64Array;
}

/** What an epoch adds up, in arrays that all epochs share: to make them anew each time is a quarter of a fit. */
export interface Sums {
  /** Clause and state → how well its features speak for it. */
  readonly evidence: Float64Array;
  /** The same; 0 where no reader allows the label. */
  readonly right: Float64Array;
  /** Clause and state → by how much its probability is too low. */
  readonly differences: Float64Array;
  /** How the logarithm of the likelihood changes with each weight. */
  readonly slopes: Values;
}

/** Empty sums. */
export function newSums(
  { places }: Batch,
  { phases, weights, byState, transitions, inside }: Learning,
): Sums {
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

/** Adds up, over all answers, how the logarithm of the likelihood changes with each weight. */
export function sumUp(batch: Batch, learning: Learning, sums: Sums): void {
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
