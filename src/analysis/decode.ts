import type { Model } from './model.js';

/** Scores of the labels of one clause, and whether it continues the sentence of the clause before. */
export interface ScoredClause {
  readonly scores: Float64Array;
  readonly continues: boolean;
}

export interface Decoded {
  /** The most likely sequence of labels, as indices into the model's labels. */
  readonly best: readonly number[];
  /** Probability of each label at each clause. */
  readonly posteriors: readonly Float64Array[];
  /** Probability that none of some labels stands anywhere in the sequence. */
  readonly absence: (labels: readonly number[]) => number;
}

/**
 * Reads a sequence of clauses as a whole: Viterbi for the best labels, forward–backward for their
 * probabilities (Rabiner 1989; as in a linear-chain conditional random field, Lafferty et al. 2001).
 * Linear in the number of clauses.
 */
export function decode(clauses: readonly ScoredClause[], model: Model): Decoded {
  const size = model.labels.length;
  if (clauses.length === 0) return { best: [], posteriors: [], absence: () => 1 };
  const step = stepWeights(model);
  const { posteriors, total } = forwardBackward(clauses, step, size);
  return {
    best: viterbi(clauses, step, size),
    posteriors,
    absence: (labels) =>
      Math.exp(logSum(forwardSums(without(labels, clauses), step, size).at(-1) ?? NOTHING) - total),
  };
}

const NOTHING = new Float64Array(0);

function without(labels: readonly number[], clauses: readonly ScoredClause[]): ScoredClause[] {
  return clauses.map(({ scores, continues }) => ({
    continues,
    scores: scores.map((score, label) => (labels.includes(label) ? Number.NEGATIVE_INFINITY : score)),
  }));
}

/** Weight of going from one label to the next; `before` = number of labels stands for the start. */
type StepWeight = (continues: boolean, before: number, next: number) => number;

/** Inside a sentence a label is kept more readily, and other transitions count half. */
export function stepWeights(model: Pick<Model, 'transitions' | 'sameSentence'>): StepWeight {
  return (continues, before, next) => {
    const weight = model.transitions[before]?.[next] ?? 0;
    if (!continues) return weight;
    return before === next ? model.sameSentence : weight * 0.5;
  };
}

function viterbi(clauses: readonly ScoredClause[], step: StepWeight, size: number): number[] {
  let reached = Float64Array.from(
    { length: size },
    (_, label) => at(clauses[0]?.scores, label) + step(false, size, label),
  );
  const cameFrom: number[][] = [];
  for (const clause of clauses.slice(1)) {
    const next = new Float64Array(size);
    const from: number[] = [];
    for (let label = 0; label < size; label++) {
      let best = 0;
      let most = Number.NEGATIVE_INFINITY;
      for (let before = 0; before < size; before++) {
        const score = at(reached, before) + step(clause.continues, before, label);
        if (score > most) {
          most = score;
          best = before;
        }
      }
      next[label] = most + at(clause.scores, label);
      from.push(best);
    }
    reached = next;
    cameFrom.push(from);
  }
  let label = reached.indexOf(Math.max(...reached));
  const path = [label];
  for (const from of cameFrom.reverse()) {
    label = from[label] ?? 0;
    path.push(label);
  }
  return path.reverse();
}

function forwardSums(clauses: readonly ScoredClause[], step: StepWeight, size: number): Float64Array[] {
  const forward: Float64Array[] = [];
  clauses.forEach((clause, index) => {
    const before = forward[index - 1];
    forward.push(
      Float64Array.from({ length: size }, (_, label) => {
        const reached =
          before === undefined
            ? step(false, size, label)
            : logSum(before.map((sum, from) => sum + step(clause.continues, from, label)));
        return at(clause.scores, label) + reached;
      }),
    );
  });
  return forward;
}

function forwardBackward(
  clauses: readonly ScoredClause[],
  step: StepWeight,
  size: number,
): { readonly posteriors: Float64Array[]; readonly total: number } {
  const forward = forwardSums(clauses, step, size);
  const total = logSum(forward.at(-1) ?? NOTHING);
  const posteriors: Float64Array[] = new Array(clauses.length);
  let backward = new Float64Array(size);
  for (let index = clauses.length - 1; index >= 0; index--) {
    const next = clauses[index + 1];
    if (next !== undefined) {
      const sums = backward;
      backward = Float64Array.from({ length: size }, (_, label) =>
        logSum(sums.map((sum, to) => sum + step(next.continues, label, to) + at(next.scores, to))),
      );
    }
    const reached = forward[index] ?? NOTHING;
    posteriors[index] = reached.map((sum, label) => Math.exp(sum + at(backward, label) - total));
  }
  return { posteriors, total };
}

/** Logarithm of the sum of exponentials, without overflow. */
function logSum(values: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > most) most = value;
  if (most === Number.NEGATIVE_INFINITY) return most;
  let sum = 0;
  for (const value of values) sum += Math.exp(value - most);
  return most + Math.log(sum);
}

function at(values: Float64Array | undefined, index: number): number {
  return values?.[index] ?? 0;
}
