import { inCatalogueOrder, insteadText } from '../../src/cli/rules/catalogue.js';
import { optionLines } from '../../src/cli/rules/option-lines.js';
import type { Translate } from '../../src/content/messages.js';
import type { RuleData, RuleExample } from '../../src/content/types.js';
import type { LanguageCode } from '../../src/text/types.js';

/** A file of `docs/rules/` and what stands in it. */
export interface Page {
  /** Relative to the root of the project, forward slashes. */
  readonly path: string;
  readonly text: string;
}

const FOLDER = 'docs/rules';

/** Texts of the interface by language, in the order of the sections of a page. */
export type Languages = Readonly<Record<LanguageCode, Translate>>;

/** The pages of all rules and their list, made from the data alone: the same data gives the same bytes. */
export function rulePages(rules: readonly RuleData[], languages: Languages): Page[] {
  return [
    { path: `${FOLDER}/README.md`, text: list(rules) },
    ...rules.map((rule) => ({ path: `${FOLDER}/${rule.id}.md`, text: page(rule, languages) })),
  ];
}

/** Pages that differ from what is on the disk, by path; empty where the docs are up to date. */
export function stalePages(pages: readonly Page[], read: (path: string) => string | null): string[] {
  return pages.filter(({ path, text }) => read(path) !== text).map(({ path }) => path);
}

function list(rules: readonly RuleData[]): string {
  const rows = inCatalogueOrder(rules).map(
    ({ id, severity, summary }) =>
      `| [${id}](${id}.md) | ${severity} | ${cell(summary.en)} | ${cell(summary.ru)} |`,
  );
  return [
    '# Rules',
    '',
    'Every rule with its reason and its examples. `star-coach explain <rule>` prints the same texts. `npm run docs` writes',
    'these pages from `data/rules/`; do not edit them.',
    '',
    '| rule | severity | summary | по-русски |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function page(rule: RuleData, languages: Languages): string {
  const sections = Object.entries(languages).map(([language, t]) => section(rule, language, t));
  return `# ${rule.id}\n\n${sections.join('\n')}`;
}

function section(rule: RuleData, language: LanguageCode, t: Translate): string {
  const paragraph = (title: string, text: string | undefined) =>
    text === undefined ? [] : [`### ${title}`, '', prose(text), ''];
  return [
    `## ${rule.summary[language]}`,
    '',
    `**${t(`report.severity.${rule.severity}`)}**`,
    '',
    ...paragraph(t('rules.reason'), rule.reason[language]),
    ...paragraph(t('rules.message'), rule.message[language]),
    ...paragraph(t('rules.advice'), rule.advice[language]),
    ...paragraph(t('rules.ask'), rule.ask?.[language]),
    ...paragraph(t('rules.of-trouble'), insteadText(rule.ofTrouble, language)),
    ...paragraph(t('rules.other-kinds'), insteadText(rule.otherKinds, language)),
    ...options(optionLines(rule, t), t),
    ...(['bad', 'good'] as const).flatMap((grade) => [
      `### ${t(`rules.${grade}`)}`,
      '',
      ...rule.examples[grade]
        .filter((example) => example.language === language)
        .flatMap((example) => exampleLines(example, t)),
    ]),
  ].join('\n');
}

function options(lines: readonly string[], t: Translate): string[] {
  if (lines.length === 0) return [];
  return [`### ${t('rules.options')}`, '', ...lines.map((line) => `- ${prose(line)}`), ''];
}

function exampleLines(example: RuleExample, t: Translate): string[] {
  const asked = [
    example.numbers === 'required' ? t('rules.asked.figures') : '',
    example.lesson === true ? t('rules.asked.lesson') : '',
    example.kind === undefined ? '' : t(`content.kind.${example.kind}`),
    example.question === undefined ? '' : t('rules.asked.question', { question: example.question }),
  ].filter((text) => text !== '');
  return [
    '```text',
    example.text.trimEnd(),
    '```',
    '',
    ...(asked.length === 0 ? [] : [`(${asked.join(', ')})`, '']),
  ];
}

/** Templates keep their `{names}`; what Markdown would take for markup is escaped. */
function prose(text: string): string {
  return text.replace(/\{(\w+)\}/g, '…').replace(/[<*_[\]]/g, '\\$&');
}

function cell(text: string | undefined): string {
  return prose(text ?? '').replaceAll('|', '\\|');
}
