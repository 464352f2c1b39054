import type { Quantity } from '../numbers/types.js';
import { oncePer } from '../text/once-per.js';
import { matchPatterns } from '../text/patterns.js';
import { recentMemory } from '../text/recent.js';
import type { Clause, Document, Sentence, Span, Token, Word } from '../text/types.js';
import {
  type Circumstances,
  type ClauseSigns,
  type See,
  type SeenClause,
  seeClause,
  shownBy,
} from './clause-features.js';
import { coveredByHeadings } from './form.js';
import type { Model } from './model.js';
import type { Weighed } from './named-features.js';

/** Something seen in a clause, by the name that the weights give it. */
export interface Feature extends Weighed {
  /** Where it is seen; null for position and the like. */
  readonly span: Span | null;
}

/** What is seen in one clause, before anything is weighed. */
export interface ClauseFeatures {
  readonly clause: Clause;
  /** Index of the sentence. */
  readonly sentence: number;
  readonly features: readonly Feature[];
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
}

/** What the features of one clause weigh together. */
export interface ClauseScores {
  readonly clause: Clause;
  /** Index of the sentence. */
  readonly sentence: number;
  /** A sum for each state of the model. */
  readonly scores: Float64Array;
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
  /** The features themselves: only an explanation asks for them, and they cost more than their sum. */
  readonly features: () => readonly Feature[];
}

/**
 * Features of every clause of a document, in order; headings that stand alone have no clauses.
 *
 * @param quantities of the same document, in order
 */
export function featuresOf(
  document: Document,
  quantities: readonly Quantity[],
  model: Model,
): ClauseFeatures[] {
  const answer = answerOf(document, quantities, model);
  const seen = answer.units.map((unit, index) => {
    const features: Feature[] = [];
    const see: See = ({ name, weights }, span) => {
      features.push({ name, weights, span });
    };
    const { cues, hypothetical } = seeClause(unit, circumstancesOf(answer, index), { see, model });
    const { verb, subject } = unit.clause;
    if (verb !== null && verb.word !== null)
      for (const feature of model.words.verbFeatures(verb.word, subject)) see(feature, verb);
    eachWord(unit.clause, (word, before, token) => {
      for (const feature of model.words.features(word, before)) see(feature, token);
    });
    return { clause: unit.clause, sentence: unit.sentence.index, features, cues, hypothetical };
  });
  if (isHypothetical(seen)) {
    const feature = model.named.one('answer:hypothetical');
    for (const { features } of seen) features.push({ ...feature, span: null });
  }
  return seen;
}

/** As {@link featuresOf}, with what they weigh instead of the features. */
export function scoresOf(
  document: Document,
  quantities: readonly Quantity[],
  model: Model,
): readonly ClauseScores[] {
  const answer = answerOf(document, quantities, model);
  const before = weighedBefore.get(model) ?? [];
  const weighed = answer.units.map((unit, index): WeighedClause => {
    const circumstances = circumstancesOf(answer, index);
    const old = before[index];
    return old !== undefined && old.local === unit.local && isSame(old.circumstances, circumstances)
      ? old
      : weigh(unit, circumstances, model);
  });
  weighedBefore.set(model, weighed);
  // Whoever asks for the reasons of one clause asks for those of all: put together once.
  let all: readonly ClauseFeatures[] | null = null;
  const featuresAt = (index: number): readonly Feature[] => {
    all ??= featuresOf(document, quantities, model);
    return all[index]?.features ?? [];
  };
  const hypothetical = isHypothetical(weighed) ? model.named.one('answer:hypothetical').weights : undefined;
  return weighed.map(({ scores, cues }, index) => {
    const { clause, sentence } = answer.units[index] as Unit;
    return {
      clause,
      sentence: sentence.index,
      // The next reading may take the scores themselves over.
      scores: hypothetical === undefined ? scores : add(scores.slice(), hypothetical),
      cues,
      features: () => featuresAt(index),
    };
  });
}

/** What a clause weighs, with all that decides it. */
interface WeighedClause extends SeenClause {
  readonly local: LocalReading;
  readonly circumstances: Circumstances;
  readonly scores: Float64Array;
}

/**
 * Clauses as they were weighed last, by model: while an answer is typed, most stand where they stood, and have the
 * very same scores. `decode` goes by that.
 */
const weighedBefore = new WeakMap<Model, readonly WeighedClause[]>();

function weigh({ clause, local }: Unit, circumstances: Circumstances, model: Model): WeighedClause {
  const scores = new Float64Array(model.steps.size);
  addRows(scores, local.rows, { weights: model.words.weights(), labels: model.labels.length });
  const see: See = ({ weights }) => {
    if (weights !== undefined) add(scores, weights);
  };
  const { cues, hypothetical } = seeClause({ clause, local }, circumstances, { see, model });
  return { local, circumstances, scores, cues, hypothetical };
}

function add(scores: Float64Array, weights: Float64Array): Float64Array {
  for (let label = 0; label < scores.length; label++)
    scores[label] = (scores[label] as number) + (weights[label] as number);
  return scores;
}

/**
 * Words weigh the same in every phase.
 *
 * @param scores zeros
 * @param places where rows begin among the weights
 */
function addRows(
  scores: Float64Array,
  places: readonly number[],
  { weights, labels }: { readonly weights: Float64Array; readonly labels: number },
): void {
  for (let index = 0; index < places.length; index++) {
    const place = places[index] as number;
    for (let label = 0; label < labels; label++)
      scores[label] = (scores[label] as number) + (weights[place + label] as number);
  }
  for (let state = labels; state < scores.length; state++) scores[state] = scores[state - labels] as number;
}

interface Unit {
  readonly sentence: Sentence;
  readonly clause: Clause;
  /** Index of the first figure that does not stand before the clause. */
  readonly figures: number;
  readonly local: LocalReading;
}

/** What the features of a clause are read from. */
interface ReadableAnswer {
  readonly units: readonly Unit[];
  readonly quantities: readonly Quantity[];
  readonly model: Model;
  /** Sentences that surely belong to a heading; null where that is not weighed. */
  readonly covered: ReadonlySet<Sentence> | null;
}

/** What a clause shows wherever it stands in the answer. */
interface LocalReading extends ClauseSigns {
  /** Weights of its words, feature by feature: places among those of the model's words. */
  readonly rows: readonly number[];
}

/** Clauses that were read last, by model: a letter typed at the end changes one of them. */
const localMemory = oncePer((model: Model) =>
  recentMemory((clause: Clause): LocalReading => readLocal(clause, model)),
);

function readLocal({ tokens, subject, verb }: Clause, { patterns, words }: Model): LocalReading {
  const rows: number[] = [];
  if (verb !== null && verb.word !== null) words.weighVerb(verb.word, subject, rows);
  words.weigh(tokens, rows);
  return { matches: matchPatterns(patterns, tokens), shown: shownBy(tokens), rows };
}

function answerOf(document: Document, quantities: readonly Quantity[], model: Model): ReadableAnswer {
  const units: Unit[] = [];
  const local = localMemory(model);
  local.begin();
  let figures = 0;
  for (const sentence of document.sentences) {
    if (sentence.onlyHeading) continue;
    for (const clause of sentence.clauses) {
      while ((quantities[figures]?.start ?? Number.POSITIVE_INFINITY) < clause.start) figures += 1;
      units.push({ sentence, clause, figures, local: local.of(clause) });
    }
  }
  const covered = model.weighsForms ? coveredByHeadings(document) : null;
  return { units, quantities, model, covered };
}

function isHypothetical(seen: readonly { readonly hypothetical: boolean }[]): boolean {
  let count = 0;
  for (const { hypothetical } of seen) if (hypothetical) count += 1;
  return seen.length > 0 && count / seen.length >= 0.5;
}

function circumstancesOf({ units, quantities, covered }: ReadableAnswer, index: number): Circumstances {
  const { clause, sentence, figures } = units[index] as Unit;
  const { under, heading } = sentence;
  return {
    setting: saysWhere(units[index + 1]?.clause),
    under,
    heading,
    headed: under !== null && covered?.has(sentence) === true,
    position: positionOf(index, units.length),
    second: index === 1 && units.length > 3,
    figures: figuresIn(clause, figures, quantities),
  };
}

/** True where they make the same features; where figures and headings stand does not count. */
function isSame(one: Circumstances, other: Circumstances): boolean {
  return (
    one.position === other.position &&
    one.under === other.under &&
    one.setting === other.setting &&
    one.headed === other.headed &&
    one.second === other.second &&
    one.figures.length === other.figures.length &&
    one.figures.every(({ kind }, index) => kind === other.figures[index]?.kind)
  );
}

/** True for a clause before the words «…, мы внедрили» that open after a place: it only says where it was. */
function saysWhere(next: Clause | undefined): boolean {
  return next?.cutBy === 'setting';
}

/** @param first index of the first figure that does not stand before the clause */
function figuresIn(clause: Clause, first: number, quantities: readonly Quantity[]): readonly Quantity[] {
  let found: Quantity[] | null = null;
  for (let index = first; index < quantities.length; index++) {
    const quantity = quantities[index] as Quantity;
    if (quantity.start >= clause.end) break;
    if (quantity.kind === 'excluded' || found?.some(({ kind }) => kind === quantity.kind)) continue;
    if (found === null) found = [quantity];
    else found.push(quantity);
  }
  return found ?? NO_FIGURES;
}

const NO_FIGURES: readonly Quantity[] = [];

/** Positions over the answer in thirds, with the ends apart. */
function positionOf(index: number, count: number): string {
  if (count === 1) return 'only';
  const share = index / (count - 1);
  if (index === 0) return 'first';
  if (index === count - 1) return 'last';
  return share < 0.34 ? 'early' : share < 0.67 ? 'middle' : 'late';
}

/** Words as such, each with the stem of the one before. */
function eachWord(clause: Clause, see: (word: Word, before: string | null, token: Token) => void): void {
  let before: string | null = null;
  for (const token of clause.tokens) {
    if (token.word === null) continue;
    see(token.word, before, token);
    before = token.word.stem;
  }
}
