import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating } from 'ts-fsrs';
import { type Grade, gradeOf } from './grade.js';
import type { PracticeRecord } from './record.js';

/** All answers to one question in one session. */
export interface Review {
  readonly question: string;
  readonly session: string;
  /** When the first version was given, milliseconds since the epoch; never after now. */
  readonly at: number;
  readonly grade: Grade;
  /** Its versions, oldest first; at least one. */
  readonly versions: readonly PracticeRecord[];
}

/** What the history says of one question. */
export interface QuestionMemory {
  readonly question: string;
  /** Milliseconds since the epoch. */
  readonly last: number;
  /** Milliseconds since the epoch; whole days after `last`. */
  readonly due: number;
  readonly reviews: number;
  /** Of the last review. */
  readonly grade: Grade;
}

const RATING: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

/**
 * Free Spaced Repetition Scheduler, version 6, as in `ts-fsrs`: nine in ten answers should still be good when
 * the question comes again. Whole days only, no fuzz: the same history gives the same dates. Nobody prepares
 * longer than two months, so nothing is put off for longer.
 */
const scheduler = fsrs({
  enable_fuzz: false,
  enable_short_term: false,
  request_retention: 0.9,
  maximum_interval: 60,
});

/**
 * The reviews of a history in the order of time. A record that lies in the future (the clock was wrong then, or
 * is now) counts as given now: its question must neither vanish for years nor come out of turn.
 *
 * @param now milliseconds since the epoch
 */
export function reviewsOf(records: readonly PracticeRecord[], now: number): Review[] {
  const groups = new Map<string, PracticeRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.session, record.question]);
    groups.set(key, [...(groups.get(key) ?? []), record]);
  }
  return [...groups.values()]
    .flatMap((group): Review[] => {
      const versions = group.sort((a, b) => a.attempt - b.attempt);
      const [first] = versions;
      if (first === undefined) return [];
      const { question, session, at } = first;
      const grade = gradeOf(versions.map(({ outcome }) => outcome));
      return [{ question, session, at: Math.min(Date.parse(at), now), grade, versions }];
    })
    .sort((a, b) => a.at - b.at);
}

/**
 * When every practised question is due, worked out from the whole history: there is no state beside it.
 *
 * @param reviews as {@link reviewsOf} gives them
 */
export function memoriesOf(reviews: readonly Review[]): Map<string, QuestionMemory> {
  const cards = new Map<string, Card>();
  const memories = new Map<string, QuestionMemory>();
  for (const { question, at, grade } of reviews) {
    const before: Card = cards.get(question) ?? createEmptyCard<Card>(new Date(at));
    const { card } = scheduler.next(before, new Date(at), RATING[grade]);
    cards.set(question, card);
    memories.set(question, { question, last: at, due: card.due.getTime(), reviews: card.reps, grade });
  }
  return memories;
}
