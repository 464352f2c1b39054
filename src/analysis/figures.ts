import type { Framework, LogOdds } from '../content/types.js';
import { tokenAt } from '../numbers/neighbours.js';
import { assignRoles, rolesByRules } from '../numbers/roles.js';
import type { Quantity, QuantityRole, ReadQuantity } from '../numbers/types.js';
import { firstPast } from '../text/first-past.js';
import type { Document, Span, Token } from '../text/types.js';
import type { Model } from './model.js';
import type { Because, SentenceReading } from './types.js';

/**
 * A figure quantifies the result from this probability on: of those tried on held-out slices the one with the best F1
 * for answers in which some figure does (docs/accuracy-log.md).
 */
const EFFECT_FROM = 0.3;

/** What the roles of figures are told by. */
export interface FigureSource {
  readonly document: Document;
  /** In order; those that measure nothing, too. */
  readonly quantities: readonly Quantity[];
  /** What the sentences of the document carry. */
  readonly sentences: readonly SentenceReading[];
}

interface ReadFigures extends FigureSource {
  readonly quantities: readonly ReadQuantity[];
}

/**
 * Says what each figure is for. Rules look at the figure, its unit and its neighbours; whether it quantifies the result
 * is weighed by a logistic model in which the rule's word is one sign among others. A framework without such weights
 * has the rules alone.
 */
export function readFigures(source: FigureSource, { framework, labels, figures }: Model): ReadQuantity[] {
  const { document, quantities, sentences } = source;
  const isResult = resultAsker(sentences, framework);
  const isAim = aimAsker(sentences, framework);
  if (figures === null) return assignRoles(quantities, document, { isResult, isAim });
  const signsOf = figureSigns(source, { framework, labels });
  return assignRoles(quantities, document, {
    isResult,
    isAim,
    isEffect: (index, rule) => likelihood(signsOf(index, rule), figures) >= EFFECT_FROM,
  });
}

/** Reasons kept for a figure: as many as a person reads beside it. */
const REASONS = 3;

/**
 * Of each figure, what weighed most for what it was read as: a figure of effect, or none. Names of features are those of
 * {@link figureSigns} after `effect:`. Empty where the rules alone decided.
 *
 * @param source as read; the figures with their roles
 */
export function reasonsOfFigures(
  source: ReadFigures,
  { framework, labels, figures }: Model,
): readonly (readonly Because[])[] {
  const { document, quantities, sentences } = source;
  if (figures === null) return quantities.map(() => []);
  const byRules = rolesOf({ document, quantities, sentences }, framework);
  const signsOf = figureSigns(source, { framework, labels });
  return quantities.map(({ kind, role }, index) => {
    if (kind === 'excluded') return [];
    const turn = role === 'effect' ? 1 : -1;
    const signs = [...signsOf(index, byRules[index] ?? 'other')];
    return signs
      .map(([name, span]) => ({ feature: `effect:${name}`, span, weight: turn * (figures.signs[name] ?? 0) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
      .slice(0, REASONS);
  });
}

/** The rules' word of each figure, which is one of its signs. */
export function rolesOf(
  { document, quantities, sentences }: FigureSource,
  framework: Framework,
): readonly QuantityRole[] {
  return rolesByRules(quantities, document, resultAsker(sentences, framework));
}

/**
 * What may tell whether a figure quantifies the result: what kind it is, how large, written how, in what unit, the
 * words around it in its sentence, how near the end it stands, whether its like was told before, what the rules
 * take it for, and how likely its clause tells the result.
 *
 * @returns of a figure, by its place among the figures and its role by the rules: names of signs, with the word that
 *   makes one where it is a word's
 */
export function figureSigns(
  { document, quantities, sentences }: FigureSource,
  { framework, labels }: Pick<Model, 'framework' | 'labels'>,
): (index: number, rule: QuantityRole) => ReadonlyMap<string, Span | null> {
  const measured = measuredLabels(framework).map((label) => labels.indexOf(label));
  const again = toldBefore(quantities);
  return (index, rule) => {
    const { kind, start, end, value, unit, sentence } = quantities[index] as Quantity;
    const posterior = at(start, sentences[sentence]?.clauses ?? [])?.posterior ?? [];
    const result = measured.reduce((sum, label) => sum + (posterior[label] ?? 0), 0);
    const typed = /^\D{0,2}\d/.test(document.text.slice(start, end)) ? 'digits' : 'words';
    const signs = new Map<string, Span | null>();
    signs.set(`kind:${kind}`, null);
    signs.set(`typed:${kind} ${typed}`, null);
    signs.set(`size:${sizeOf(value)} ${typed}`, null);
    signs.set(`result:${Math.min(9, Math.floor(result * 10))}`, null);
    signs.set(`rule:${rule} ${kind}`, null);
    signs.set(`left:${Math.min(2, sentences.length - 1 - sentence)}`, null);
    if (unit !== null) signs.set(`unit:${beginning(unit)}`, null);
    if (again[index]) signs.set(`again:${kind}`, null);
    const bounds = document.sentences[sentence] as Span;
    const before = wordsFrom(tokenAt(document, start) - 1, -1, bounds, document);
    if (before.length === 0) signs.set(`first:${kind}`, null);
    for (const token of before) signs.set(`before:${token.word?.stem}`, token);
    for (const token of wordsFrom(tokenAt(document, end), 1, bounds, document))
      signs.set(`after:${token.word?.stem}`, token);
    return signs;
  };
}

/** Of each figure, whether one of its kind and unit stands before it. */
function toldBefore(quantities: readonly Quantity[]): readonly boolean[] {
  const told = new Set<string>();
  return quantities.map(({ kind, unit }) => {
    const like = unit === null ? kind : `${kind} ${beginning(unit)}`;
    const again = told.has(like);
    told.add(like);
    return again;
  });
}

/** Words on each side of a figure that are looked at, and tokens among which they are looked for. */
const NEAR = 4;
const WITHIN = 12;

/** The words from a token on in a sentence, nearest first. */
function wordsFrom(first: number, step: 1 | -1, { start, end }: Span, { tokens }: Document): Token[] {
  const words: Token[] = [];
  for (let seen = 0; seen < WITHIN && words.length < NEAR; seen++) {
    const token = tokens[first + seen * step];
    if (token === undefined || token.start < start || token.end > end) break;
    if (token.word !== null) words.push(token);
  }
  return words;
}

function likelihood(met: ReadonlyMap<string, unknown>, { bias, signs }: LogOdds): number {
  let sum = bias;
  for (const name of met.keys()) sum += signs[name] ?? 0;
  return 1 / (1 + Math.exp(-sum));
}

function sizeOf(value: number): string {
  if (Number.isNaN(value)) return 'unknown';
  if (value === 0 || value === 1) return String(value);
  if (value <= 5) return 'few';
  return value <= 20 ? 'some' : 'many';
}

/** Cases and numbers of a noun share it. */
function beginning(unit: string): string {
  return unit.toLowerCase().slice(0, 5);
}

/** Whether the words that a figure stands in tell the result. */
function resultAsker(
  sentences: readonly SentenceReading[],
  framework: Framework,
): (figure: Quantity) => boolean {
  const results = resultsOf(sentences, framework);
  return ({ start, sentence }) => at(start, results[sentence] ?? [])?.result ?? false;
}

/** Whether the clause that a figure stands in says what was to be reached. */
function aimAsker(
  sentences: readonly SentenceReading[],
  { parts }: Framework,
): (figure: Quantity) => boolean {
  const aims = parts.filter((part) => part.targets).map((part) => part.label);
  return ({ start, sentence }) => aims.includes(at(start, sentences[sentence]?.clauses ?? [])?.label ?? '');
}

interface MaybeResult {
  /** Offset from which on this holds, up to the next one of the sentence. */
  readonly start: number;
  readonly result: boolean;
}

/**
 * Of each sentence, where a figure can be the size of the result: anywhere in one that tells it, alone or beside
 * another part; in one that tells three parts and more, in the clauses that tell it.
 */
function resultsOf(
  sentences: readonly SentenceReading[],
  framework: Framework,
): readonly (readonly MaybeResult[])[] {
  const measured = measuredLabels(framework);
  const isMeasured = (label: string | null): boolean => label !== null && measured.includes(label);
  return sentences.map(({ start, label, also, clauses }) => {
    const hasMore = clauses.some((clause) => ![label, also, framework.neutral].includes(clause.label));
    if (!hasMore) return [{ start, result: isMeasured(label) || isMeasured(also) }];
    return clauses.map((clause) => ({ start: clause.start, result: isMeasured(clause.label) }));
  });
}

/** Labels of the parts that figures are to measure. */
function measuredLabels({ parts }: Framework): readonly string[] {
  return parts.filter((part) => part.measured).map((part) => part.label);
}

/** The last of some stretches in order that starts at an offset or before it. */
function at<T extends { readonly start: number }>(offset: number, stretches: readonly T[]): T | undefined {
  return stretches[firstPast(stretches, ({ start }) => start > offset) - 1];
}
