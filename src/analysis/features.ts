import type { Quantity } from '../numbers/types.js';
import { matchPatterns, type PatternMatch } from '../text/patterns.js';
import { type Recent, recentMemory } from '../text/recent.js';
import {
  type Clause,
  type Document,
  FORM,
  type Sentence,
  type Span,
  type Subject,
  type Token,
  type Word,
} from '../text/types.js';
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

/** Kinds of figures that can be the size of a change. */
const MEASURES = new Set(['pair', 'percent', 'points', 'multiple', 'money', 'fraction', 'rating']);
/** Words that tell by themselves, and what. */
const TELLING: ReadonlyMap<string, 'conditional' | 'condition' | 'progressive'> = new Map([
  ...['бы', 'would', 'could', 'should', "i'd", "we'd"].map((word) => [word, 'conditional'] as const),
  ...['если', 'if'].map((word) => [word, 'condition'] as const),
  ...['was', 'were'].map((word) => [word, 'progressive'] as const),
]);

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
interface LocalReading {
  readonly matches: readonly PatternMatch[];
  readonly shown: Shown;
  /** Weights of its words, feature by feature: places among those of the model's words. */
  readonly rows: readonly number[];
}

/** Clauses that were read last, by model: a letter typed at the end changes one of them. */
const locals = new WeakMap<Model, Recent<Clause, LocalReading>>();

function localMemory(model: Model): Recent<Clause, LocalReading> {
  let local = locals.get(model);
  if (local === undefined) {
    local = recentMemory((clause) => readLocal(clause, model));
    locals.set(model, local);
  }
  return local;
}

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

interface SeenClause {
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
  /** True where the clause tells of what did not happen. */
  readonly hypothetical: boolean;
}

/** What the features of a clause follow from, beside its own words. */
interface Circumstances {
  /** True for a clause that only says where it was. */
  readonly setting: boolean;
  /** Part of the nearest heading. */
  readonly under: string | null;
  readonly heading: Span | null;
  /** True where the clause surely belongs to that heading. */
  readonly headed: boolean;
  readonly position: string;
  readonly second: boolean;
  /** The first of each kind that stands in the clause. */
  readonly figures: readonly Quantity[];
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

/** Notes every feature of a clause but its words. */
function seeClause(
  { clause, local }: Pick<Unit, 'clause' | 'local'>,
  { setting, under, heading, headed, position, second, figures }: Circumstances,
  { see, model }: Seeing,
): SeenClause {
  const { named } = model;
  const { matches, shown } = local;
  see(named.one('bias'), null);
  if (setting) see(named.one('setting'), null);
  const { cues, change: changeCue } = addCues(clause, matches, { see, model });
  const { conditional, change: changeForm } = addForms(clause, cues, { see, model, shown });
  addFigures(figures, changeCue ?? changeForm, { see, model });
  see(named.of('position:', position), null);
  if (second) see(named.of('position:', 'second'), null);
  if (under !== null) see(named.of('under:', under), heading);
  if (under !== null && headed) see(named.of('headed:', under), heading);
  return { cues, hypothetical: conditional || cues.some((cue) => HYPOTHETICAL.has(cue)) };
}

/** True for a clause before the words «…, мы внедрили» that open after a place: it only says where it was. */
function saysWhere(next: Clause | undefined): boolean {
  return next?.cutBy === 'setting';
}

/** Cues of what did not happen; a conditional form says so too. */
const HYPOTHETICAL = new Set(['hypothetical', 'plan']);

/** Notes a feature of the clause that is being read. */
type See = (feature: Weighed, span: Span | null) => void;

interface Seeing {
  readonly see: See;
  readonly model: Model;
}

interface FiredCue {
  readonly cue: number;
  readonly pattern: number;
  readonly span: Span;
  /** The last place where another pattern of the cue fits. */
  again: Span | null;
}

const NO_CUES: readonly string[] = [];

/** @returns ids of the cues that fired, and the words that tell of a change */
function addCues(
  clause: Clause,
  matches: readonly PatternMatch[],
  { see, model }: Seeing,
): { readonly cues: readonly string[]; readonly change: Span | null } {
  if (matches.length === 0) return { cues: NO_CUES, change: null };
  const fired: FiredCue[] = [];
  for (const { pattern, from, to } of matches) {
    const cue = model.cueOfPattern[pattern] as number;
    const before = fired.find((other) => other.cue === cue);
    if (before !== undefined && before.pattern === pattern) continue;
    const span = {
      start: clause.tokens[from]?.start ?? clause.start,
      end: clause.tokens[to - 1]?.end ?? clause.end,
    };
    if (before === undefined) fired.push({ cue, pattern, span, again: null });
    else before.again = span;
  }
  const cues: string[] = [];
  let change: Span | null = null;
  for (const { cue: index, span, again } of fired) {
    const cue = model.cues[index];
    if (cue === undefined) continue;
    cues.push(cue.id);
    if (cue.id === 'change') change = span;
    see(model.named.of('cue:', cue.id), span);
    if (again !== null) see(model.named.of('cue-again:', cue.id), again);
  }
  return { cues, change };
}

/** What the words of a clause show together, found in one pass: each the first of its kind. */
interface Shown {
  words: number;
  first: Token | null;
  change: Token | null;
  conditional: Token | null;
  condition: Token | null;
  progressive: boolean;
}

function shownBy(tokens: readonly Token[]): Shown {
  const shown: Shown = {
    words: 0,
    first: null,
    change: null,
    conditional: null,
    condition: null,
    progressive: false,
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word') continue;
    shown.words += 1;
    shown.first ??= token;
    if (shown.change === null && ((token.word?.forms ?? 0) & FORM.change) !== 0) shown.change = token;
    // No word of the lists is longer.
    if (token.norm.length > 6) continue;
    const told = TELLING.get(token.norm);
    if (told === undefined) continue;
    if (told === 'progressive') shown.progressive = true;
    else shown[told] ??= token;
  }
  return shown;
}

/** Which subject acts, in which aspect, and whether in the present: names put together once. */
const SUBJECT_KINDS = ['', ':perfective', ':imperfective'].flatMap((aspect) => [aspect, `${aspect}:present`]);
const SUBJECT_NAMES: ReadonlyMap<Subject, readonly string[]> = new Map(
  (['speaker', 'team', 'dropped', 'unnamed', 'other', 'none'] as const).map((subject) => [
    subject,
    SUBJECT_KINDS.map((kind) => `subject:${subject}${kind}`),
  ]),
);

function subjectName({ subject, verb }: Clause): string {
  const forms = verb?.word?.forms ?? 0;
  const aspect = forms & FORM.perfective ? 2 : forms & FORM.imperfective ? 4 : 0;
  const present = verb !== null && !(forms & FORM.past) ? 1 : 0;
  return SUBJECT_NAMES.get(subject)?.[aspect + present] ?? '';
}

/** @returns whether the clause is conditional, and the verb that tells of a change */
function addForms(
  clause: Clause,
  cues: readonly string[],
  { see, model: { named }, shown }: Seeing & { readonly shown: Shown },
): { readonly conditional: boolean; readonly change: Span | null } {
  const { verb, forms } = clause;
  const verbForms = verb?.word?.forms ?? 0;
  see(named.one(subjectName(clause)), verb);
  if (verbForms & FORM.reflexive) see(named.one('form:reflexive'), verb);
  if (verbForms & FORM.copula) see(named.one('form:copula'), verb);
  if (forms & FORM.gerund) see(named.one('form:gerund'), null);
  if (forms & FORM.shortPassive) see(named.one('form:short-passive'), null);
  const { words, first, change, conditional, condition, progressive } = shown;
  const changeName = change === null ? '' : changeForm(change, cues);
  if (change !== null) see(named.one(changeName), change);
  const firstForms = first?.word?.forms ?? 0;
  if (firstForms & FORM.infinitive && !(forms & FORM.past)) see(named.one('form:infinitive-first'), first);
  if (firstForms & FORM.base && !(forms & FORM.past)) see(named.one('form:base-first'), first);
  if (conditional !== null) see(named.one('form:conditional'), conditional);
  if (condition !== null) see(named.one('form:if'), condition);
  if (forms & FORM.ing && progressive) see(named.one('form:progressive'), null);
  if (words <= 4) see(named.one('form:short'), null);
  const isTold = changeName === 'form:change-past' || changeName === 'form:change-achieved';
  return { conditional: conditional !== null, change: isTold ? change : null };
}

/** The form of a change verb decides: «снизил» is told, «снизить» is wanted, «удалось снизить» is achieved. */
function changeForm({ word }: Token, cues: readonly string[]): string {
  const forms = word?.forms ?? 0;
  if (forms & FORM.past) return 'form:change-past';
  if ((forms & (FORM.infinitive | FORM.base)) === 0) return 'form:change';
  return cues.includes('managed') ? 'form:change-achieved' : 'form:change-goal';
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

/** @param changed words that tell of a change: a figure may be its size */
function addFigures(figures: readonly Quantity[], changed: Span | null, { see, model }: Seeing): void {
  for (const quantity of figures) see(model.named.of('figure:', quantity.kind), quantity);
  if (changed !== null && figures.some(({ kind }) => MEASURES.has(kind)))
    see(model.named.one('change-with-figure'), changed);
}

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
