import { STAGES } from '../content/interview.js';
import type { Question, QuestionKind, Stage } from '../content/types.js';
import { type Outcome, weakness } from './outcome.js';
import { createRandom, shuffle } from './random.js';

/** The last time a question was practised. */
export interface LastPractice {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: Outcome;
}

export interface PracticeChoice {
  readonly stage?: Stage | undefined;
  readonly kind?: QuestionKind | undefined;
  readonly count: number;
  readonly seed: number;
  /** Id of the question → its last practice. */
  readonly history: ReadonlyMap<string, LastPractice>;
}

/**
 * Questions to practise: first those never practised, in an order that the seed decides; then the weakest
 * last answers; then, among equals, those practised longest ago.
 */
export function choosePractice(questions: readonly Question[], choice: PracticeChoice): Question[] {
  const { stage, kind, count, seed, history } = choice;
  const wanted = questions.filter(
    (question) => (!stage || question.stage === stage) && (!kind || question.kind === kind),
  );
  const rank = ({ id }: Question) => {
    const last = history.get(id);
    return last ? weakness(last.outcome) : Number.POSITIVE_INFINITY;
  };
  const date = ({ id }: Question) => history.get(id)?.at ?? '';
  return shuffle(wanted, createRandom(seed))
    .sort((a, b) => compare(rank(b), rank(a)) || compare(date(a), date(b)))
    .slice(0, count);
}

/** Questions of a mock interview: stage after stage, in each up to `count`, shuffled by the seed. */
export function chooseMock(
  questions: readonly Question[],
  { count, seed }: { readonly count: number; readonly seed: number },
): Question[] {
  const random = createRandom(seed);
  return STAGES.flatMap((stage) =>
    shuffle(
      questions.filter((question) => question.stage === stage),
      random,
    ).slice(0, count),
  );
}

/** Infinity minus itself is no order: compare, do not subtract. */
function compare<T extends number | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
