import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { InputError } from '../../content/problems.js';
import { chooseMock } from '../../rehearsal/choose.js';
import { homeOf } from '../../store/home.js';
import { inLanguage } from '../../terminal/session-text.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { bankOption, openBanks } from '../own-banks.js';
import { EXIT } from '../run.js';
import { runSession } from '../session.js';
import { createKeeper, KEEP_NOTHING } from '../session-keeper.js';
import { chooseRole, openTerminal, plainOption, sessionName, wholeNumber } from '../session-start.js';

interface Flags {
  readonly count: number;
  readonly seed?: number;
  readonly bank: readonly string[];
  /** True without a file. */
  readonly save?: string | true;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { t } = context;
    const number = wholeNumber(() => new InvalidArgumentError(t('session.whole-number')));
    command
      .argument('[role]', t('session.role'))
      .addOption(new Option('-n, --count <n>', t('command.mock.count')).argParser(number).default(1))
      .addOption(new Option('--seed <n>', t('session.seed')).argParser(number))
      .option('--save [file]', t('command.mock.save'))
      .addOption(bankOption(context))
      .addOption(plainOption(context))
      .addHelpText('after', `\n${t('command.mock.examples')}`)
      .action(async (role: string | undefined, flags: Flags) => {
        done(await mock({ ...context, content: await openBanks(context, flags.bank) }, role, flags));
      });
  },
};

async function mock(context: CommandContext, role: string | undefined, flags: Flags): Promise<number> {
  const { io, t, language } = context;
  const terminal = openTerminal(context, 'mock');
  const file = typeof flags.save === 'string' ? resolve(io.cwd, flags.save) : null;
  if (file !== null && existsSync(file)) throw new InputError(t('session.file-exists', { path: file }));
  const bank = await chooseRole(context, terminal, role);
  if (bank === null) return EXIT.interrupted;
  const seed = flags.seed ?? io.now() % 10_000;
  const questions = chooseMock(bank.questions, { count: Math.max(flags.count, 1), seed });
  const keeper =
    flags.save === undefined
      ? KEEP_NOTHING
      : createKeeper({
          home: homeOf(io.env, io.cwd),
          file,
          mode: 'mock',
          role: bank.role,
          session: sessionName(io.now()),
          now: io.now,
          title: ({ question }) => inLanguage(question.text, language),
        });
  io.stdout.write(`${t('command.mock.opening', { count: questions.length, seed })}\n\n`);
  const code = await runSession(context, {
    questions,
    feedback: 'end',
    terminal,
    keeper,
    timed: true,
    calm: true,
    minutes: null,
    resume: flags.save === undefined ? null : t('session.resume', { role: bank.role }),
  });
  io.stdout.write(`${t('command.mock.again', { role: bank.role, seed, count: flags.count })}\n`);
  return code;
}
