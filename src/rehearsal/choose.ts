import type { Level, Question, QuestionKind, Stage } from '../content/types.js';
import { lackOf } from './grade.js';
import { createRandom, shuffle } from './random.js';
import type { QuestionMemory } from './schedule.js';

/** Which questions may be asked. */
export interface QuestionFilter {
  readonly stage?: Stage | undefined;
  readonly kind?: QuestionKind | undefined;
  readonly level?: Level | undefined;
  readonly competency?: string | undefined;
}

export interface PracticeChoice extends QuestionFilter {
  readonly count: number;
  readonly seed: number;
  /** Question → what the history says of it. */
  readonly memories: ReadonlyMap<string, QuestionMemory>;
  /** The end of today, milliseconds since the epoch: what is due before it is due. */
  readonly tonight: number;
}

function fitting(questions: readonly Question[], filter: QuestionFilter): Question[] {
  const { stage, kind, level, competency } = filter;
  return questions.filter(
    (question) =>
      (!stage || question.stage === stage) &&
      (!kind || question.kind === kind) &&
      (!level || question.levels.includes(level)) &&
      (!competency || question.competencies.includes(competency)),
  );
}

/** Why a question is asked: the order of these words is the order of the questions. */
export const REASONS = ['due', 'weak', 'new', 'early'] as const;
export type Reason = (typeof REASONS)[number];

/** A question to be asked, and why. */
export interface ChosenQuestion {
  readonly question: Question;
  readonly reason: Reason;
  /** The weak competency that it is asked for; null for another reason. */
  readonly competency: string | null;
}

/**
 * Questions to practise, each once: those due, the longest overdue first; then those of competencies in which
 * answers were weak, the weakest competency first; then new ones; then what is not due yet, the soonest first.
 * Among equals the seed decides.
 */
export function choosePractice(questions: readonly Question[], choice: PracticeChoice): ChosenQuestion[] {
  const { count, seed, memories, tonight } = choice;
  const weak = weakCompetencies(questions, memories);
  const ranked = (question: Question): Ranked => {
    const chosen = (reason: Reason, ...rank: readonly number[]) => ({
      question,
      reason,
      competency: null,
      rank: [REASONS.indexOf(reason), ...rank],
    });
    const memory = memories.get(question.id);
    if (memory && memory.due <= tonight) return chosen('due', memory.due);
    const lackIn = (name: string) => weak.get(name) ?? 0;
    const [weakest] = question.competencies.toSorted((a, b) => lackIn(b) - lackIn(a));
    // What was answered well needs no more of the same; what was not comes after what is new.
    const helps = memory === undefined || lackOf(memory.grade) > 0;
    if (weakest !== undefined && lackIn(weakest) > 0 && helps)
      return { ...chosen('weak', -lackIn(weakest), memory?.last ?? 0), competency: weakest };
    return memory === undefined ? chosen('new') : chosen('early', memory.due);
  };
  return shuffle(fitting(questions, choice), createRandom(seed))
    .map(ranked)
    .sort((a, b) => compare(a.rank, b.rank))
    .slice(0, count)
    .map(({ rank, ...chosen }) => chosen);
}

type Ranked = ChosenQuestion & { readonly rank: readonly number[] };

/** From how much that lacks on average a competency is weak. */
const WEAK = 0.5;

/**
 * Competency → how much its last answers lack on average, from 0.5 (each rough, or every other one broken) to 1
 * (all broken); only those that weak.
 */
export function weakCompetencies(
  questions: readonly Question[],
  memories: ReadonlyMap<string, QuestionMemory>,
): Map<string, number> {
  const lacks = new Map<string, number[]>();
  for (const { id, competencies } of questions) {
    const memory = memories.get(id);
    if (memory === undefined) continue;
    for (const name of competencies) lacks.set(name, [...(lacks.get(name) ?? []), lackOf(memory.grade)]);
  }
  return new Map(
    [...lacks]
      .map(([name, all]) => [name, all.reduce((sum, lack) => sum + lack, 0) / all.length] as const)
      .filter(([, lack]) => lack >= WEAK),
  );
}

/** The stages of a mock interview; where two share a place, the seed takes one that has questions. */
const ROUNDS: readonly (readonly Stage[])[] = [
  ['phone'],
  ['hr'],
  ['professional'],
  ['role-play', 'case'],
  ['manager'],
];

/** Questions of a mock interview: stage after stage, or one of them, in each up to `count`, shuffled by the seed. */
export function chooseMock(
  questions: readonly Question[],
  {
    count,
    seed,
    stage: only,
    level,
  }: {
    readonly count: number;
    readonly seed: number;
    readonly stage?: Stage | undefined;
    readonly level?: Level | undefined;
  },
): Question[] {
  const random = createRandom(seed);
  const rounds = only === undefined ? ROUNDS : [[only]];
  return rounds.flatMap((stages) => {
    const there = stages
      .map((stage) => fitting(questions, { stage, level }))
      .filter(({ length }) => length > 0);
    const [round = []] = shuffle(there, random);
    return shuffle(round, random).slice(0, count);
  });
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
