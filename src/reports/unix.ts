import { printableLine } from './escape.js';
import type { Report } from './types.js';

/** One finding a line, `path:line:column: severity: message [rule]`, as compilers write and editors read. */
export const unix: Report = ({ files }) =>
  files
    .flatMap(({ path, findings }) =>
      findings.map(
        ({ start, severity, message, rule }) =>
          `${printableLine(path)}:${start.line}:${start.column}: ${severity}: ${printableLine(message)} [${rule}]\n`,
      ),
    )
    .join('');
