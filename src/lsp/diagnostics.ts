import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver-protocol';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Severity } from '../content/types.js';
import type { LintFinding } from '../reports/types.js';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warn: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

const SOURCE = 'star-coach';

/** A finding as the editor shows it. Columns are UTF-16 units on both sides. */
export function diagnosticOf(finding: LintFinding, document: TextDocument): Diagnostic {
  const { rule, severity, message, advice } = finding;
  return {
    range: rangeOf(finding, document),
    severity: SEVERITIES[severity],
    code: rule,
    source: SOURCE,
    message: advice === '' ? message : `${message}\n${advice}`,
  };
}

/** What is absent has a place without length, which editors do not show: there the first word is underlined. */
function rangeOf({ start, end }: LintFinding, document: TextDocument): Range {
  // By offsets: where a document opens with a byte order mark, columns leave it out and characters count it.
  const range = { start: document.positionAt(start.offset), end: document.positionAt(end.offset) };
  if (start.offset !== end.offset) return range;
  const rest = document.getText({ start: range.start, end: { line: range.start.line + 1, character: 0 } });
  const word = /^\S+/.exec(rest)?.[0].length ?? 0;
  return { start: range.start, end: { line: range.start.line, character: range.start.character + word } };
}

/** True where a place lies in a range or at one of its ends. */
export function covers(
  { start, end }: Range,
  at: { readonly line: number; readonly character: number },
): boolean {
  const afterStart = at.line > start.line || (at.line === start.line && at.character >= start.character);
  const beforeEnd = at.line < end.line || (at.line === end.line && at.character <= end.character);
  return afterStart && beforeEnd;
}

/** True where two ranges share a place, if only at their ends. */
export function rangesTouch(one: Range, other: Range): boolean {
  return covers(one, other.start) || covers(other, one.start);
}
