import type { PackedWeights, Weights } from './types.js';

/** Divides names; stands in no name. */
const DIVIDER = '|';

/** Hundredths that two bytes hold, the sign in the lowest bit. */
const LARGEST = 0x7fff;

/**
 * Packs weights for compiled content. A table of all names took 10 ms of processor time at each start, and an
 * answer asks for few of them: names lie in blocks by the beginning of their last word, and a block is read when
 * something in it is asked for. Weights are bytes, label by label: so they compress best.
 *
 * @throws Error on a weight that is no whole number of hundredths, is out of reach, or a name with `|`
 */
export function packWeights({ features, ...rest }: Weights): PackedWeights {
  const blocks = new Map<string, string[]>();
  for (const name of Object.keys(features).sort()) {
    if (name.includes(DIVIDER)) throw new Error(`weights of '${name}' cannot be packed`);
    const key = keyOf(name);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [name]);
    else block.push(name);
  }
  const keys = [...blocks.keys()].sort();
  const names = keys.map((key) => (blocks.get(key) ?? []).join(DIVIDER)).join('');
  const ordered = keys.flatMap((key) => blocks.get(key) ?? []);
  const lower: number[] = [];
  const upper: number[] = [];
  for (const label of rest.labels.keys())
    for (const name of ordered) {
      const number = packed(features[name]?.[label] ?? 0, name);
      lower.push(number & 0xff);
      upper.push(number >> 8);
    }
  return {
    ...rest,
    packed: {
      keys: keys.join(DIVIDER),
      lengths: keys.map((key) => (blocks.get(key) ?? []).join(DIVIDER).length),
      counts: keys.map((key) => blocks.get(key)?.length ?? 0),
      names,
      values: Uint8Array.from([...lower, ...upper]),
    },
  };
}

function packed(weight: number, name: string): number {
  const hundredths = Math.round(weight * 100);
  if (hundredths / 100 !== weight || Math.abs(hundredths) > LARGEST)
    throw new Error(`weights of '${name}' cannot be packed`);
  return hundredths < 0 ? -2 * hundredths + 1 : 2 * hundredths;
}

function unpacked(number: number): number {
  return (number & 1 ? -(number >> 1) : number >> 1) / 100;
}

/** Letters by which names share a block: all that is said of one word stands together. */
const LETTERS = 3;

/** Beginning of the last word of a name: «сни» for `stem:снизи` and for `pair:я снизи`. */
function keyOf(name: string): string {
  const start = Math.max(name.lastIndexOf(' '), name.lastIndexOf(':')) + 1;
  return name.slice(start, start + LETTERS);
}

type Pairs = ReadonlyMap<string, string>;

/** Feature → weights in the order of the labels, read as they are asked for. */
export interface WeightTable {
  /** Read anew at each call: whoever asks often remembers. */
  readonly get: (name: string) => Float64Array | undefined;
  readonly has: (name: string) => boolean;
  /** The `pair:`s that end in a stem: stem before → name of the pair; undefined where there are none. */
  readonly pairsWith: (stem: string) => Pairs | undefined;
}

/** The table of packed or plain weights. */
export function weightTable(weights: Weights | PackedWeights): WeightTable {
  return 'packed' in weights ? packedTable(weights) : plainTable(weights);
}

function plainTable({ features }: Weights): WeightTable {
  const rows = new Map(Object.entries(features).map(([name, row]) => [name, Float64Array.from(row)]));
  const pairs = pairsAmong([...rows.keys()]);
  return {
    get: (name) => rows.get(name),
    has: (name) => rows.has(name),
    pairsWith: (stem) => pairs.get(stem),
  };
}

const PAIR = 'pair:';

/** The pairs among names, by the stem that stands second, then by the one that stands first. */
function pairsAmong(names: readonly string[]): ReadonlyMap<string, Pairs> {
  const bySecond = new Map<string, Map<string, string>>();
  for (const name of names) {
    if (!name.startsWith(PAIR)) continue;
    const space = name.indexOf(' ');
    const second = name.slice(space + 1);
    let pairs = bySecond.get(second);
    if (pairs === undefined) {
      pairs = new Map();
      bySecond.set(second, pairs);
    }
    pairs.set(name.slice(PAIR.length, space), name);
  }
  return bySecond;
}

interface Block {
  /** In the order of their places among the values. */
  readonly names: readonly string[];
  /** Place of the first of them. */
  readonly first: number;
  /** Worked out when asked for: few words have a partner. */
  pairs: ReadonlyMap<string, Pairs> | null;
}

const EMPTY: Block = { names: [], first: 0, pairs: null };

function packedTable({
  labels,
  packed: { keys, lengths, counts, names: text, values },
}: PackedWeights): WeightTable {
  const inOrder = lengths.length === 0 ? [] : keys.split(DIVIDER);
  // Where each block begins in the text, and its first name among the values.
  const starts = new Int32Array(lengths.length + 1);
  const firsts = new Int32Array(lengths.length + 1);
  for (let at = 0; at < lengths.length; at++) {
    starts[at + 1] = (starts[at] as number) + (lengths[at] as number);
    firsts[at + 1] = (firsts[at] as number) + (counts[at] as number);
  }
  const count = firsts[lengths.length] as number;
  const blocks = new Map<string, Block>();
  const readBlock = (key: string): Block => {
    const at = placeOf(key, inOrder);
    if (at < 0) return EMPTY;
    const inBlock = text.slice(starts[at], starts[at + 1]).split(DIVIDER);
    return { names: inBlock, first: firsts[at] as number, pairs: null };
  };
  const blockOf = (name: string): Block => {
    const key = keyOf(name);
    let block = blocks.get(key);
    if (block === undefined) {
      block = readBlock(key);
      // Of words of all texts there is no end; of blocks there is.
      if (block !== EMPTY) blocks.set(key, block);
    }
    return block;
  };
  const rowAt = (place: number): Float64Array => {
    const row = new Float64Array(labels.length);
    for (let label = 0; label < row.length; label++) {
      const at = label * count + place;
      const upper = values[row.length * count + at] ?? 0;
      row[label] = unpacked((values[at] ?? 0) | (upper << 8));
    }
    return row;
  };
  return {
    has: (name) => blockOf(name).names.includes(name),
    pairsWith: (stem) => {
      const block = blockOf(`pair: ${stem}`);
      if (block === EMPTY) return undefined;
      block.pairs ??= pairsAmong(block.names);
      return block.pairs.get(stem);
    },
    get: (name) => {
      const block = blockOf(name);
      const at = placeOf(name, block.names);
      return at < 0 ? undefined : rowAt(block.first + at);
    },
  };
}

/** Place of a name among sorted ones; -1 where it is none of them. A map of all took longer to make than to ask. */
function placeOf(name: string, sorted: readonly string[]): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] as string) < name) from = middle + 1;
    else to = middle;
  }
  return sorted[from] === name ? from : -1;
}
