import { describe, expect, test } from 'vitest';
import { clockAt } from '../../src/rehearsal/clock.js';
import { summariseCompetencies } from '../../src/rehearsal/competencies.js';
import { followUpOn } from '../../src/rehearsal/follow-up.js';
import { next, start } from '../../src/rehearsal/rehearsal.js';
import type { RehearsalEvent, Step } from '../../src/rehearsal/types.js';
import { content } from '../support/content.js';
import { outcome, question } from './question.js';

describe('the clock', () => {
  const limits = { think: 30, answer: 120 };
  test.each([
    ['nothing typed yet', 10, null, ['think', 10, 30, 0]],
    ['typing ends the time to think', 20, 5, ['answer', 15, 120, 0]],
    ['the time to think ends', 30, null, ['answer', 0, 120, 0]],
    ['thinking is over without a key', 40, null, ['answer', 10, 120, 0]],
    ['began to type late', 50, 45, ['answer', 20, 120, 0]],
    ['too long', 170, 10, ['answer', 160, 120, 40]],
  ])('%s', (_, seconds, typedAt, [phase, spent, limit, over]) => {
    expect(clockAt(limits, { seconds, typedAt })).toEqual({ phase, spent, limit, over });
  });
});

describe('the follow-up question', () => {
  const star = content.framework('star');
  const parts = { situation: 'present', task: 'present', action: 'present', result: 'present' } as const;
  const asked = (own: Partial<Record<keyof typeof parts, 'missing' | 'empty' | 'implied'>>) =>
    star.parts.find(({ ask }) => ask === followUpOn(star, { ...parts, ...own }))?.id;
  test.each([
    [{ task: 'missing', result: 'missing' }, 'task'],
    [{ situation: 'implied', result: 'empty' }, 'result'],
    [{ task: 'implied' }, 'task'],
    [{}, undefined],
  ] as const)('%j: about %s', (own, part) => {
    expect(asked(own)).toBe(part);
  });

  test('none where no structure is asked for', () => {
    expect(followUpOn(star, {})).toBeNull();
  });
});

describe('an interview', () => {
  const answered = (text: string, followUp: string | null = null): RehearsalEvent => ({
    type: 'answered',
    text,
    outcome: outcome(),
    seconds: 1,
    followUp,
  });
  const played = (...events: readonly RehearsalEvent[]): Step =>
    events.reduce<Step>(
      (step, event) => next(step.state, event),
      start({ questions: [question('a'), question('b')], feedback: 'end', followUps: true }),
    );
  const asks = ({ effects }: Step) =>
    effects.flatMap((effect) => (effect.type === 'ask' ? [[effect.question.id, effect.followUp]] : []));

  test('asks once more after an answer that lacks something, and only once', () => {
    expect(asks(played(answered('first', 'Who?')))).toEqual([['a', { ask: 'Who?', said: 'first' }]]);
    const replied = played(answered('first', 'Who?'), answered('first\n\nI', 'When?'));
    expect(asks(replied)).toEqual([['b', null]]);
    expect(replied.state.turns[0]?.attempts.map(({ text, replyTo }) => [text, replyTo])).toEqual([
      ['first', undefined],
      ['first\n\nI', 'Who?'],
    ]);
  });

  test('no reply is no answer lost', () => {
    const skipped = played(answered('first', 'Who?'), { type: 'skipped' });
    expect(asks(skipped)).toEqual([['b', null]]);
    expect(skipped.state.turns[0]?.attempts).toHaveLength(1);
  });

  test('goes on where nothing is missing, and ends in a summary', () => {
    expect(asks(played(answered('first')))).toEqual([['b', null]]);
    const ended = played(answered('first'), answered('second'));
    expect(ended.effects.map(({ type }) => type)).toEqual(['keep', 'summary', 'over']);
  });
});

test('competencies of a session come weakest first, then most answered', () => {
  const attempt = (...rules: string[]) => ({ text: 'x', outcome: outcome(...rules), seconds: 1 });
  const clean = {
    ...outcome(),
    parts: { situation: 'present', task: 'present', action: 'present', result: 'present' } as const,
    criteria: { one: true, two: false },
  };
  const turns = [
    {
      question: question('a', { competencies: ['care'] }),
      attempts: [{ text: 'x', outcome: clean, seconds: 1 }],
    },
    { question: question('b', { competencies: ['care', 'speed'] }), attempts: [attempt('no-numbers')] },
    { question: question('c', { competencies: ['other'] }), attempts: [] },
    { question: question('d', { competencies: ['calm'] }), attempts: [attempt('no-numbers')] },
    { question: question('e', { competencies: ['speed'] }), attempts: [attempt('no-numbers')] },
  ];
  expect(summariseCompetencies(turns)).toEqual([
    {
      id: 'speed',
      answers: 2,
      parts: { there: 5, asked: 8 },
      criteria: { touched: 0, asked: 0 },
      grades: ['again', 'again'],
    },
    {
      id: 'calm',
      answers: 1,
      parts: { there: 2.5, asked: 4 },
      criteria: { touched: 0, asked: 0 },
      grades: ['again'],
    },
    {
      id: 'care',
      answers: 2,
      parts: { there: 6.5, asked: 8 },
      criteria: { touched: 1, asked: 2 },
      grades: ['easy', 'again'],
    },
  ]);
});
