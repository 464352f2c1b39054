import { printableLine } from './escape.js';
import type { Report } from './types.js';

/** One finding a line, `path:line:column: severity: message [rule]`, as compilers write and editors read. */
export const unix: Report = function* ({ files }) {
  for (const { path, findings } of files)
    for (const { start, severity, message, rule } of findings)
      yield `${printableLine(path)}:${start.line}:${start.column}: ${severity}: ${printableLine(message)} [${rule}]\n`;
};
