import type { Translate } from '../content/messages.js';
import { SEVERITIES } from '../content/severities.js';
import type { Severity } from '../content/types.js';
import { countFindings } from './counts.js';
import type { LintResult } from './types.js';

/** What a result adds up to, in one line: counts by severity, answers and files, and what is not shown. */
export function summaryLine(result: LintResult, t: Translate): string {
  const { known } = countFindings(result);
  const hidden = [
    ...(result.notShown === undefined ? [] : partsOf(result.notShown, t)),
    ...(known === 0 ? [] : [t('report.known', { count: known })]),
  ];
  const sum = sumOf(result, t);
  return hidden.length === 0 ? sum : t('report.not-shown', { sum, parts: hidden.join(', ') });
}

function sumOf(result: LintResult, t: Translate): string {
  const counts = countFindings(result);
  const seen = t('report.seen', {
    answers: t('report.answers', { count: counts.answers }),
    files: t('report.files', { count: counts.files }),
  });
  const { warn = 0, info = 0 } = result.notShown ?? {};
  const clean = warn + info > 0 ? 'no-errors' : counts.known > 0 ? 'nothing-new' : 'clean';
  if (counts.findings === 0) return `✔ ${t(`report.${clean}`, { seen })}`;
  const findings = t('report.findings', { count: counts.findings });
  return `✖ ${t('report.sum', { findings, parts: partsOf(counts, t).join(', '), seen })}`;
}

function partsOf(counts: Readonly<Partial<Record<Severity, number>>>, t: Translate): string[] {
  return SEVERITIES.map((severity) => ({ severity, count: counts[severity] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => t(`report.count.${severity}`, { count }));
}
