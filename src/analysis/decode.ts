import type { Phases } from '../content/phases.js';
import type { Model } from './model.js';

/** Scores of the states of one clause, and whether it continues the sentence of the clause before. */
export interface ScoredClause {
  /** Label by label in the first phase, then in the next one. */
  readonly scores: Float64Array;
  readonly continues: boolean;
}

export interface Decoded {
  /** The likeliest label of each clause, as indices into the model's labels. */
  readonly best: readonly number[];
  /** The likeliest state with that label. */
  readonly states: readonly number[];
  /** Probability of each label at each clause. */
  readonly posteriors: readonly Float64Array[];
  /** Probability that none of some labels stands anywhere in the sequence. */
  readonly absence: (labels: readonly number[]) => number;
}

/**
 * Weights of going from one state to the next label. A state is a label in a phase of the telling, and leads to the
 * labels of one phase alone, so a row holds a weight for each label.
 */
export interface Steps {
  readonly labels: number;
  /** Number of states, phase after phase. */
  readonly size: number;
  /** State → first state of the phase that holds behind it. */
  readonly behind: Int32Array;
  /** A row for each state before and a last one for the start. */
  readonly between: StepTable;
  readonly inside: StepTable;
}

interface StepTable {
  readonly weights: Float64Array;
  /** Their exponentials. */
  readonly factors: Float64Array;
}

/** What {@link Steps} are made of; rows are in the order of the states. */
export interface StepWeights {
  readonly phases: Phases;
  /** Row of the state before (the last row: start) → weight of each next label. */
  readonly transitions: readonly (readonly number[])[];
  /** The same inside a sentence; null where a label is kept by a bonus there and other transitions count half. */
  readonly inside: readonly (readonly number[])[] | null;
  /** That bonus, one for all labels or one for each. */
  readonly sameSentence: number | readonly number[];
}

export function stepsOf({ phases, transitions, inside, sameSentence }: StepWeights): Steps {
  const labels = phases.behind.length;
  const size = labels * phases.names.length;
  const kept = (label: number): number =>
    typeof sameSentence === 'number' ? sameSentence : (sameSentence[label] ?? 0);
  const table = (weight: (before: number, next: number) => number): StepTable => {
    const weights = Float64Array.from({ length: (size + 1) * labels }, (_, at) =>
      weight(Math.floor(at / labels), at % labels),
    );
    return { weights, factors: weights.map(Math.exp) };
  };
  const between = (before: number, next: number) => transitions[before]?.[next] ?? 0;
  return {
    labels,
    size,
    behind: Int32Array.from({ length: size }, (_, state) => {
      const phase = phases.behind[state % labels] as number;
      return phase < 0 ? state - (state % labels) : phase * labels;
    }),
    between: table(between),
    inside: table(
      inside === null
        ? (before, next) => (before % labels === next ? kept(next) : between(before, next) * 0.5)
        : (before, next) => inside[before]?.[next] ?? 0,
    ),
  };
}

/** Weight of going to a label; `before` is the number of states at the start. */
export function stepWeight(
  steps: Steps,
  continues: boolean,
  [before, next]: readonly [number, number],
): number {
  return at((continues ? steps.inside : steps.between).weights, before * steps.labels + next);
}

/**
 * Reads a sequence of clauses as a whole: forward–backward for the probabilities of the labels (Rabiner 1989; as in a
 * linear-chain conditional random field, Lafferty et al. 2001), and the likeliest label of each clause, which errs less
 * often than the labels of the likeliest sequence (docs/accuracy-log.md). Linear in the number of clauses. Sums are
 * scaled at each clause, which takes far fewer exponentials than sums of logarithms.
 */
export function decode(clauses: readonly ScoredClause[], { steps }: Pick<Model, 'steps'>): Decoded {
  if (clauses.length === 0) return { best: [], states: [], posteriors: [], absence: () => 1 };
  const evidence = clauses.map(evidenceOf);
  const { sums, logarithm } = forward(clauses, evidence, steps);
  const byState = posteriorsOf({ clauses, evidence, sums }, steps);
  const posteriors = byState.map((states) => byLabel(states, steps));
  const best = posteriors.map(likeliest);
  return {
    best,
    states: best.map((label, index) => likeliestState(byState[index] as Float64Array, label, steps)),
    posteriors,
    absence: (labels) => Math.exp(logarithmWithout(labels, { clauses, evidence }, steps) - logarithm),
  };
}

/** Exponentials of the scores of a clause, the largest 1. */
function evidenceOf({ scores }: ScoredClause): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let state = 0; state < scores.length; state++) most = Math.max(most, at(scores, state));
  const values = new Float64Array(scores.length);
  for (let state = 0; state < scores.length; state++) values[state] = Math.exp(at(scores, state) - most);
  return values;
}

interface Forward {
  /** Of each clause and state: the share of all sequences up to there that end in it. */
  readonly sums: readonly Float64Array[];
  /** Of the sum over all sequences. */
  readonly logarithm: number;
}

function forward(clauses: readonly ScoredClause[], evidence: readonly Float64Array[], steps: Steps): Forward {
  const sums: Float64Array[] = [];
  let logarithm = 0;
  let before: Float64Array | null = null;
  for (let index = 0; index < clauses.length; index++) {
    const here = new Float64Array(steps.size);
    reach(here, before, { steps, continues: clauses[index]?.continues === true });
    const total = weigh(here, evidence[index] ?? NOTHING);
    if (total === 0) return { sums, logarithm: Number.NEGATIVE_INFINITY };
    logarithm += Math.log(total);
    sums.push(here);
    before = here;
  }
  return { sums, logarithm };
}

/** As {@link forward} with labels left out, for its logarithm alone: it is asked once a part. */
function logarithmWithout(
  labels: readonly number[],
  {
    clauses,
    evidence,
  }: { readonly clauses: readonly ScoredClause[]; readonly evidence: readonly Float64Array[] },
  steps: Steps,
): number {
  let before: Float64Array | null = null;
  let here = new Float64Array(steps.size);
  let spare = new Float64Array(steps.size);
  let logarithm = 0;
  for (let index = 0; index < clauses.length; index++) {
    here.fill(0);
    reach(here, before, { steps, continues: clauses[index]?.continues === true });
    for (const label of labels)
      for (let state = label; state < steps.size; state += steps.labels) here[state] = 0;
    const total = weigh(here, evidence[index] ?? NOTHING);
    if (total === 0) return Number.NEGATIVE_INFINITY;
    logarithm += Math.log(total);
    before = here;
    [here, spare] = [spare, here];
  }
  return logarithm;
}

/** Adds to each state what leads there: from the start where nothing stands before. */
function reach(
  here: Float64Array,
  before: Float64Array | null,
  { steps, continues }: { readonly steps: Steps; readonly continues: boolean },
): void {
  const { labels, size, behind } = steps;
  if (before === null) {
    for (let label = 0; label < labels; label++)
      here[label] = at(steps.between.factors, size * labels + label);
    return;
  }
  const { factors } = continues ? steps.inside : steps.between;
  for (let from = 0; from < size; from++) {
    const share = at(before, from);
    if (share === 0) continue;
    const row = from * labels;
    const to = behind[from] as number;
    for (let label = 0; label < labels; label++)
      here[to + label] = at(here, to + label) + share * at(factors, row + label);
  }
}

/** Multiplies what is reached with what is seen, to a sum of 1. @returns the sum before */
function weigh(here: Float64Array, seen: Float64Array): number {
  let total = 0;
  for (let state = 0; state < here.length; state++) {
    const value = at(here, state) * at(seen, state);
    here[state] = value;
    total += value;
  }
  if (total > 0) for (let state = 0; state < here.length; state++) here[state] = at(here, state) / total;
  return total;
}

const NOTHING = new Float64Array(0);

function posteriorsOf(
  {
    clauses,
    evidence,
    sums,
  }: Pick<Forward, 'sums'> & {
    readonly clauses: readonly ScoredClause[];
    readonly evidence: readonly Float64Array[];
  },
  steps: Steps,
): Float64Array[] {
  const { labels, size, behind } = steps;
  const posteriors: Float64Array[] = new Array(clauses.length);
  let after = new Float64Array(size).fill(1);
  for (let index = clauses.length - 1; index >= 0; index--) {
    const next = clauses[index + 1];
    if (next !== undefined) {
      const { factors } = next.continues ? steps.inside : steps.between;
      const seen = evidence[index + 1] ?? NOTHING;
      const here = new Float64Array(size);
      for (let state = 0; state < size; state++) {
        const to = behind[state] as number;
        let sum = 0;
        for (let label = 0; label < labels; label++)
          sum += at(factors, state * labels + label) * at(seen, to + label) * at(after, to + label);
        here[state] = sum;
      }
      scale(here);
      after = here;
    }
    const posterior = new Float64Array(size);
    for (let state = 0; state < size; state++) posterior[state] = at(sums[index], state) * at(after, state);
    scale(posterior);
    posteriors[index] = posterior;
  }
  return posteriors;
}

/** To a sum of 1. */
function scale(values: Float64Array): void {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += at(values, index);
  for (let index = 0; index < values.length; index++) values[index] = at(values, index) / total;
}

/** Probabilities of states, each phase added to the others. */
function byLabel(states: Float64Array, { labels, size }: Steps): Float64Array {
  if (size === labels) return states;
  const sums = new Float64Array(labels);
  for (let state = 0; state < size; state++) {
    const label = state % labels;
    sums[label] = at(sums, label) + at(states, state);
  }
  return sums;
}

function likeliestState(states: Float64Array, label: number, { labels, size }: Steps): number {
  let best = label;
  for (let state = label + labels; state < size; state += labels)
    if (at(states, state) > at(states, best)) best = state;
  return best;
}

/** The likelier label of a clause; of two the same, the first. */
function likeliest(posterior: Float64Array): number {
  let best = 0;
  for (let label = 1; label < posterior.length; label++)
    if (at(posterior, label) > at(posterior, best)) best = label;
  return best;
}

function at(values: Float64Array | undefined, index: number): number {
  return values?.[index] ?? 0;
}
