import { describe, expect, test } from 'vitest';
import { weightsSchema } from '../../src/content/language-schema.js';
import { phasesOf, statesAfter, statesOf } from '../../src/content/phases.js';

const LABELS = ['deed', 'outcome', 'other'];
const PHASES = { deed: 'acted', outcome: 'resulted' };

test('states are labels in phases, and each leads to one phase', () => {
  const phases = phasesOf(LABELS, PHASES);
  expect(statesOf(LABELS, phases).map(({ name }) => name)).toEqual([
    'deed',
    'outcome',
    'other',
    'deed@acted',
    'outcome@acted',
    'other@acted',
    'deed@resulted',
    'outcome@resulted',
    'other@resulted',
  ]);
  // After «other» the phase stays.
  expect([...statesAfter(phases)]).toEqual([3, 6, 0, 3, 6, 3, 3, 6, 6]);
  expect([...statesAfter(phasesOf(LABELS))]).toEqual([0, 0, 0]);
});

describe('weights with phases', () => {
  const schema = weightsSchema({ star: LABELS });
  const weights = (more: object) =>
    schema.safeParse({
      weights: {
        star: { labels: LABELS, features: {}, transitions: { start: '0 0 0' }, sameSentence: 1, ...more },
      },
    }).success;

  test.each([
    ['without phases', {}, true],
    ['a row for a label in a phase', { phases: PHASES, inside: { 'other@acted': '1 0 0' } }, true],
    ['a phase that nothing leads to', { phases: PHASES, inside: { 'other@over': '1 0 0' } }, false],
    ['a phase without phases', { transitions: { 'other@acted': '1 0 0' } }, false],
    ['a phase behind an unknown label', { phases: { nothing: 'acted' } }, false],
    ['a limit that is no probability', { missingAbove: { deed: { 1: 1.5 } } }, false],
    ['a limit for no number of sentences', { missingAbove: { deed: { few: 0.5 } } }, false],
    ['a limit of long sentences that is no probability', { missingAboveLong: { deed: { 1: 1.5 } } }, false],
  ])('%s', (_, more, isRight) => {
    expect(weights(more)).toBe(isRight);
  });
});
