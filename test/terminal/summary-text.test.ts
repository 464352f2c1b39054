import { expect, test } from 'vitest';
import { summarise } from '../../src/rehearsal/summary.js';
import { summaryText } from '../../src/terminal/summary-text.js';
import type { TextStyle } from '../../src/terminal/text-style.js';
import { outcome, question } from '../rehearsal/question.js';
import { content } from '../support/content.js';
import { style } from './text-style.js';

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
    summaryText(summarise(turns), {
      frameworks,
      rule: (id) => `<${id}>`,
      again: (id) => `star-coach practice --question ${id}`,
      dueIn: (id) => ({ a: 1, b: 4 })[id] ?? null,
      timed: true,
      style: style(language),
    }),
  ).toMatchSnapshot();
});

test('in a narrow window a number stays with what it counts', () => {
  const view = {
    ...{ frameworks, rule: (id: string) => id, again: (id: string) => id },
    ...{ dueIn: () => 2, timed: true, style: style('en', 30) },
  };
  const lines = summaryText(summarise(turns), view).split('\n');
  expect(lines.slice(3, 8)).toEqual([
    '   S –T A (R) · 1 figure ·',
    '   1 error · 1 warning ·',
    '   ≈ 0:46 aloud · 1:15 spent ·',
    '   2 versions ·',
    '   again in 2 days',
  ]);
  expect(summaryText(summarise(turns), { ...view, timed: false })).not.toContain('spent');
});

test('of an answer that is written the summary says how many words it has', () => {
  const written = [
    {
      question: question('a', { framework: 'test-task' }),
      attempts: [{ text: 'x', outcome: outcome(), seconds: 40 }],
    },
  ];
  const view = {
    ...{ frameworks, rule: (id: string) => id, again: (id: string) => id },
    ...{ dueIn: () => null, timed: true, style: style('en') },
  };
  const text = summaryText(summarise(written), view);
  expect(text).toContain(' · 100 words · 0:40 spent');
  expect(text).not.toContain('aloud');
});

test.each([
  [[true, true, false], 'dim'],
  [[true, false], 'dim'],
  [[true, false, false], 'yellow'],
])('of what the interviewer listens for %j is heard: %s', (heard, colour) => {
  const criteria = Object.fromEntries(heard.map((touched, index) => [`c${index}`, touched]));
  const said = [
    { question: question('a'), attempts: [{ text: 'x', outcome: { ...outcome(), criteria }, seconds: 5 }] },
  ];
  const paint: TextStyle['paint'] = (name, text) => `<${name}>${text}`;
  const view = { frameworks, rule: (id: string) => id, again: (id: string) => id, dueIn: () => null };
  const told = summaryText(summarise(said), { ...view, timed: false, style: { ...style('en', 300), paint } });
  const touched = heard.filter((yes) => yes).length;
  expect(told).toMatch(new RegExp(`<${colour}>[^<]*${touched} of ${heard.length}`));
});

test('an optional part that the answer does without is no gap in the summary', () => {
  const nudge = question('a', { framework: 'letter-nudge' });
  const letter = content.framework('letter-nudge').parts;
  const parts = Object.fromEntries(
    letter.flatMap(({ id, optional }, index) =>
      optional ? [] : [[id, index === 0 ? ('missing' as const) : ('present' as const)]],
    ),
  );
  const written = [
    { question: nudge, attempts: [{ text: 'x', outcome: { ...outcome(), parts }, seconds: 5 }] },
  ];
  const view = { frameworks, rule: (id: string) => id, again: (id: string) => id, dueIn: () => null };
  const told = summaryText(summarise(written), { ...view, timed: false, style: style('en') });
  const [first, ...others] = letter.filter(({ optional }) => !optional).map((part) => part.letter);
  expect(told).toContain(`   –${first} ${others.join(' ')} · 1 figure`);
});
