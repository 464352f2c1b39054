import { expect, it } from 'vitest';
import { analyze } from '../../src/analyze.js';
import { analysisContext } from '../../src/cli/analysis-context.js';
import { interviewerAsks } from '../../src/cli/session/follow-ups.js';
import type { Question } from '../../src/content/types.js';
import { outcomeOf } from '../../src/rehearsal/outcome.js';
import { content } from '../support/content.js';

const asks = (id: string, text: string): string | null => {
  const question = content.question(id) as Question;
  const context = analysisContext(content, { question, interfaceLanguage: 'en', language: 'en' });
  const analysis = analyze(text, context);
  return interviewerAsks(question, outcomeOf(analysis, { structured: true, criteria: {} }), analysis, 'en');
};

it.each([
  ['sm-own-mistake', 'differently'],
  ['sm-biggest-achievement', 'asked of you'],
])('the interviewer of a mock asks %s about what is worth asking', (id, words) => {
  const text =
    'In June I sent an old price list to thirty shops of a chain. I called each shop in the morning and sent the right one. All thirty accepted the new prices.';
  expect(asks(id, text)).toContain(words);
});
