import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/content/types.js';
import { isoDay, periodStart, unitFor } from '../../src/rehearsal/periods.js';
import { progressOf } from '../../src/rehearsal/progress.js';
import type { PracticeRecord } from '../../src/rehearsal/record.js';
import { streakOf } from '../../src/rehearsal/streak.js';
import { outcome, question } from './question.js';

const DAY = 24 * 3600 * 1000;
const NOW = Date.UTC(2026, 0, 15, 12);
const dayOf = (milliseconds: number) => Math.floor(milliseconds / DAY);

function record(days: number, own: Partial<PracticeRecord> = {}): PracticeRecord {
  return {
    at: new Date(NOW + days * DAY).toISOString(),
    session: `s${days}`,
    mode: 'practice',
    role: 'baker',
    question: 'a',
    attempt: 1,
    seconds: 60,
    outcome: outcome(),
    ...own,
  };
}

describe('days in a row', () => {
  test.each([
    ['none', [], 0, 0],
    ['today alone', [0], 1, 1],
    ['yesterday: today is not over', [-1, -2], 2, 2],
    ['broken the day before yesterday', [-2, -3, -4], 0, 3],
    ['twice a day', [0, 0, -1], 2, 2],
    ['a clock that ran ahead', [5, 6, 7, 0], 1, 1],
  ])('%s', (_, days, current, longest) => {
    expect(streakOf(days, 0)).toEqual({ current, longest });
  });

  test('never longer than there are days, whatever the clock said', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 })), (days) => {
        const { current, longest } = streakOf(days, 0);
        expect(current).toBeLessThanOrEqual(longest);
        expect(longest).toBeLessThanOrEqual(new Set(days.filter((day) => day <= 0)).size);
      }),
    );
  });
});

describe('periods', () => {
  test.each([
    ['2026-01-15', 'week', '2026-01-12'],
    ['2026-01-12', 'week', '2026-01-12'],
    ['2026-01-11', 'week', '2026-01-05'],
    ['1969-12-31', 'week', '1969-12-29'],
    ['2026-02-28', 'month', '2026-02-01'],
    ['2026-02-28', 'day', '2026-02-28'],
  ] as const)('%s belongs to the %s of %s', (day, unit, start) => {
    expect(isoDay(periodStart(Date.parse(day) / DAY, unit))).toBe(start);
  });

  test('no more than twenty, unless months are more', () => {
    const days = (count: number, step: number) => Array.from({ length: count }, (_, index) => index * step);
    expect([unitFor([]), unitFor(days(20, 1)), unitFor(days(21, 1)), unitFor(days(60, 7))]).toEqual([
      'day',
      'day',
      'week',
      'month',
    ]);
  });
});

const bank: Bank = {
  role: 'baker',
  name: { en: 'Baker' },
  questions: [
    question('a', { competencies: ['care', 'results'] }),
    question('b', { competencies: ['care'] }),
    question('c', { competencies: ['speed'], framework: null }),
  ],
};
const options = { bank, role: 'baker', now: NOW, since: null, written: new Set(['letter']), dayOf };
const whole = { situation: 'present', task: 'implied', action: 'present', result: 'present' } as const;

describe('progress', () => {
  const records = [
    record(-9, { outcome: { ...outcome('no-numbers', '~vague'), figures: 0, resultNumber: false } }),
    record(-9, {
      attempt: 2,
      outcome: { ...outcome(), parts: whole, criteria: { first: true, second: false } },
    }),
    record(0, { question: 'b', outcome: { ...outcome('~vague'), parts: whole, figures: 3 } }),
  ];

  test('counts', () => {
    const { sessions, answers, versions, seconds, questions, days } = progressOf(records, options);
    expect({ sessions, answers, versions, seconds, questions, days }).toEqual({
      sessions: 2,
      answers: 2,
      versions: 3,
      seconds: 180,
      questions: { practised: 2, total: 3 },
      days: { first: dayOf(NOW) - 9, last: dayOf(NOW) },
    });
  });

  test('what is written is not said', () => {
    const letters = { ...bank, questions: [...bank.questions, question('d', { framework: 'letter' })] };
    const lasts = (name: string, speakingSeconds: number) => ({
      question: name,
      outcome: { ...outcome(), speakingSeconds },
    });
    const known = [
      ...[record(-2, lasts('a', 60)), record(-2, lasts('d', 900)), record(-2, lasts('c', 80))],
      record(0, lasts('d', 800)),
    ];
    expect(
      progressOf(known, { ...options, bank: letters }).periods.map(({ speakingSeconds }) => speakingSeconds),
    ).toEqual([70, null]);
  });

  test('first versions over time', () => {
    const { periods, frameworks } = progressOf(records, options);
    expect(periods).toEqual([
      expect.objectContaining({ answers: 1, figures: 0, proven: 0, errors: 1, warnings: 1 }),
      expect.objectContaining({ answers: 1, figures: 3, proven: 1, errors: 0, warnings: 1 }),
    ]);
    expect(frameworks).toEqual([
      {
        id: 'star',
        answers: 2,
        parts: { situation: [1, 1], task: [0, 0.5], action: [1, 1], result: [0.5, 1] },
      },
    ]);
  });

  test('competencies by last answers, the weakest first', () => {
    const { competencies } = progressOf(records, options);
    expect(competencies.map(({ id, weak, questions }) => [id, weak, questions.practised])).toEqual([
      ['care', true, 2],
      ['results', true, 1],
      ['speed', false, 0],
    ]);
    expect(competencies[0]?.criteria).toEqual({ touched: 1, asked: 2 });
    expect(competencies[0]?.grades).toEqual({ again: 0, hard: 1, good: 0, easy: 0 });
  });

  test('what is due, and since when', () => {
    expect(progressOf(records, options).due).toEqual([
      { question: 'a', grade: 'hard', day: dayOf(NOW) - 7, overdue: 7 },
      { question: 'b', grade: 'hard', day: dayOf(NOW) + 2, overdue: -2 },
    ]);
  });

  test('a start leaves earlier answers out, but not out of what has been reached', () => {
    const all = progressOf(records, options);
    const { answers, periods, ...late } = progressOf(records, { ...options, since: NOW - DAY });
    expect([answers, periods.length]).toEqual([1, 1]);
    expect(late.questions).toEqual(all.questions);
    expect(late.competencies).toEqual(all.competencies);
    expect(late.due).toEqual(all.due);
  });

  test('the first moment of a start counts', () => {
    expect(progressOf(records, { ...options, since: NOW - 9 * DAY }).answers).toBe(2);
  });

  test('questions are told by what is due, not by when they were answered', () => {
    const good = { ...outcome(), parts: whole };
    const known = [record(-5, { outcome: good }), record(-4, { question: 'b', outcome: outcome('vague') })];
    expect(progressOf(known, options).due.map(({ question }) => question)).toEqual(['b', 'a']);
  });

  test('what the bank no longer asks is neither due nor practised', () => {
    const { questions, due } = progressOf([...records, record(-1, { question: 'gone' })], options);
    expect(questions).toEqual({ practised: 2, total: 3 });
    expect(due.map(({ question }) => question)).toEqual(['a', 'b']);
  });

  test('rules that recur, at most five', () => {
    const names = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'];
    const known = [
      record(-1, { question: 'b', outcome: outcome(...names, 'once') }),
      record(0, { outcome: outcome(...names.toReversed()) }),
    ];
    expect(progressOf(known, options).rules).toEqual(names.slice(0, 5).map((rule) => ({ rule, answers: 2 })));
  });

  test('of competencies that are not weak those practised come first', () => {
    const known = [record(0, { question: 'c', outcome: { ...outcome(), parts: whole } })];
    expect(progressOf(known, options).competencies.map(({ id }) => id)).toEqual(['speed', 'care', 'results']);
  });

  test('a clock that was set back puts nothing in the future', () => {
    const { streak, due, periods, days } = progressOf([record(900), record(0)], options);
    expect(days).toEqual({ first: dayOf(NOW), last: dayOf(NOW) });
    expect(streak).toEqual({ current: 1, longest: 1 });
    expect(due[0]?.overdue).toBeGreaterThan(-66);
    expect(periods.map(({ start }) => start)).toEqual([dayOf(NOW)]);
  });

  test('nothing practised, and a role without a bank', () => {
    expect(progressOf([], options)).toMatchObject({ answers: 0, periods: [], due: [], days: null });
    expect(progressOf(records, { ...options, bank: null })).toMatchObject({
      questions: { practised: 2, total: 2 },
      competencies: [],
      frameworks: [],
    });
  });
});
