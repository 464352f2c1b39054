import type { Outcome } from './outcome.js';

/** A version of an answer as the history remembers it, without its text. */
export interface PracticeRecord {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly session: string;
  readonly mode: 'practice' | 'mock';
  readonly role: string;
  /** Id of the question. */
  readonly question: string;
  /** From 1: which version of the answer in its session. */
  readonly attempt: number;
  /** Seconds at the prompt. */
  readonly seconds: number;
  readonly outcome: Outcome;
}
