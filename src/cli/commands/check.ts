import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { figureReasons } from '../../analyze.js';
import { localText } from '../../content/localized.js';
import { InputError } from '../../content/problems.js';
import { FAIL_LEVELS, type FailLevel, fails } from '../../content/severities.js';
import type { Severity } from '../../content/types.js';
import { visibleLine } from '../../content/visible.js';
import { answerJson } from '../../reports/answer-json.js';
import { linesOf, reportWidth } from '../../reports/answer-layout.js';
import { renderAnswer } from '../../reports/answer-text.js';
import { printableLine } from '../../reports/escape.js';
import { fileKind } from '../../store/file-kind.js';
import { decodeText, readTextFile } from '../../store/read-file.js';
import {
  type CheckedAnswer,
  type ChosenAnswer,
  checkAnswer,
  chooseAnswer,
  type ReadingChoice,
  readAnswerFile,
} from '../check.js';
import { openCheckConfig } from '../check-config.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import { type ConfigOptions, configOptions } from '../config-options.js';
import type { CommandContext } from '../context.js';
import { bankOption, openBanks } from '../own-banks.js';
import { EXIT } from '../run.js';
import { readStdin, STDIN, STDIN_NAME } from '../stdin.js';
import { quotedPath, sourceFlags, typedCommand } from '../typed-command.js';

interface Options extends ConfigOptions {
  readonly question?: string;
  readonly bank?: readonly string[];
  readonly framework?: string;
  readonly answerLang?: string;
  readonly explain?: boolean;
  readonly format: 'text' | 'json';
  readonly failOn: FailLevel;
  readonly stdinFilename?: string;
}

/** Width of what is piped: a page of prose. */
const PIPED = 80;

export const command: CommandModule = {
  declare: (command, context, done) => {
    declareOptions(command, context);
    command.action(async (file: string | undefined, options: Options) => {
      const content = await openBanks(context, options.bank);
      const fromStdin = file === undefined || file === STDIN;
      if (!fromStdin && options.stdinFilename !== undefined)
        throw new InputError(context.t('lint.needs', { one: '--stdin-filename', other: STDIN }));
      // An empty path is what is left of a variable that is not set; it is not the whole folder.
      if (file === '') throw new InputError(context.t('content.file.absent', { path: file }));
      const absolute = resolve(context.io.cwd, fromStdin ? stdinName(options) : file);
      const config = await openCheckConfig(absolute, options, { ...context, content });
      done(await check(file, { ...options, levels: config.levels }, { ...context, content: config.content }));
    });
  },
};

function declareOptions(command: Command, context: CommandContext): void {
  const t = (name: string) => context.t(`command.check.${name}`);
  const { frameworks, answerLanguages } = context.content.index;
  command
    .argument('[file]', t('file'))
    .option('--question <id>', t('question'))
    .addOption(bankOption(context))
    .addOption(new Option('--framework <id>', t('framework')).choices([...frameworks]))
    .addOption(new Option('--answer-lang <code>', t('answer-lang')).choices([...answerLanguages]))
    .option('--explain', t('explain'))
    .addOption(new Option('--format <name>', t('format')).choices(['text', 'json']).default('text'))
    .addOption(new Option('--fail-on <severity>', t('fail-on')).choices(FAIL_LEVELS).default('warn'))
    .option('--stdin-filename <path>', t('stdin-filename'))
    .addHelpText('after', details(t('details')));
  for (const option of configOptions(context)) command.addOption(option);
}

function stdinName({ stdinFilename = STDIN_NAME }: Options): string {
  return stdinFilename;
}

/** What is typed to have the same text on stdin read as the same kind of file. */
function stdinAgain({ stdinFilename: name }: Options): string[] {
  return name === undefined ? [STDIN] : [STDIN, '--stdin-filename', quotedPath(visibleLine(name))];
}

async function check(
  path: string | undefined,
  options: Options & Pick<ReadingChoice, 'levels'>,
  context: CommandContext,
): Promise<number> {
  const { io, t, language } = context;
  const fromStdin = path === undefined || path === STDIN;
  if (path === undefined && (io.stdin as NodeJS.ReadStream).isTTY) {
    const typed = { check: typedCommand(io, 'check'), practice: typedCommand(io, 'practice') };
    throw new InputError(t('answer.source.no-input'), { advice: t('answer.source.no-input-advice', typed) });
  }
  const again = [
    ...(fromStdin ? stdinAgain(options) : [quotedPath(visibleLine(path))]),
    ...sourceFlags(options),
  ];
  if (!fromStdin && fileKind(resolve(io.cwd, path)) === 'folder') {
    const command = typedCommand(io, 'lint', ...again);
    throw new InputError(t('content.file.folder', { path: visibleLine(path) }), {
      advice: t('answer.source.lint-instead', { command }),
    });
  }
  const shown = fromStdin ? stdinName(options) : path;
  const text = fromStdin ? decodeText(await readStdin(io.stdin)) : readTextFile(resolve(io.cwd, path));
  const file = await readAnswerFile(shown, text, context);
  const chosen = await chooseAnswer(file, options.question, context, again);
  const checked = checkAnswer(
    chosen,
    { framework: options.framework, language: options.answerLang, levels: options.levels },
    context,
  );
  const { analysis, structured, cues } = checked;
  io.stdout.write(
    options.format === 'json'
      ? answerJson(analysis, { t, language, cues, structured, offset: chosen.answer.start })
      : asText(chosen, checked, options, context),
  );
  return exitCode(
    [...file.problems.map(() => 'error' as const), ...analysis.findings.map(({ severity }) => severity)],
    options,
  );
}

function asText(
  { question, answer }: ChosenAnswer,
  { analysis, structured, criteria, cues }: CheckedAnswer,
  { explain }: Options,
  { io, t, language, paint, content }: CommandContext,
): string {
  const columns = io.stdout.columns ?? PIPED;
  const title = question ? localText(question.text, language) : (answer.title ?? '');
  const heading =
    title.trim() === ''
      ? ''
      : linesOf(paint('bold', printableLine(title.trim())), reportWidth(columns)).join('\n');
  const body = renderAnswer(analysis, {
    t,
    paint,
    language,
    width: columns,
    structured,
    criteria,
    explain: explain
      ? { cues, figures: figureReasons(analysis, { languages: content.languageModels() }) }
      : undefined,
  });
  return heading === '' ? `${body}\n` : `${heading}\n\n${body}\n`;
}

function exitCode(severities: readonly Severity[], { failOn }: Options): number {
  return severities.some((severity) => fails(severity, failOn)) ? EXIT.findings : EXIT.clean;
}
