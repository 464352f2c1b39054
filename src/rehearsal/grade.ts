import { missesMost, type Outcome } from './outcome.js';

/** How well a question was answered in one session, from worst to best. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

/** What the findings say of one version. */
type Soundness = 'broken' | 'rough' | 'clean';

/** Longest answer that still is easy to listen to, in seconds. */
const LISTENED_TO = 150;

/**
 * First version → last version → grade. The first one shows what is known without help; what a revision mends
 * under the feedback counts for less.
 */
const TABLE: Readonly<Record<Soundness, Readonly<Record<Soundness, Grade>>>> = {
  broken: { broken: 'again', rough: 'again', clean: 'hard' },
  rough: { broken: 'hard', rough: 'hard', clean: 'good' },
  clean: { broken: 'good', rough: 'good', clean: 'good' },
};

/**
 * The grade of an answer with all its versions of one session, oldest first.
 *
 * Broken: an error, or a part that is missing or empty. Rough: a warning, or less than a quarter of what the
 * interviewer listens for. A first version that is clean, proves
 * its result with a figure or touches all criteria, and can be said in two and a half minutes was easy.
 */
export function gradeOf(versions: readonly Outcome[]): Grade {
  const [first] = versions;
  const last = versions.at(-1);
  if (first === undefined || last === undefined) return 'again';
  const grade = TABLE[readingOf(first)][readingOf(last)];
  return readingOf(first) === 'clean' && isProven(first) ? 'easy' : grade;
}

function readingOf(outcome: Outcome): Soundness {
  const { findings, parts } = outcome;
  const states = Object.values(parts);
  if (
    findings.some(({ severity }) => severity === 'error') ||
    states.includes('missing') ||
    states.includes('empty')
  )
    return 'broken';
  return findings.some(({ severity }) => severity === 'warn') || missesMost(outcome) ? 'rough' : 'clean';
}

/** Where a question asks for no figures, having touched all of its criteria proves as much. */
function isProven({ resultNumber, criteria, speakingSeconds }: Outcome): boolean {
  const touched = Object.values(criteria);
  const whole = touched.length > 0 && touched.every((yes) => yes);
  return (resultNumber || whole) && speakingSeconds <= LISTENED_TO;
}

/** How much is still to do: 0 where there is nothing, 1 where the answer has to be told anew. */
export function lackOf(grade: Grade): number {
  return { again: 1, hard: 0.5, good: 0, easy: 0 }[grade];
}
