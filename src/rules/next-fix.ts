import { SEVERITIES } from '../content/severities.js';
import type { Question } from '../content/types.js';
import type { Finding } from './types.js';

/**
 * What to mend first. An answer that cannot be read or is no story has to be written anew, so nothing else is
 * worth mending before; then come the parts an interviewer cannot do without (what came of it, what you did),
 * then proof, then what costs trust, then wording. Whether an answer fits its question is told by words alone, and
 * most answers do: such a report waits for those that are surer. A rule that is not named comes after, by its severity.
 */
const ORDER: readonly string[] = [
  'unreadable-language',
  'nonsense',
  'placeholder',
  'private-data',
  'not-a-story',
  'missing-action',
  'missing-result',
  'empty-part',
  'blames-others',
  'ultimatum',
  'handed-over',
  'number-mismatch',
  'too-short',
  'vague',
  'no-numbers',
  'personal-need',
  'calm-down',
  'no-empathy',
  'no-question',
  'excuse',
  'no-lesson',
  'no-options',
  'missing-part',
  'missing-situation',
  'off-question',
  'no-result-number',
  'hedging',
  'too-long',
  'we-without-i',
  'missing-task',
  'filler',
];

/**
 * Who is asked for a weakness or a mistake may well sound unsure of it, and nobody sets a mistake as a task: these are
 * told of, and there is always something better to mend, or nothing.
 */
const NEVER_FIRST: readonly string[] = ['hedging', 'missing-task'];

/** An answer that has no parts is made of its points: how it sounds comes after what it does not touch. */
const TONE: readonly string[] = ['hedging', 'filler'];

/**
 * The one finding to mend first; null where there is none. Of equals, the one that stands first in the answer.
 *
 * @param question null where the answer is tied to none
 */
export function chooseNextFix(
  findings: readonly Finding[],
  question: Pick<Question, 'kind' | 'lesson' | 'framework'> | null,
): Finding | null {
  const admits = question !== null && (question.lesson || question.kind === 'provocative');
  const free = question !== null && question.framework === null;
  const place = (finding: Finding) =>
    free && TONE.includes(finding.rule) ? Number.POSITIVE_INFINITY : urgency(finding);
  let first: Finding | null = null;
  for (const finding of findings) {
    if (admits && NEVER_FIRST.includes(finding.rule)) continue;
    if (first === null || place(finding) < place(first)) first = finding;
  }
  return first;
}

/** What to do, said where nothing else is said of it. */
export function adviceOf({ advice, adviceAlone }: Finding): string {
  return adviceAlone ?? advice;
}

/** Less is more urgent. */
function urgency({ rule, severity }: Finding): number {
  const place = ORDER.indexOf(rule);
  return place >= 0 ? place : ORDER.length + SEVERITIES.indexOf(severity);
}
