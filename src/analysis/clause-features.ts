import type { Quantity } from '../numbers/types.js';
import type { PatternMatch } from '../text/patterns.js';
import { type Clause, FORM, type Span, type Subject, type Token } from '../text/types.js';
import type { Model } from './model.js';
import type { Weighed } from './named-features.js';

/** Kinds of figures that can be the size of a change. */
const MEASURES = new Set(['pair', 'percent', 'points', 'multiple', 'money', 'fraction', 'rating']);
/** Words that tell by themselves, and what. */
const TELLING: ReadonlyMap<string, 'conditional' | 'condition' | 'progressive'> = new Map([
  ...['бы', 'would', 'could', 'should', "i'd", "we'd"].map((word) => [word, 'conditional'] as const),
  ...['если', 'if'].map((word) => [word, 'condition'] as const),
  ...['was', 'were'].map((word) => [word, 'progressive'] as const),
]);

/** What the words of a clause show, wherever it stands in the answer. */
export interface ClauseSigns {
  readonly matches: readonly PatternMatch[];
  readonly shown: Shown;
}

export interface SeenClause {
  /** Ids of the cues that fired. */
  readonly cues: readonly string[];
  /** True where the clause tells of what did not happen. */
  readonly hypothetical: boolean;
}

/** What the features of a clause follow from, beside its own words. */
export interface Circumstances {
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

/** Notes every feature of a clause but its words. */
export function seeClause(
  { clause, local }: { readonly clause: Clause; readonly local: ClauseSigns },
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

/** Cues of what did not happen; a conditional form says so too. */
const HYPOTHETICAL = new Set(['hypothetical', 'plan']);

/** Notes a feature of the clause that is being read. */
export type See = (feature: Weighed, span: Span | null) => void;

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

/** What the words of one clause show together. */
export function shownBy(tokens: readonly Token[]): Shown {
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

/** @param changed words that tell of a change: a figure may be its size */
function addFigures(figures: readonly Quantity[], changed: Span | null, { see, model }: Seeing): void {
  for (const quantity of figures) see(model.named.of('figure:', quantity.kind), quantity);
  if (changed !== null && figures.some(({ kind }) => MEASURES.has(kind)))
    see(model.named.one('change-with-figure'), changed);
}
