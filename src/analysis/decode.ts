import type { Model } from './model.js';

/** Scores of the labels of one clause, and whether it continues the sentence of the clause before. */
export interface ScoredClause {
  readonly scores: Float64Array;
  readonly continues: boolean;
}

export interface Decoded {
  /** The likeliest label of each clause, as indices into the model's labels. */
  readonly best: readonly number[];
  /** Probability of each label at each clause. */
  readonly posteriors: readonly Float64Array[];
  /** Probability that none of some labels stands anywhere in the sequence. */
  readonly absence: (labels: readonly number[]) => number;
}

/**
 * Weights of going from one label to the next, a row for each label before and a last one for the start.
 * Inside a sentence a label is kept more readily, and other transitions count half.
 */
export interface Steps {
  readonly size: number;
  readonly between: StepTable;
  readonly inside: StepTable;
}

interface StepTable {
  readonly weights: Float64Array;
  /** Their exponentials. */
  readonly factors: Float64Array;
}

/**
 * @param transitions row of the label before (the last row: start) → weight of each next label
 * @param sameSentence weight of keeping a label inside a sentence, one for all labels or one for each
 */
export function stepsOf(
  transitions: readonly (readonly number[])[],
  sameSentence: number | readonly number[],
): Steps {
  const kept = (label: number): number =>
    typeof sameSentence === 'number' ? sameSentence : (sameSentence[label] ?? 0);
  const size = transitions.length - 1;
  const table = (weight: (before: number, next: number) => number): StepTable => {
    const weights = Float64Array.from({ length: (size + 1) * size }, (_, at) =>
      weight(Math.floor(at / size), at % size),
    );
    return { weights, factors: weights.map(Math.exp) };
  };
  const between = (before: number, next: number) => transitions[before]?.[next] ?? 0;
  return {
    size,
    between: table(between),
    inside: table((before, next) => (before === next ? kept(next) : between(before, next) * 0.5)),
  };
}

/** Weight of going to a label; `before` is the number of labels at the start. */
export function stepWeight(
  steps: Steps,
  continues: boolean,
  [before, next]: readonly [number, number],
): number {
  return at((continues ? steps.inside : steps.between).weights, before * steps.size + next);
}

/**
 * Reads a sequence of clauses as a whole: forward–backward for the probabilities of the labels (Rabiner 1989; as in a
 * linear-chain conditional random field, Lafferty et al. 2001), and the likeliest label of each clause, which errs less
 * often than the labels of the likeliest sequence (docs/accuracy-log.md). Linear in the number of clauses. Sums are scaled at each clause, which takes far fewer exponentials than
 * sums of logarithms.
 */
export function decode(clauses: readonly ScoredClause[], { steps }: Pick<Model, 'steps'>): Decoded {
  if (clauses.length === 0) return { best: [], posteriors: [], absence: () => 1 };
  const evidence = clauses.map(evidenceOf);
  const { sums, logarithm } = forward(clauses, evidence, steps);
  const posteriors = posteriorsOf({ clauses, evidence, sums }, steps);
  return {
    best: posteriors.map(likeliest),
    posteriors,
    absence: (labels) => Math.exp(logarithmWithout(labels, { clauses, evidence }, steps) - logarithm),
  };
}

/** Exponentials of the scores of a clause, the largest 1. */
function evidenceOf({ scores }: ScoredClause): Float64Array {
  let most = Number.NEGATIVE_INFINITY;
  for (let label = 0; label < scores.length; label++) most = Math.max(most, at(scores, label));
  const values = new Float64Array(scores.length);
  for (let label = 0; label < scores.length; label++) values[label] = Math.exp(at(scores, label) - most);
  return values;
}

interface Forward {
  /** Of each clause and label: the share of all sequences up to there that end in it. */
  readonly sums: readonly Float64Array[];
  /** Of the sum over all sequences. */
  readonly logarithm: number;
}

function forward(clauses: readonly ScoredClause[], evidence: readonly Float64Array[], steps: Steps): Forward {
  const { size } = steps;
  const sums: Float64Array[] = [];
  let logarithm = 0;
  for (let index = 0; index < clauses.length; index++) {
    const before = sums[index - 1];
    const seen = evidence[index] ?? NOTHING;
    const { factors } =
      clauses[index]?.continues === true && before !== undefined ? steps.inside : steps.between;
    const here = new Float64Array(size);
    let total = 0;
    for (let label = 0; label < size; label++) {
      let reached = 0;
      if (before === undefined) reached = at(factors, size * size + label);
      else
        for (let from = 0; from < size; from++)
          reached += at(before, from) * at(factors, from * size + label);
      const sum = reached * at(seen, label);
      here[label] = sum;
      total += sum;
    }
    if (total === 0) return { sums, logarithm: Number.NEGATIVE_INFINITY };
    for (let label = 0; label < size; label++) here[label] = at(here, label) / total;
    logarithm += Math.log(total);
    sums.push(here);
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
  { size, between, inside }: Steps,
): number {
  let before = new Float64Array(size);
  let here = new Float64Array(size);
  let logarithm = 0;
  for (let index = 0; index < clauses.length; index++) {
    const seen = evidence[index] ?? NOTHING;
    const { factors } = index > 0 && clauses[index]?.continues === true ? inside : between;
    let total = 0;
    for (let label = 0; label < size; label++) {
      let reached = 0;
      if (labels.includes(label)) reached = 0;
      else if (index === 0) reached = at(factors, size * size + label);
      else
        for (let from = 0; from < size; from++)
          reached += at(before, from) * at(factors, from * size + label);
      const sum = reached * at(seen, label);
      here[label] = sum;
      total += sum;
    }
    if (total === 0) return Number.NEGATIVE_INFINITY;
    for (let label = 0; label < size; label++) here[label] = at(here, label) / total;
    logarithm += Math.log(total);
    [before, here] = [here, before];
  }
  return logarithm;
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
  const { size } = steps;
  const posteriors: Float64Array[] = new Array(clauses.length);
  let after = new Float64Array(size).fill(1);
  for (let index = clauses.length - 1; index >= 0; index--) {
    const next = clauses[index + 1];
    if (next !== undefined) {
      const { factors } = next.continues ? steps.inside : steps.between;
      const seen = evidence[index + 1] ?? NOTHING;
      const here = new Float64Array(size);
      for (let label = 0; label < size; label++) {
        let sum = 0;
        for (let to = 0; to < size; to++)
          sum += at(factors, label * size + to) * at(seen, to) * at(after, to);
        here[label] = sum;
      }
      scale(here);
      after = here;
    }
    const posterior = new Float64Array(size);
    for (let label = 0; label < size; label++) posterior[label] = at(sums[index], label) * at(after, label);
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
