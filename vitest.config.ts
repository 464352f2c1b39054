import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/compile-content.ts'],
    reporters: ['default', countReporter],
    // For what hangs, not for what is slow: no test fails because a machine is busy.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000, interval: 20 } },
    // No test changes what is global and leaves it so: a worker imports the sources once, not once for each file.
    isolate: false,
    // Vitest leaves one core idle by default: on two cores the whole would run on one.
    maxWorkers: '100%',
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary'],
      reportOnFailure: true,
    },
  },
});
