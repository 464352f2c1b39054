import { readAnswer } from '../../src/analysis/read.js';
import type { Reading } from '../../src/analysis/types.js';
import type { Question, RuleData } from '../../src/content/types.js';
import { parseRules } from '../../src/rules/parse.js';
import type { Rule, RuleContext } from '../../src/rules/types.js';
import { content } from '../support/content.js';

/** An answer as the analyzer reads it. */
export function read(text: string): Reading {
  return readAnswer(text, { framework: content.framework('star'), languages: content.languageModels() });
}

/** What a rule knows of an answer to the question beside the reading. */
export function asked(question: Partial<Question> | null, interfaceLanguage = 'en'): RuleContext {
  return { question: question as Question | null, interfaceLanguage, languages: content.languageModels() };
}

/** A rule with a check of its own and texts that show what was filled in. */
export function rule(check: RuleData['check'], more: Partial<RuleData> = {}): Rule {
  const text = (en: string) => ({ en, ru: `ru ${en}` });
  const data: RuleData = {
    id: 'some-rule',
    severity: 'warn',
    check,
    summary: text('summary'),
    message: text('says "{quote}"'),
    advice: text('advice'),
    reason: text('reason'),
    examples: { good: [], bad: [] },
    ...more,
  };
  const [parsed] = parseRules([data]);
  if (parsed === undefined) throw new Error('a rule is parsed into a rule');
  return parsed;
}
