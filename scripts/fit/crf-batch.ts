import type { Example } from './examples.js';

/** All examples in a row: objects for each clause take six times as long to go through. */
export interface Batch {
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

/**
 * Examples as training goes through them.
 *
 * @param names gets a number for each feature
 */
export function batchOf(examples: readonly Example[], labels: number, names: Map<string, number>): Batch {
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
