import type { Severity } from '../content/types.js';
import type { LintResult } from './types.js';

export interface LintCounts extends Readonly<Record<Severity, number>> {
  readonly files: number;
  readonly answers: number;
  readonly findings: number;
  readonly suppressed: number;
  /** Findings that are not reported since a baseline knows them. */
  readonly known: number;
}

const counted = new WeakMap<LintResult, LintCounts>();

/** What a result adds up to; asked for by a report, its last line and the exit code, and counted once. */
export function countFindings(result: LintResult): LintCounts {
  const known = counted.get(result) ?? count(result);
  counted.set(result, known);
  return known;
}

function count({ files }: LintResult): LintCounts {
  const counts = {
    ...{ files: files.length, answers: 0, findings: 0, suppressed: 0, known: 0 },
    ...{ error: 0, warn: 0, info: 0 },
  };
  for (const { answers, findings, suppressed, suppressions } of files) {
    counts.answers += answers.length;
    counts.findings += findings.length;
    counts.suppressed += suppressed;
    for (const { severity } of findings) counts[severity] += 1;
    for (const { by } of suppressions ?? []) if (by === 'baseline') counts.known += 1;
  }
  return counts;
}
