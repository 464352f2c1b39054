import type { Question } from '../content/types.js';
import type { Outcome, Revision } from './outcome.js';

/** One version of an answer. */
export interface Attempt {
  /** As typed. */
  readonly text: string;
  readonly outcome: Outcome;
  /** Seconds the prompt was open. */
  readonly seconds: number;
  /** The follow-up question that it replies to. */
  readonly replyTo?: string;
}

/** A question of this session with the versions of its answer, oldest first; none: not answered. */
export interface Turn {
  readonly question: Question;
  readonly attempts: readonly Attempt[];
}

/** What a session is made of; nothing of it changes on the way. */
export interface RehearsalOptions {
  /** In the order to be asked. */
  readonly questions: readonly Question[];
  /** `each`: feedback and a choice after every answer. `end`: no word on the answers before all are given. */
  readonly feedback: 'each' | 'end';
  /** True where an interviewer asks once more after an answer that lacks something; with `end` only. */
  readonly followUps?: boolean;
  /** Unfinished answers of an earlier session: id of the question → text. */
  readonly drafts?: Readonly<Record<string, string>>;
}

/** What the session waits for: an answer, a choice after the feedback, or nothing more. */
type Phase = 'answer' | 'choice' | 'over';

/** All there is to know of a session between two events. */
export interface RehearsalState {
  readonly options: RehearsalOptions;
  readonly phase: Phase;
  /** Index of the question. */
  readonly at: number;
  /** One for every question, in order. */
  readonly turns: readonly Turn[];
  /** True once the samples of this question have been shown. */
  readonly samplesShown: boolean;
  /** What the interviewer has asked about the answer just given; null where it is the question itself. */
  readonly followUp: string | null;
  /** What the interviewer would ask about the last version, and may be replied to; null for nothing. */
  readonly open: string | null;
}

/** What the candidate does. */
export type RehearsalEvent =
  /** The text of a reply to a follow-up question is the whole answer with the reply at its end. */
  | ({
      readonly type: 'answered';
      /** What an interviewer would ask now; absent where nothing is missing. */
      readonly followUp?: string | null;
    } & Attempt)
  /** An empty answer: on to the next question. */
  | { readonly type: 'skipped' }
  | { readonly type: 'revise' }
  | { readonly type: 'samples' }
  /** The follow-up question is to be answered. */
  | { readonly type: 'reply' }
  | { readonly type: 'next' }
  | { readonly type: 'quit' }
  /** Ctrl-C, a hang-up. */
  | { readonly type: 'interrupted' };

/** What may be chosen after the feedback on an answer. */
export type Choice = 'revise' | 'samples' | 'reply' | 'next' | 'quit';

/** What the screen and the disk have to do, in this order. */
export type Effect =
  | {
      readonly type: 'ask';
      readonly question: Question;
      /** From 1. */
      readonly number: number;
      readonly of: number;
      /** Text to open the prompt with. */
      readonly text: string;
      readonly revising: boolean;
      /** Of the answer, from 1. */
      readonly version: number;
      /** Asked instead of the question, about the answer that is there. */
      readonly followUp: { readonly ask: string; readonly said: string } | null;
    }
  /** Comes before the next question is asked. */
  | { readonly type: 'keep'; readonly turns: readonly Turn[]; readonly turn: Turn; readonly attempt: Attempt }
  | { readonly type: 'feedback'; readonly turn: Turn; readonly revision: Revision | null }
  | { readonly type: 'choose'; readonly choices: readonly Choice[] }
  | { readonly type: 'samples'; readonly question: Question }
  | {
      readonly type: 'summary';
      readonly turns: readonly Turn[];
      readonly withReadings: boolean;
      /** True where it was left before its end. */
      readonly interrupted: boolean;
    }
  | { readonly type: 'over'; readonly interrupted: boolean };

/** What comes of an event: the state after it, and what is to be done now. */
export interface Step {
  readonly state: RehearsalState;
  readonly effects: readonly Effect[];
}
