import { listed, type WordSet } from './forms/lists.js';
import { isPredicate } from './predicates.js';
import { FORM, type LanguageCode, type RunOnWeights, type Token } from './types.js';

/** So many words without a mark, not even at their end, are more than one sentence. */
const LONGEST_WITHOUT_MARKS: Readonly<Record<LanguageCode, number>> = { ru: 24, en: 24 };

/** So many with commas, or with a full stop at their end, are: fewer than five of a thousand labelled sentences are. */
const LONGEST: Readonly<Record<LanguageCode, number>> = { ru: 26, en: 38 };

/** So many with both, among other sentences with a mark at their end: one of 75,000 labelled sentences is as long. */
const LONGEST_AMONG_ENDED: Readonly<Record<LanguageCode, number>> = { ru: 45, en: 60 };

/** Words that a name may follow, and no sentence ends with: what has a capital after them is a name. */
const BEFORE_NAMES: Readonly<Record<LanguageCode, WordSet>> = {
  ru: listed(
    'в во на к ко с со у о об от из за для по до при про без под над через между и а но или что как',
  ),
  en: listed('at of for with from into because the a an my our your their and or but than mr mrs ms dr'),
};

/** A guessed sentence has at least this many words. */
const SHORTEST_PIECE = 3;

/** Words within reach of a gap for a predicate to come. */
const REACH = 6;

/** A range of tokens, and what it is read by. */
export interface RunOn {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
  readonly language: LanguageCode | null;
  /** By {@link hasPauses}. */
  readonly hasCommas: boolean;
}

/** How a range of tokens ends. */
export interface RangeEnd {
  /** With a full stop, "?", "!" or "…". */
  readonly ended: boolean;
  /** Whether other sentences of the text do. */
  readonly othersEnded: boolean;
}

/**
 * Guesses where sentences end in a long run of words without full stops, as people dictate or type on a phone:
 * before each word where the log odds of an end, fitted to answers without their marks (`npm run fit`), are above
 * nothing. Where the run has commas, only they may end one. Empty where the range is short.
 *
 * @param end what is known of its end
 */
export function cutRunOn(
  run: RunOn,
  end: RangeEnd,
  weights: RunOnWeights | undefined,
): { to: number; cutBy: string }[] {
  const { from, to } = run;
  if (weights === undefined || !isLong(run, end)) return [];
  const predicates = predicatesOf(run);
  const cuts: { to: number; cutBy: string }[] = [];
  let start = from;
  for (let at = from + SHORTEST_PIECE; at <= to - SHORTEST_PIECE; at += 1) {
    if (at - start < SHORTEST_PIECE || !mayOpen(run, at) || isName(run, at)) continue;
    if (oddsOfEnd(run, weights, { at, start, predicates }) <= 0) continue;
    cuts.push({ to: at, cutBy: 'run-on' });
    start = at;
  }
  return cuts;
}

/** A gap before a token. */
interface WordGap {
  readonly at: number;
  /** Token that opens the sentence before the gap. */
  readonly start: number;
  /** Of the range, by {@link predicatesOf}. */
  readonly predicates: Predicates;
}

function oddsOfEnd(run: RunOn, weights: RunOnWeights, gap: WordGap): number {
  const features = (run.hasCommas ? weights.besideCommas : undefined) ?? weights.features;
  let odds = weights.bias;
  for (const name of gapFeatures(run, gap)) odds += features[name] ?? 0;
  return odds;
}

/** Log odds of an end from which a comma or a dash parts two clauses that could stand as sentences. */
const COULD_END = 1;

/**
 * Whether the words on both sides of a comma or a dash could be sentences: «…, доплатил из своего лимита —
 * разгрузились в 7:40». The odds are those of {@link cutRunOn}.
 */
export function couldEnd(run: RunOn, weights: RunOnWeights, gap: WordGap): boolean {
  const { at, start } = gap;
  if (at - start < SHORTEST_PIECE || run.to - at < SHORTEST_PIECE - 1) return false;
  return oddsOfEnd(run, weights, gap) > COULD_END;
}

/** How many tokens of a range before each place may be the predicate of a clause. */
export type Predicates = Int32Array;

/** Counts once what is asked for at many gaps: the difference of two places is the number of predicates between them. */
export function predicatesOf({ tokens, from, to, language }: RunOn): Predicates {
  const before = new Int32Array(to - from + 1);
  for (let at = from; at < to; at += 1)
    before[at - from + 1] = (before[at - from] as number) + (isPredicate(tokens, at, language) ? 1 : 0);
  return before;
}

/**
 * What speaks for or against the end of a sentence before a token: two words on both sides, forms of the nearest and
 * of the next, a capital, how far the next predicate is, and how many words and predicates stand since the last end.
 */
export function gapFeatures(
  { text, tokens, from, hasCommas }: RunOn,
  { at, start, predicates }: WordGap,
): string[] {
  // A comma asks another question: not whether the thought goes on, but whether as a part of the sentence.
  const comma = hasCommas ? COMMA : '';
  const before = hasCommas ? at - 2 : at - 1;
  const features = [
    `${comma}second before ${wordAt(tokens, before - 1)}`,
    `${comma}before ${wordAt(tokens, before)}`,
    `${comma}opening ${wordAt(tokens, at)}`,
    `${comma}second ${wordAt(tokens, at + 1)}`,
    `${comma}predicate in ${ahead(predicates, at - from)}`,
    `${comma}predicates since ${since(predicates, start - from, at - from)}`,
    `${comma}words since ${WORDS_SINCE.findLast((words) => words <= at - start) ?? 0}`,
  ];
  addForms(features, `${comma}before`, tokens[before]);
  addForms(features, `${comma}opening`, tokens[at]);
  addForms(features, `${comma}next`, tokens[at + 1]);
  if (hasCapital(text, tokens[at])) features.push(CAPITAL);
  return features;
}

/** Opens the names of features of texts with commas. */
const COMMA = ', ';

/** The feature that texts with commas and without have in common. */
const CAPITAL = 'capital';

/** The features among some that {@link gapFeatures} may name where there are commas. */
export function besideCommas(features: RunOnWeights['features']): RunOnWeights['features'] {
  return Object.fromEntries(
    Object.entries(features).filter(([name]) => name === CAPITAL || name.startsWith(COMMA)),
  );
}

/** All figures are one word here. */
function wordAt(tokens: readonly Token[], at: number): string {
  const token = tokens[at];
  return token === undefined ? '' : token.kind === 'number' ? '0' : token.norm;
}

const FORM_BITS = Object.entries(FORM);

function addForms(features: string[], place: string, token: Token | undefined): void {
  const forms = token?.word?.forms ?? 0;
  if (forms === 0) return;
  for (const [name, bit] of FORM_BITS) if ((forms & bit) !== 0) features.push(`${place}:${name}`);
}

/** 1 for the opening word itself; `none` where none is within reach. */
function ahead(predicates: Predicates, at: number): number | 'none' {
  for (let words = 1; words <= REACH && at + words < predicates.length; words += 1)
    if ((predicates[at + words] as number) > (predicates[at] as number)) return words;
  return 'none';
}

/** More than these are not told apart. */
const MOST_PREDICATES = 3;

function since(predicates: Predicates, start: number, at: number): number {
  return Math.min(MOST_PREDICATES, (predicates[at] as number) - (predicates[start] as number));
}

/** Lengths of a sentence so far that are told apart, in words. */
const WORDS_SINCE = [1, 2, 3, 6, 9, 13, 18, 25];

/** A word with one capital, not "I" and not an abbreviation. */
function hasCapital(text: string, token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.end - token.start < 2 || token.norm.startsWith("i'")) return false;
  const [first, second] = [text.charAt(token.start), text.charAt(token.start + 1)];
  return first !== first.toLowerCase() && second === second.toLowerCase();
}

/** «уходит к Веге», "because Oliver". */
function isName({ text, tokens, language }: RunOn, at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  return hasCapital(text, tokens[at]) && (BEFORE_NAMES[language ?? '']?.has(before) ?? false);
}

const PAUSES: ReadonlySet<string> = new Set([',', ';', ':', '—']);

/** Whether a range has commas, or other marks that do not end a sentence: hardly any are none. */
export function hasPauses(tokens: readonly Token[], from: number, to: number): boolean {
  let words = 0;
  let pauses = 0;
  for (let at = from; at < to; at += 1) {
    const token = tokens[at];
    if (token?.kind === 'word') words += 1;
    else if (token?.kind === 'mark' && PAUSES.has(token.norm)) pauses += 1;
  }
  return pauses * 30 >= words;
}

function isLong({ tokens, from, to, language, hasCommas }: RunOn, end: RangeEnd): boolean {
  const longest = longestOf(hasCommas, end)[language ?? ''];
  if (longest === undefined || to - from < longest) return false;
  let words = 0;
  for (let at = from; at < to && words < longest; at += 1) if (tokens[at]?.kind === 'word') words += 1;
  return words >= longest;
}

function longestOf(
  hasCommas: boolean,
  { ended, othersEnded }: RangeEnd,
): Readonly<Record<LanguageCode, number>> {
  if (!hasCommas && !ended) return LONGEST_WITHOUT_MARKS;
  return hasCommas && ended && othersEnded ? LONGEST_AMONG_ENDED : LONGEST;
}

/** No mark opens a sentence, no relative clause is one; in a text with commas a sentence opens after one. */
export function mayOpen(run: RunOn, at: number): boolean {
  const { tokens, hasCommas } = run;
  if (tokens[at]?.kind === 'mark' || (hasCommas && tokens[at - 1]?.norm !== ',')) return false;
  return !isRelative(run, at) && !isRelative(run, at + 1);
}

const RELATIVE = /^(?:котор(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ом|ых|ыми)|which|whose|whom)$/u;

/** «которых», and «из-за которых» at its preposition. */
function isRelative({ tokens }: RunOn, at: number): boolean {
  return RELATIVE.test(tokens[at]?.norm ?? '');
}
