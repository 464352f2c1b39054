import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseMock, choosePractice } from '../../src/rehearsal/choose.js';
import { createRandom, shuffle } from '../../src/rehearsal/random.js';
import { outcome, question } from './question.js';

const ids = (questions: readonly { id: string }[]) => questions.map(({ id }) => id);
const bank = ['a', 'b', 'c', 'd', 'e'].map((id) => question(id));

test('never practised first, then the weakest, then the oldest', () => {
  const history = new Map([
    ['a', { at: '2026-01-03T00:00:00.000Z', outcome: outcome() }],
    ['b', { at: '2026-01-02T00:00:00.000Z', outcome: outcome('no-numbers', 'missing-result') }],
    ['c', { at: '2026-01-01T00:00:00.000Z', outcome: outcome() }],
    ['d', { at: '2026-01-04T00:00:00.000Z', outcome: outcome('~vague') }],
  ]);
  expect(ids(choosePractice(bank, { count: 9, seed: 1, history }))).toEqual(['e', 'b', 'd', 'c', 'a']);
});

test('a seed repeats the order, another seed changes it', () => {
  const order = (seed: number) => ids(choosePractice(bank, { count: 5, seed, history: new Map() })).join('');
  expect(order(7)).toBe(order(7));
  expect(new Set([1, 2, 3, 4, 5, 6].map(order)).size).toBeGreaterThan(1);
});

test('stage and kind narrow the choice, count cuts it', () => {
  const mixed = [question('a', { stage: 'phone' }), question('b', { kind: 'motivation' }), question('c')];
  const choice = { count: 5, seed: 1, history: new Map() };
  expect(ids(choosePractice(mixed, { ...choice, stage: 'phone' }))).toEqual(['a']);
  expect(ids(choosePractice(mixed, { ...choice, kind: 'motivation' }))).toEqual(['b']);
  expect(choosePractice(mixed, { ...choice, count: 2 })).toHaveLength(2);
});

test('a mock interview goes through the stages in order, as many of each as there are', () => {
  const mixed = [
    question('m', { stage: 'manager' }),
    question('h1', { stage: 'hr' }),
    question('p', { stage: 'phone' }),
    question('h2', { stage: 'hr' }),
    question('h3', { stage: 'hr' }),
    question('c', { stage: 'case' }),
  ];
  const chosen = ids(chooseMock(mixed, { count: 2, seed: 3 }));
  expect(chosen.map((id) => id[0])).toEqual(['p', 'h', 'h', 'c', 'm']);
  expect(ids(chooseMock(mixed, { count: 2, seed: 3 }))).toEqual(chosen);
});

test('the generator keeps to its published sequence', () => {
  const random = createRandom(1);
  expect([random(), random(), random()].map((number) => number.toFixed(6))).toEqual([
    '0.627074',
    '0.002736',
    '0.527447',
  ]);
});

test('shuffling loses nothing and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
      const before = [...items];
      const shuffled = shuffle(items, createRandom(seed));
      expect(items).toEqual(before);
      expect([...shuffled].sort()).toEqual([...items].sort());
    }),
  );
});
