import { STAGES } from '../../content/interview.js';
import { localText } from '../../content/localized.js';
import type { Bank, Framework, Question } from '../../content/types.js';
import { trimStop } from '../../rules/criteria.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandContext } from '../context.js';
import type { BankFlags } from '../own-banks.js';
import { sourceFlags, typedCommand } from '../practice-command.js';
import { progressNames } from '../progress/names.js';

interface Show {
  readonly context: CommandContext;
  /** Width of the terminal; null where there is none, then no line is wrapped. */
  readonly columns: number | null;
  /** What names banks of one's own, and is to be typed again. */
  readonly flags: BankFlags;
}

/** The questions of a role, grouped by the stage of the interview they belong to. */
export function showBank(bank: Bank, show: Show): string {
  const { t, paint, language } = show.context;
  const groups = STAGES.flatMap((stage) => {
    const questions = bank.questions.filter((question) => question.stage === stage);
    if (questions.length === 0) return [];
    const lines = questions.map(
      ({ id, text }) => `  ${paint('cyan', id)}\n${wrapped(localText(text, language), '    ', show)}\n`,
    );
    return `${paint('bold', t(`content.stage.${stage}`))}\n${lines.join('')}`;
  });
  const count = t('command.banks.count', { count: bank.questions.length });
  const name = paint('bold', localText(bank.name, language));
  const ordered = STAGES.flatMap((at) => bank.questions.filter(({ stage }) => stage === at));
  const withSamples = ordered.find(({ samples }) => samples.length > 0);
  const first = withSamples?.id ?? ordered[0]?.id ?? '';
  const next = typed(
    withSamples === undefined ? 'command.banks.one-bare' : 'command.banks.one',
    [
      ['banks', 'show', first, ...(withSamples === undefined ? [] : ['--samples'])],
      ['practice', bank.role],
    ],
    show,
  );
  return `${name} (${bank.role}, ${count})\n\n${groups.join('\n')}${next}`;
}

/**
 * One question whole.
 *
 * @param role whose question it is
 * @param framework the question's, null where the answer is free
 * @param samples true to show the sample answers in full
 */
export function showQuestion(
  question: Question,
  { role, framework, samples }: { role: string; framework: Framework | null; samples: boolean },
  show: Show,
): string {
  const { context } = show;
  const { t, paint, language } = context;
  const row = (name: string, value: string) =>
    `${wrapped(`${paint('dim', `${t(`command.banks.${name}`)}:`)} ${value}`, '', show)}\n`;
  const title = (name: string) => `\n${paint('bold', t(`command.banks.${name}`))}\n`;
  const bullets = (lines: readonly string[]) =>
    lines.map((line) => `  • ${wrapped(line, '    ', show).trimStart()}\n`).join('');
  const part = (name: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : title(name) + bullets(lines);
  const { competency } = progressNames(context);
  const more = !samples && question.samples.length > 0;
  const levels = Object.entries(question.byLevel ?? {}).map(
    ([level, text]) => `${t(`content.level.${level}`)}: ${text ? localText(text, language) : ''}`,
  );
  return [
    `${paint('cyan', question.id)}\n`,
    `${wrapped(localText(question.text, language), '', show)
      .split('\n')
      .map((line) => paint('bold', line))
      .join('\n')}\n\n`,
    row('stage', t(`content.stage.${question.stage}`)),
    row('kind', t(`content.kind.${question.kind}`)),
    row('levels', question.levels.map((level) => t(`content.level.${level}`)).join(', ')),
    question.competencies.length > 0
      ? row('competencies', question.competencies.map((id) => withId(competency(id), id)).join(', '))
      : '',
    row(
      'framework',
      framework === null
        ? t('command.banks.free')
        : withId(localText(framework.name, language), framework.id),
    ),
    row('figures', t(`content.numbers.${question.numbers}`)),
    part(
      'criteria',
      question.criteria.map(({ text }) => trimStop(localText(text, language))),
    ),
    part('by-level', levels),
    `${title('hint')}${wrapped(localText(question.hint, language), '  ', show)}\n`,
    part(
      'follow-ups',
      question.followUps.map((text) => localText(text, language)),
    ),
    ...(samples
      ? question.samples.map(({ grade, language: code, text }) =>
          [title(`sample.${grade}`).trimEnd(), ` (${code})\n`, indented(text, show)].join(''),
        )
      : []),
    typed(
      more ? 'command.banks.rehearse' : 'command.banks.rehearse-only',
      [
        ['practice', role, '--question', question.id],
        ...(more ? [['banks', 'show', question.id, '--samples']] : []),
      ],
      show,
    ),
  ].join('');
}

/** `общение (communication)`: the name for people, the id for `--competency` and `--framework`. */
function withId(name: string, id: string): string {
  return name === id ? id : `${name} (${id})`;
}

function typed(key: string, commands: readonly (readonly string[])[], { context, flags }: Show): string {
  const { io, t, paint } = context;
  const lines = commands.map(
    (words) => `  ${paint('cyan', typedCommand(io, ...words, ...sourceFlags(flags)))}\n`,
  );
  return `\n${paint('dim', t(key))}\n${lines.join('')}`;
}

function wrapped(text: string, indent: string, { columns }: Show): string {
  return columns === null ? indent + text : wrap(text, columns, indent);
}

function indented(text: string, show: Show): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '\n' : `${wrapped(line, '  ', show)}\n`))
    .join('');
}
