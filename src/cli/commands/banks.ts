import { Option } from 'commander';
import { questionsLike } from '../../content/like-questions.js';
import { localText } from '../../content/localized.js';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleName } from '../../content/visible.js';
import type { ContentStore } from '../../store/content.js';
import { showBank, showQuestion } from '../banks/show.js';
import type { CheckedBank } from '../banks/validate.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { type BankFlags, bankOption, bankOptions, openAllBanks } from '../own-banks.js';
import { EXIT } from '../run.js';
import { plainOption } from '../session-start.js';
import { subcommand } from '../subcommand.js';
import { typedCommand } from '../typed-command.js';

interface Options extends BankFlags {
  readonly format?: 'text' | 'json';
  readonly samples?: boolean;
  readonly pager?: boolean;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    const { io, t } = context;
    command.addHelpText('after', `\n${t('command.banks.examples')}`);
    const format = () =>
      new Option('--format <name>', t('command.banks.format')).choices(['text', 'json']).default('text');

    const withBanksOf = (name: string) => {
      const declared = subcommand(command, name, context);
      for (const option of bankOptions(context)) declared.addOption(option);
      return declared;
    };

    withBanksOf('list')
      .addOption(format())
      .action(async (options: Options) => {
        const content = await openAllBanks(context, options);
        io.stdout.write(
          options.format === 'json' ? json({ banks: content.index.banks }) : list(content, context),
        );
        done(EXIT.clean);
      });

    withBanksOf('show')
      .argument('<name>', t('command.banks.name'))
      .addOption(format())
      .option('--samples', t('command.banks.samples'))
      .option('--no-pager', t('command.guide.no-pager'))
      .action(async (name: string, options: Options) => {
        const content = await openAllBanks(context, options);
        const text = show(name, options, content, context);
        if (options.format === 'json') io.stdout.write(text);
        else await (await import('../pager.js')).showPaged(text, context, options.pager !== false);
        done(EXIT.clean);
      });

    subcommand(command, 'new', context)
      .addOption(bankOption(context))
      .argument('[file]', t('new-bank.file'))
      .option('--template', t('new-bank.template-option'))
      .addOption(plainOption(context))
      .addHelpText('after', details(t('new-bank.details')))
      .action(async (file: string | undefined, { template }: { readonly template?: true }) => {
        const { newBank } = await import('../banks/new.js');
        done(await newBank(context, { file, template: template === true }));
      });

    subcommand(command, 'validate', context)
      .addOption(bankOption(context))
      .argument('[files...]', t('command.banks.files'))
      .addHelpText('after', details(t('command.banks.validate-details')))
      .action(async (files: readonly string[], options: Options) => {
        done(await validate([...files, ...(options.bank ?? [])], context));
      });
  },
};

function list({ index }: ContentStore, { t, paint, language }: CommandContext): string {
  const width = Math.max(0, ...index.banks.map(({ role }) => role.length));
  return index.banks
    .map(({ role, name, questions }) => {
      const count = t('command.banks.count', { count: questions.length });
      return `${paint('cyan', role.padEnd(width))}  ${localText(name, language)}, ${count}\n`;
    })
    .join('');
}

function show(name: string, options: Options, content: ContentStore, context: CommandContext): string {
  const page = {
    context,
    columns: context.io.stdout.columns ?? null,
    flags: options,
  };
  const bank = content.bank(name);
  if (bank !== null) return options.format === 'json' ? json(bank) : showBank(bank, page);
  const question = content.question(name);
  if (question === null) throw unknown(name, content, context);
  if (options.format === 'json') return json(question);
  const framework = question.framework === null ? null : content.framework(question.framework);
  const role = content.index.banks.find(({ questions }) => questions.includes(name))?.role ?? '';
  return showQuestion(question, { role, framework, samples: options.samples === true }, page);
}

function unknown(name: string, content: ContentStore, { io, t, language }: CommandContext): InputError {
  const { index } = content;
  const near = nearest(
    name,
    index.banks.flatMap(({ role, questions }) => [role, ...questions]),
  );
  const key = near === null ? 'command.banks.unknown' : 'command.banks.unknown-near';
  const questions = index.banks.flatMap(({ role }) => content.bank(role)?.questions ?? []);
  const like = near === null ? questionsLike(name, questions, language) : [];
  const list = t('command.banks.see-list', {
    list: typedCommand(io, 'banks', 'list'),
    show: typedCommand(io, 'banks', 'show'),
  });
  const advice = like.length === 0 ? list : `${t('answer.source.like', { ids: like.join(', ') })}\n${list}`;
  return new InputError(t(key, { name: visibleName(name), near: near ?? '' }), { advice });
}

/** Reads the samples of banks, and says where the reading disagrees with what they expect. */
async function validate(paths: readonly string[], context: CommandContext): Promise<number> {
  const { io, t } = context;
  const { banks, content } = await banksToCheck(paths, context);
  const { checkSamples } = await import('../banks/validate.js'); // brings the analyzer; the others do without
  const { lines, samples } = checkSamples(banks, content, context);
  for (const line of lines) io.stdout.write(`${line}\n`);
  io.stderr.write(`${t('command.banks.checked', { count: samples, wrong: lines.length })}\n`);
  return lines.length > 0 ? EXIT.findings : EXIT.clean;
}

async function banksToCheck(
  paths: readonly string[],
  { io, content, t }: CommandContext,
): Promise<{ banks: readonly CheckedBank[]; content: ContentStore }> {
  if (paths.length === 0) {
    const banks = content.index.banks.flatMap(({ role }) => {
      const bank = content.bank(role);
      return bank === null ? [] : [{ bank, source: role, locate: null }];
    });
    return { banks, content };
  }
  const { readBanks } = await import('../../store/bank-file.js');
  const files = readBanks(paths, { cwd: io.cwd, content, t });
  return { banks: files.map(({ bank, path, locate }) => ({ bank, source: path, locate })), content };
}

function json(data: object): string {
  return `${JSON.stringify({ version: 1, ...data }, null, 2)}\n`;
}
