import type { ReportingDescriptor } from 'sarif';
import { localText } from '../content/localized.js';
import type { Localized, RuleData } from '../content/types.js';
import type { ReportOptions } from './types.js';

/**
 * What SARIF carries of a rule: its summary, its reason, and as help what `explain` shows, examples in the language
 * of the interface.
 *
 * @param data null where the linter has a rule that content has no texts for
 */
export function sarifRule(
  id: string,
  level: 'error' | 'warning' | 'note',
  data: RuleData | undefined,
  { t, language }: Pick<ReportOptions, 't' | 'language'>,
): ReportingDescriptor {
  const bare: ReportingDescriptor = { id, defaultConfiguration: { level } };
  if (data === undefined) return bare;
  const said = (text: Localized | undefined) => (text === undefined ? '' : localText(text, language));
  const paragraphs: [string, string][] = [
    ['reason', said(data.reason)],
    ['advice', withoutValues(said(data.advice))],
    ['ask', said(data.ask)],
    ...(['bad', 'good'] as const).map((grade): [string, string] => [
      grade,
      data.examples[grade].find((example) => example.language === language)?.text ?? '',
    ]),
  ];
  const shown = paragraphs.filter(([, text]) => text !== '');
  return {
    ...bare,
    shortDescription: { text: said(data.summary) },
    fullDescription: { text: said(data.reason) },
    help: {
      text: shown.map(([name, text]) => `${t(`rules.${name}`)}\n${text}`).join('\n\n'),
      markdown: shown.map(([name, text]) => `**${t(`rules.${name}`)}**\n\n${text}`).join('\n\n'),
    },
  };
}

/** «{quote}» is shown as «…»: there is no answer to quote. */
function withoutValues(template: string): string {
  return template.replace(/\{\w+\}/g, '…');
}
