import type { WeightTable } from '../content/packed-weights.js';
import type { Word } from '../text/types.js';
import { wordMemo } from '../text/words.js';
import type { Weighed } from './named-features.js';

/**
 * Tells what a word as such shows, behind another or at the start of a clause: `before` is the stem of the word
 * before in the same clause, null for the first.
 */
export interface WordReader {
  /**
   * Adds the weights of its features to a list, in the order of {@link features}. Not their sum: fractions add up
   * otherwise in another order, and where two labels are equal the last bit decides.
   */
  readonly weigh: (word: Word, before: string | null, rows: Float64Array[]) => void;
  /** The features themselves: only an explanation asks for them, so they are put together anew. */
  readonly features: (word: Word, before: string | null) => readonly Weighed[];
}

/** What is remembered of a word: rows of the table itself, since thousands of words share a few hundred endings. */
interface Known {
  readonly stem: Float64Array | undefined;
  readonly ending: Float64Array | undefined;
  readonly start: Float64Array | undefined;
  /** Stem before → name of the pair; undefined where no pair with this word weighs. */
  readonly behind: ReadonlyMap<string, string> | undefined;
}

/** Reads a word once: putting names together at every word took a tenth of the reading. */
export function rememberedWords(table: WeightTable): WordReader {
  const words = wordMemo<Known>();
  const knownOf = (word: Word): Known => {
    let known = words.get(word);
    if (known === undefined) {
      known = {
        stem: table.get(stemName(word)),
        ending: table.get(endingName(word)),
        start: table.get(startName(word)),
        behind: table.pairsWith(word.stem),
      };
      words.set(word, known);
    }
    return known;
  };
  const behind = (known: Known, before: string | null): Float64Array | undefined => {
    if (before === null) return known.start;
    const pair = known.behind?.get(before);
    return pair === undefined ? undefined : table.get(pair);
  };
  return {
    weigh: (word, before, rows) => {
      const known = knownOf(word);
      if (known.stem !== undefined) rows.push(known.stem);
      if (known.ending !== undefined) rows.push(known.ending);
      const row = behind(known, before);
      if (row !== undefined) rows.push(row);
    },
    features: (word, before) =>
      namesOf(word, before).flatMap((name) => {
        const weights = table.get(name);
        return weights === undefined ? [] : [{ name, weights }];
      }),
  };
}

/** Every word as it is, weighed or not; for fitting the weights. */
export const everyWord: WordReader = {
  weigh: () => {},
  features: (word, before) => namesOf(word, before).map((name) => ({ name, weights: undefined })),
};

/** Stem, ending, and what stands before: «снизил» behind «я» is `stem:сниз`, `ending:зил`, `pair:я сниз`. */
function namesOf(word: Word, before: string | null): string[] {
  const place = before === null ? startName(word) : `pair:${before} ${word.stem}`;
  return [stemName(word), endingName(word), place];
}

function stemName({ stem }: Word): string {
  return `stem:${stem}`;
}

function endingName({ norm }: Word): string {
  return `ending:${norm.slice(-3)}`;
}

function startName({ stem }: Word): string {
  return `start:${stem}`;
}
