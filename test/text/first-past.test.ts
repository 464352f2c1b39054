import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstPast } from '../../src/text/first-past.js';

test('is what a search from the start finds, or the length', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ max: 20, min: 0 })),
      fc.integer({ max: 21, min: -1 }),
      (list, limit) => {
        const sorted = [...list].sort((a, b) => a - b);
        const found = sorted.findIndex((item) => item > limit);
        expect(firstPast(sorted, (item) => item > limit)).toBe(found < 0 ? sorted.length : found);
      },
    ),
  );
});
