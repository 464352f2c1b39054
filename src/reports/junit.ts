import type { LintedFile, LintFinding, Report } from './types.js';
import { xmlAttributes, xmlText } from './xml.js';

/**
 * JUnit's XML as Jenkins and GitLab read it: a suite a file, a case a finding. Errors and warnings are failures;
 * a remark is a case that passes and says its text. A file without findings is one case that passes, so that
 * nobody takes it for a file that was not checked.
 */
export const junit: Report = function* ({ files }) {
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  const failures = files.reduce((sum, { findings }) => sum + findings.filter(fails).length, 0);
  yield '<?xml version="1.0" encoding="utf-8"?>\n';
  yield `<testsuites${xmlAttributes({ name: 'star-coach', tests, failures, errors: 0, time: 0 })}>\n`;
  for (const file of files) yield `${suite(file).join('\n')}\n`;
  yield '</testsuites>\n';
};

function fails({ severity }: LintFinding): boolean {
  return severity !== 'info';
}

function suite({ path, findings }: LintedFile): string[] {
  const tests = Math.max(1, findings.length);
  const failures = findings.filter(fails).length;
  const cases =
    findings.length === 0
      ? [`    <testcase${xmlAttributes({ name: path, classname: path, time: 0 })}/>`]
      : findings.flatMap((finding) => testCase(path, finding));
  return [
    `  <testsuite${xmlAttributes({ name: path, tests, failures, errors: 0, skipped: 0, time: 0 })}>`,
    ...cases,
    '  </testsuite>',
  ];
}

function testCase(path: string, finding: LintFinding): string[] {
  const { rule, severity, message, advice, start } = finding;
  const name = `${rule} (${start.line}:${start.column})`;
  const text = xmlText(
    `${path}:${start.line}:${start.column}: ${message}${advice === '' ? '' : `\n${advice}`}`,
  );
  const told = fails(finding)
    ? `      <failure${xmlAttributes({ type: severity, message })}>${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return [`    <testcase${xmlAttributes({ name, classname: path, time: 0 })}>`, told, '    </testcase>'];
}
