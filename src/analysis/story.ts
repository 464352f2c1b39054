import type { StoryWeights } from '../content/types.js';
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
  if (model.story === null || likelihood(storySigns(clauses, model.labels), model.story) >= STORY_FROM)
    return { kind: 'story', spans: [] };
  const general = clauses.flatMap((clause) => {
    const kind = generalKind(clause);
    return kind === null ? [] : [{ kind, span: { start: clause.start, end: clause.end } }];
  });
  return { kind: commonest(general.map(({ kind }) => kind)), spans: general.map(({ span }) => span) };
}

/** Sign → its share of the clauses, from 0 to 1; `long` grows with their number. */
export function storySigns(
  clauses: readonly ClauseReading[],
  labels: readonly string[],
): ReadonlyMap<string, number> {
  // Signs stand in the order in which they are first met: fractions add up otherwise in another order. Each clause
  // adds to a dozen of them, so their names are put together once.
  const shares = new Map<string, Share>();
  const shareOf = (name: string): Share => {
    let share = shares.get(name);
    if (share === undefined) {
      share = { sum: 0 };
      shares.set(name, share);
    }
    return share;
  };
  const named = (kind: string) => {
    const known = new Map<string, Share>();
    return (name: string): Share => {
      let share = known.get(name);
      if (share === undefined) {
        share = shareOf(kind + name);
        known.set(name, share);
      }
      return share;
    };
  };
  const now = named('now:');
  const past = named('past:');
  const cue = named('cue:');
  const form = FORMS.map((): Share | null => null);
  let label: readonly Share[] | null = null;
  const one = 1 / clauses.length;
  for (const { clause, cues, posterior } of clauses) {
    const { forms, subject } = clause;
    ((forms & FORM.past) === 0 ? now : past)(subject).sum += one;
    for (let at = 0; at < cues.length; at++)
      if (cues.indexOf(cues[at] as string) === at) cue(cues[at] as string).sum += one;
    for (let at = 0; at < FORMS.length; at++) {
      const [name, bit] = FORMS[at] as readonly [string, number];
      if ((forms & bit) === 0) continue;
      const share = form[at] ?? shareOf(`form:${name}`);
      form[at] = share;
      share.sum += one;
    }
    label ??= labels.map((name) => shareOf(`label:${name}`));
    for (let at = 0; at < label.length; at++)
      (label[at] as Share).sum += (posterior[at] ?? 0) / clauses.length;
  }
  const signs = new Map<string, number>();
  for (const [name, { sum }] of shares) signs.set(name, sum);
  return signs.set('long', Math.min(clauses.length, LONG) / LONG);
}

interface Share {
  sum: number;
}

const FORMS = Object.entries(FORM);

function likelihood(signs: ReadonlyMap<string, number>, { bias, signs: weights }: StoryWeights): number {
  let sum = bias;
  for (const [name, share] of signs) sum += share * (weights[name] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function generalKind(clause: ClauseReading): StoryKind | null {
  for (const cue of clause.cues) {
    const kind = GENERAL[cue];
    if (kind !== undefined) return kind;
  }
  return null;
}

function commonest(kinds: readonly StoryKind[]): StoryKind {
  const count = (kind: StoryKind) => kinds.filter((other) => other === kind).length;
  return [...kinds].sort((a, b) => count(b) - count(a))[0] ?? 'opinion';
}
