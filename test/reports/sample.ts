import { translator } from '../../src/content/messages.js';
import type { LintedAnswer, LintFinding, LintResult, ReportOptions } from '../../src/reports/types.js';
import { content } from '../support/content.js';

const answer: LintedAnswer = {
  question: 'q-1',
  title: 'A title',
  line: 3,
  language: 'en',
  story: 'story',
  parts: { situation: 'present', task: 'implied', action: 'present', result: 'missing' },
};

const finding: LintFinding = {
  rule: 'missing-result',
  severity: 'error',
  message: 'Nothing says how it ended.',
  advice: 'Say what changed.',
  start: { line: 3, column: 1, offset: 20 },
  end: { line: 3, column: 9, offset: 28 },
  fingerprint: '0123456789abcdef',
};

/** Text that tries to leave every format: line breaks, marks of workflow commands, escapes, directions. */
export const HOSTILE = '100%: a,b\r\n::error::c "d" <e> & \u001b[31mred \u0007 \u202etxt\u2066 \ud800 \u0085';

/** One clean file, one with findings of every kind, one that could not be read. */
export const RESULT: LintResult = {
  files: [
    { path: 'answers/clean.md', source: '', answers: [answer], findings: [], suppressed: 1 },
    {
      path: 'answers/с пробелом, 50%: "кавычки" 🙂.md',
      source: '',
      answers: [
        answer,
        { ...answer, question: null, title: null, line: 12, language: null, story: 'none', parts: {} },
      ],
      findings: [
        finding,
        {
          ...finding,
          rule: 'vague',
          severity: 'warn',
          message: HOSTILE,
          advice: HOSTILE,
          start: { line: 12, column: 5, offset: 120 },
          end: { line: 13, column: 2, offset: 140 },
          fingerprint: 'fedcba9876543210',
        },
        { ...finding, rule: 'number-without-base', severity: 'info', advice: '', fingerprint: '00' },
      ],
      suppressed: 0,
    },
    {
      path: 'b\u202e\n\u001b.md',
      source: '',
      answers: [],
      findings: [
        {
          ...finding,
          rule: 'parse-error',
          start: { line: 1, column: 1, offset: 0 },
          end: { line: 1, column: 1, offset: 0 },
        },
      ],
      suppressed: 0,
    },
  ],
};

export const EMPTY: LintResult = { files: [] };

export function optionsFor(language: string): ReportOptions {
  return {
    version: '1.2.3',
    language,
    t: translator(content.messages(language), language),
    paint: (_, text) => text,
  };
}
