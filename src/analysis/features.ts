import type { Quantity } from '../numbers/types.js';
import { matchPatterns } from '../text/patterns.js';
import { type Clause, type Document, FORM, type Span, type Token } from '../text/types.js';
import type { Model } from './model.js';
import type { Weighed } from './word-features.js';

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
  let hypothetical = 0;
  const seen = units.map(({ sentence, clause }, index) => {
    const features: Feature[] = [];
    const see: See = (name, span) => {
      features.push({ name, span, weights: model.features.get(name) });
    };
    see('bias', null);
    if (saysWhere(units[index + 1]?.clause)) see('setting', null);
    const cues = addCues(clause, model, see);
    const conditional = addForms(clause, cues, see);
    addFigures(clause, quantities, { see, seen: features });
    addPosition(index, units.length, see);
    if (sentence.under !== null) see(`under:${sentence.under}`, sentence.heading);
    addWords(clause, model, features);
    if (conditional || cues.some((cue) => HYPOTHETICAL.has(cue))) hypothetical += 1;
    return { clause, sentence: sentence.index, features, cues };
  });
  if (seen.length === 0 || hypothetical / seen.length < 0.5) return seen;
  const weights = model.features.get('answer:hypothetical');
  for (const { features } of seen) features.push({ name: 'answer:hypothetical', span: null, weights });
  return seen;
}

/** True for a clause before the words «…, мы внедрили» that open after a place: it only says where it was. */
function saysWhere(next: Clause | undefined): boolean {
  return next?.cutBy === 'setting';
}

/** Cues of what did not happen; a conditional form says so too. */
const HYPOTHETICAL = new Set(['hypothetical', 'plan']);

/** Notes a feature of the clause that is being read. */
type See = (name: string, span: Span | null) => void;

function addCues(clause: Clause, model: Model, see: See): string[] {
  const ids: string[] = [];
  const matches = matchPatterns(model.patterns, clause.tokens);
  if (matches.length === 0) return ids;
  const fired = new Map<number, Span>();
  const twice = new Map<number, Span>();
  const patterns = new Map<number, number>();
  for (const { pattern, from, to } of matches) {
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
  for (const [index, span] of fired) {
    const cue = model.cues[index];
    if (cue === undefined) continue;
    ids.push(cue.id);
    see(`cue:${cue.id}`, span);
    const second = twice.get(index);
    if (second !== undefined) see(`cue-again:${cue.id}`, second);
  }
  return ids;
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
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    shown.words += 1;
    shown.first ??= token;
    if (shown.change === null && ((token.word?.forms ?? 0) & FORM.change) !== 0) shown.change = token;
    // No word of the lists is longer.
    if (token.norm.length > 6) continue;
    if (CONDITIONAL.has(token.norm)) shown.conditional ??= token;
    else if (IF.has(token.norm)) shown.condition ??= token;
    else if (PROGRESSIVE_COPULAS.has(token.norm)) shown.progressive = true;
  }
  return shown;
}

/** @returns true where the clause is conditional */
function addForms(clause: Clause, cues: readonly string[], see: See): boolean {
  const { verb, forms } = clause;
  const verbForms = verb?.word?.forms ?? 0;
  const aspect =
    verbForms & FORM.perfective ? ':perfective' : verbForms & FORM.imperfective ? ':imperfective' : '';
  const present = verb !== null && !(verbForms & FORM.past) ? ':present' : '';
  see(`subject:${clause.subject}${aspect}${present}`, verb);
  if (verbForms & FORM.reflexive) see('form:reflexive', verb);
  if (verbForms & FORM.copula) see('form:copula', verb);
  if (forms & FORM.gerund) see('form:gerund', null);
  if (forms & FORM.shortPassive) see('form:short-passive', null);
  const { words, first, change, conditional, condition, progressive } = shownBy(clause.tokens);
  if (change !== null) see(`form:change${changeForm(change, cues)}`, change);
  const firstForms = first?.word?.forms ?? 0;
  if (firstForms & FORM.infinitive && !(forms & FORM.past)) see('form:infinitive-first', first);
  if (firstForms & FORM.base && !(forms & FORM.past)) see('form:base-first', first);
  if (conditional !== null) see('form:conditional', conditional);
  if (condition !== null) see('form:if', condition);
  if (forms & FORM.ing && progressive) see('form:progressive', null);
  if (words <= 4) see('form:short', null);
  return conditional !== null;
}

/** The form of a change verb decides: «снизил» is told, «снизить» is wanted, «удалось снизить» is achieved. */
function changeForm({ word }: Token, cues: readonly string[]): string {
  const forms = word?.forms ?? 0;
  if (forms & FORM.past) return '-past';
  if ((forms & (FORM.infinitive | FORM.base)) === 0) return '';
  return cues.includes('managed') ? '-achieved' : '-goal';
}

/** @param seen features of the clause so far: a figure may be the size of a change among them */
function addFigures(
  clause: Clause,
  quantities: readonly Quantity[],
  { see, seen }: { readonly see: See; readonly seen: readonly Feature[] },
): void {
  const kinds = new Set<string>();
  for (const quantity of quantities) {
    if (quantity.start < clause.start || quantity.start >= clause.end || quantity.kind === 'excluded')
      continue;
    if (kinds.has(quantity.kind)) continue;
    kinds.add(quantity.kind);
    see(`figure:${quantity.kind}`, quantity);
  }
  if (![...kinds].some((kind) => MEASURES.has(kind))) return;
  const changed = seen.find(({ name }) => CHANGED.has(name));
  if (changed !== undefined) see('change-with-figure', changed.span);
}

/** Positions over the answer in fifths, with the ends apart. */
function addPosition(index: number, count: number, see: See): void {
  const add = (name: string) => see(`position:${name}`, null);
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
    for (const { name, weights } of model.words(token.word, before))
      features.push({ name, span: token, weights });
    before = token.word.stem;
  }
}
