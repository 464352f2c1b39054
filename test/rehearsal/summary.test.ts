import { expect, test } from 'vitest';
import { summarise } from '../../src/rehearsal/summary.js';
import { outcome, question } from './question.js';

const attempt = (...rules: string[]) => ({ text: 'x', outcome: outcome(...rules), seconds: 30 });

test('an answer that misses most criteria is to be practised again', () => {
  const turn = (id: string, criteria: Record<string, boolean>) => ({
    question: question(id),
    attempts: [{ text: 'x', outcome: { ...outcome(), criteria }, seconds: 1 }],
  });
  const { lines, again } = summarise([
    turn('a', { one: false, two: false, three: false }),
    turn('b', { one: true, two: false }),
  ]);
  expect(lines.map(({ criteria }) => criteria)).toEqual([
    { touched: 0, asked: 3 },
    { touched: 1, asked: 2 },
  ]);
  expect(again.map(({ id }) => id)).toEqual(['a']);
});

test('a reply to a follow-up question is no version of its own', () => {
  const reply = { ...attempt(), replyTo: 'Who did that?' };
  const { lines } = summarise([{ question: question('a'), attempts: [attempt('~vague'), reply] }]);
  expect(lines[0]).toMatchObject({ attempts: 1, seconds: 60, findings: { warn: 0 } });
});

test('recurring rules and what to practise next follow from the last versions', () => {
  const summary = summarise([
    { question: question('a'), attempts: [attempt('no-numbers', 'no-numbers'), attempt()] },
    { question: question('b'), attempts: [attempt('~vague', 'missing-result')] },
    { question: question('c'), attempts: [attempt('~vague')] },
  ]);
  expect(
    summary.lines.map(({ attempts, seconds, findings }) => ({ attempts, seconds, ...findings })),
  ).toEqual([
    { attempts: 2, seconds: 60, error: 0, warn: 0, info: 0 },
    { attempts: 1, seconds: 30, error: 1, warn: 1, info: 0 },
    { attempts: 1, seconds: 30, error: 0, warn: 1, info: 0 },
  ]);
  expect(summary.recurring).toEqual([{ rule: 'vague', answers: 2 }]);
  expect(summary.again.map(({ id }) => id)).toEqual(['b', 'c']);
});

test('notes do not recur in a summary, and the rule on criteria is no note', () => {
  const notes = ['jargon', 'criteria-gap'].map((rule) => ({ rule, severity: 'info' as const, evidence: '' }));
  const turn = (id: string) => ({
    question: question(id),
    attempts: [{ text: 'x', outcome: { ...outcome(), findings: notes }, seconds: 1 }],
  });
  const { lines, recurring } = summarise([turn('a'), turn('b')]);
  expect(recurring).toEqual([]);
  expect(lines[0]?.findings.info).toBe(1);
});
