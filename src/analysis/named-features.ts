import type { WeightTable } from '../content/packed-weights.js';
import { inPhase, type Phases } from '../content/phases.js';

/**
 * A feature by its name in the weights file, with the weight it gives each label, or each state: label by label in
 * the first phase, then in the next one.
 */
export interface Weighed {
  readonly name: string;
  readonly weights: Float64Array | undefined;
}

/** Features by their names, each looked up in the weights once. */
export interface NamedFeatures {
  readonly one: (name: string) => Weighed;
  /** A name in two pieces, `cue:` and an id: put together once, since they are met at every clause. */
  readonly of: (kind: string, value: string) => Weighed;
}

/** Features that may weigh otherwise in each phase: they have a weight for each state. */
export function namedFeatures(table: WeightTable, phases: Phases): NamedFeatures {
  const weightsOf = (name: string): Float64Array | undefined => {
    const usual = table.get(name);
    if (usual === undefined || phases.names.length === 1) return usual;
    const weights = new Float64Array(usual.length * phases.names.length);
    phases.names.forEach((phase, index) => {
      weights.set(table.get(inPhase(name, phase)) ?? usual, index * usual.length);
    });
    return weights;
  };
  const known = new Map<string, Weighed>();
  const pieces = new Map<string, Map<string, Weighed>>();
  const one = (name: string): Weighed => {
    let feature = known.get(name);
    if (feature === undefined) {
      feature = { name, weights: weightsOf(name) };
      known.set(name, feature);
    }
    return feature;
  };
  const of = (kind: string, value: string): Weighed => {
    let values = pieces.get(kind);
    if (values === undefined) {
      values = new Map();
      pieces.set(kind, values);
    }
    let feature = values.get(value);
    if (feature === undefined) {
      feature = one(kind + value);
      values.set(value, feature);
    }
    return feature;
  };
  return { one, of };
}
