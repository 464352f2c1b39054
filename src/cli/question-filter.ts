import { type Command, InvalidArgumentError, Option } from 'commander';
import { KINDS, LEVELS, STAGES } from '../content/interview.js';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import type { Bank } from '../content/types.js';
import { visibleName } from '../content/visible.js';

const FILTERS = { stage: STAGES, kind: KINDS, level: LEVELS } as const;

/** An option that chooses among the questions of a bank: `--stage`, `--kind`, `--level`. */
export function filterOption(name: keyof typeof FILTERS, t: Translate): Option {
  return oneOf(`--${name} <${name}>`, t(`session.filter.${name}`), { known: FILTERS[name], t });
}

/** All options that choose among the questions of a bank: the three, and `--competency`. */
export function addQuestionFilter(command: Command, t: Translate): Command {
  for (const name of ['stage', 'kind', 'level'] as const) command.addOption(filterOption(name, t));
  return command.option('--competency <competency>', t('session.filter.competency'));
}

/** An option with a closed list of values; of a mistyped one the near one is suggested, and the list given. */
export function oneOf(
  flags: string,
  text: string,
  { known, t }: { readonly known: readonly string[]; readonly t: Translate },
): Option {
  return new Option(flags, text).choices(known).argParser((value) => {
    if (known.includes(value)) return value;
    throw new InvalidArgumentError(oneOfText(value, known, t));
  });
}

/** What the questions of banks ask for, by name. */
export function competenciesOf(banks: readonly Bank[]): string[] {
  const questions = banks.flatMap((bank) => bank.questions);
  return [...new Set(questions.flatMap(({ competencies }) => competencies))].sort();
}

/** @throws InputError where no question of the bank asks for the competency */
export function checkCompetency(bank: Bank, name: string | undefined, t: Translate): void {
  const known = competenciesOf([bank]);
  if (name === undefined || known.includes(name)) return;
  throw new InputError(t('session.no-such-competency', { name: visibleName(name), role: bank.role }), {
    advice: oneOfText(name, known, t),
  });
}

function oneOfText(value: string, known: readonly string[], t: Translate): string {
  const near = nearest(value, known);
  return near === null
    ? t('session.one-of', { known: known.join(', ') })
    : t('session.one-of-near', { near, known: known.join(', ') });
}
