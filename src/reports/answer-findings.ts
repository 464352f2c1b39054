import { localText } from '../content/localized.js';
import { SEVERITIES } from '../content/severities.js';
import type { Framework, FrameworkPart, Severity } from '../content/types.js';
import type { Piece } from '../rules/pieces.js';
import type { Finding } from '../rules/types.js';
import { hanging } from './answer-layout.js';
import type { AnswerTextOptions } from './answer-text.js';
import { printableLine } from './escape.js';
import type { Colour } from './types.js';

const COLOURS: Readonly<Record<Severity, Colour>> = { error: 'red', warn: 'yellow', info: 'blue' };
const MARKS: Readonly<Record<Severity, string>> = { error: '✗', warn: '!', info: '•' };

/** Fewer findings than these are seen at a glance. */
const MANY = 4;

export interface FindingsView {
  readonly options: AnswerTextOptions;
  readonly width: number;
  /** Advice that is told elsewhere; null for none. */
  readonly advised: string | null;
  /** Key of what is said where there are none. */
  readonly clean?: 'answer.clean' | 'answer.clean-else';
  /** Where the parts stand; absent where nothing is said of parts. */
  readonly pieces?: readonly Piece[];
  readonly framework?: Framework;
}

/**
 * Findings, the gravest first, those of one rule together: what is wrong, and beneath what to write instead.
 * Many of them stand under the part they are about, those on the answer as a whole first; a heading parts them from
 * others, so where there are no others none is needed.
 */
export function findingLines(findings: readonly Finding[], view: FindingsView): string {
  const { options } = view;
  const { t, paint, language } = options;
  if (findings.length === 0)
    return paint('green', hanging('✓ ', t(view.clean ?? 'answer.clean'), view.width));
  const lines = (some: readonly Finding[]) => groups(some).map((group) => groupLines(group, view));
  const title = paint('bold', t('answer.heading.findings'));
  const { framework, pieces } = view;
  if (framework === undefined || pieces === undefined || findings.length < MANY)
    return [title, ...lines(findings)].join('\n');
  const about = (finding: Finding) => partOf(finding, pieces, framework);
  if (findings.every((finding) => about(finding) === null)) return [title, ...lines(findings)].join('\n');
  const parts = [null, ...framework.parts].map((part) => {
    const own = findings.filter((finding) => about(finding)?.id === part?.id);
    if (own.length === 0) return [];
    const heading =
      part === null
        ? t('answer.whole')
        : paint(part.colour as Colour, `${part.letter}  ${localText(part.name, language)}`);
    return [`  ${heading}`, ...lines(own)];
  });
  return [title, ...parts.flat()].join('\n');
}

/** The part whose absence a finding tells, or in whose words it stands; null for the answer as a whole. */
function partOf(
  { rule, evidence, span }: Finding,
  pieces: readonly Piece[],
  { parts }: Framework,
): FrameworkPart | null {
  const missing = parts.find(({ id }) => rule === `missing-${id}`);
  if (missing !== undefined) return missing;
  if (evidence === '') return null;
  const piece = pieces.find(({ start, end }) => span.start >= start && span.start < end);
  return piece !== undefined && span.end <= piece.end ? piece.part : null;
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

function groupLines(group: readonly Finding[], { options, width, advised }: FindingsView): string {
  const { t, paint } = options;
  return group
    .flatMap(({ severity, rule, message, advice }, index) => {
      const mark = `  ${paint(COLOURS[severity], MARKS[severity])} `;
      const named = index === 0 ? `${paint(COLOURS[severity], t(`report.severity.${severity}`))}: ` : '';
      const id = paint('dim', `(${rule})`);
      const told = hanging(mark, `${named}${printableLine(message)} ${id}`, width);
      const repeated = group[index + 1]?.advice === advice || advice === advised;
      return repeated || advice === '' ? [told] : [told, hanging('    → ', printableLine(advice), width)];
    })
    .join('\n');
}
