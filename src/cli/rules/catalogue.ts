import { localText } from '../../content/localized.js';
import { bySeverity, SEVERITIES } from '../../content/severities.js';
import type { RuleData, Severity } from '../../content/types.js';
import { beside } from '../../reports/answer-layout.js';
import type { Colour } from '../../reports/types.js';
import type { LanguageCode } from '../../text/types.js';
import type { CommandContext } from '../context.js';

export const SEVERITY_COLOUR: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warn: 'yellow',
  info: 'cyan',
};

/** Rules by severity, then by name. */
export function inCatalogueOrder(rules: readonly RuleData[]): RuleData[] {
  return [...rules].sort(
    (a, b) => bySeverity(a.severity, b.severity) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
}

/** What a rule says where no past event is asked for; undefined where it says the same of any question. */
export function textForOtherKinds({ otherKinds }: RuleData, language: LanguageCode): string | undefined {
  if (otherKinds === undefined) return undefined;
  const { message, advice, ask } = otherKinds;
  return [message, advice, ask].flatMap((text) => (text ? [localText(text, language)] : [])).join(' ');
}

/**
 * One rule a line: name, severity, summary.
 *
 * @param columns width of the terminal; null where there is none, then no line is wrapped
 */
export function showCatalogue(
  rules: readonly RuleData[],
  columns: number | null,
  { paint, t, language }: Pick<CommandContext, 'paint' | 't' | 'language'>,
): string {
  const names = Math.max(0, ...rules.map(({ id }) => id.length));
  const severities = Math.max(...SEVERITIES.map((severity) => t(`report.severity.${severity}`).length));
  return inCatalogueOrder(rules)
    .map(({ id, severity, summary }) => {
      const name = paint('bold', id.padEnd(names));
      const word = paint(SEVERITY_COLOUR[severity], t(`report.severity.${severity}`).padEnd(severities));
      return `${beside(`${name}  ${word}  `, localText(summary, language), columns)}\n`;
    })
    .join('');
}
