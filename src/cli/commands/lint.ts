import type { Command } from 'commander';
import { type FailLevel, fails, SEVERITIES } from '../../content/severities.js';
import { visibleLine } from '../../content/visible.js';
import { countFindings } from '../../reports/counts.js';
import { REPORT_NAMES, type ReportName } from '../../reports/reports.js';
import type { LintResult } from '../../reports/types.js';
import type { ContentStore } from '../../store/content.js';
import type { FoundFile } from '../../store/discover.js';
import { details } from '../commander-texts.js';
import type { CommandModule } from '../commands.js';
import { type ConfigOptions, configOptions } from '../config-options.js';
import type { CommandContext } from '../context.js';
import { failOnOption, maxWarningsOption } from '../limit-options.js';
import {
  type CheckedFile,
  compareFiles,
  comparisonOf,
  type FileComparison,
  withComparison,
} from '../lint-across.js';
import type { BaselineOptions } from '../lint-baseline.js';
import type { CacheOptions, ResultCache } from '../lint-cache.js';
import type { ChangedFiles, ChangeOptions } from '../lint-changed.js';
import { refuseClashes } from '../lint-clashes.js';
import { type LintConfigs, openLintConfigs } from '../lint-config.js';
import { fileChecker, fileReader, readAgain } from '../lint-files.js';
import { type FindingChoice, type FindingMaker, findingMaker, ruleIds } from '../lint-findings.js';
import type { FixOptions } from '../lint-fix.js';
import {
  chooseOutputs,
  type Output,
  type OutputOptions,
  refuseOverwriting,
  showsLines,
  showsTexts,
  writeReports,
} from '../lint-output.js';
import { filesToLint, type PathOptions } from '../lint-paths.js';
import { checkedAgain, checkFiles, MANY, makersOf, runsRule } from '../lint-runs.js';
import type { LastChecks } from '../lint-watch.js';
import { bankOption, openBanks } from '../own-banks.js';
import { repeatedOption } from '../repeated-option.js';
import { chosenRules, namesOfRules } from '../rule-levels.js';
import { EXIT } from '../run.js';

interface Options
  extends ConfigOptions,
    OutputOptions,
    BaselineOptions,
    CacheOptions,
    ChangeOptions,
    FixOptions,
    PathOptions {
  readonly watch?: boolean;
  readonly failOn?: FailLevel;
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
  command
    .argument('[paths...]', t('paths'))
    .addOption(repeatedOption('-f, --format <name[=path]>', t('format', { names: REPORT_NAMES.join(', ') })))
    .option('-o, --output-file <path>', t('output-file'))
    .addOption(failOnOption(context))
    .addOption(maxWarningsOption(context))
    .option('--exit-zero', t('exit-zero'))
    .option('-q, --quiet', t('quiet'))
    .addOption(repeatedOption('--rule <name:severity>', t('rule'), namesOfRules))
    .addOption(repeatedOption('--only <rules>', t('only'), namesOfRules))
    .addOption(repeatedOption('--skip <rules>', t('skip'), namesOfRules))
    .addOption(bankOption(context))
    .option('--stdin-filename <path>', t('stdin-filename'))
    .addOption(repeatedOption('--ignore-pattern <pattern>', t('ignore-pattern')))
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
    .addHelpText('after', details(t('details')));
  for (const option of configOptions(context)) command.addOption(option);
}

async function lintOrWatch(
  paths: readonly string[],
  options: Options,
  context: CommandContext,
): Promise<number> {
  refuseClashes(paths, options, context.t);
  if (!options.watch) return lint({ paths, options, context, lastChecks: null });
  const { watchAndCheck } = await import('../lint-watch.js');
  const settings = [...(options.bank ?? []), ...(typeof options.config === 'string' ? [options.config] : [])];
  const written = [options.outputFile, ...(options.format ?? []).map((value) => value.split('=')[1])].filter(
    (path) => path !== undefined,
  );
  return watchAndCheck(
    { paths, settings, written },
    (lastChecks) => lint({ paths, options, context, lastChecks }),
    context,
  );
}

/** What is asked for. */
interface LintRequest {
  readonly paths: readonly string[];
  readonly options: Options;
  readonly context: CommandContext;
  /** Results of the last check; null where this is the only one. */
  readonly lastChecks: LastChecks | null;
}

/** What is asked for, with what the flags and the configs make of it. */
interface LintCall extends LintRequest {
  /** With the banks of the command line. */
  readonly content: ContentStore;
  readonly configs: LintConfigs;
  readonly outputs: readonly Output[];
  /** What the command line chooses; configs may choose otherwise for single files. */
  readonly choice: FindingChoice;
  /** What git tells; null where it is not asked. */
  readonly changes: ChangedFiles | null;
}

async function openCall(request: LintRequest): Promise<LintCall> {
  const { options, context } = request;
  const { t, language } = context;
  const content = await openBanks(context, options.bank);
  const configs = await openLintConfigs(options, { ...context, content });
  const outputs = chooseOutputs(options, context, configs.run.format?.value as ReportName | undefined);
  const choice = {
    content,
    language,
    t,
    banks: options.bank ?? [],
    ...chosenRules(options, ruleIds(content), context),
    texts: showsTexts(outputs),
  };
  // What git tells, fixes and keeps is loaded only by those who ask for it.
  const asksGit = options.staged || options.changed !== undefined;
  const changes = asksGit ? (await import('../lint-changed.js')).openChanges(options, context) : null;
  return { ...request, content, configs, outputs, choice, changes };
}

async function lint(request: LintRequest): Promise<number> {
  const { paths, options, context } = request;
  const call = await openCall(request);
  const { configs, changes } = call;
  const found = await filesToLint(paths, options, { configs, ...context });
  const files = changes === null ? found : changes.among(found, paths);
  if (options.showFiles) {
    context.io.stdout.write(files.map(({ path }) => `${visibleLine(path)}\n`).join(''));
    return EXIT.clean;
  }
  refuseOverwriting(call.outputs, { files, used: usedBeside(call) }, context);
  const whole = await checkWhole(files, call);
  const result: LintResult = { files: changes === null ? whole : await changes.onlyTouched(files, whole) };
  const reported = options.quiet ? onlyErrors(result) : result;
  await writeReports(reported, call.outputs, options, { ...context, content: call.content });
  if (options.statistics) context.io.stderr.write(statistics(reported));
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

/** What the call reads beside the answers. */
function usedBeside({ options, configs }: LintCall): string[] {
  const { bank = [], baseline, cacheLocation } = options;
  return [...configs.used, ...bank, baseline, cacheLocation].filter((path) => path !== undefined);
}

/** The files checked one by one, compared, fixed where that is asked for, and without what a baseline knows. */
async function checkWhole(files: readonly FoundFile[], call: LintCall): Promise<readonly CheckedFile[]> {
  const { paths, options, context, lastChecks, configs, choice, changes } = call;
  const read = await fileReader(files, changes?.stagedBytes(files) ?? new Map(), context);
  const cache = options.cache ? (await import('../lint-cache.js')).openCache(options, context) : null;
  const keepsTexts = needsTexts(files, call);
  const runsOf = configs.each(choice, (own) => ({
    maker: findingMaker(own),
    ...fileChecker(own, { read, cache, keepsTexts }),
  }));
  const runs = await runsOf(files);
  const makerOf = makersOf(runs, choice);
  const checked = await checkFiles(runs, lastChecks, context.io);
  const comparison = compared(checked, makerOf, {
    cache,
    sourceOf: keepsTexts ? undefined : readAgain(context),
  });
  let whole: readonly CheckedFile[] = withComparison(checked, comparison);
  if (options.fix || options.fixDryRun) {
    const { fixFiles } = await import('../lint-fix.js');
    const fixable = whole.map((file, index) => {
      return { file, absolute: files[index]?.absolute ?? '', maker: makerOf(file) };
    });
    const written = fixFiles(fixable, options, context);
    if (written.length > 0) whole = compareFiles(await checkedAgain(written, runs, checked), makerOf);
  }
  await cache?.save();
  if (options.baseline === undefined) return whole;
  const { withoutKnown } = await import('../lint-baseline.js');
  return withoutKnown(whole, { ...options, paths }, runsRule(runs, choice), context);
}

/** The texts of ten thousand files are a quarter of all memory, and few calls show them or come back to them. */
function needsTexts(
  files: readonly FoundFile[],
  { options, outputs, context, lastChecks, changes }: LintCall,
): boolean {
  return (
    files.length < MANY ||
    lastChecks !== null ||
    changes !== null ||
    options.fix === true ||
    options.fixDryRun === true ||
    showsLines(outputs, options, context)
  );
}

/** What comparing the files gives, from the cache where it knows. */
function compared(
  checked: readonly CheckedFile[],
  makerOf: (file: CheckedFile) => FindingMaker,
  {
    cache,
    sourceOf,
  }: {
    readonly cache: ResultCache | null;
    /** Reads texts that were let go; undefined where all were kept. */
    readonly sourceOf: ((file: CheckedFile) => string) | undefined;
  },
): FileComparison {
  const kept = cache?.files.compared(checked.length);
  if (kept !== undefined) return kept;
  const comparison = comparisonOf(checked, makerOf, sourceOf);
  // Of a few files, comparing takes less than keeping what it gave.
  if (checked.length >= MANY) cache?.files.setCompared(checked.length, comparison);
  return comparison;
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
  readonly failOn: FailLevel;
  readonly maxWarnings: number | undefined;
  readonly exitZero: boolean | undefined;
}

function exitCode(
  result: LintResult,
  { failOn, maxWarnings, exitZero }: FailOptions,
  { io, t }: CommandContext,
): number {
  const counts = countFindings(result);
  const tooMany = maxWarnings !== undefined && counts.warn > maxWarnings;
  if (tooMany) io.stderr.write(`${t('lint.too-many-warnings', { count: counts.warn, most: maxWarnings })}\n`);
  if (exitZero) return EXIT.clean;
  const failing = SEVERITIES.some((severity) => counts[severity] > 0 && fails(severity, failOn));
  return failing || tooMany ? EXIT.findings : EXIT.clean;
}
