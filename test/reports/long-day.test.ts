import { expect, test } from 'vitest';
import { longDay } from '../../src/reports/long-day.js';

test.each([
  ['en', '2026-01-05', '5 January 2026'],
  ['ru', '2026-11-23', '23 ноября 2026'],
])('a day among words in %s: %s', (language, iso, said) => {
  expect(longDay(iso, language)).toBe(said);
});
