import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import type { CompetencySummary } from '../../src/rehearsal/competencies.js';
import { competencyText } from '../../src/reports/session-competencies.js';
import { content } from '../support/content.js';

const names = { t: translator(content.messages('en'), 'en'), competency: (id: string) => `about ${id}` };
const paint = (_: unknown, text: string) => text;
const summary = (id: string, more: Partial<CompetencySummary> = {}): CompetencySummary => ({
  id,
  answers: 2,
  parts: { there: 6.5, asked: 8 },
  criteria: { touched: 1, asked: 3 },
  grades: ['good', 'hard'],
  ...more,
});
const summaries = [
  summary('teamwork'),
  summary('ownership', { parts: { there: 0, asked: 0 }, criteria: { touched: 0, asked: 0 }, grades: [] }),
];

test('a row a competency under its heads, the worst of its answers last', () => {
  const lines = competencyText(summaries, names, { columns: 100, paint }).split('\n');
  expect(lines).toHaveLength(4);
  expect(lines[2]).toMatch(/^about teamwork +2 +6\/8 +1\/3 +\S/);
  expect(lines[3]).toMatch(/^about ownership +2 +– +– +\S/);
  const verdicts = lines.slice(2).map((line) => line.split(/ {2,}/).at(-1));
  expect(verdicts).toEqual(['hard', 'again'].map((grade) => names.t(`session.competencies.grade.${grade}`)));
});

test('sentences where the table is too wide', () => {
  const text = competencyText(summaries, names, { columns: 40, paint });
  expect(text).toContain('about teamwork: ');
  for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(40);
});

test('nothing of no competency', () => {
  expect(competencyText([], names, { columns: 80, paint })).toBe('');
});
