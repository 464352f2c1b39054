import { type Phases, statesBehind } from '../content/phases.js';
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
    behind: statesBehind(phases),
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
  const { weights } = continues ? steps.inside : steps.between;
  return weights[before * steps.labels + next] ?? 0;
}

/**
 * Reads a sequence of clauses as a whole: forward–backward for the probabilities of the labels (Rabiner 1989; as in a
 * linear-chain conditional random field, Lafferty et al. 2001), and the likeliest label of each clause, which errs less
 * often than the labels of the likeliest sequence (docs/accuracy-log.md). Linear in the number of clauses. Sums are
 * scaled at each clause, which takes far fewer exponentials than sums of logarithms.
 */
export function decode(clauses: readonly ScoredClause[], { steps }: Pick<Model, 'steps'>): Decoded {
  if (clauses.length === 0) return { best: [], states: [], posteriors: [], absence: () => 1 };
  const chain: Chain = { steps, evidence: evidenceOf(clauses, steps), tables: tablesOf(clauses, steps) };
  const sums = new Float64Array(chain.evidence.length);
  const logarithm = forward(chain, sums, NOBODY);
  const byState = posteriorsOf(chain, sums);
  const posteriors = clauses.map((_, index) => byLabel(byState, index * steps.size, steps));
  const best = posteriors.map(likeliest);
  return {
    best,
    states: best.map((label, index) => likeliestState(byState, index * steps.size, { label, steps })),
    posteriors,
    // What stands in the sums is not asked for any more.
    absence: (labels) => Math.exp(forward(chain, sums, labels) - logarithm),
  };
}

/** Clauses in a row: an array of their own for each took as long as what is done with them. */
interface Chain {
  readonly steps: Steps;
  /** Of each clause and state: exponentials of the scores, the largest of a clause 1. */
  readonly evidence: Float64Array;
  /** Of each clause: factors of the steps that lead there. */
  readonly tables: readonly Float64Array[];
}

const NOBODY: readonly number[] = [];

function evidenceOf(clauses: readonly ScoredClause[], { size }: Steps): Float64Array {
  const evidence = new Float64Array(clauses.length * size);
  let here = 0;
  for (const { scores } of clauses) {
    let most = Number.NEGATIVE_INFINITY;
    for (let state = 0; state < size; state++) most = Math.max(most, scores[state] as number);
    for (let state = 0; state < size; state++)
      evidence[here + state] = Math.exp((scores[state] as number) - most);
    here += size;
  }
  return evidence;
}

function tablesOf(clauses: readonly ScoredClause[], { inside, between }: Steps): Float64Array[] {
  return clauses.map(({ continues }, index) => (continues && index > 0 ? inside : between).factors);
}

/**
 * @param sums becomes, of each clause and state, the share of all sequences up to there that end in it
 * @param without labels that no sequence has
 * @returns logarithm of the sum over all sequences
 */
function forward({ steps, evidence, tables }: Chain, sums: Float64Array, without: readonly number[]): number {
  const { labels, size, behind } = steps;
  let logarithm = 0;
  sums.fill(0);
  for (let index = 0; index < tables.length; index++) {
    const factors = tables[index] as Float64Array;
    const here = index * size;
    if (index === 0)
      for (let label = 0; label < labels; label++) sums[label] = factors[size * labels + label] as number;
    else
      for (let from = 0; from < size; from++) {
        const share = sums[here - size + from] as number;
        if (share === 0) continue;
        const row = from * labels;
        const to = here + (behind[from] as number);
        for (let label = 0; label < labels; label++)
          sums[to + label] = (sums[to + label] as number) + share * (factors[row + label] as number);
      }
    for (const label of without)
      for (let state = label; state < size; state += labels) sums[here + state] = 0;
    let total = 0;
    for (let state = here; state < here + size; state++) {
      const value = (sums[state] as number) * (evidence[state] as number);
      sums[state] = value;
      total += value;
    }
    if (total === 0) return Number.NEGATIVE_INFINITY;
    for (let state = here; state < here + size; state++) sums[state] = (sums[state] as number) / total;
    logarithm += Math.log(total);
  }
  return logarithm;
}

/** Of each clause: probabilities of the states. @param sums of {@link forward} */
function posteriorsOf({ steps, evidence, tables }: Chain, sums: Float64Array): Float64Array {
  const { labels, size, behind } = steps;
  const posteriors = new Float64Array(sums.length);
  let after = new Float64Array(size).fill(1);
  let before = new Float64Array(size);
  for (let here = sums.length - size; here >= 0; here -= size) {
    const next = here + size;
    if (next < sums.length) {
      const factors = tables[next / size] as Float64Array;
      for (let state = 0; state < size; state++) {
        const to = behind[state] as number;
        let sum = 0;
        for (let label = 0; label < labels; label++)
          sum +=
            (factors[state * labels + label] as number) *
            (evidence[next + to + label] as number) *
            (after[to + label] as number);
        before[state] = sum;
      }
      scale(before, 0, size);
      [before, after] = [after, before];
    }
    for (let state = 0; state < size; state++)
      posteriors[here + state] = (sums[here + state] as number) * (after[state] as number);
    scale(posteriors, here, size);
  }
  return posteriors;
}

/** Some values to a sum of 1. */
function scale(values: Float64Array, start: number, count: number): void {
  let total = 0;
  for (let at = start; at < start + count; at++) total += values[at] as number;
  for (let at = start; at < start + count; at++) values[at] = (values[at] as number) / total;
}

/** Probabilities of the labels of one clause: its states, each phase added to the others. */
function byLabel(states: Float64Array, start: number, { labels, size }: Steps): Float64Array {
  const sums = new Float64Array(labels);
  for (let state = 0; state < size; state++) {
    const label = state % labels;
    sums[label] = (sums[label] as number) + (states[start + state] as number);
  }
  return sums;
}

function likeliestState(
  states: Float64Array,
  start: number,
  { label, steps }: { readonly label: number; readonly steps: Steps },
): number {
  let best = label;
  for (let state = label + steps.labels; state < steps.size; state += steps.labels)
    if ((states[start + state] as number) > (states[start + best] as number)) best = state;
  return best;
}

/** The likelier label of a clause; of two the same, the first. */
function likeliest(posterior: Float64Array): number {
  let best = 0;
  for (let label = 1; label < posterior.length; label++)
    if ((posterior[label] as number) > (posterior[best] as number)) best = label;
  return best;
}
