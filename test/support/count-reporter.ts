import { writeSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestModule } from 'vitest/node';

/**
 * The last line of a test run: `N passed, N failed, N skipped`. A file that cannot be loaded, and an error
 * outside of any test, count as failed: there is no test that could.
 */
export const countReporter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]) {
    const line = countLine(modules, errors.length);
    // At the exit, so that the table of the coverage does not come after it.
    process.once('exit', () => writeSync(1, `${line}\n`));
  },
};

type Counted = Pick<TestModule, 'children' | 'errors'>;

/** @param outside errors that belong to no file */
export function countLine(modules: readonly Counted[], outside: number): string {
  const counts = { passed: 0, failed: outside, skipped: 0 };
  for (const module of modules) {
    const tests = [...module.children.allTests()].map((test) => test.result().state);
    for (const state of tests) {
      if (state === 'passed' || state === 'failed') counts[state]++;
      // Neither run nor failed: skipped, or the run was stopped before it.
      else counts.skipped++;
    }
    if (!tests.includes('failed') && module.errors().length > 0) counts.failed++;
  }
  return `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`;
}
