import { expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import type { Sample } from '../../src/content/types.js';
import { summarise } from '../../src/rehearsal/summary.js';
import {
  revisionText,
  samplesText,
  statusLines,
  summaryText,
  type TextStyle,
} from '../../src/terminal/session-text.js';
import { clock } from '../../src/terminal/wrap.js';
import { outcome, question } from '../rehearsal/question.js';
import { content } from '../support/content.js';

const style = (language: string, columns = 100): TextStyle => ({
  language,
  columns,
  t: translator(content.messages(language), language),
  paint: (_, text) => text,
});

const turns = [
  {
    question: question('a'),
    attempts: [
      { text: 'x', outcome: outcome(), seconds: 40 },
      { text: 'y', outcome: outcome('no-numbers', '~vague'), seconds: 35 },
    ],
  },
  { question: question('b', { framework: null }), attempts: [{ text: 'x', outcome: outcome(), seconds: 5 }] },
];
const frameworks = (id: string) => content.framework(id);

test.each(['en', 'ru'])('a summary in %s', (language) => {
  expect(
    summaryText(summarise(turns), { frameworks, timed: true, style: style(language) }),
  ).toMatchSnapshot();
});

test('what a revision did', () => {
  const changes = { closed: ['vague'], fresh: [], open: ['no-numbers', 'filler'] };
  expect(revisionText(changes, style('en'))).toBe('Closed: vague\nStill open: no-numbers, filler');
  expect(revisionText({ closed: [], fresh: [], open: [] }, style('en'))).toBe('');
});

test('the status is one line where it fits, measures and keys apart where it does not', () => {
  const view = { words: 21, speech: 10, spent: null };
  expect(statusLines(view, style('ru', 100))).toEqual([
    '21 слово · вслух ≈ 0:10 из 2:00 · Enter\u00a0—\u00a0новая\u00a0строка · Ctrl-D\u00a0—\u00a0готово · Ctrl-C\u00a0—\u00a0выйти',
  ]);
  expect(statusLines(view, style('en', 60))).toEqual([
    '21 words · ≈ 0:10 of 2:00 aloud',
    'Enter\u00a0new\u00a0line · Ctrl-D\u00a0done · Ctrl-C\u00a0leave',
  ]);
  for (const line of statusLines({ ...view, spent: 61 }, style('ru', 20)))
    expect(line.length).toBeLessThanOrEqual(20);
});

test('samples: the strong one first, in the language of the answer, safe to show', () => {
  const sample = (grade: Sample['grade'], language: string, text: string): Sample => ({
    grade,
    language,
    text,
    expect: { missing: [], findings: [], criteria: [] },
  });
  const asked = question('a', {
    samples: [
      sample('weak', 'en', 'Bad\u001b[2J'),
      sample('strong', 'ru', 'Хорошо'),
      sample('strong', 'en', 'Good'),
    ],
  });
  expect(samplesText(asked, 'en', style('en'))).toBe(
    'A strong answer\n  Good\n\nA weak answer\n  Bad\\u001b[2J',
  );
  expect(samplesText(asked, 'de', style('en'))).toContain('Хорошо');
});

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [125, '2:05'],
])('%d seconds are %s', (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});
