import type { Quantity } from '../numbers/types.js';
import { matchPatterns } from '../text/patterns.js';
import { type Clause, type Document, FORM, type Span, type Token } from '../text/types.js';
import type { Model } from './model.js';

/** Something seen in a clause, by the name that the weights give it. */
export interface Feature {
  readonly name: string;
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

/** Kinds of figures that can be the size of a change. */
const MEASURES = new Set(['pair', 'percent', 'points', 'multiple', 'money', 'fraction', 'rating']);
const CHANGED = new Set(['form:change-past', 'form:change-achieved', 'cue:change']);
const CONDITIONAL = new Set(['бы', 'would', 'could', 'should', "i'd", "we'd"]);
const IF = new Set(['если', 'if']);
const PROGRESSIVE_COPULAS = new Set(['was', 'were']);

/**
 * Features of every clause of a document, in order; headings that stand alone have no clauses.
 *
 * @param quantities of the same document
 */
export function featuresOf(
  document: Document,
  quantities: readonly Quantity[],
  model: Model,
): ClauseFeatures[] {
  const units = document.sentences
    .filter((sentence) => !sentence.onlyHeading)
    .flatMap((sentence) => sentence.clauses.map((clause) => ({ sentence, clause })));
  const seen = units.map(({ sentence, clause }, index) => {
    const features: Feature[] = [{ name: 'bias', span: null }];
    const cues = addCues(clause, model, features);
    addForms(clause, cues, features);
    addFigures(clause, quantities, features);
    addPosition(index, units.length, features);
    if (sentence.under !== null) {
      features.push({ name: `under:${sentence.under}`, span: sentence.heading });
    }
    addWords(clause, model, features);
    return { clause, sentence: sentence.index, features, cues };
  });
  const hypothetical = seen.filter(({ features }) =>
    features.some(({ name }) => HYPOTHETICAL.has(name)),
  ).length;
  if (seen.length === 0 || hypothetical / seen.length < 0.5) return seen;
  return seen.map((unit) => ({
    ...unit,
    features: [...unit.features, { name: 'answer:hypothetical', span: null }],
  }));
}

const HYPOTHETICAL = new Set(['form:conditional', 'cue:hypothetical', 'cue:plan']);

function addCues(clause: Clause, model: Model, features: Feature[]): string[] {
  const fired = new Map<number, Span>();
  const twice = new Map<number, Span>();
  const patterns = new Map<number, number>();
  for (const { pattern, from, to } of matchPatterns(model.patterns, clause.tokens)) {
    const cue = model.cueOfPattern[pattern] as number;
    const span = {
      start: clause.tokens[from]?.start ?? clause.start,
      end: clause.tokens[to - 1]?.end ?? clause.end,
    };
    if (!fired.has(cue)) {
      fired.set(cue, span);
      patterns.set(cue, pattern);
    } else if (patterns.get(cue) !== pattern) twice.set(cue, span);
  }
  const ids: string[] = [];
  for (const [index, span] of fired) {
    const cue = model.cues[index];
    if (cue === undefined) continue;
    ids.push(cue.id);
    features.push({ name: `cue:${cue.id}`, span });
    const second = twice.get(index);
    if (second !== undefined) features.push({ name: `cue-again:${cue.id}`, span: second });
  }
  return ids;
}

function addForms(clause: Clause, cues: readonly string[], features: Feature[]): void {
  const add = (name: string, token: Token | null = null) =>
    features.push({ name: `form:${name}`, span: token });
  const { verb, forms } = clause;
  const verbForms = verb?.word?.forms ?? 0;
  const aspect =
    verbForms & FORM.perfective ? ':perfective' : verbForms & FORM.imperfective ? ':imperfective' : '';
  const present = verb !== null && !(verbForms & FORM.past) ? ':present' : '';
  features.push({ name: `subject:${clause.subject}${aspect}${present}`, span: verb });
  if (verbForms & FORM.reflexive) add('reflexive', verb);
  if (verbForms & FORM.copula) add('copula', verb);
  if (forms & FORM.gerund) add('gerund');
  if (forms & FORM.shortPassive) add('short-passive');
  const words = clause.tokens.filter(({ kind }) => kind === 'word');
  const change = words.find(({ word }) => ((word?.forms ?? 0) & FORM.change) !== 0);
  if (change !== undefined) {
    add(`change${changeForm(change, cues)}`, change);
  }
  const first = words[0];
  if ((first?.word?.forms ?? 0) & FORM.infinitive && !(forms & FORM.past)) add('infinitive-first', first);
  if ((first?.word?.forms ?? 0) & FORM.base && !(forms & FORM.past)) add('base-first', first);
  const conditional = words.find(({ norm }) => CONDITIONAL.has(norm));
  if (conditional) add('conditional', conditional);
  const condition = words.find(({ norm }) => IF.has(norm));
  if (condition) add('if', condition);
  if (forms & FORM.ing && words.some(({ norm }) => PROGRESSIVE_COPULAS.has(norm))) add('progressive');
  if (words.length <= 4) add('short');
}

/** The form of a change verb decides: «снизил» is told, «снизить» is wanted, «удалось снизить» is achieved. */
function changeForm({ word }: Token, cues: readonly string[]): string {
  const forms = word?.forms ?? 0;
  if (forms & FORM.past) return '-past';
  if ((forms & (FORM.infinitive | FORM.base)) === 0) return '';
  return cues.includes('managed') ? '-achieved' : '-goal';
}

function addFigures(clause: Clause, quantities: readonly Quantity[], features: Feature[]): void {
  const kinds = new Set<string>();
  for (const quantity of quantities) {
    if (quantity.start < clause.start || quantity.start >= clause.end || quantity.kind === 'excluded')
      continue;
    if (kinds.has(quantity.kind)) continue;
    kinds.add(quantity.kind);
    features.push({ name: `figure:${quantity.kind}`, span: quantity });
  }
  const measured = [...kinds].some((kind) => MEASURES.has(kind));
  const changed = features.find(({ name }) => CHANGED.has(name));
  if (measured && changed) features.push({ name: 'change-with-figure', span: changed.span });
}

/** Positions over the answer in fifths, with the ends apart. */
function addPosition(index: number, count: number, features: Feature[]): void {
  const add = (name: string) => features.push({ name: `position:${name}`, span: null });
  if (count === 1) {
    add('only');
    return;
  }
  const share = index / (count - 1);
  if (index === 0) add('first');
  else if (index === count - 1) add('last');
  else if (share < 0.34) add('early');
  else if (share < 0.67) add('middle');
  else add('late');
  if (index === 1 && count > 3) add('second');
}

/** Words as such: only those that have weights. */
function addWords(clause: Clause, model: Model, features: Feature[]): void {
  let before: string | null = null;
  for (const token of clause.tokens) {
    if (token.word === null) continue;
    const { stem, norm } = token.word;
    const names = [
      `stem:${stem}`,
      `ending:${norm.slice(-3)}`,
      ...(before === null ? [`start:${stem}`] : [`pair:${before} ${stem}`]),
    ];
    for (const name of names) if (model.features.has(name)) features.push({ name, span: token });
    before = stem;
  }
}
