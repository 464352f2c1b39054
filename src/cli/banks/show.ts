import { STAGES } from '../../content/interview.js';
import type { Bank, Framework, Question } from '../../content/types.js';
import type { CommandContext } from '../context.js';

type Show = Pick<CommandContext, 't' | 'paint' | 'language'>;

/** The questions of a role, grouped by the stage of the interview they belong to. */
export function showBank(bank: Bank, { t, paint, language }: Show): string {
  const groups = STAGES.flatMap((stage) => {
    const questions = bank.questions.filter((question) => question.stage === stage);
    if (questions.length === 0) return [];
    const lines = questions.map(({ id, text }) => `  ${paint('cyan', id)}\n    ${text[language]}\n`);
    return `${paint('bold', t(`content.stage.${stage}`))}\n${lines.join('')}`;
  });
  const count = t('command.banks.count', { count: bank.questions.length });
  return `${paint('bold', bank.name[language] ?? bank.role)} (${bank.role}, ${count})\n\n${groups.join('\n')}`;
}

/**
 * One question whole.
 *
 * @param framework the question's, null where the answer is free
 * @param samples true to show the sample answers in full
 */
export function showQuestion(
  question: Question,
  { framework, samples }: { readonly framework: Framework | null; readonly samples: boolean },
  { t, paint, language }: Show,
): string {
  const row = (name: string, value: string) => `${paint('dim', `${t(`command.banks.${name}`)}:`)} ${value}\n`;
  const title = (name: string) => `\n${paint('bold', t(`command.banks.${name}`))}\n`;
  const bullets = (lines: readonly (string | undefined)[]) => lines.map((line) => `  • ${line}\n`).join('');
  const part = (name: string, lines: readonly (string | undefined)[]) =>
    lines.length === 0 ? '' : title(name) + bullets(lines);
  return [
    `${paint('cyan', question.id)}\n${paint('bold', question.text[language] ?? '')}\n\n`,
    row('stage', t(`content.stage.${question.stage}`)),
    row('kind', t(`content.kind.${question.kind}`)),
    row('levels', question.levels.map((level) => t(`content.level.${level}`)).join(', ')),
    question.competencies.length > 0 ? row('competencies', question.competencies.join(', ')) : '',
    row(
      'framework',
      framework === null ? t('command.banks.free') : (framework.name[language] ?? framework.id),
    ),
    row('figures', t(`content.numbers.${question.numbers}`)),
    part(
      'criteria',
      question.criteria.map(({ text }) => text[language]),
    ),
    `${title('hint')}  ${question.hint[language]}\n`,
    part(
      'follow-ups',
      question.followUps.map((text) => text[language]),
    ),
    ...(samples
      ? question.samples.map(({ grade, language: code, text }) =>
          [title(`sample.${grade}`).trimEnd(), ` (${code})\n`, indented(text)].join(''),
        )
      : []),
  ].join('');
}

function indented(text: string): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '\n' : `  ${line}\n`))
    .join('');
}
