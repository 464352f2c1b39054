import type { Analysis } from '../analyze.js';
import { renderAnswer, type TouchedCriterion } from '../reports/answer-text.js';
import type { TextStyle } from './text-style.js';

/**
 * One answer as read, the way `check` shows it. The interviewer's next question is left out: a session asks it
 * by itself, after what a revision has changed.
 *
 * @param structured whether the question asks for the parts of a framework
 */
export function readingText(
  analysis: Analysis,
  { structured, criteria }: { readonly structured: boolean; readonly criteria: readonly TouchedCriterion[] },
  { language, t, paint, columns }: TextStyle,
): string {
  return renderAnswer(analysis, { t, paint, language, width: columns, structured, criteria, followUp: null });
}
