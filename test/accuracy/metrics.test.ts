import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  count,
  countOverlaps,
  labelKappa,
  newCounts,
  newOverlaps,
  overlapScores,
  scores,
} from '../../scripts/accuracy/metrics.js';

describe('a yes/no decision', () => {
  test.each([
    // said, is: right 6, wrong 2, missed 4, absent 8; chance (8·10 + 12·10) / 400 = .5
    { counts: [6, 2, 4, 8], precision: 0.75, recall: 0.6, f1: 2 / 3, kappa: 0.4 },
    { counts: [5, 0, 0, 5], precision: 1, recall: 1, f1: 1, kappa: 1 },
    { counts: [0, 5, 5, 0], precision: 0, recall: 0, f1: 0, kappa: -1 },
    // Said of all: agreement is what chance gives.
    { counts: [3, 7, 0, 0], precision: 0.3, recall: 1, f1: 6 / 13, kappa: 0 },
    { counts: [0, 0, 0, 0], precision: 0, recall: 0, f1: 0, kappa: 0 },
  ])('$counts', ({ counts: [right = 0, wrong = 0, missed = 0, absent = 0], ...expected }) => {
    const counts = newCounts();
    for (let at = 0; at < right; at++) count(counts, true, true);
    for (let at = 0; at < wrong; at++) count(counts, true, false);
    for (let at = 0; at < missed; at++) count(counts, false, true);
    for (let at = 0; at < absent; at++) count(counts, false, false);
    expect(counts).toEqual({ right, wrong, missed, absent });
    const found = scores(counts);
    for (const [name, value] of Object.entries(expected))
      expect(found[name as keyof typeof found], name).toBeCloseTo(value, 10);
  });
});

test('two readers with several labels: agreement beyond chance', () => {
  const pairs = (text: string) => text.split(' ').map((pair) => [pair[0], pair[1]] as [string, string]);
  expect(labelKappa(pairs('SS AA RR TT'))).toBe(1);
  // Agreed .75; chance (2·1 + 1·2 + 1·1) / 16 = .3125.
  expect(labelKappa(pairs('SS SA AA RR'))).toBeCloseTo((0.75 - 0.3125) / (1 - 0.3125), 10);
  expect(labelKappa(pairs('SA AS'))).toBe(-1);
  expect(labelKappa(pairs('SS SS'))).toBe(1);
});

test('spans count by overlap', () => {
  const counts = newOverlaps();
  const span = (start: number, end: number) => ({ start, end });
  countOverlaps(counts, [span(0, 10), span(20, 25), span(30, 32)], [span(0, 2), span(8, 10), span(25, 27)]);
  expect(counts).toEqual({ said: 3, right: 1, expected: 3, found: 2 });
  const { precision, recall, f1 } = overlapScores(counts);
  expect([precision, recall, f1]).toEqual([1 / 3, 2 / 3, 4 / 9].map((value) => expect.closeTo(value, 10)));
});

describe('bootstrap', () => {
  const values = Array.from({ length: 100 }, (_, index) => index);
  const average = (drawn: Int32Array) => drawn.reduce((sum, at) => sum + (values[at] ?? 0), 0) / drawn.length;

  test('the same seed gives the same interval, another one another', () => {
    const once = bootstrap(100, average, { seed: 7, rounds: 200 });
    expect(bootstrap(100, average, { seed: 7, rounds: 200 })).toEqual(once);
    expect(bootstrap(100, average, { seed: 8, rounds: 200 })).not.toEqual(once);
  });

  test('is about two standard errors wide on each side of the mean', () => {
    const { low, high } = bootstrap(100, average, { seed: 1, rounds: 2000 });
    // Standard error of the mean: 28.87 / 10.
    expect(low).toBeGreaterThan(49.5 - 1.96 * 2.887 - 0.6);
    expect(low).toBeLessThan(49.5 - 1.96 * 2.887 + 0.6);
    expect(high).toBeGreaterThan(49.5 + 1.96 * 2.887 - 0.6);
    expect(high).toBeLessThan(49.5 + 1.96 * 2.887 + 0.6);
  });

  test('of a figure that never varies is that figure', () => {
    expect(bootstrap(5, () => 0.5, { seed: 1, rounds: 50 })).toEqual({ low: 0.5, high: 0.5 });
  });
});
