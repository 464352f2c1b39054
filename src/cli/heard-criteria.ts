import { localText } from '../content/localized.js';
import type { TouchedCriterion } from '../reports/answer-text.js';
import { type Heard, trimStop, whereTouched } from '../rules/criteria.js';
import { quote } from '../rules/quote.js';
import type { RuleContext } from '../rules/types.js';

/** What the interviewer listens for, each with the words of the answer that touch it. */
export function heardCriteria(
  heard: Heard,
  { question, interfaceLanguage, languages }: RuleContext,
): TouchedCriterion[] {
  return (question?.criteria ?? []).map((criterion) => {
    const span = whereTouched(heard, criterion, languages);
    return {
      text: trimStop(localText(criterion.text, interfaceLanguage)),
      touched: span !== null,
      ...(span === null ? {} : { quote: quote(heard.document.text, span) }),
    };
  });
}
