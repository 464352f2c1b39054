import { expect, test } from 'vitest';
import { countLine } from './support/count-reporter.js';

const file = (states: readonly string[], errors = 0) =>
  ({
    children: { allTests: () => states.map((state) => ({ result: () => ({ state }) })) },
    errors: () => Array.from({ length: errors }),
  }) as unknown as Parameters<typeof countLine>[0][number];

test.each([
  [
    'tests of all files',
    [file(['passed', 'failed']), file(['passed', 'skipped'])],
    0,
    '2 passed, 1 failed, 1 skipped',
  ],
  ['a file that cannot be loaded', [file([], 1)], 0, '0 passed, 1 failed, 0 skipped'],
  ['a file whose failed test is its only error', [file(['failed'], 1)], 0, '0 passed, 1 failed, 0 skipped'],
  ['an error outside of any test', [file(['passed'])], 1, '1 passed, 1 failed, 0 skipped'],
  ['a test that was never begun', [file(['pending'])], 0, '0 passed, 0 failed, 1 skipped'],
])('counts %s', (_, files, outside, line) => {
  expect(countLine(files, outside)).toBe(line);
});
