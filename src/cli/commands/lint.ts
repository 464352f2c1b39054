import { type Command, InvalidArgumentError, Option } from 'commander';
import { readAnswers } from '../../answers/read.js';
import { RULE_LEVELS } from '../../answers/settings.js';
import type { Translate } from '../../content/messages.js';
import { nearest } from '../../content/nearest.js';
import { InputError } from '../../content/problems.js';
import { visibleLine } from '../../content/visible.js';
import { countFindings } from '../../reports/counts.js';
import { REPORT_NAMES } from '../../reports/reports.js';
import type { LintResult } from '../../reports/types.js';
import { discover, type FoundFile } from '../../store/discover.js';
import { decodeText, type ReadText, readTextFile } from '../../store/read-file.js';
import type { CommandModule } from '../commands.js';
import type { CommandContext } from '../context.js';
import { createLinter, type RuleLevel, ruleIds } from '../lint.js';
import type { CheckedFile } from '../lint-across.js';
import { chooseOutputs, type OutputOptions, writeReports } from '../lint-output.js';
import { bankOption, openBanks } from '../own-banks.js';

interface Options extends OutputOptions {
  readonly failOn: 'error' | 'warn' | 'info' | 'never';
  readonly maxWarnings?: number;
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly bank?: readonly string[];
  readonly stdinFilename?: string;
  readonly ignorePattern?: readonly string[];
  readonly ignore: boolean;
  readonly errorOnUnmatchedPattern: boolean;
  readonly statistics?: boolean;
  readonly showFiles?: boolean;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    declareOptions(command, context);
    command.action(async (paths: readonly string[], options: Options) => {
      done(await lint(paths, options, context));
    });
  },
};

function declareOptions(command: Command, context: CommandContext): void {
  const t = (name: string, values?: Readonly<Record<string, string>>) =>
    context.t(`command.lint.${name}`, values);
  const each = (value: string, before: readonly string[] = []) => [...before, value];
  const list = (value: string, before: readonly string[] = []) => [
    ...before,
    ...value.split(',').map((id) => id.trim()),
  ];
  const repeated = (flags: string, text: string, parse = each) => new Option(flags, text).argParser(parse);
  command
    .argument('[paths...]', t('paths'))
    .addOption(repeated('-f, --format <name[=path]>', t('format', { names: REPORT_NAMES.join(', ') })))
    .option('-o, --output-file <path>', t('output-file'))
    .addOption(
      new Option('--fail-on <severity>', t('fail-on'))
        .choices(['error', 'warn', 'info', 'never'])
        .default('error'),
    )
    .addOption(
      new Option('--max-warnings <number>', t('max-warnings')).argParser((value: string) => {
        if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError(t('not-a-number'));
        return Number(value);
      }),
    )
    .option('--exit-zero', t('exit-zero'))
    .option('-q, --quiet', t('quiet'))
    .addOption(repeated('--rule <name:severity>', t('rule'), list))
    .addOption(repeated('--only <rules>', t('only'), list))
    .addOption(repeated('--skip <rules>', t('skip'), list))
    .addOption(bankOption(context))
    .option('--stdin-filename <path>', t('stdin-filename'))
    .addOption(repeated('--ignore-pattern <pattern>', t('ignore-pattern')))
    .option('--no-ignore', t('no-ignore'))
    .option('--no-error-on-unmatched-pattern', t('no-error-on-unmatched-pattern'))
    .option('--statistics', t('statistics'))
    .option('--show-files', t('show-files'))
    .option('--code-frame', t('code-frame'))
    .option('--no-code-frame', t('no-code-frame'))
    .addHelpText('after', `\n${t('details')}`);
}

async function lint(paths: readonly string[], options: Options, context: CommandContext): Promise<number> {
  const { io, t, language } = context;
  const outputs = chooseOutputs(options, context);
  const content = await openBanks(context, options.bank);
  const known = ruleIds(content);
  const levels = ruleLevels(options, known, t);
  const only = options.only === undefined ? null : new Set(options.only.map((id) => knownRule(id, known, t)));
  const files = await filesToLint(paths, options, context);
  if (options.showFiles) {
    io.stdout.write(files.map(({ path }) => `${visibleLine(path)}\n`).join(''));
    return 0;
  }
  const linter = createLinter({ content, language, t, levels, only });
  const linted: CheckedFile[] = [];
  for (const { path, absolute } of files) {
    const { source, fault } = absolute === STDIN ? await readStdin(context) : readTextFile(absolute);
    linted.push(
      fault === null
        ? linter.lint(await readAnswers(path, source, t))
        : linter.unreadable(path, { ...fault, message: t(`lint.problem.${fault.code}`, fault.values) }),
    );
  }
  const result: LintResult = { files: linter.compare(linted) };
  const reported = options.quiet ? onlyErrors(result) : result;
  await writeReports(reported, outputs, options, { ...context, content });
  if (options.statistics) io.stderr.write(statistics(reported));
  return exitCode(result, options, context);
}

/** Stands for the path of what is read from stdin. */
const STDIN = '-';

async function filesToLint(
  paths: readonly string[],
  options: Options,
  { io, t }: CommandContext,
): Promise<FoundFile[]> {
  const named = paths.filter((path) => path !== STDIN);
  const files = await discover(paths.length === 0 ? ['.'] : named, {
    cwd: io.cwd,
    ignorePatterns: options.ignorePattern ?? [],
    gitignore: options.ignore,
    errorOnUnmatched: options.errorOnUnmatchedPattern,
    t,
  });
  if (named.length === paths.length) return files;
  const path = options.stdinFilename ?? 'stdin.txt';
  return [...files, { path, absolute: STDIN }].sort((a, b) =>
    a.path < b.path ? -1 : a.path > b.path ? 1 : 0,
  );
}

async function readStdin({ io }: CommandContext): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of io.stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return decodeText(Buffer.concat(chunks));
}

function ruleLevels(
  { rule = [], skip = [] }: Options,
  known: readonly string[],
  t: Translate,
): Map<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  for (const value of rule) {
    const colon = value.lastIndexOf(':');
    const level = value.slice(colon + 1);
    if (colon < 0 || !RULE_LEVELS.includes(level))
      throw new InputError(
        t('lint.bad-rule-option', { value: visibleLine(value), levels: RULE_LEVELS.join(', ') }),
      );
    levels.set(knownRule(value.slice(0, colon), known, t), level as RuleLevel);
  }
  for (const id of skip) levels.set(knownRule(id, known, t), 'off');
  return levels;
}

function knownRule(id: string, known: readonly string[], t: Translate): string {
  if (known.includes(id)) return id;
  const near = nearest(id, known);
  throw new InputError(t('lint.no-such-rule', { rule: visibleLine(id) }), {
    advice: near === null ? t('lint.list-rules') : t('lint.did-you-mean', { near }),
  });
}

function onlyErrors({ files }: LintResult): LintResult {
  return {
    files: files.map((file) => ({
      ...file,
      findings: file.findings.filter(({ severity }) => severity === 'error'),
    })),
  };
}

/** How often each rule reported, the most frequent first. */
function statistics({ files }: LintResult): string {
  const counts = new Map<string, number>();
  for (const { findings } of files)
    for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const width = String(rows[0]?.[1] ?? '').length;
  return rows.map(([rule, count]) => `${String(count).padStart(width)}  ${rule}\n`).join('');
}

function exitCode(
  result: LintResult,
  { failOn, maxWarnings, exitZero }: Options,
  { io, t }: CommandContext,
): number {
  const { error, warn, info } = countFindings(result);
  const tooMany = maxWarnings !== undefined && warn > maxWarnings;
  if (tooMany) io.stderr.write(`${t('lint.too-many-warnings', { count: warn, most: maxWarnings ?? 0 })}\n`);
  if (exitZero) return 0;
  const failing = { error, warn: error + warn, info: error + warn + info, never: 0 }[failOn];
  return failing > 0 || tooMany ? 1 : 0;
}
