import type { LogOdds } from '../content/types.js';
import { oncePer } from '../text/once-per.js';
import { matchPatterns, patternSet } from '../text/patterns.js';
import { spanOf } from '../text/span.js';
import { FORM } from '../text/types.js';
import type { Model } from './model.js';
import type { ClauseReading, StoryKind, StoryReading } from './types.js';

/** Cues that speak of no event, and what an answer made of them is. */
const GENERAL: Readonly<Record<string, StoryKind>> = {
  hypothetical: 'plan',
  plan: 'plan',
  habit: 'habit',
  'self-description': 'description',
};

/** Kinds whose cues may as well stand in an answer on what is usually done. */
const UNDECIDED: readonly (StoryKind | undefined)[] = ['plan', 'description'];

/** An answer is no story where one is less likely than this: better silent than wrong (docs/accuracy-log.md). */
const STORY_FROM = 0.3;

/** Clauses from which on more of them say nothing new. */
const LONG = 15;

/**
 * Whether the answer tells one past event: by who does what in which tense, by the cues and by what the clauses
 * carry, each as its share of the clauses, weighed by a fitted logistic model. A framework without such
 * weights takes every answer for a story.
 */
export function readStory(clauses: readonly ClauseReading[], model: Model): StoryReading {
  if (clauses.length === 0) return { kind: 'none', spans: [] };
  if (model.story === null || likelihood(clauses, model.story, tableFor(model)) >= STORY_FROM)
    return { kind: 'story', spans: [] };
  const general = clauses.flatMap((clause) => {
    const kind = generalKind(clause, model);
    return kind === null ? [] : [{ kind, span: spanOf(clause) }];
  });
  return { kind: commonest(general.map(({ kind }) => kind)), spans: general.map(({ span }) => span) };
}

/** Sign → its share of the clauses, from 0 to 1; `long` grows with their number. */
export function storySigns(
  clauses: readonly ClauseReading[],
  labels: readonly string[],
): ReadonlyMap<string, number> {
  const table = signTable(labels);
  const { met, shares } = sharesOf(clauses, table);
  const signs = new Map<string, number>();
  for (const sign of met) signs.set(table.names[sign] as string, shares[sign] as number);
  return signs.set(LENGTH, lengthOf(clauses));
}

/** Signs by number: each clause adds to a dozen of them, and to put their names together takes as long as the rest. */
interface SignTable {
  readonly names: string[];
  /** Of each sign, once it was asked for. */
  readonly weights: number[];
  readonly now: Map<string, number>;
  readonly past: Map<string, number>;
  readonly cues: Map<string, number>;
  readonly forms: readonly number[];
  readonly labels: readonly number[];
}

function signTable(labels: readonly string[]): SignTable {
  const names: string[] = [];
  return {
    names,
    weights: [],
    now: new Map(),
    past: new Map(),
    cues: new Map(),
    forms: FORMS.map((name) => names.push(`form:${name}`) - 1),
    labels: labels.map((label) => names.push(`label:${label}`) - 1),
  };
}

const tableFor = oncePer(({ labels }: Model) => signTable(labels));

function signOf(kind: string, value: string, known: Map<string, number>, { names }: SignTable): number {
  let sign = known.get(value);
  if (sign === undefined) {
    sign = names.push(kind + value) - 1;
    known.set(value, sign);
  }
  return sign;
}

const UNMET = -1;

interface Shares {
  /** Signs in the order in which they are first met: fractions add up otherwise in another order. */
  readonly met: number[];
  /** By sign; {@link UNMET} for those that are not met. */
  readonly shares: readonly number[];
}

function sharesOf(clauses: readonly ClauseReading[], table: SignTable): Shares {
  const met: number[] = [];
  const shares = new Array<number>(table.names.length).fill(UNMET);
  const add = (sign: number, share: number): void => {
    // A sign that the table has just got stands after all others.
    const before = sign < shares.length ? (shares[sign] as number) : UNMET;
    if (before === UNMET) met.push(sign);
    shares[sign] = before === UNMET ? share : before + share;
  };
  const { now, past, forms: formSigns, labels } = table;
  const one = 1 / clauses.length;
  for (let index = 0; index < clauses.length; index++) {
    const { clause, cues, posterior } = clauses[index] as ClauseReading;
    const { forms, subject } = clause;
    add(
      (forms & FORM.past) === 0 ? signOf('now:', subject, now, table) : signOf('past:', subject, past, table),
      one,
    );
    for (let at = 0; at < cues.length; at++) {
      const cue = cues[at] as string;
      if (cues.indexOf(cue) === at) add(signOf('cue:', cue, table.cues, table), one);
    }
    for (let at = 0; at < BITS.length; at++)
      if ((forms & (BITS[at] as number)) !== 0) add(formSigns[at] as number, one);
    for (let at = 0; at < labels.length; at++)
      add(labels[at] as number, (posterior[at] ?? 0) / clauses.length);
  }
  return { met, shares };
}

const LENGTH = 'long';

function lengthOf({ length }: readonly ClauseReading[]): number {
  return Math.min(length, LONG) / LONG;
}

const FORMS = Object.keys(FORM);
const BITS = Object.values(FORM);

function likelihood(clauses: readonly ClauseReading[], story: LogOdds, table: SignTable): number {
  const { met, shares } = sharesOf(clauses, table);
  const { names, weights } = table;
  let sum = story.bias;
  for (let at = 0; at < met.length; at++) {
    const sign = met[at] as number;
    let weight = weights[sign];
    if (weight === undefined) {
      weight = story.signs[names[sign] as string] ?? 0;
      weights[sign] = weight;
    }
    sum += (shares[sign] as number) * weight;
  }
  sum += lengthOf(clauses) * (story.signs[LENGTH] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function generalKind({ cues, clause }: ClauseReading, { habitual }: Model): StoryKind | null {
  for (const cue of cues) {
    const kind = GENERAL[cue];
    // «Обычно» opens a description, too, and "would" a plan and a habit.
    if (UNDECIDED.includes(kind) && matchPatterns(patternSet(habitual), clause.tokens).length > 0)
      return 'habit';
    if (kind !== undefined) return kind;
  }
  return null;
}

/**
 * Of kinds that are met equally often, the one that is met first; a plan is the last of them, since «я бы сказал» opens
 * an answer on what is usually done as well.
 */
function commonest(kinds: readonly StoryKind[]): StoryKind {
  const counts = new Map<StoryKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const plansLast = (a: StoryKind, b: StoryKind) => Number(a === 'plan') - Number(b === 'plan');
  return [...counts].sort(([a, x], [b, y]) => y - x || plansLast(a, b))[0]?.[0] ?? 'opinion';
}
