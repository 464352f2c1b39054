import type { Severity } from '../content/types.js';
import type { Finding } from '../rules/types.js';
import { hanging } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import { printableLine } from './escape.js';
import type { Colour } from './types.js';

const SEVERITIES: readonly Severity[] = ['error', 'warn', 'info'];
const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warn: 'yellow', info: 'blue' };
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warn: '!', info: '•' };

/** Findings, the gravest first, those of one rule together: what is wrong, and beneath what to write instead. */
export function findingLines(
  findings: readonly Finding[],
  options: AnswerTextOptions,
  width: number,
): string {
  const { t, paint } = options;
  if (findings.length === 0) return paint('green', `✓ ${t('answer.clean')}`);
  const blocks = groups(findings).map((group) => groupLines(group, options, width));
  return [paint('bold', t('answer.heading.findings')), ...blocks].join('\n');
}

/** Of one rule and severity each, in the order of severities and then of the text. */
function groups(findings: readonly Finding[]): Finding[][] {
  return SEVERITIES.flatMap((severity) => {
    const byRule = new Map<string, Finding[]>();
    for (const finding of findings.filter((each) => each.severity === severity))
      byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
    return [...byRule.values()];
  });
}

function groupLines(group: readonly Finding[], { t, paint }: AnswerTextOptions, width: number): string {
  return group
    .flatMap(({ severity, rule, message, advice }, index) => {
      const mark = `  ${paint(COLOURS[severity], MARKS[severity])} `;
      const named = index === 0 ? `${paint(COLOURS[severity], t(`report.severity.${severity}`))}: ` : '';
      const id = paint('dim', `(${rule})`);
      const told = hanging(mark, `${named}${printableLine(message)} ${id}`, width);
      const repeated = group[index + 1]?.advice === advice;
      return repeated || advice === '' ? [told] : [told, hanging('    → ', printableLine(advice), width)];
    })
    .join('\n');
}
