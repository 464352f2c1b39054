import type { Analysis } from '../../analyze.js';
import type { Question } from '../../content/types.js';
import { followUpOn } from '../../rehearsal/follow-up.js';
import type { Attempt } from '../../rehearsal/types.js';
import { followUpAsk } from '../../reports/answer-text.js';
import { inLanguage } from '../../terminal/text-style.js';
import type { LanguageCode } from '../../text/types.js';

/** True where the parts of a framework are asked for. */
export function isStructured({ framework }: Question): boolean {
  return framework !== null;
}

/** What an interviewer would ask next: about the gap, else one of the bank's questions in turn. */
export function followUpOf(
  question: Question,
  { nextFix }: Analysis,
  version: number,
  language: LanguageCode,
): string | null {
  const { followUps } = question;
  const ask = followUpAsk(nextFix);
  // Rules ask about what was done: where an opinion or a plan is asked for, the question's own come first.
  if (ask !== null && (isStructured(question) || followUps.length === 0)) return ask;
  const prepared = followUps[(version - 1) % Math.max(1, followUps.length)];
  return prepared ? inLanguage(prepared, language) : null;
}

/**
 * What the interviewer of a mock asks: about the first part that is weak, else about what is to be mended first. Nobody
 * sets a mistake or a quarrel as a task: of these only the latter is asked.
 */
export function interviewerAsks(
  question: Question,
  { parts }: Attempt['outcome'],
  analysis: Analysis,
  language: LanguageCode,
): string | null {
  const ask = isStructured(question) && !question.lesson ? followUpOn(analysis.framework, parts) : null;
  if (ask !== null) return inLanguage(ask, language);
  return analysis.nextFix === null ? null : followUpOf(question, analysis, 1, language);
}
