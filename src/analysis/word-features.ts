import type { WeightTable } from '../content/packed-weights.js';
import type { Word } from '../text/types.js';

/** A feature by its name in the weights file, with the weight it gives each label. */
export interface Weighed {
  readonly name: string;
  readonly weights: Float64Array | undefined;
}

/**
 * The features of a word as such that have weights.
 *
 * @param before stem of the word before in the same clause; null for the first
 */
export type WordReader = (word: Word, before: string | null) => readonly Weighed[];

/** Words and pairs kept for later before the memory is emptied. */
const MOST_KEPT = 100_000;

/** Reads a word once: putting names together at every word took a tenth of the reading. */
export function rememberedWords(table: WeightTable): WordReader {
  const words = new Map<Word, Map<string | null, readonly Weighed[]>>();
  let kept = 0;
  return (word, before) => {
    let known = words.get(word);
    const features = known?.get(before);
    if (features !== undefined) return features;
    if (kept >= MOST_KEPT) {
      words.clear();
      known = undefined;
      kept = 0;
    }
    if (known === undefined) {
      known = new Map();
      words.set(word, known);
    }
    kept += 1;
    const read = namesOf(word, before)
      .filter((name) => table.has(name))
      .map((name) => ({ name, weights: table.get(name) }));
    const shared = read.length === 0 ? NONE : read;
    known.set(before, shared);
    return shared;
  };
}

const NONE: readonly Weighed[] = [];

/** Stem, ending, and what stands before: «снизил» behind «я» is `stem:сниз`, `ending:зил`, `pair:я сниз`. */
function namesOf({ stem, norm }: Word, before: string | null): string[] {
  return [
    `stem:${stem}`,
    `ending:${norm.slice(-3)}`,
    before === null ? `start:${stem}` : `pair:${before} ${stem}`,
  ];
}

/** Every word as it is, weighed or not; for fitting the weights. */
export const everyWord: WordReader = (word, before) =>
  namesOf(word, before).map((name) => ({ name, weights: undefined }));
