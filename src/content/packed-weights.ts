import type { PackedWeights, Weights } from './types.js';

/** Divides names; stands in no name. Not a line break: escapes make JSON slow to read. */
const DIVIDER = '|';

/** Weights are kept in hundredths, as characters of two bytes: none of them needs an escape. */
const ZERO = 0x440;
const LARGEST = 0x3bf;

/**
 * Packs weights for compiled content: two long texts are read eight times faster than thousands of rows,
 * and reading them was half of what a start took.
 *
 * @throws Error on a weight that is no whole number of hundredths, is out of reach, or a name with `|`
 */
export function packWeights({ features, ...rest }: Weights): PackedWeights {
  const names = Object.keys(features);
  const values = names.map((name) => (features[name] ?? []).map((weight) => packed(weight, name)).join(''));
  const seconds = secondsOf(names).join(DIVIDER);
  return { ...rest, packed: { names: names.join(DIVIDER), seconds, values: values.join('') } };
}

/** Stems that stand second in a pair: of the words of an answer few do. */
function secondsOf(names: readonly string[]): string[] {
  const pairs = names.filter((name) => name.startsWith('pair:'));
  return [...new Set(pairs.map((name) => name.slice(name.indexOf(' ') + 1)))];
}

function packed(weight: number, name: string): string {
  const hundredths = Math.round(weight * 100);
  if (hundredths / 100 !== weight || Math.abs(hundredths) > LARGEST || name.includes(DIVIDER))
    throw new Error(`weights of '${name}' cannot be packed`);
  return String.fromCharCode(ZERO + hundredths);
}

/** Feature → weights in the order of the labels, read as they are asked for. */
export interface WeightTable {
  readonly get: (name: string) => Float64Array | undefined;
  readonly has: (name: string) => boolean;
  /** Whether any `pair:` ends in a stem. */
  readonly endsPair: (stem: string) => boolean;
}

/** The table of packed or plain weights. */
export function weightTable(weights: Weights | PackedWeights): WeightTable {
  if (!('packed' in weights)) {
    const rows = new Map(
      Object.entries(weights.features).map(([name, row]) => [name, Float64Array.from(row)]),
    );
    const ends = new Set(secondsOf([...rows.keys()]));
    return {
      get: (name) => rows.get(name),
      has: (name) => rows.has(name),
      endsPair: (stem) => ends.has(stem),
    };
  }
  const { names, seconds, values } = weights.packed;
  const size = weights.labels.length;
  const places = new Map<string, number>();
  for (const name of names.split(DIVIDER)) places.set(name, places.size * size);
  const rows = new Map<string, Float64Array>();
  const ends = new Set(seconds.split(DIVIDER));
  return {
    has: (name) => places.has(name),
    endsPair: (stem) => ends.has(stem),
    get: (name) => {
      const known = rows.get(name);
      if (known !== undefined) return known;
      const place = places.get(name);
      if (place === undefined) return undefined;
      const row = new Float64Array(size);
      for (let label = 0; label < size; label++) row[label] = (values.charCodeAt(place + label) - ZERO) / 100;
      rows.set(name, row);
      return row;
    },
  };
}
