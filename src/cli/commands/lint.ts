import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../../content/types.js';
import { visibleLine } from '../../content/visible.js';
import { countFindings } from '../../reports/counts.js';
import { REPORT_NAMES, type ReportName } from '../../reports/reports.js';
import type { LintResult } from '../../reports/types.js';
import type { CommandModule } from '../commands.js';
import { type ConfigOptions, configOptions } from '../config-options.js';
import type { CommandContext } from '../context.js';
import { type CheckedFile, compareFiles, comparisonOf, withComparison } from '../lint-across.js';
import type { BaselineOptions } from '../lint-baseline.js';
import type { CacheOptions } from '../lint-cache.js';
import type { ChangeOptions } from '../lint-changed.js';
import { refuseClashes } from '../lint-clashes.js';
import { openLintConfigs, type Run } from '../lint-config.js';
import { fileChecker, fileReader, readAgain } from '../lint-files.js';
import { type FindingChoice, type FindingMaker, findingMaker, ruleIds } from '../lint-findings.js';
import type { FixOptions } from '../lint-fix.js';
import { chooseOutputs, type OutputOptions, showsLines, showsTexts, writeReports } from '../lint-output.js';
import { filesToLint, inOrder, type PathOptions } from '../lint-paths.js';
import type { Memory } from '../lint-watch.js';
import { bankOption, openBanks } from '../own-banks.js';
import { knownRule, ruleLevels } from '../rule-levels.js';

interface Options
  extends ConfigOptions,
    OutputOptions,
    BaselineOptions,
    CacheOptions,
    ChangeOptions,
    FixOptions,
    PathOptions {
  readonly watch?: boolean;
  readonly failOn?: 'error' | 'warn' | 'info' | 'never';
  readonly maxWarnings?: number;
  readonly exitZero?: boolean;
  readonly quiet?: boolean;
  readonly rule?: readonly string[];
  readonly only?: readonly string[];
  readonly skip?: readonly string[];
  readonly bank?: readonly string[];
  readonly statistics?: boolean;
  readonly showFiles?: boolean;
}

export const command: CommandModule = {
  declare: (command, context, done) => {
    declareOptions(command, context);
    command.action(async (paths: readonly string[], options: Options) => {
      done(await lintOrWatch(paths, options, context));
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
    .addOption(new Option('--fail-on <severity>', t('fail-on')).choices(['error', 'warn', 'info', 'never']))
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
    .option('--fix', t('fix'))
    .option('--fix-dry-run', t('fix-dry-run'))
    .option('--baseline <path>', t('baseline'))
    .option('--update-baseline', t('update-baseline'))
    .option('--changed [ref]', t('changed'))
    .option('--staged', t('staged'))
    .option('--cache', t('cache'))
    .option('--cache-location <path>', t('cache-location'))
    .option('-w, --watch', t('watch'))
    .option('--statistics', t('statistics'))
    .option('--show-files', t('show-files'))
    .option('--code-frame', t('code-frame'))
    .option('--no-code-frame', t('no-code-frame'))
    .addHelpText('after', `\n${t('details')}`);
  for (const option of configOptions(context)) command.addOption(option);
}

/** Files from which on optimised code pays: measured with answers of 175 words. */
const MANY = 100;

async function lintOrWatch(
  paths: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  refuseClashes(paths, options, context.t);
  if (!options.watch) return lint(paths, options, context, null);
  const { watchAndCheck } = await import('../lint-watch.js');
  const settings = [...(options.bank ?? []), ...(typeof options.config === 'string' ? [options.config] : [])];
  const written = [options.outputFile, ...(options.format ?? []).map((value) => value.split('=')[1])].filter(
    (path) => path !== undefined,
  );
  return watchAndCheck(
    { paths, settings, written },
    (memory) => lint(paths, options, context, memory),
    context,
  );
}

/** @param memory what files were found to be at the last check, where this is not the first */
async function lint(
  paths: readonly string[],
  options: Options,
  context: CommandContext,
  memory: Memory | null,
): Promise<number> {
  const { io, t, language } = context;
  const content = await openBanks(context, options.bank);
  const configs = await openLintConfigs(options, { ...context, content });
  const outputs = chooseOutputs(options, context, configs.run.format?.value as ReportName | undefined);
  const known = ruleIds(content);
  const levels = ruleLevels(options, known, t);
  const only = options.only === undefined ? null : new Set(options.only.map((id) => knownRule(id, known, t)));
  // What git tells, fixes and keeps is loaded only by those who ask for it.
  const git = options.staged || options.changed !== undefined ? await import('../lint-changed.js') : null;
  const changes = git?.changesOf(options, context) ?? null;
  const found = await filesToLint(paths, options, { configs, ...context });
  const files =
    git === null || changes === null
      ? found
      : inOrder([
          ...found.filter(({ absolute }) => changes.has(absolute)),
          ...git.stagedOnly(changes, paths, io.cwd),
        ]);
  if (options.showFiles) {
    io.stdout.write(files.map(({ path }) => `${visibleLine(path)}\n`).join(''));
    return 0;
  }
  const choice = { content, language, t, levels, only, texts: showsTexts(outputs) };
  const staged = git === null || changes === null ? new Map() : git.stagedBytes(files, changes, context);
  const read = await fileReader(files, staged, context);
  const cache = options.cache ? (await import('../lint-cache.js')).openCache(options, context) : null;
  // The texts of ten thousand files are a quarter of all memory, and few calls show them or come back to them.
  const keepsTexts =
    files.length < MANY ||
    memory !== null ||
    changes !== null ||
    (options.fix ?? options.fixDryRun ?? false) ||
    showsLines(outputs, options, context);
  const runsOf = configs.each(choice, (own) => ({
    maker: findingMaker(own),
    ...fileChecker(own, { read, cache, keepsTexts }),
  }));
  const sourceOf = keepsTexts ? undefined : readAgain(context);
  const checked: CheckedFile[] = [];
  const runs = await runsOf(files);
  const unknown = runs.flatMap(({ files, made }) => files.filter((file) => !made.isKept(file)));
  const isLong = unknown.length >= MANY;
  if (isLong) io.longRun?.();
  let analysed = 0;
  for (const { files, made } of runs)
    for (const file of files) {
      const outcome = memory?.get(file.absolute) ?? made.check(file);
      const isNew = outcome instanceof Promise;
      if (isNew && !isLong && ++analysed === MANY) io.longRun?.();
      const known = isNew ? await outcome : outcome;
      memory?.set(file.absolute, known);
      checked.push(known);
    }
  const makerOf = makersOf(runs, choice);
  let comparison = cache?.files.compared(files.length);
  if (comparison === undefined) {
    comparison = comparisonOf(checked, makerOf, sourceOf);
    // Of a few files, comparing takes less than keeping what it gave.
    if (files.length >= MANY) cache?.files.setCompared(files.length, comparison);
  }
  let compared = withComparison(checked, comparison);
  if (options.fix || options.fixDryRun) {
    const fixable = compared.map((file, index) => ({
      file,
      absolute: files[index]?.absolute ?? '',
      maker: makerOf(file),
    }));
    const { fixFiles } = await import('../lint-fix.js');
    const written = fixFiles(fixable, options, context);
    const fixed = runs.flatMap(({ files, made }) => files.map((file) => ({ file, check: made.check })));
    for (const [index, { file, check }] of fixed.entries())
      if (written.includes(file.absolute)) checked[index] = await check(file);
    if (written.length > 0) compared = compareFiles(checked, makerOf);
  }
  await cache?.save();
  const judges = runs.length === 0 ? [findingMaker(choice)] : runs.map(({ made }) => made.maker);
  const judged = (rule: string) => judges.some((maker) => maker.runs(rule));
  const fresh =
    options.baseline === undefined
      ? compared
      : await (await import('../lint-baseline.js')).withoutKnown(compared, options, judged, context);
  const touched =
    git === null
      ? fresh
      : await Promise.all(
          fresh.map((file, index) => {
            const change = changes?.get(files[index]?.absolute ?? '');
            return change === undefined ? file : git.onlyTouched(file, change.lines, context);
          }),
        );
  const result: LintResult = { files: touched };
  const reported = options.quiet ? onlyErrors(result) : result;
  await writeReports(reported, outputs, options, { ...context, content });
  if (options.statistics) io.stderr.write(statistics(reported));
  return exitCode(
    result,
    {
      failOn: options.failOn ?? configs.run.failOn?.value ?? 'error',
      maxWarnings: options.maxWarnings ?? configs.run.maxWarnings?.value,
      exitZero: options.exitZero,
    },
    context,
  );
}

/** The choice of rules that a file was checked by. */
function makersOf(runs: readonly Run<{ readonly maker: FindingMaker }>[], choice: FindingChoice) {
  const [first] = runs;
  if (first === undefined || runs.length === 1) return () => first?.made.maker ?? findingMaker(choice);
  const makers = new Map(
    runs.flatMap(({ files, made }) => files.map(({ path }) => [path, made.maker] as const)),
  );
  return ({ path }: { readonly path: string }) => makers.get(path) ?? first.made.maker;
}

function onlyErrors(result: LintResult): LintResult {
  const { warn, info } = countFindings(result);
  return {
    notShown: { warn, info },
    files: result.files.map((file) => ({
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

interface FailOptions {
  readonly failOn: Severity | 'never';
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean | undefined;
}

function exitCode(
  result: LintResult,
  { failOn, maxWarnings, exitZero }: FailOptions,
  { io, t }: CommandContext,
): number {
  const { error, warn, info } = countFindings(result);
  const tooMany = maxWarnings !== undefined && warn > maxWarnings;
  if (tooMany) io.stderr.write(`${t('lint.too-many-warnings', { count: warn, most: maxWarnings ?? 0 })}\n`);
  if (exitZero) return 0;
  const failing = { error, warn: error + warn, info: error + warn + info, never: 0 }[failOn];
  return failing > 0 || tooMany ? 1 : 0;
}
