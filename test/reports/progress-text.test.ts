import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import type { Bank } from '../../src/content/types.js';
import { progressOf } from '../../src/rehearsal/progress.js';
import { ASCII_MARKS, bar, sparkline, UNICODE_MARKS } from '../../src/reports/bars.js';
import type { ProgressNames } from '../../src/reports/progress-names.js';
import { progressText } from '../../src/reports/progress-text.js';
import { outcome, question } from '../rehearsal/question.js';
import { content } from '../support/content.js';

describe('charts of characters', () => {
  test.each([
    [[0, 0.5, 1, null, 2, -1], '▁▅█ █▁'],
    [[], ''],
  ])('%j is drawn as %s', (values, drawn) => {
    expect(sparkline(values, { top: 1, marks: UNICODE_MARKS })).toBe(drawn);
  });

  test('a mark may be repeated', () => {
    expect(sparkline([0, null, 1], { top: 1, marks: ASCII_MARKS, times: 2 })).toBe('__  ##');
  });

  test.each([
    [[0.5, 0.25, 0.25], '█████▒▒▒░░'],
    [[0.5], '█████·····'],
    [[1 / 3, 1 / 3, 1 / 3], '███▒▒▒▒░░░'],
    [[], '··········'],
  ])('a bar of %j', (shares, drawn) => {
    expect(bar(shares, 10, UNICODE_MARKS)).toBe(drawn);
  });

  test('a bar is as wide as it is told to be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        fc.nat(40),
        (shares, width) => {
          expect(bar(shares, width, ASCII_MARKS)).toHaveLength(width);
        },
      ),
    );
  });
});

const DAY = 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 0, 15, 12);
const names = (language: string): ProgressNames => {
  const t = translator(content.messages(language), language);
  return {
    t,
    language,
    role: () => 'Начальник отдела сопровождения и развития клиентов',
    question: (id) => `${id} «вопрос, который задают всем и который не помещается в одну строку»`,
    competency: (id) => `${id} принятие решений в условиях неопределённости`,
    rule: (id) => `the rule ${id}`,
    framework: (id) => id.toUpperCase(),
    parts: () => [{ id: 'situation', letter: 'S', name: 'ситуация' }],
  };
};
const bank: Bank = {
  role: 'baker',
  name: { en: 'Baker' },
  questions: ['a', 'b', 'c'].map((id) => question(id, { competencies: ['care', `own-${id}`] })),
};
const records = [-19, -12, -5, -1].flatMap((days) =>
  ['a', 'b'].map((id) => ({
    at: new Date(NOW + days * DAY).toISOString(),
    session: `s${days}`,
    mode: 'practice' as const,
    role: 'baker',
    question: id,
    attempt: 1,
    seconds: 1200,
    outcome: outcome(...(id === 'a' ? ['no-numbers', 'vague'] : ['~hedging'])),
  })),
);
const progress = progressOf(records, {
  bank,
  role: 'baker',
  now: NOW,
  since: null,
  written: new Set(),
  dayOf: (milliseconds) => Math.floor(milliseconds / DAY),
});

describe.each(['en', 'ru'])('the page for a terminal in %s', (language) => {
  test.each([40, 60, 80, 120, 200])('fits into %d columns', (columns) => {
    const text = progressText(progress, {
      names: names(language),
      paint: (_, painted) => painted,
      columns,
      marks: UNICODE_MARKS,
      practise: (role) => `star-coach practice ${role}`,
    });
    for (const line of text.split('\n')) expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    expect(text.replace(/\s+/g, ' ')).toContain('star-coach practice baker');
    expect(text.replace(/\s+/g, ' ')).toContain(
      'a «вопрос, который задают всем и который не помещается в одну строку»',
    );
  });
});

test('rules that report again and again are named with their count', () => {
  const text = progressText(
    { ...progress, rules: [{ rule: 'vague', answers: 4 }] },
    {
      names: names('en'),
      paint: (_, painted) => painted,
      columns: 80,
      marks: UNICODE_MARKS,
      practise: () => '',
    },
  );
  expect(text).toMatch(/^ {2}– the rule vague \(in 4 answers\)$/m);
});

test('a measure with nothing to measure says so', () => {
  const none = { ...progress, periods: progress.periods.map((period) => ({ ...period, proven: null })) };
  const text = progressText(none, {
    names: names('en'),
    paint: (_, painted) => painted,
    columns: 80,
    marks: UNICODE_MARKS,
    practise: () => '',
  });
  expect(text).toMatch(/^ {2}results with a figure .* –$/m);
});
