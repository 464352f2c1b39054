import { SEVERITIES } from '../content/severities.js';
import type { Severity } from '../content/types.js';
import { beside, linesOf } from './answer-layout.js';
import { codeFrame } from './code-frame.js';
import { countFindings } from './counts.js';
import { messageOf } from './elsewhere.js';
import { printableLine } from './escape.js';
import { summaryLine } from './summary.js';
import type { Colour, LintedFile, LintResult, Position, Report, ReportOptions } from './types.js';

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warn: 'yellow', info: 'blue' };

/** For people: findings under the name of their file, each with what to write instead, and a sum. */
export const stylish: Report = function* (result, options) {
  const words = severityWords(options);
  for (const file of result.files)
    if (file.findings.length > 0) yield `${fileLines(file, words, options)}\n\n`;
  const sum = summary(result, options);
  yield `${options.columns === null ? sum : linesOf(sum, options.columns).join('\n')}\n`;
};

type SeverityWords = Readonly<Record<Severity, string>>;

function severityWords({ t }: ReportOptions): SeverityWords {
  const word = (severity: Severity) => t(`report.severity.${severity}`);
  return { error: word('error'), warn: word('warn'), info: word('info') };
}

function fileLines(
  { path, source, findings }: LintedFile,
  words: SeverityWords,
  { paint, pathOf, codeFrame: frame, columns }: ReportOptions,
): string {
  let placeWidth = 0;
  let severityWidth = 0;
  for (const { start, severity } of findings) {
    placeWidth = Math.max(placeWidth, placeOf(start).length);
    severityWidth = Math.max(severityWidth, words[severity].length);
  }
  const indent = ' '.repeat(placeWidth + severityWidth + 6);
  const lines = [paint('underline', printableLine(pathOf(path)))];
  for (const finding of findings) {
    const { severity, rule, advice, start } = finding;
    const colour = COLOURS[severity];
    const place = paint('dim', placeOf(start).padStart(placeWidth));
    const word = paint(colour, words[severity].padEnd(severityWidth));
    const told = `${printableLine(messageOf(finding, pathOf))}  ${paint('dim', rule)}`;
    const both = advice === '' ? [told] : [told, paint('dim', printableLine(advice))];
    const head = `  ${place}  ${word}  `;
    lines.push(columns === null ? head + both.join(`\n${indent}`) : beside(head, both.join('\n'), columns));
    if (frame !== null)
      lines.push(...codeFrame(source, finding, { columns: frame, indent: '    ', colour, paint }), '');
  }
  if (frame !== null) lines.pop();
  return lines.join('\n');
}

function placeOf({ line, column }: Position): string {
  return `${line}:${column}`;
}

function summary(result: LintResult, { paint, t }: ReportOptions): string {
  const counts = countFindings(result);
  const { warn = 0, info = 0 } = result.notShown ?? {};
  const worst = SEVERITIES.find((severity) => counts[severity] + { error: 0, warn, info }[severity] > 0);
  const colour = worst === undefined ? 'green' : COLOURS[worst];
  return paint(colour, summaryLine(result, t));
}
