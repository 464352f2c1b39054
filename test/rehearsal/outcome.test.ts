import { expect, test } from 'vitest';
import { compareOutcomes, type Outcome } from '../../src/rehearsal/outcome.js';
import { outcome } from './question.js';

const missing = (...parts: string[]): Outcome => ({
  ...outcome(...parts.map(() => '~missing-part')),
  parts: { role: 'present', ...Object.fromEntries(parts.map((part) => [part, 'missing' as const])) },
});

test('of two missing parts the one that is told now is closed', () => {
  expect(compareOutcomes(missing('context', 'action'), missing('action'))).toMatchObject({
    closed: [{ rule: 'missing-part', part: 'context' }],
    fresh: [],
    open: [{ rule: 'missing-part', part: 'action' }],
  });
});

test('a missing part that the rule leaves out is not told', () => {
  const before = { ...missing('options'), findings: [] };
  expect(compareOutcomes(before, missing()).closed).toEqual([]);
});

test('criteria are told one by one, not by the rule that sums them up', () => {
  const before = { ...outcome('criteria-gap'), criteria: { a: false, b: true, c: false } };
  const after = { ...outcome('criteria-gap'), criteria: { a: true, b: false, c: false } };
  expect(compareOutcomes(before, after)).toEqual({
    closed: [],
    fresh: [],
    open: [],
    heard: ['a'],
    lost: ['b'],
  });
});

test('criteria of a history that did not keep them are neither heard nor lost', () => {
  const after = { ...outcome(), criteria: { a: true, b: false } };
  expect(compareOutcomes(outcome(), after)).toMatchObject({ heard: [], lost: [] });
});
