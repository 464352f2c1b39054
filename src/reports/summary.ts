import type { Translate } from '../content/messages.js';
import { countFindings } from './counts.js';
import type { LintResult } from './types.js';

/** What a result adds up to, in one line: counts by severity, answers and files. */
export function summaryLine(result: LintResult, t: Translate): string {
  const counts = countFindings(result);
  const seen = t('report.seen', {
    answers: t('report.answers', { count: counts.answers }),
    files: t('report.files', { count: counts.files }),
  });
  if (counts.findings === 0) return `✔ ${t('report.clean', { seen })}`;
  const parts = (['error', 'warn', 'info'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => t(`report.count.${severity}`, { count: counts[severity] }));
  const findings = t('report.findings', { count: counts.findings });
  return `✖ ${t('report.sum', { findings, parts: parts.join(', '), seen })}`;
}
