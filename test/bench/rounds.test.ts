import { describe, expect, test } from 'vitest';
import { plannedRuns, rounds } from '../../scripts/bench/peers/rounds.js';

describe('how often a command is run', () => {
  test.each([
    { what: 'each once, however long', seconds: [60, 90], limit: { seconds: 10, most: 9 }, runs: [1, 1] },
    { what: 'the most where there is time', seconds: [1, 2], limit: { seconds: 100, most: 9 }, runs: [9, 9] },
    { what: 'the cheap ones more often', seconds: [10, 1], limit: { seconds: 25, most: 9 }, runs: [2, 5] },
    { what: 'nothing', seconds: [], limit: { seconds: 10, most: 9 }, runs: [] },
  ])('$what', ({ seconds, limit, runs }) => {
    expect(plannedRuns(seconds, limit)).toEqual(runs);
  });

  test('never more than there is time for, the first runs left out', () => {
    const seconds = [0.3, 4, 11, 27];
    const runs = plannedRuns(seconds, { seconds: 90, most: 9 });
    expect(seconds.reduce((sum, one, index) => sum + one * (runs[index] ?? 0), 0)).toBeLessThanOrEqual(90);
    expect([...runs].sort((a, b) => b - a)).toEqual(runs);
  });
});

test('commands with fewer runs are spread over the rounds', () => {
  expect(rounds([4, 2, 1, 0])).toEqual([[0], [0, 1], [0], [0, 1, 2]]);
  expect(rounds([])).toEqual([]);
});
