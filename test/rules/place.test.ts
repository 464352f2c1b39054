import fc from 'fast-check';
import { expect, it } from 'vitest';
import { apart, outside, overlap, sentenceAt } from '../../src/rules/place.js';
import { read } from './reading.js';

const spans = fc.array(
  fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length })),
);

it.each([
  [[], []],
  [
    [
      [5, 8],
      [1, 3],
    ],
    [
      [1, 3],
      [5, 8],
    ],
  ],
  [
    [
      [1, 3],
      [1, 6],
      [5, 8],
      [6, 7],
    ],
    [
      [1, 6],
      [6, 7],
    ],
  ],
])('spans %j, without those that overlap: %j', (given, expected) => {
  const kept = apart(given.map(([start = 0, end = 0]) => ({ start, end })));
  expect(kept.map(({ start, end }) => [start, end])).toEqual(expected);
});

it('outside is what overlaps none of the others, whatever their order', () => {
  fc.assert(
    fc.property(spans, spans, (some, others) => {
      const inOrder = apart(some);
      expect(outside(inOrder, others)).toEqual(
        inOrder.filter((span) => !others.some((other) => overlap(span, other))),
      );
    }),
  );
});

it('an offset between two sentences stands in none', () => {
  const reading = read('I called. She came.');
  const indexes = [0, 8, 9, 10, 18, 19].map((offset) => sentenceAt(reading, offset)?.index ?? null);
  expect(indexes).toEqual([0, 0, null, 1, 1, null]);
});
