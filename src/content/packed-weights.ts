import type { PackedWeights, Weights } from './types.js';

/** Divides names; stands in no name. */
const DIVIDER = '|';

/**
 * Cyrillic letters of names lie where Latin-1 has letters that no name has: a name takes a byte a letter, on the
 * disk and in memory.
 */
const SHIFT = 0x380;
const CYRILLIC = 0x400;
const CYRILLIC_END = 0x460;
const NOT_ASCII = /[\u0080-\uffff]/;

/** A name in that encoding; null where one of its letters would be read as a Cyrillic one, «ß»: nothing is called so. */
function encode(name: string): string | null {
  if (!NOT_ASCII.test(name)) return name;
  let encoded = '';
  // Each start does this for every word: a loop, since a function called for each letter takes twice as long.
  for (let at = 0; at < name.length; at++) {
    const code = name.charCodeAt(at);
    if (code >= CYRILLIC - SHIFT && code < CYRILLIC_END - SHIFT) return null;
    encoded += String.fromCharCode(code >= CYRILLIC && code < CYRILLIC_END ? code - SHIFT : code);
  }
  return encoded;
}

/** Hundredths that two bytes hold, the sign in the lowest bit. */
const LARGEST = 0x7fff;

/**
 * Packs weights for compiled content. A table of all names takes 10 ms of processor time to make, and an
 * answer asks for few of them: names lie in blocks by the beginning of their last word, and a block is read when
 * something in it is asked for. Weights are bytes, label by label: so they compress best.
 *
 * @throws Error on a weight that is no whole number of hundredths or is out of reach, and on a name with `|` or a
 * letter in whose place a Cyrillic one would lie
 */
export function packWeights({ features, ...rest }: Weights): PackedWeights {
  const blocks = new Map<string, string[]>();
  for (const name of Object.keys(features).sort()) {
    const encoded = encode(name);
    if (encoded === null || name.includes(DIVIDER)) throw new Error(`weights of '${name}' cannot be packed`);
    const key = keyOf(encoded);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [name]);
    else block.push(name);
  }
  // Spaces are before all letters: the order is that of the keys that are made of the same length.
  const keys = [...blocks.keys()].sort();
  const names = keys.map((key) => (blocks.get(key) ?? []).map(encode).join(DIVIDER)).join('');
  const ordered = keys.flatMap((key) => blocks.get(key) ?? []);
  const lower: number[] = [];
  const upper: number[] = [];
  const starts = [0];
  const firsts = [0];
  for (const key of keys) {
    const block = blocks.get(key) ?? [];
    starts.push((starts.at(-1) as number) + block.join(DIVIDER).length);
    firsts.push((firsts.at(-1) as number) + block.length);
  }
  for (const label of rest.labels.keys())
    for (const name of ordered) {
      const number = packed(features[name]?.[label] ?? 0, name);
      lower.push(number & 0xff);
      upper.push(number >> 8);
    }
  return {
    ...rest,
    packed: {
      keys: keys.map((key) => key.padEnd(LETTERS)).join(''),
      names,
      values: Uint8Array.from([...lower, ...upper, ...bytesOf(starts), ...bytesOf(firsts)]),
    },
  };
}

/** Bytes of a number that tells a place. */
const PLACE = 3;

/** The lowest bytes of all numbers, then those above, then the highest: so they compress best. */
function bytesOf(numbers: readonly number[]): number[] {
  return [0, 8, 16].flatMap((shift) => numbers.map((number) => (number >> shift) & 0xff));
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

/** Feature → weights in the order of the labels, read as they are asked for. */
export interface WeightTable {
  /** Read anew at each call: whoever asks often remembers. */
  readonly get: (name: string) => Float64Array | undefined;
  /** A piece of a name in the encoding of the table, see {@link encode}; null for what stands in no name. */
  readonly encode: (piece: string) => string | null;
  /** Weights of a name. */
  readonly width: number;
  /**
   * Writes what {@link get} gives into an array, by a name put together of encoded pieces: to make an
   * array takes longer than to find the row.
   *
   * @returns false where there is no such name; nothing is written then
   */
  readonly readEncoded: (name: string, to: Float64Array, at: number) => boolean;
  /** The `pair:`s that end in a stem: the stems before; undefined where there are none. All of them encoded. */
  readonly stemsBefore: (stem: string) => readonly string[] | undefined;
}

/** The table of packed or plain weights. */
export function weightTable(weights: Weights | PackedWeights): WeightTable {
  return 'packed' in weights ? packedTable(weights) : plainTable(weights);
}

function plainTable({ labels, features }: Weights): WeightTable {
  const rows = new Map(Object.entries(features).map(([name, row]) => [name, Float64Array.from(row)]));
  const before = stemsBeforeOthers([...rows.keys()]);
  const get = (name: string) => rows.get(name);
  return {
    get,
    encode: (piece) => piece,
    width: labels.length,
    readEncoded: (name, to, at) => {
      const row = rows.get(name);
      if (row !== undefined) to.set(row, at);
      return row !== undefined;
    },
    stemsBefore: (stem) => before.get(stem),
  };
}

const PAIR = 'pair:';

/** Of the pairs among names: stem that stands second → those that stand first. */
function stemsBeforeOthers(names: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bySecond = new Map<string, string[]>();
  for (const name of names) {
    const space = name.indexOf(' ');
    if (!name.startsWith(PAIR) || space < 0) continue;
    const second = name.slice(space + 1);
    let before = bySecond.get(second);
    if (before === undefined) {
      before = [];
      bySecond.set(second, before);
    }
    before.push(name.slice(PAIR.length, space));
  }
  return bySecond;
}

/** Names of a block, each between two dividers, in the order of their places among the values. */
interface Block {
  readonly names: string;
  /** Place of the first of them. */
  readonly first: number;
  /** Place after the last of them. */
  readonly end: number;
}

const EMPTY: Block = { names: '', first: 0, end: 0 };

/** Names are sought in the text of their block: to take it to pieces made a list of which few words are asked for. */
function packedTable({ labels, packed: { keys, names: text, values } }: PackedWeights): WeightTable {
  const last = keys.length / LETTERS;
  const firsts = values.length - PLACE * (last + 1);
  const starts = firsts - PLACE * (last + 1);
  const numberAt = (at: number): number =>
    (values[at] as number) |
    ((values[at + last + 1] as number) << 8) |
    ((values[at + 2 * (last + 1)] as number) << 16);
  const startOf = (block: number): number => numberAt(starts + block);
  const firstOf = (block: number): number => numberAt(firsts + block);
  const count = firstOf(last);
  const blocks = new Map<string, Block>();
  const blockOf = (key: string): Block => {
    let block = blocks.get(key);
    if (block === undefined) {
      const at = placeOfKey(key, keys);
      // Of words of all texts there is no end; of blocks there is.
      if (at < 0) return EMPTY;
      const names = `${DIVIDER}${text.slice(startOf(at), startOf(at + 1))}${DIVIDER}`;
      block = { names, first: firstOf(at), end: firstOf(at + 1) };
      blocks.set(key, block);
    }
    return block;
  };
  const placeOf = (name: string): number => {
    const { names, first, end } = blockOf(keyOf(name));
    const at = names.indexOf(`${DIVIDER}${name}${DIVIDER}`);
    if (at < 0) return -1;
    // Most of a block are pairs, and most of what is found stands after them.
    return 2 * at < names.length ? first + dividersBefore(at, names) : end - dividersAfter(at, names);
  };
  const width = labels.length;
  const readEncoded = (name: string, to: Float64Array, start: number): boolean => {
    const place = placeOf(name);
    if (place < 0) return false;
    for (let label = 0; label < width; label++) {
      const at = label * count + place;
      to[start + label] = unpacked((values[at] as number) | ((values[width * count + at] as number) << 8));
    }
    return true;
  };
  return {
    get: (name) => {
      const sought = encode(name);
      if (sought === null) return undefined;
      const row = new Float64Array(width);
      return readEncoded(sought, row, 0) ? row : undefined;
    },
    encode,
    width,
    readEncoded,
    stemsBefore: (stem) => stemsBeforeIn(blockOf(stem.slice(0, LETTERS)), stem),
  };
}

/** Stems of a block that stand before another. */
function stemsBeforeIn({ names }: Block, stem: string): readonly string[] | undefined {
  const behind = ` ${stem}${DIVIDER}`;
  let before: string[] | undefined;
  for (let at = names.indexOf(behind); at >= 0; at = names.indexOf(behind, at + 1)) {
    const start = names.lastIndexOf(DIVIDER, at) + 1;
    if (!names.startsWith(PAIR, start)) continue;
    before ??= [];
    before.push(names.slice(start + PAIR.length, at));
  }
  return before;
}

function dividersBefore(end: number, names: string): number {
  let count = 0;
  for (let at = names.indexOf(DIVIDER); at < end; at = names.indexOf(DIVIDER, at + 1)) count += 1;
  return count;
}

function dividersAfter(start: number, names: string): number {
  let count = 0;
  for (let at = names.indexOf(DIVIDER, start + 1); at >= 0; at = names.indexOf(DIVIDER, at + 1)) count += 1;
  return count;
}

/** Place of a key among sorted ones, all of which take {@link LETTERS} letters; -1 where it is none of them. */
function placeOfKey(key: string, sorted: string): number {
  const sought = key.padEnd(LETTERS);
  let from = 0;
  let to = sorted.length / LETTERS;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (keyAt(middle, sorted) < sought) from = middle + 1;
    else to = middle;
  }
  return keyAt(from, sorted) === sought ? from : -1;
}

function keyAt(place: number, keys: string): string {
  return keys.slice(place * LETTERS, (place + 1) * LETTERS);
}
