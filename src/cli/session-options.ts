import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommandContext } from './context.js';
import { type BankFlags, bankOptions, openAllBanks } from './own-banks.js';
import { plainOption } from './session-start.js';

/** What a rehearsal and an interview can be told alike. */
export interface SessionFlags extends BankFlags {
  readonly count?: number;
  readonly seed?: number;
}

interface SessionCommand<Flags> {
  readonly name: 'practice' | 'mock';
  /** How many questions there are where nobody says: values of the text on `--count`. */
  readonly questions: Readonly<Record<string, number>>;
  /** Declares what only this command has. */
  readonly own: (command: Command, number: (value: string) => number) => void;
  /** @returns the exit code */
  readonly run: (context: CommandContext, role: string | undefined, flags: Flags) => Promise<number>;
}

/** Declares a command that asks questions of a role: its argument, the options all such have, and its own. */
export function declareSession<Flags extends SessionFlags>(
  command: Command,
  context: CommandContext,
  { name, questions, own, run, done }: SessionCommand<Flags> & { readonly done: (exitCode: number) => void },
): void {
  const { t } = context;
  const number = wholeNumber(0, () => new InvalidArgumentError(t('session.whole-number')));
  const count = wholeNumber(1, () => new InvalidArgumentError(t('session.at-least-one')));
  command
    .argument('[role]', t('session.role'))
    .addOption(new Option('-n, --count <n>', t(`command.${name}.count`, questions)).argParser(count));
  own(command, number);
  command
    .addOption(new Option('--seed <n>', t('session.seed')).argParser(number))
    .addOption(plainOption(context))
    .addHelpText('after', `\n${t(`command.${name}.examples`)}`)
    .action(async (role: string | undefined, flags: Flags) => {
      done(await run({ ...context, content: await openAllBanks(context, flags) }, role, flags));
    });
  for (const option of bankOptions(context)) command.addOption(option);
}

/** Parser of an option that takes a whole number, the least allowed or more. */
function wholeNumber(least: number, refuse: () => Error): (value: string) => number {
  return (value) => {
    if (!/^\d{1,15}$/.test(value) || Number(value) < least) throw refuse();
    return Number(value);
  };
}
