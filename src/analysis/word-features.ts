import type { WeightTable } from '../content/packed-weights.js';
import type { Subject, Token, Word } from '../text/types.js';
import { wordMemo } from '../text/words.js';
import type { Weighed } from './named-features.js';

/** Tells what words as such show, after another or at the start of a clause. */
export interface WordReader {
  /**
   * Adds the places of the features of a clause's words among {@link weights} to a list, word by word in the order of
   * {@link features}. Not their sum: fractions add up otherwise in another order, and where two labels are equal the
   * last bit decides.
   */
  readonly weigh: (tokens: readonly Token[], places: number[]) => void;
  /** The same for the verb of a clause with who acts in it. */
  readonly weighVerb: (verb: Word, subject: Subject, places: number[]) => void;
  /** All weights met so far, row after row; a longer array stands in its place when there are more. */
  readonly weights: () => Float64Array;
  /**
   * The features themselves: only an explanation asks for them, so they are put together anew. `before` is the stem
   * of the word before in the same clause, null for the first.
   */
  readonly features: (word: Word, before: string | null) => readonly Weighed[];
  readonly verbFeatures: (verb: Word, subject: Subject) => readonly Weighed[];
}

/** What all forms of a word share: the places of the rows of its stem, {@link NOWHERE} where it has none. */
interface StemRows {
  /** The stem in the encoding of the table; null where no name can have it. */
  readonly encoded: string | null;
  readonly stem: number;
  /** {@link UNREAD} until the word is the first of a clause. */
  start: number;
  /**
   * Stem before, encoded → place of the pair, {@link UNREAD} at first; null where no pair with this stem weighs, or
   * it was not asked {@link OFTEN}.
   */
  behind: Map<string, number> | null;
  /** How often it was asked for the pair with the word before. */
  asked: number;
  /** Subject → place of the row of the verb with it; filled as they are met, null for what was no verb yet. */
  acting: Partial<Record<Subject, number>> | null;
}

const NOWHERE = -1;
const UNREAD = -2;

/**
 * Pairs with a stem are looked up one by one so many times; after that those that weigh are listed, which takes as
 * long as four look-ups and spares all that would fail.
 */
const OFTEN = 4;

/** Stems kept for later; texts of a language have far fewer that weigh. */
const MOST_STEMS = 60_000;

/** Rows that the rows of weights begin with room for. */
const FIRST_ROOM = 512;

/**
 * Rows of a table one after the other in one array, each read when it is first asked for. A reading of 175 words
 * adds up some three hundred rows, and as an array each was two or three reads of distant memory.
 */
function rowsOf(table: WeightTable) {
  const { width } = table;
  const places = new Map<string, number>();
  let weights = new Float64Array(0);
  let used = 0;
  /** @param name encoded */
  const placeOf = (name: string): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    if (used + width > weights.length) {
      const more = new Float64Array(Math.max(FIRST_ROOM * width, 2 * weights.length));
      more.set(weights);
      weights = more;
    }
    // Not remembered: of names that weigh nothing there is no end.
    if (!table.readEncoded(name, weights, used)) return NOWHERE;
    places.set(name, used);
    used += width;
    return used - width;
  };
  return { placeOf, weights: () => weights };
}

type PlaceOf = ReturnType<typeof rowsOf>['placeOf'];

/** The rows of a word's stem. */
function stemRowsOf(table: WeightTable, placeOf: PlaceOf): (word: Word) => StemRows {
  const ofWords = wordMemo<StemRows>();
  const ofStems = new Map<string, StemRows>();
  const ofStem = (stem: string): StemRows => {
    let rows = ofStems.get(stem);
    if (rows === undefined) {
      // Names are put together of pieces that are encoded once.
      const encoded = table.encode(stem);
      rows =
        encoded === null
          ? { encoded, stem: NOWHERE, start: NOWHERE, behind: null, asked: 0, acting: null }
          : { encoded, stem: placeOf(STEM + encoded), start: UNREAD, behind: null, asked: 0, acting: null };
      if (ofStems.size >= MOST_STEMS) ofStems.clear();
      ofStems.set(stem, rows);
    }
    return rows;
  };
  return (word) => {
    let rows = ofWords.get(word);
    if (rows === undefined) {
      rows = ofStem(word.stem);
      ofWords.set(word, rows);
    }
    return rows;
  };
}

/** The place of the row of a word's ending. */
function endingPlaces(table: WeightTable, placeOf: PlaceOf): (word: Word) => number {
  const places = wordMemo<number>([NOWHERE]);
  return (word) => {
    let place = places.get(word);
    if (place === undefined) {
      const encoded = table.encode(endingOf(word));
      place = encoded === null ? NOWHERE : placeOf(ENDING + encoded);
      places.set(word, place);
    }
    return place;
  };
}

/** The place of the row of a stem after another, which is given encoded. */
function pairPlaces(table: WeightTable, placeOf: PlaceOf): (rows: StemRows, before: string | null) => number {
  return (rows, before) => {
    const { encoded } = rows;
    if (encoded === null || before === null) return NOWHERE;
    if (rows.asked < OFTEN) {
      rows.asked += 1;
      return placeOf(`${PAIR}${before} ${encoded}`);
    }
    if (rows.asked === OFTEN) {
      rows.asked += 1;
      rows.behind = unread(table.stemsBefore(encoded));
    }
    const { behind } = rows;
    if (behind === null) return NOWHERE;
    const place = behind.get(before);
    if (place === undefined) return NOWHERE;
    if (place !== UNREAD) return place;
    const read = placeOf(`${PAIR}${before} ${encoded}`);
    behind.set(before, read);
    return read;
  };
}

/** Reads a word once: putting names together at every word is a tenth of the reading. */
export function rememberedWords(table: WeightTable): WordReader {
  const { placeOf, weights } = rowsOf(table);
  const rowsOfWord = stemRowsOf(table, placeOf);
  const endingPlace = endingPlaces(table, placeOf);
  const pairPlace = pairPlaces(table, placeOf);
  const startPlace = (rows: StemRows): number => {
    if (rows.start === UNREAD) rows.start = placeOf(START + rows.encoded);
    return rows.start;
  };
  const seen = (names: readonly string[]): readonly Weighed[] =>
    names.flatMap((name) => {
      const weights = table.get(name);
      return weights === undefined ? [] : [{ name, weights }];
    });
  return {
    weights,
    weighVerb: (verb, subject, places) => {
      const rows = rowsOfWord(verb);
      rows.acting ??= {};
      let place = rows.acting[subject];
      if (place === undefined) {
        place = rows.encoded === null ? NOWHERE : placeOf(`${VERB}${subject} ${rows.encoded}`);
        rows.acting[subject] = place;
      }
      if (place !== NOWHERE) places.push(place);
    },
    weigh: (tokens, places) => {
      let before: StemRows | null = null;
      for (let at = 0; at < tokens.length; at++) {
        const { word } = tokens[at] as Token;
        if (word === null) continue;
        const rows = rowsOfWord(word);
        const ending = endingPlace(word);
        if (rows.stem !== NOWHERE) places.push(rows.stem);
        if (ending !== NOWHERE) places.push(ending);
        const place: number = before === null ? startPlace(rows) : pairPlace(rows, before.encoded);
        if (place !== NOWHERE) places.push(place);
        before = rows;
      }
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

const STEM = 'stem:';
const ENDING = 'ending:';
const START = 'start:';
const PAIR = 'pair:';
const VERB = 'verb:';

function unread(stems: readonly string[] | undefined): Map<string, number> | null {
  if (stems === undefined) return null;
  const behind = new Map<string, number>();
  for (let at = 0; at < stems.length; at++) behind.set(stems[at] as string, UNREAD);
  return behind;
}

/** Stem, ending, and what stands before: «снизил» after «я» is `stem:сниз`, `ending:зил`, `pair:я сниз`. */
function namesOf(word: Word, before: string | null): string[] {
  const { stem } = word;
  const place = before === null ? START + stem : `${PAIR}${before} ${stem}`;
  return [STEM + stem, ENDING + endingOf(word), place];
}

function endingOf({ norm }: Word): string {
  return norm.slice(-3);
}

/** «Снизил» of the speaker and «снизил» of a client: `verb:speaker сниз`, `verb:other сниз`. */
function verbName({ stem }: Word, subject: Subject): string {
  return `${VERB}${subject} ${stem}`;
}
