import type { WeightTable } from '../content/packed-weights.js';
import type { Subject, Word } from '../text/types.js';
import { wordMemo } from '../text/words.js';
import type { Weighed } from './named-features.js';

/**
 * Tells what a word as such shows, behind another or at the start of a clause: `before` is the stem of the word
 * before in the same clause, null for the first.
 */
export interface WordReader {
  /**
   * Adds the places of its features among {@link weights} to a list, in the order of {@link features}. Not their
   * sum: fractions add up otherwise in another order, and where two labels are equal the last bit decides.
   */
  readonly weigh: (word: Word, before: string | null, places: number[]) => void;
  /** The same for the verb of a clause with who acts in it. */
  readonly weighVerb: (verb: Word, subject: Subject, places: number[]) => void;
  /** All weights met so far, row after row; a longer array stands in its place when there are more. */
  readonly weights: () => Float64Array;
  /** The features themselves: only an explanation asks for them, so they are put together anew. */
  readonly features: (word: Word, before: string | null) => readonly Weighed[];
  readonly verbFeatures: (verb: Word, subject: Subject) => readonly Weighed[];
}

/** What is remembered of a word: the places of its rows, {@link NOWHERE} where it has none. */
interface Known {
  readonly stem: number;
  readonly ending: number;
  readonly start: number;
  /** Stem before → name of the pair; undefined where no pair with this word weighs. */
  readonly behind: ReadonlyMap<string, string> | undefined;
  /** Subject → place of the row of the verb with it; filled as they are met, null for what was no verb yet. */
  acting: Map<Subject, number> | null;
}

const NOWHERE = -1;

/** Rows that the rows of weights begin with room for. */
const FIRST_ROOM = 512;

/**
 * Rows of a table one after the other in one array, each read when it is first asked for. A reading of 175 words
 * adds up some three hundred rows, and as an array each was two or three reads of distant memory.
 */
function rowsOf(table: WeightTable) {
  const places = new Map<string, number>();
  let weights = new Float64Array(0);
  let used = 0;
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    const row = table.get(name);
    // Not remembered: of names that weigh nothing there is no end.
    if (row === undefined) return NOWHERE;
    if (used + row.length > weights.length) {
      const more = new Float64Array(Math.max(FIRST_ROOM * row.length, 2 * weights.length));
      more.set(weights);
      weights = more;
    }
    weights.set(row, used);
    places.set(name, used);
    used += row.length;
    return used - row.length;
  };
  return { placeOf, weights: () => weights };
}

/** Reads a word once: putting names together at every word took a tenth of the reading. */
export function rememberedWords(table: WeightTable): WordReader {
  const words = wordMemo<Known>();
  const { placeOf, weights } = rowsOf(table);
  const knownOf = (word: Word): Known => {
    let known = words.get(word);
    if (known === undefined) {
      known = {
        stem: placeOf(stemName(word)),
        ending: placeOf(endingName(word)),
        start: placeOf(startName(word)),
        behind: table.pairsWith(word.stem),
        acting: null,
      };
      words.set(word, known);
    }
    return known;
  };
  const behind = (known: Known, before: string | null): number => {
    if (before === null) return known.start;
    const pair = known.behind?.get(before);
    return pair === undefined ? NOWHERE : placeOf(pair);
  };
  const seen = (names: readonly string[]): readonly Weighed[] =>
    names.flatMap((name) => {
      const weights = table.get(name);
      return weights === undefined ? [] : [{ name, weights }];
    });
  return {
    weights,
    weighVerb: (verb, subject, places) => {
      const known = knownOf(verb);
      known.acting ??= new Map();
      let place = known.acting.get(subject);
      if (place === undefined) {
        place = placeOf(verbName(verb, subject));
        known.acting.set(subject, place);
      }
      if (place !== NOWHERE) places.push(place);
    },
    weigh: (word, before, places) => {
      const known = knownOf(word);
      if (known.stem !== NOWHERE) places.push(known.stem);
      if (known.ending !== NOWHERE) places.push(known.ending);
      const place = behind(known, before);
      if (place !== NOWHERE) places.push(place);
    },
    features: (word, before) => seen(namesOf(word, before)),
    verbFeatures: (verb, subject) => seen([verbName(verb, subject)]),
  };
}

const NO_WEIGHTS = new Float64Array(0);

/** Every word as it is, weighed or not; for fitting the weights. */
export const everyWord: WordReader = {
  weigh: () => {},
  weighVerb: () => {},
  weights: () => NO_WEIGHTS,
  features: (word, before) => namesOf(word, before).map((name) => ({ name, weights: undefined })),
  verbFeatures: (verb, subject) => [{ name: verbName(verb, subject), weights: undefined }],
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

/** «Снизил» of the speaker and «снизил» of a client: `verb:speaker сниз`, `verb:other сниз`. */
function verbName({ stem }: Word, subject: Subject): string {
  return `verb:${subject} ${stem}`;
}
