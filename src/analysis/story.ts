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

/**
 * Whether the answer tells one past event. An event is a clause with a finite past verb that carries a part
 * and no cue of habit, plan or self-description.
 */
export function readStory(sentences: readonly SentenceReading[], model: Model): StoryReading {
  const clauses = sentences.flatMap((sentence) => sentence.clauses);
  if (clauses.length === 0) return { kind: 'none', spans: [] };
  const events = clauses.filter((clause) => isEvent(clause, model)).length;
  const general = clauses.filter((clause) => generalKind(clause) !== null);
  if (events > 0 && events >= general.length) return { kind: 'story', spans: [] };
  const spans = general.map(({ start, end }) => ({ start, end }));
  if (spans.length === 0)
    return {
      kind: clauses.every((clause) => clause.label === model.framework.neutral) ? 'opinion' : 'story',
      spans: [],
    };
  return { kind: commonest(general.map((clause) => generalKind(clause) ?? 'opinion')), spans };
}

function isEvent(clause: ClauseReading, model: Model): boolean {
  return (
    (clause.clause.forms & FORM.past) !== 0 &&
    clause.label !== model.framework.neutral &&
    generalKind(clause) === null
  );
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
