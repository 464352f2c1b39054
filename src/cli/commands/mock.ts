import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { InputError } from '../../content/problems.js';
import type { Bank, Level, Question, Stage } from '../../content/types.js';
import { chooseMock } from '../../rehearsal/choose.js';
import type { Limits } from '../../rehearsal/clock.js';
import { clock } from '../../reports/clock.js';
import { homeOf } from '../../store/home.js';
import { inLanguage } from '../../terminal/text-style.js';
import { columnsOf } from '../../terminal/window.js';
import { wrap } from '../../terminal/wrap.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext, IO } from '../context.js';
import { openHistory } from '../history.js';
import { createVoice } from '../mock/voice.js';
import { filterOption } from '../question-filter.js';
import { EXIT } from '../run.js';
import { runSession } from '../session.js';
import { createKeeper, KEEP_NOTHING, type Keeper } from '../session-keeper.js';
import { declareSession, type SessionFlags } from '../session-options.js';
import { chooseRole, openTerminal, sessionName } from '../session-start.js';
import { practiceCommand, questionsCommand, sourceFlags, typedCommand } from '../typed-command.js';
import { checkPage } from '../write-page.js';

interface Flags extends SessionFlags {
  readonly stage?: Stage;
  readonly level?: Level;
  /** Seconds. */
  readonly think: number;
  readonly answer: number;
  /** True without a file. */
  readonly save?: string | true;
  readonly report?: string;
}

/** Seconds to think and to answer where nobody says. */
const LIMITS: Limits = { think: 30, answer: 120 };

/** Questions of a stage among all of them, and of a stage that is gone through alone. */
const QUESTIONS = { usual: 1, alone: 3 } as const;

export const command: CommandModule = {
  declare: (command, context, done) =>
    declareSession<Flags>(command, context, {
      name: 'mock',
      questions: QUESTIONS,
      own: (command, number) => {
        const { t } = context;
        command
          .addOption(filterOption('stage', t))
          .addOption(filterOption('level', t))
          .addOption(
            new Option('--think <seconds>', t('command.mock.think')).argParser(number).default(LIMITS.think),
          )
          .addOption(
            new Option('--answer <seconds>', t('command.mock.answer'))
              .argParser(number)
              .default(LIMITS.answer),
          )
          .option('--save [file]', t('command.mock.save'))
          .option('--report <file>', t('command.mock.report'));
      },
      run: mock,
      done,
    }),
};

async function mock(context: CommandContext, role: string | undefined, flags: Flags): Promise<number> {
  const { io, t } = context;
  const terminal = openTerminal(context, 'mock');
  const report = flags.report === undefined ? null : resolve(io.cwd, flags.report);
  if (report !== null) checkPage(context, report);
  const file = typeof flags.save === 'string' ? resolve(io.cwd, flags.save) : null;
  if (file !== null && existsSync(file)) throw new InputError(t('session.file-exists', { path: file }));
  if (file !== null && file === report)
    throw new InputError(t('lint.clash', { one: `--save ${flags.save}`, other: `--report ${flags.report}` }));
  const bank = await chooseRole(context, terminal, role);
  if (bank === null) return EXIT.interrupted;
  const seed = flags.seed ?? io.now() % 10_000;
  const questions = questionsOf(context, { bank, seed, flags });
  const keeper = flags.save === undefined ? KEEP_NOTHING : keeperFor(context, { file, role: bank.role });
  io.stdout.write(
    `${wrap(t('command.mock.opening', { count: questions.length, seed }), columnsOf(terminal.stdout))}\n\n`,
  );
  const pages = report === null ? null : await import('../mock/report.js');
  let unwritten: InputError | null = null;
  const { think, answer } = flags;
  const limits = t('command.mock.limits', { think: clock(think), answer: clock(answer) });
  io.stdout.write(`${wrap(limits, columnsOf(terminal.stdout))}\n\n`);
  const code = await runSession(context, {
    questions,
    reasons: new Map(),
    dueIn: () => new Map(),
    feedback: 'end',
    followUps: true,
    terminal,
    keeper,
    timed: true,
    minutes: null,
    interview: {
      limits: { think, answer },
      voice: createVoice(t, seed),
      finished: (turns, analysisOf) => {
        if (pages === null || report === null) return;
        try {
          pages.writeReport(context, report, { turns, analysisOf, role: bank.role, seed });
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          unwritten = error;
        }
      },
    },
    practise: practiceCommand(io, bank.role, flags),
  });
  // Copied whole: the window breaks it, not we.
  io.stdout.write(`${t('command.mock.again')}\n  ${commandOf(io, bank.role, seed, flags)}\n`);
  if (unwritten !== null) throw unwritten;
  return code;
}

/** @throws InputError where the flags leave no question */
function questionsOf(
  { io, t }: CommandContext,
  { bank, seed, flags }: { readonly bank: Bank; readonly seed: number; readonly flags: Flags },
): readonly Question[] {
  const { stage, level } = flags;
  const count = flags.count ?? (stage === undefined ? QUESTIONS.usual : QUESTIONS.alone);
  const questions = chooseMock(bank.questions, { count, seed, stage, level });
  if (questions.length > 0) return questions;
  throw new InputError(t('session.no-questions', { role: bank.role }), {
    advice: t('session.list-questions', { command: questionsCommand(io, bank.role, flags) }),
  });
}

function keeperFor(
  context: CommandContext,
  { file, role }: { readonly file: string | null; readonly role: string },
): Keeper {
  const { io, language } = context;
  const home = homeOf(io.env, io.cwd);
  // Nothing is added to what a later version has written.
  openHistory(context, home, { needed: false });
  return createKeeper({
    home,
    file,
    mode: 'mock',
    role,
    session: sessionName(io.now()),
    now: io.now,
    title: ({ question }) => inLanguage(question.text, language),
  });
}

/** What repeats an interview, clocks and all. */
function commandOf(
  io: IO,
  role: string,
  seed: number,
  { count, stage, level, think, answer, ...sources }: Flags,
): string {
  return typedCommand(
    io,
    'mock',
    role,
    `--seed ${seed}`,
    ...(stage === undefined ? [] : [`--stage ${stage}`]),
    ...(count === undefined ? [] : [`--count ${count}`]),
    ...(level === undefined ? [] : [`--level ${level}`]),
    ...(think === LIMITS.think ? [] : [`--think ${think}`]),
    ...(answer === LIMITS.answer ? [] : [`--answer ${answer}`]),
    ...sourceFlags(sources),
  );
}
