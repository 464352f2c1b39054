import type { Severity } from '../content/types.js';
import type { LintedFile, LintFinding, Report } from './types.js';
import { xmlAttributes } from './xml.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'info' };

/** Version of the format that readers look for; the one that other linters write. */
const VERSION = '4.3';

/** XML as Checkstyle writes it, for Jenkins, reviewdog and editors; a clean file is an empty element. */
export const checkstyle: Report = function* ({ files }) {
  yield `<?xml version="1.0" encoding="utf-8"?>\n<checkstyle version="${VERSION}">\n`;
  for (const file of files) yield `${fileElement(file).join('\n')}\n`;
  yield '</checkstyle>\n';
};

function fileElement({ path, findings }: LintedFile): string[] {
  const opening = `  <file${xmlAttributes({ name: path })}`;
  return findings.length === 0 ? [`${opening}/>`] : [`${opening}>`, ...findings.map(error), '  </file>'];
}

function error({ rule, severity, message, advice, start }: LintFinding): string {
  return `    <error${xmlAttributes({
    line: start.line,
    column: start.column,
    severity: SEVERITIES[severity],
    message: advice === '' ? message : `${message} ${advice}`,
    source: `star-coach.${rule}`,
  })}/>`;
}
