import { localText } from '../../content/localized.js';
import type { RuleData, RuleExample } from '../../content/types.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandContext } from '../context.js';
import { insteadText, SEVERITY_COLOUR } from './catalogue.js';
import { optionLines } from './option-lines.js';

type Show = Pick<CommandContext, 't' | 'paint' | 'language'>;

/**
 * One rule whole: what it says and why, then its examples, those in the language of the interface first.
 *
 * @param answerLanguages codes of the languages that answers are read in
 * @param columns width to wrap to
 */
export function showRule(
  rule: RuleData,
  { answerLanguages, columns }: { readonly answerLanguages: readonly string[]; readonly columns: number },
  show: Show,
): string {
  const { t, paint, language } = show;
  const paragraph = (name: string, text: string | undefined) =>
    text === undefined ? '' : `\n${paint('bold', t(`rules.${name}`))}\n${indented(text, columns)}\n`;
  const severity = paint(SEVERITY_COLOUR[rule.severity], t(`report.severity.${rule.severity}`));
  const options = optionLines(rule, t);
  const languages = [language, ...answerLanguages.filter((code) => code !== language)];
  return [
    `${paint('bold', rule.id)}  ${severity}\n`,
    `${wrap(localText(rule.summary, language), columns)}\n`,
    paragraph('reason', localText(rule.reason, language)),
    paragraph('message', withoutValues(localText(rule.message, language))),
    paragraph('advice', withoutValues(localText(rule.advice, language))),
    paragraph('ask', rule.ask && localText(rule.ask, language)),
    paragraph('of-trouble', withoutValues(insteadText(rule.ofTrouble, language))),
    paragraph('other-kinds', withoutValues(insteadText(rule.otherKinds, language))),
    options.length === 0 ? '' : paragraph('options', options.join('\n')),
    ...languages.flatMap((code) =>
      (['bad', 'good'] as const).map((grade) => {
        const examples = rule.examples[grade].filter((example) => example.language === code);
        if (examples.length === 0) return '';
        const title = `${t(`rules.${grade}`)} (${t(`rules.in-language.${code}`)})`;
        return `\n${paint('bold', title)}\n${examples.map((each) => exampleText(each, grade, columns, show)).join('')}`;
      }),
    ),
  ].join('');
}

const indented = (text: string, columns: number) =>
  text
    .split('\n')
    .map((line) => wrap(line, columns, '  '))
    .join('\n');

function exampleText(
  example: RuleExample,
  grade: 'good' | 'bad',
  columns: number,
  { t, paint }: Show,
): string {
  const mark = grade === 'good' ? paint('green', '+') : paint('red', '-');
  const text = example.text
    .split('\n')
    .map((line) => wrap(line, columns, '    '))
    .join('\n');
  const asked = askedOf(example, t);
  return `  ${mark} ${text.trimStart()}\n${asked === '' ? '' : `${wrap(paint('dim', asked), columns, '    ')}\n`}`;
}

/** What the question of an example asks for, where the rule depends on it. */
function askedOf({ numbers, lesson, kind, question }: RuleExample, t: CommandContext['t']): string {
  const asked = [
    numbers === 'required' ? t('rules.asked.figures') : '',
    lesson === true ? t('rules.asked.lesson') : '',
    kind !== undefined ? t(`content.kind.${kind}`) : '',
    question !== undefined ? t('rules.asked.question', { question }) : '',
  ].filter((text) => text !== '');
  return asked.length === 0 ? '' : `(${asked.join(', ')})`;
}

/** «{quote}» is shown as «…»: there is no answer to quote yet. */
function withoutValues(template: string | undefined): string | undefined {
  return template?.replace(/\{\w+\}/g, '…');
}
