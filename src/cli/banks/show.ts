import { STAGES } from '../../content/interview.js';
import { localText } from '../../content/localized.js';
import type { Bank, Framework, Question } from '../../content/types.js';
import { trimStop } from '../../rules/criteria.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandContext } from '../context.js';
import type { BankFlags } from '../own-banks.js';
import { progressNames } from '../progress/names.js';
import { sourceFlags, typedCommand } from '../typed-command.js';

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
  const { t, paint, language } = show.context;
  const more = !samples && question.samples.length > 0;
  const title = wrapped(localText(question.text, language), '', show).split('\n');
  return [
    `${paint('cyan', question.id)}\n`,
    `${title.map((line) => paint('bold', line)).join('\n')}\n\n`,
    ...facts(question, framework, show),
    list(
      'criteria',
      question.criteria.map(({ text }) => trimStop(localText(text, language))),
      show,
    ),
    list(
      'by-level',
      Object.entries(question.byLevel ?? {}).map(
        ([level, text]) => `${t(`content.level.${level}`)}: ${text ? localText(text, language) : ''}`,
      ),
      show,
    ),
    `${heading('hint', show)}\n${wrapped(localText(question.hint, language), '  ', show)}\n`,
    list(
      'follow-ups',
      question.followUps.map((text) => localText(text, language)),
      show,
    ),
    ...(samples ? question.samples : []).map(
      ({ grade, language: code, text }) =>
        `${heading(`sample.${grade}`, show)} (${code})\n${indented(text, show)}`,
    ),
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

/** What is set for a question, a row each. */
function facts(question: Question, framework: Framework | null, show: Show): string[] {
  const { t, paint, language } = show.context;
  const { competency } = progressNames(show.context);
  const row = (name: string, value: string) =>
    `${wrapped(`${paint('dim', `${t(`command.banks.${name}`)}:`)} ${value}`, '', show)}\n`;
  const structure =
    framework === null ? t('command.banks.free') : withId(localText(framework.name, language), framework.id);
  return [
    row('stage', t(`content.stage.${question.stage}`)),
    row('kind', t(`content.kind.${question.kind}`)),
    row('levels', question.levels.map((level) => t(`content.level.${level}`)).join(', ')),
    question.competencies.length > 0
      ? row('competencies', question.competencies.map((id) => withId(competency(id), id)).join(', '))
      : '',
    row('framework', structure),
    row('figures', t(`content.numbers.${question.numbers}`)),
  ];
}

/** A heading with an empty line over it. */
function heading(name: string, { context: { t, paint } }: Show): string {
  return `\n${paint('bold', t(`command.banks.${name}`))}`;
}

/** Items under a heading; nothing where there are none. */
function list(name: string, items: readonly string[], show: Show): string {
  if (items.length === 0) return '';
  const bullets = items.map((item) => `  • ${wrapped(item, '    ', show).trimStart()}\n`);
  return `${heading(name, show)}\n${bullets.join('')}`;
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
