import type { StoryWeights } from '../content/types.js';
import { FORM } from '../text/types.js';
import type { Model } from './model.js';
import type { ClauseReading, SentenceReading, StoryKind, StoryReading } from './types.js';

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
export function readStory(sentences: readonly SentenceReading[], model: Model): StoryReading {
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
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
  const signs = new Map<string, number>();
  const add = (name: string, much: number) => signs.set(name, (signs.get(name) ?? 0) + much / clauses.length);
  for (const { clause, cues, posterior } of clauses) {
    const { forms, subject } = clause;
    add(`${(forms & FORM.past) === 0 ? 'now' : 'past'}:${subject}`, 1);
    for (const cue of new Set(cues)) add(`cue:${cue}`, 1);
    for (const [form, bit] of FORMS) if ((forms & bit) !== 0) add(`form:${form}`, 1);
    labels.forEach((label, index) => {
      add(`label:${label}`, posterior[index] ?? 0);
    });
  }
  return signs.set('long', Math.min(clauses.length, LONG) / LONG);
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
