import type { PartState } from '../analysis/types.js';
import type { Bank, Question } from '../content/types.js';
import { weakCompetencies } from './choose.js';
import type { Grade } from './grade.js';
import type { Outcome } from './outcome.js';
import { type PeriodUnit, periodStart, unitFor } from './periods.js';
import type { PracticeRecord } from './record.js';
import { memoriesOf, type QuestionMemory, type Review, reviewsOf } from './schedule.js';
import { type Streak, streakOf } from './streak.js';

/** What a history says of one role. Days are numbers of the calendar handed in. */
export interface Progress {
  readonly role: string;
  readonly sessions: number;
  /** Questions answered, once a session. */
  readonly answers: number;
  /** With revisions. */
  readonly versions: number;
  /** At the prompt. */
  readonly seconds: number;
  readonly questions: { readonly practised: number; readonly total: number };
  readonly days: { readonly first: number; readonly last: number } | null;
  readonly streak: Streak;
  readonly unit: PeriodUnit;
  /** Periods with practice, oldest first. */
  readonly periods: readonly Period[];
  /** Structures that answers were read by, most answers first. */
  readonly frameworks: readonly FrameworkProgress[];
  /** Weakest first. */
  readonly competencies: readonly CompetencyProgress[];
  /** Rules that reported in two or more of the last answers to each question, at most five; no `info`. */
  readonly rules: readonly { readonly rule: string; readonly answers: number }[];
  /** Practised questions, the soonest due first. */
  readonly due: readonly DueQuestion[];
}

/** First versions of answers, as they were told without help. Averages, unless it says otherwise. */
export interface Period {
  /** First day of the period; that of `day` is the day itself. */
  readonly start: number;
  readonly answers: number;
  readonly figures: number;
  /** Share of answers whose result has a figure, among those that a structure with a result is asked of. */
  readonly proven: number | null;
  /** Of what is said; null where all of it was written: a test task, a letter. */
  readonly speakingSeconds: number | null;
  readonly errors: number;
  readonly warnings: number;
}

/** How often each part of one structure of answers was there. */
export interface FrameworkProgress {
  readonly id: string;
  readonly answers: number;
  /**
   * Part → its share in the answers of each period: 1 where all have it, half for an implied one; null where the
   * period has no answer of this structure.
   */
  readonly parts: Readonly<Record<string, readonly (number | null)[]>>;
}

/** What has been reached in the questions of one competency. */
export interface CompetencyProgress {
  readonly id: string;
  readonly questions: { readonly practised: number; readonly total: number };
  /** Criteria of the last versions. */
  readonly criteria: { readonly touched: number; readonly asked: number };
  /** Share of practised questions by their last grade. */
  readonly grades: Readonly<Record<Grade, number>>;
  readonly weak: boolean;
}

/** A practised question, and when it comes again; days are those of {@link ProgressOptions.dayOf}. */
export interface DueQuestion {
  readonly question: string;
  readonly grade: Grade;
  /** Day on which it comes again. */
  readonly day: number;
  /** Days since then; 0 today, below 0 before. */
  readonly overdue: number;
}

export interface ProgressOptions {
  /** Null where the role has no bank any more. */
  readonly bank: Bank | null;
  readonly role: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /**
   * Milliseconds since the epoch; earlier answers are left out. What has been reached follows from all answers:
   * which questions are practised and due, and competencies. Null: all.
   */
  readonly since: number | null;
  /** Structures of what is written and never said. */
  readonly written: ReadonlySet<string>;
  /** Day of a moment on the reader's calendar. */
  readonly dayOf: (milliseconds: number) => number;
}

/** @param records of this role, in any order */
export function progressOf(records: readonly PracticeRecord[], options: ProgressOptions): Progress {
  const { bank, role, now, since, written, dayOf } = options;
  const questions = new Map((bank?.questions ?? []).map((question) => [question.id, question]));
  const isSpoken = ({ question }: Review) => !written.has(questions.get(question)?.framework ?? '');
  const allReviews = reviewsOf(records, now);
  const memories = memoriesOf(allReviews);
  const shown = records.filter(({ at }) => since === null || Date.parse(at) >= since);
  const reviews = reviewsOf(shown, now);
  const today = dayOf(now);
  const days = shown.map(({ at }) => dayOf(Date.parse(at))).filter((day) => day <= today);
  const reviewDays = reviews.map(({ at }) => dayOf(at));
  const unit = unitFor(reviewDays);
  const starts = [...new Set(reviewDays.map((day) => periodStart(day, unit)))];
  const inPeriods = starts.map((start) => reviews.filter(({ at }) => periodStart(dayOf(at), unit) === start));
  return {
    role,
    sessions: new Set(shown.map(({ session }) => session)).size,
    answers: reviews.length,
    versions: shown.length,
    seconds: sum(shown.map(({ seconds }) => seconds)),
    questions: {
      practised: [...memories.keys()].filter((id) => bank === null || questions.has(id)).length,
      total: bank === null ? memories.size : questions.size,
    },
    days: days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) },
    streak: streakOf(days, today),
    unit,
    periods: starts.map((start, index) => periodOf(start, inPeriods[index] ?? [], isSpoken)),
    frameworks: frameworksOf(inPeriods, questions),
    competencies: competenciesOf(allReviews, { questions: [...questions.values()], memories }),
    rules: recurring(lastReviews(reviews)),
    due: [...memories.values()]
      .filter(({ question }) => bank === null || questions.has(question))
      .sort((a, b) => a.due - b.due)
      .map(({ question, grade, due }) => {
        const day = dayOf(due);
        return { question, grade, day, overdue: today - day };
      }),
  };
}

function periodOf(start: number, reviews: readonly Review[], isSpoken: (review: Review) => boolean): Period {
  const first = reviews.map(firstOutcome);
  const said = reviews.filter(isSpoken).map(firstOutcome);
  const withResult = first.filter(({ parts }) => 'result' in parts);
  return {
    start,
    answers: first.length,
    figures: mean(first.map(({ figures }) => figures)),
    proven: withResult.length === 0 ? null : mean(withResult.map(({ resultNumber }) => Number(resultNumber))),
    speakingSeconds: said.length === 0 ? null : mean(said.map(({ speakingSeconds }) => speakingSeconds)),
    errors: mean(first.map((outcome) => count(outcome, 'error'))),
    warnings: mean(first.map((outcome) => count(outcome, 'warn'))),
  };
}

const STATE: Readonly<Record<PartState, number>> = { present: 1, implied: 0.5, empty: 0, missing: 0 };

function frameworksOf(
  periods: readonly (readonly Review[])[],
  questions: ReadonlyMap<string, Question>,
): FrameworkProgress[] {
  const frameworkOf = ({ question }: Review) => questions.get(question)?.framework ?? null;
  const ids = new Set(periods.flat().flatMap((review) => frameworkOf(review) ?? []));
  return [...ids]
    .map((id) => {
      const outcomes = periods.map((reviews) =>
        reviews.filter((review) => frameworkOf(review) === id).map(firstOutcome),
      );
      const parts = new Set(outcomes.flat().flatMap((outcome) => Object.keys(outcome.parts)));
      return {
        id,
        answers: outcomes.flat().length,
        parts: Object.fromEntries(
          [...parts].map((part) => [
            part,
            outcomes.map((period) => {
              const states = period.flatMap((outcome) => outcome.parts[part] ?? []);
              return states.length === 0 ? null : mean(states.map((state) => STATE[state] ?? 0));
            }),
          ]),
        ),
      };
    })
    .sort((a, b) => b.answers - a.answers);
}

function competenciesOf(
  reviews: readonly Review[],
  {
    questions,
    memories,
  }: { readonly questions: readonly Question[]; readonly memories: ReadonlyMap<string, QuestionMemory> },
): CompetencyProgress[] {
  const weak = weakCompetencies(questions, memories);
  const last = new Map(lastReviews(reviews).map((review) => [review.question, review]));
  const names = [...new Set(questions.flatMap(({ competencies }) => competencies))].sort();
  return names
    .map((id) => {
      const own = questions.filter(({ competencies }) => competencies.includes(id));
      const practised = own.flatMap((question) => memories.get(question.id) ?? []);
      const criteria = own.flatMap(({ id: name }) => {
        const outcome = last.get(name)?.versions.at(-1)?.outcome;
        return Object.values(outcome?.criteria ?? {});
      });
      const share = (grade: Grade) => mean(practised.map((memory) => Number(memory.grade === grade)));
      return {
        id,
        questions: { practised: practised.length, total: own.length },
        criteria: { touched: criteria.filter((touched) => touched).length, asked: criteria.length },
        grades: { again: share('again'), hard: share('hard'), good: share('good'), easy: share('easy') },
        weak: weak.has(id),
      };
    })
    .sort(
      (a, b) =>
        (weak.get(b.id) ?? 0) - (weak.get(a.id) ?? 0) ||
        Number(b.questions.practised > 0) - Number(a.questions.practised > 0) ||
        b.questions.total - a.questions.total,
    );
}

/** The last review of each question. */
function lastReviews(reviews: readonly Review[]): Review[] {
  return [...new Map(reviews.map((review) => [review.question, review])).values()];
}

function recurring(reviews: readonly Review[]): { rule: string; answers: number }[] {
  const counts = new Map<string, number>();
  for (const { versions } of reviews) {
    const findings = versions.at(-1)?.outcome.findings ?? [];
    for (const rule of new Set(
      findings.filter(({ severity }) => severity !== 'info').map((finding) => finding.rule),
    ))
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return (
    [...counts]
      .map(([rule, answers]) => ({ rule, answers }))
      // Once is not often.
      .filter(({ answers }) => answers > 1)
      .sort((a, b) => b.answers - a.answers || (a.rule < b.rule ? -1 : 1))
      .slice(0, 5)
  );
}

function firstOutcome({ versions }: Review): Outcome {
  return (versions[0] as PracticeRecord).outcome;
}

function count({ findings }: Outcome, wanted: 'error' | 'warn'): number {
  return findings.filter(({ severity }) => severity === wanted).length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** 0 for no numbers. */
function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : sum(numbers) / numbers.length;
}
