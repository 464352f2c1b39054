import { expect, test } from 'vitest';
import { clock } from '../../src/reports/clock.js';

test.each([
  [0, '0:00'],
  [59.6, '1:00'],
  [125, '2:05'],
])('%d seconds are %s', (seconds, expected) => {
  expect(clock(seconds)).toBe(expected);
});
