import type { Kind } from '../types.js';

/** What only the linter of files can see; the rule holds its texts and examples for `explain`. */
export const reportedByLint: Kind<Record<string, never>> = {
  kind: 'reported-by-lint',
  settable: { keys: ['requireReason'] },
  create: () => () => [],
};
