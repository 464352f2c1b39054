import { type Phases, statesAfter } from '../content/phases.js';
import type { Model } from './model.js';

/** Scores of the states of one clause, and whether it continues the sentence of the clause before. */
export interface ScoredClause {
  /** Label by label in the first phase, then in the next one. */
  readonly scores: Float64Array;
  readonly continues: boolean;
}

/** How a model reads a sequence of clauses. */
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
  /** State → first state of the phase that holds after it. */
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

/** Weights of steps in flat tables, with their exponentials: {@link decode} multiplies where it would add logarithms. */
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
    behind: statesAfter(phases),
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
  const chain = chainOf(clauses, steps);
  const logarithm = forward(chain, NO_LABELS);
  const byState = posteriorsOf(chain);
  const posteriors = clauses.map((_, index) => byLabel(byState, index * steps.size, steps));
  const best = posteriors.map(likeliest);
  return {
    best,
    states: best.map((label, index) => likeliestState(byState, index * steps.size, { label, steps })),
    posteriors,
    // Another answer may have been read meanwhile.
    absence: (labels) => {
      const now = chain.clauses === clauses ? chain : chainOf(clauses, steps);
      return Math.exp(forward(now, labels) - logarithm);
    },
  };
}

/**
 * Clauses in a row: to make an array for each takes as long as what is done with them. Its arrays serve one
 * reading after the other, and may be longer than it needs: of an answer that is being typed, most clauses have the
 * very scores they had before, and sums up to the first that has not are as they were.
 */
interface Chain {
  readonly steps: Steps;
  clauses: readonly ScoredClause[];
  /** Of each clause and state: exponentials of the scores, the largest of a clause 1. */
  evidence: Float64Array;
  /** Of each clause: factors of the steps that lead there. */
  tables: readonly Float64Array[];
  /** Labels that no sequence has → the sums over all others. */
  readonly sums: Map<string, Sums>;
  /** Of each clause and state: its probability. */
  posteriors: Float64Array;
}

interface Sums {
  /** Of each clause and state: the share of all sequences up to there that end in it. */
  shares: Float64Array;
  /** Of each clause: logarithm of the sum over all sequences up to there. */
  logarithms: Float64Array;
  /** Clauses for which they hold. */
  valid: number;
}

const chains = new WeakMap<Steps, Chain>();

/** Clauses of the longest answer whose arrays are kept. */
const MOST_KEPT = 1_000;

function chainOf(clauses: readonly ScoredClause[], steps: Steps): Chain {
  const known = chains.get(steps);
  if (known?.clauses === clauses) return known;
  const nothing = new Float64Array(0);
  const chain: Chain = known ?? {
    steps,
    clauses: [],
    evidence: nothing,
    tables: [],
    sums: new Map(),
    posteriors: nothing,
  };
  if (clauses.length <= MOST_KEPT) chains.set(steps, chain);
  else chains.delete(steps);
  const tables = clauses.map(
    ({ continues }, index) => (continues && index > 0 ? steps.inside : steps.between).factors,
  );
  let same = 0;
  while (
    same < clauses.length &&
    clauses[same]?.scores === chain.clauses[same]?.scores &&
    tables[same] === chain.tables[same]
  )
    same += 1;
  for (const sums of chain.sums.values()) sums.valid = Math.min(sums.valid, same);
  chain.evidence = roomFor(clauses.length * steps.size, chain.evidence);
  chain.posteriors = roomFor(clauses.length * steps.size, chain.posteriors);
  chain.tables = tables;
  chain.clauses = clauses;
  for (let index = same; index < clauses.length; index++) weighEvidence(chain, index);
  return chain;
}

/** @returns the values themselves where there is room, else a copy with more of it */
function roomFor(count: number, values: Float64Array): Float64Array {
  if (count <= values.length) return values;
  const more = new Float64Array(Math.max(count, 2 * values.length));
  more.set(values);
  return more;
}

const NO_LABELS: readonly number[] = [];

function weighEvidence({ evidence, clauses, steps: { size } }: Chain, index: number): void {
  const { scores } = clauses[index] as ScoredClause;
  const here = index * size;
  let most = Number.NEGATIVE_INFINITY;
  for (let state = 0; state < size; state++) most = Math.max(most, scores[state] as number);
  for (let state = 0; state < size; state++)
    evidence[here + state] = Math.exp((scores[state] as number) - most);
}

/** The sums of a chain over the sequences that have none of some labels, with room for all of its clauses. */
function sumsOf({ sums, clauses, steps }: Chain, without: readonly number[]): Sums {
  const key = without.join();
  let known = sums.get(key);
  if (known === undefined) {
    known = { shares: new Float64Array(0), logarithms: new Float64Array(0), valid: 0 };
    sums.set(key, known);
  }
  known.shares = roomFor(clauses.length * steps.size, known.shares);
  known.logarithms = roomFor(clauses.length, known.logarithms);
  return known;
}

/**
 * The forward pass of {@link decode}: from the first clause whose sums do not hold any more.
 *
 * @param without labels that are left out: only sequences without them are summed up
 * @returns logarithm of the sum over those sequences
 */
function forward(chain: Chain, without: readonly number[]): number {
  const { steps, evidence, tables } = chain;
  const { labels, size, behind } = steps;
  const sums = sumsOf(chain, without);
  const { shares, logarithms } = sums;
  let logarithm = sums.valid === 0 ? 0 : (logarithms[sums.valid - 1] as number);
  shares.fill(0, sums.valid * size, tables.length * size);
  for (let index = sums.valid; index < tables.length; index++) {
    const factors = tables[index] as Float64Array;
    const here = index * size;
    if (index === 0)
      for (let label = 0; label < labels; label++) shares[label] = factors[size * labels + label] as number;
    else
      for (let from = 0; from < size; from++) {
        const share = shares[here - size + from] as number;
        if (share === 0) continue;
        const row = from * labels;
        const to = here + (behind[from] as number);
        for (let label = 0; label < labels; label++)
          shares[to + label] = (shares[to + label] as number) + share * (factors[row + label] as number);
      }
    for (const label of without)
      for (let state = label; state < size; state += labels) shares[here + state] = 0;
    let total = 0;
    for (let state = here; state < here + size; state++) {
      const value = (shares[state] as number) * (evidence[state] as number);
      shares[state] = value;
      total += value;
    }
    if (total === 0) return Number.NEGATIVE_INFINITY;
    for (let state = here; state < here + size; state++) shares[state] = (shares[state] as number) / total;
    logarithm += Math.log(total);
    logarithms[index] = logarithm;
    sums.valid = index + 1;
  }
  return logarithm;
}

/** The backward pass of {@link decode}: probabilities of the states of each clause. {@link forward} without any label left out must have run before. */
function posteriorsOf(chain: Chain): Float64Array {
  const { steps, evidence, tables, posteriors } = chain;
  const { labels, size, behind } = steps;
  const { shares } = sumsOf(chain, NO_LABELS);
  const end = tables.length * size;
  let after = new Float64Array(size).fill(1);
  let before = new Float64Array(size);
  for (let here = end - size; here >= 0; here -= size) {
    const next = here + size;
    if (next < end) {
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
      posteriors[here + state] = (shares[here + state] as number) * (after[state] as number);
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
