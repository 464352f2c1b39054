import { expect, test } from 'vitest';
import { practiceOpening, reasonsOf } from '../../src/cli/practice-opening.js';
import { translator } from '../../src/content/messages.js';
import type { ChosenQuestion, Reason } from '../../src/rehearsal/choose.js';
import { question } from '../rehearsal/question.js';
import { content } from '../support/content.js';

const names = (language: string) => ({
  t: translator(content.messages(language), language),
  role: () => 'Baker',
  competency: (id: string) => `<${id}>`,
});
const chosen = (...reasons: Reason[]): ChosenQuestion[] =>
  reasons.map((reason, at) => ({
    question: question(`q${at}`),
    reason,
    competency: reason === 'weak' ? 'results' : null,
  }));
const usual = { role: 'baker', draft: false, minutes: null, calm: false };
const KEPT = 'leave whenever you like: what you have written is kept.';

test.each([
  [
    'a first rehearsal',
    chosen('new', 'new'),
    {},
    `Baker: 2 questions. Feedback follows each answer; ${KEPT}`,
  ],
  [
    'a later one says why',
    chosen('due', 'due', 'weak', 'new', 'early'),
    { draft: true },
    `Baker: 6 questions. Feedback follows each answer; ${KEPT} Why these: unfinished: 1, due again: 2, weak spots: 1, new: 1, repeated early: 1.`,
  ],
  [
    'calm, and as long as there is time',
    chosen('due', 'new'),
    { calm: true, minutes: 20 },
    `Baker: questions for 20 minutes. Feedback follows the last answer; ${KEPT}`,
  ],
] as const)('%s', (_, asked, own, expected) => {
  expect(practiceOpening(asked, { ...usual, ...own, names: names('en') })).toBe(expected);
});

test('in Russian', () => {
  expect(practiceOpening(chosen('due', 'weak'), { ...usual, names: names('ru') })).toBe(
    'Baker: 2 вопроса. После каждого ответа — разбор; уйти можно когда угодно, написанное сохранится. Почему эти: пора повторить — 1, слабые места — 1.',
  );
});

test('a question says why it is asked, unless it is simply new', () => {
  expect([...reasonsOf(chosen('due', 'weak', 'new'), names('en'))]).toEqual([
    ['q0', 'due again'],
    ['q1', 'a weak spot: <results>'],
  ]);
});
