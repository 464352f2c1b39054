import type { WeightTable } from '../content/packed-weights.js';
import type { Word } from '../text/types.js';
import { wordMemo } from '../text/words.js';
import type { Weighed } from './named-features.js';

/** The features of a word as such that have weights. */
export interface WordWeights {
  readonly features: readonly Weighed[];
  /**
   * Their weights, row behind row; null where there are none. Not their sum: fractions add up otherwise in
   * another order, and where two labels are equal the last bit decides. No typed array: one of more than 64 bytes
   * lies outside of the heap, which costs more than what it holds.
   */
  readonly rows: readonly number[] | null;
}

/** @param before stem of the word before in the same clause; null for the first */
export type WordReader = (word: Word, before: string | null) => WordWeights;

/** Pairs kept of one word before they are forgotten. */
const MOST_KEPT = 1000;

interface Known {
  /** Stem and ending. */
  readonly alone: WordWeights;
  /** Stem before (empty: none) → what the word weighs behind it; null where no pair with this word weighs. */
  readonly behind: Map<string, WordWeights> | null;
  /** What it weighs at the start of a clause. */
  readonly first: WordWeights;
}

/** Reads a word once: putting names together at every word took a tenth of the reading. */
export function rememberedWords(table: WeightTable): WordReader {
  const words = wordMemo<Known>();
  const weighed = (name: string): Weighed[] => (table.has(name) ? [{ name, weights: table.get(name) }] : []);
  const read = (word: Word): Known => {
    const alone = [`stem:${word.stem}`, `ending:${word.norm.slice(-3)}`].flatMap(weighed);
    const start = weighed(`start:${word.stem}`);
    const weights = together(alone);
    return {
      alone: weights,
      behind: table.endsPair(word.stem) ? new Map() : null,
      first: start.length === 0 ? weights : together([...alone, ...start]),
    };
  };
  return (word, before) => {
    let known = words.get(word);
    if (known === undefined) {
      known = read(word);
      words.set(word, known);
    }
    if (before === null) return known.first;
    if (known.behind === null) return known.alone;
    let features = known.behind.get(before);
    if (features === undefined) {
      const pair = weighed(`pair:${before} ${word.stem}`);
      features = pair.length === 0 ? known.alone : together([...known.alone.features, ...pair]);
      if (known.behind.size >= MOST_KEPT) known.behind.clear();
      known.behind.set(before, features);
    }
    return features;
  };
}

const NOTHING: WordWeights = { features: [], rows: null };

function together(features: readonly Weighed[]): WordWeights {
  if (features.length === 0) return NOTHING;
  const rows: number[] = [];
  for (const { weights } of features)
    if (weights !== undefined) for (const weight of weights) rows.push(weight);
  return { features, rows };
}

/**
 * Every word as it is, weighed or not; for fitting the weights. Stem, ending, and what stands before:
 * «снизил» behind «я» is `stem:сниз`, `ending:зил`, `pair:я сниз`.
 */
export const everyWord: WordReader = ({ stem, norm }, before) => {
  const behind = before === null ? `start:${stem}` : `pair:${before} ${stem}`;
  const names = [`stem:${stem}`, `ending:${norm.slice(-3)}`, behind];
  return { features: names.map((name) => ({ name, weights: undefined })), rows: null };
};
