import type { Severity } from '../content/types.js';
import { messageOf } from './elsewhere.js';
import { printable } from './escape.js';
import type { LintFinding, Report } from './types.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warn: 'warning', info: 'notice' };

/**
 * Workflow commands, which GitHub Actions turns into annotations. Columns are given only where a finding
 * starts and ends on one line: with several lines GitHub would take them for columns of the first.
 */
export const github: Report = function* ({ files }, { rootPathOf }) {
  for (const { path, findings } of files)
    for (const finding of findings)
      yield `${annotation(rootPathOf(path), finding, messageOf(finding, rootPathOf))}\n`;
};

function annotation(
  path: string,
  { rule, severity, advice, start, end }: LintFinding,
  message: string,
): string {
  const properties: [string, string | number][] = [
    ['file', path],
    ['line', start.line],
    ['endLine', end.line],
  ];
  if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column]);
  properties.push(['title', `star-coach: ${rule}`]);
  const list = properties
    .map(([name, value]) => `${name}=${escapeProperty(printable(String(value)))}`)
    .join(',');
  const text = advice === '' ? message : `${message}\n${advice}`;
  return `::${COMMANDS[severity]} ${list}::${escapeData(printable(text))}`;
}

/** As `@actions/core` writes the message of a command. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** As `@actions/core` writes the value of a property. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
