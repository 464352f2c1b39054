/**
 * Which texts say nearly the same, in time linear in their number: each text is kept as the least hash of its
 * runs of three words in each of 64 bins (one permutation hashing: Li, Owen, Zhang, 2012), and only texts
 * that share a group of bins are compared (locality-sensitive hashing: Indyk, Motwani, 1998).
 */

/** Least hashes of a text, two characters a bin: short enough to keep for a hundred thousand answers. */
export type Signature = string;

const BINS = 64;
const RUN = 3;
/** Groups of bins, and bins in each, of which one group must agree before texts are compared. */
const BANDS = 8;
const BAND = 3;
/** A hash is two of these: a cache of texts in ASCII is read quicker than one of wider letters. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = LETTERS.length ** 2;
const WIDTH = 2;
const EMPTY = '  ';

/** Share of runs of words in common from which texts are the same: about one word in twelve may differ. */
const SAME = 0.6;

/** @param words normal forms, without marks */
export function signatureOf(words: readonly string[]): Signature {
  const least = new Int32Array(BINS).fill(VALUES);
  const hashes = words.map(wordHash);
  for (let at = 0; at + RUN <= hashes.length; at += 1) {
    let hash = 0;
    for (let word = 0; word < RUN; word += 1) hash = mixed(hash ^ (hashes[at + word] ?? 0));
    const bin = hash >>> 26;
    const value = hash & (VALUES - 1);
    if (value < (least[bin] ?? 0)) least[bin] = value;
  }
  return Array.from(least, (value) =>
    value === VALUES ? EMPTY : `${LETTERS[value >> 6]}${LETTERS[value & 63]}`,
  ).join('');
}

/** For each text the first one before it that says the same; null where there is none. */
export function firstAlike<T>(texts: readonly T[], signature: (text: T) => Signature): (T | null)[] {
  const bySignature = new Map<Signature, T>();
  const { placeOf, entries } = groupTable(texts.length, (index) => signature(texts[index] as T));
  return texts.map((text, index) => {
    const own = signature(text);
    const same = bySignature.get(own);
    if (same !== undefined && alike(own, own)) return same;
    for (let band = 0; band < BANDS; band += 1) {
      const group = groupOf(own, band);
      if (group === null) continue;
      const before = texts[textOf(entries[placeOf(group)] as number)];
      if (before !== undefined && alike(signature(before), own)) return before;
    }
    // The first of many copies stands for all of them.
    if (same === undefined) bySignature.set(own, text);
    for (let band = 0; band < BANDS; band += 1) {
      const group = groupOf(own, band);
      if (group === null) continue;
      const place = placeOf(group);
      if (entries[place] === NO_ENTRY) entries[place] = entryOf(index, band);
    }
    return null;
  });
}

/**
 * Group → the first text that has it, and in which band: a map of eighty thousand numbers takes ten times as much
 * memory. The group itself is read from the text again.
 */
function groupTable(texts: number, signature: (index: number) => Signature) {
  const size = 2 ** Math.ceil(Math.log2(texts * BANDS * SPARE + 1));
  const entries = new Int32Array(size);
  const groupAt = (place: number): number | null => {
    const entry = entries[place] as number;
    return entry === NO_ENTRY ? null : groupOf(signature(textOf(entry)), (entry - 1) % BANDS);
  };
  const placeOf = (group: number): number => {
    let place = mixed(group ^ (group / 2 ** 32)) & (size - 1);
    for (let found = groupAt(place); found !== null && found !== group; found = groupAt(place))
      place = (place + 1) & (size - 1);
    return place;
  };
  return { placeOf, entries };
}

const NO_ENTRY = 0;

function entryOf(text: number, band: number): number {
  return text * BANDS + band + 1;
}

/** -1 for {@link NO_ENTRY}. */
function textOf(entry: number): number {
  return Math.floor((entry - 1) / BANDS);
}

/** Places for each group: with fewer, what is looked for is far from where it should be. */
const SPARE = 1.25;

/**
 * A group of a signature as one number: ten thousand texts have eighty thousand. A group of empty bins says nothing:
 * null.
 */
function groupOf(signature: Signature, band: number): number | null {
  let group = band;
  let filled = false;
  for (let at = band * BAND * WIDTH; at < (band + 1) * BAND * WIDTH; at += 1) {
    const code = signature.charCodeAt(at);
    if (code !== BLANK) filled = true;
    group = group * CODES + code;
  }
  return filled ? group : null;
}

const BLANK = EMPTY.charCodeAt(0);
/** Letters of a signature have smaller codes; six of them and the number of a band are exact in a number. */
const CODES = 128;

function alike(one: Signature, other: Signature): boolean {
  let same = 0;
  let filled = 0;
  for (let at = 0; at < BINS * WIDTH; at += WIDTH) {
    const differs =
      one.charCodeAt(at) !== other.charCodeAt(at) || one.charCodeAt(at + 1) !== other.charCodeAt(at + 1);
    // An empty bin is two blanks, a filled one has none.
    if (!differs && one.charCodeAt(at) === BLANK) continue;
    filled += 1;
    if (!differs) same += 1;
  }
  return filled > 0 && same >= SAME * filled;
}

/** FNV-1a over UTF-16 units. */
function wordHash(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** The finisher of MurmurHash3. */
function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
