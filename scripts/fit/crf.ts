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
}

/**
 * Fits a conditional random field (Lafferty et al. 2001) where a clause may have several right labels
 * (the others are summed out), by gradient ascent with step sizes of AdaGrad (Duchi et al. 2011) and a
 * Gaussian prior around hand-set weights. Full batch, so the order of the examples does not matter and
 * nothing is random.
 */
export function train(examples: readonly Example[], options: TrainingOptions): Trained {
  const { labels: size, prior, epochs } = options;
  const names = new Map<string, number>();
  const prepared = examples.map(({ clauses, weight }) => ({
    weight,
    clauses: clauses.map(({ features, continues, allowed }) => ({
      continues,
      allowed: mask(allowed, size),
      features: Int32Array.from(features, (name) => {
        const id = names.get(name) ?? names.size;
        names.set(name, id);
        return id;
      }),
    })),
  }));
  const count = names.size;
  const centre = new Float64Array(count * size);
  const pull = new Float64Array(count);
  for (const [name, id] of names) {
    centre.set(prior.features.get(name) ?? new Float64Array(size), id * size);
    pull[id] = options.pull(name);
  }
  const weights = centre.slice();
  const transitionCentre = Float64Array.from(prior.transitions.flatMap((row) => [...row]));
  const transitions = transitionCentre.slice();
  const squares = new Float64Array(weights.length).fill(1e-3);
  const transitionSquares = new Float64Array(transitions.length).fill(1e-3);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const gradient = new Float64Array(weights.length);
    const transitionGradient = new Float64Array(transitions.length);
    for (const { clauses, weight } of prepared) {
      const scores = clauses.map(({ features }) => {
        const row = new Float64Array(size);
        for (const id of features)
          for (let label = 0; label < size; label++) row[label]! += weights[id * size + label]!;
        return row;
      });
      const free = expectations(clauses, scores, transitions, size, options.sameSentence, false);
      const right = expectations(clauses, scores, transitions, size, options.sameSentence, true);
      clauses.forEach(({ features }, index) => {
        for (let label = 0; label < size; label++) {
          const difference = (right.labels[index]![label]! - free.labels[index]![label]!) * weight;
          if (difference === 0) continue;
          for (const id of features) gradient[id * size + label]! += difference;
        }
      });
      for (let at = 0; at < transitions.length; at++)
        transitionGradient[at]! += (right.steps[at]! - free.steps[at]!) * weight;
    }
    for (let id = 0; id < count; id++) {
      for (let label = 0; label < size; label++) {
        const at = id * size + label;
        const slope = gradient[at]! - pull[id]! * (weights[at]! - centre[at]!);
        squares[at]! += slope * slope;
        weights[at]! += (options.rate * slope) / Math.sqrt(squares[at]!);
      }
    }
    for (let at = 0; at < transitions.length; at++) {
      const slope =
        transitionGradient[at]! - options.transitionPull * (transitions[at]! - transitionCentre[at]!);
      transitionSquares[at]! += slope * slope;
      transitions[at]! += (options.rate * slope) / Math.sqrt(transitionSquares[at]!);
    }
  }
  return {
    features: new Map([...names].map(([name, id]) => [name, weights.slice(id * size, (id + 1) * size)])),
    transitions: prior.transitions.map((_, row) => transitions.slice(row * size, (row + 1) * size)),
  };
}

interface Expected {
  /** Probability of each label at each clause. */
  readonly labels: readonly Float64Array[];
  /** Expected number of each transition, in the layout of the transitions. */
  readonly steps: Float64Array;
}

/**
 * Forward–backward over one answer with scaled sums. Inside a sentence a label is kept by a fixed bonus, and
 * other transitions count half, as in `stepWeights` of the analyzer.
 */
function expectations(
  clauses: readonly { readonly continues: boolean; readonly allowed: Uint8Array }[],
  scores: readonly Float64Array[],
  transitions: Float64Array,
  size: number,
  sameSentence: number,
  constrained: boolean,
): Expected {
  const count = clauses.length;
  const steps = new Float64Array(transitions.length);
  const emit = scores.map((row, index) => {
    const most = Math.max(...row);
    return row.map((score, label) =>
      constrained && clauses[index]!.allowed[label] === 0 ? 0 : Math.exp(score - most),
    );
  });
  const open = transitions.map(Math.exp);
  const inside = transitions.map((weight, at) =>
    Math.exp(Math.floor(at / size) === at % size ? sameSentence : weight * 0.5),
  );
  const forward: Float64Array[] = [];
  for (let index = 0; index < count; index++) {
    const sums = new Float64Array(size);
    const table = clauses[index]!.continues && index > 0 ? inside : open;
    for (let label = 0; label < size; label++) {
      let sum = 0;
      if (index === 0) sum = table[size * size + label]!;
      else
        for (let before = 0; before < size; before++)
          sum += forward[index - 1]![before]! * table[before * size + label]!;
      sums[label] = sum * emit[index]![label]!;
    }
    normalise(sums);
    forward.push(sums);
  }
  let backward = new Float64Array(size).fill(1);
  const labels: Float64Array[] = new Array(count);
  for (let index = count - 1; index >= 0; index--) {
    labels[index] = normalise(forward[index]!.map((sum, label) => sum * backward[label]!));
    if (index === 0) {
      for (let label = 0; label < size; label++) steps[size * size + label]! += labels[0]![label]!;
      break;
    }
    const continues = clauses[index]!.continues;
    const table = continues ? inside : open;
    const next = new Float64Array(size);
    const joint = new Float64Array(size * size);
    let total = 0;
    for (let before = 0; before < size; before++) {
      for (let label = 0; label < size; label++) {
        const onward = table[before * size + label]! * emit[index]![label]! * backward[label]!;
        next[before]! += onward;
        const both = forward[index - 1]![before]! * onward;
        joint[before * size + label] = both;
        total += both;
      }
    }
    for (let at = 0; at < joint.length; at++) {
      const diagonal = Math.floor(at / size) === at % size;
      // The bonus inside a sentence is fixed, and a transition there weighs half.
      const share = continues ? (diagonal ? 0 : 0.5) : 1;
      steps[at]! += (share * joint[at]!) / total;
    }
    backward = normalise(next);
  }
  return { labels, steps };
}

function normalise(values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  let total = 0;
  for (const value of values) total += value;
  for (let at = 0; at < values.length; at++) values[at]! /= total || 1;
  return values;
}

function mask(allowed: readonly number[], size: number): Uint8Array {
  const bits = new Uint8Array(size);
  for (const label of allowed) bits[label] = 1;
  return bits;
}
