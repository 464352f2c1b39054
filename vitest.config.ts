import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/compile-content.ts'],
    reporters: ['default', countReporter],
    // Tests that run the built program wait for each other's builds.
    testTimeout: 30_000,
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
