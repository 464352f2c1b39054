import { appendFileSync, closeSync, openSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, posix, relative, resolve } from 'node:path';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import { visibleLine, visibleName } from '../content/visible.js';
import { REPORT_NAMES, REPORTS, type ReportName } from '../reports/reports.js';
import type { LintResult, ReportOptions, ReportPieces } from '../reports/types.js';
import type { FoundFile } from '../store/discover.js';
import { errorCode } from '../store/error-code.js';
import { makeFolder } from '../store/make-folder.js';
import { climbsOut, readablePath, slashes } from '../store/shown-path.js';
import type { CommandContext } from './context.js';

export interface OutputOptions {
  /** `name` or `name=path`. */
  readonly format?: readonly string[];
  readonly outputFile?: string;
  /** Whether the lines of the answers are shown; absent: on a terminal. */
  readonly codeFrame?: boolean;
}

/** Stands for stdout where a path is asked for. */
const STDOUT = '-';

/** One report and where it goes; null: stdout. */
export interface Output {
  readonly name: ReportName;
  readonly path: string | null;
}

/** The report whose lines stand in a log among others: GitHub Actions picks them out. */
const ANNOTATIONS: ReportName = 'github';

/**
 * The reports asked for. Only one may go to stdout, so that a program reading it meets one format; the
 * annotations of GitHub Actions are the exception.
 *
 * @param fallback the report where none is asked for
 * @throws InputError on a report that does not exist, and where two would go to stdout or into one file
 */
export function chooseOutputs(
  { format = [], outputFile: typed }: OutputOptions,
  { io, t }: CommandContext,
  fallback: ReportName = 'stylish',
): Output[] {
  const outputFile = typed === STDOUT ? undefined : typed;
  const outputs = namedReports(format, t);
  const toStdout = outputs.filter(
    ({ name, path }, at) =>
      path === null && outputs.findIndex((each) => each.name === name && each.path === null) === at,
  );
  const readers = toStdout.filter(({ name }) => outputFile !== undefined || name !== ANNOTATIONS);
  if (readers.length > 1)
    throw new InputError(t('lint.two-reports'), { advice: t('lint.two-reports-advice') });
  if (outputFile !== undefined && format.length > 0 && toStdout.length === 0)
    throw new InputError(t('lint.no-report-for-file'));
  const once = outputs.filter((output) => output.path !== null || toStdout.includes(output));
  const chosen = once.length === 0 ? [{ name: fallback, path: null }] : once;
  const placed = chosen.map((output) => ({ ...output, path: output.path ?? outputFile ?? null }));
  const taken = new Set<string>();
  for (const { path } of placed) {
    if (path === null) continue;
    const absolute = resolve(io.cwd, path);
    if (taken.has(absolute)) throw new InputError(t('lint.same-report-file', { path: visibleLine(path) }));
    taken.add(absolute);
  }
  const annotate = io.env.GITHUB_ACTIONS === 'true' && format.length === 0 && fallback !== ANNOTATIONS;
  return annotate ? [...placed, { name: ANNOTATIONS, path: null }] : placed;
}

/** @throws InputError with all that are wrong, each with a name that is near */
function namedReports(format: readonly string[], t: Translate): Output[] {
  const wrong = new Set<string>();
  let allNear = true;
  const outputs = format.flatMap((value): Output[] => {
    const equals = value.indexOf('=');
    const name = equals < 0 ? value : value.slice(0, equals);
    const path = equals < 0 ? null : value.slice(equals + 1);
    const known = REPORT_NAMES.find((report) => report === name);
    if (known === undefined) {
      const near = nearest(name, REPORT_NAMES);
      allNear &&= near !== null;
      const problem = t('lint.unknown-format', { name: visibleName(name) });
      wrong.add(near === null ? problem : `${problem}. ${t('lint.did-you-mean', { near })}`);
      return [];
    }
    if (path === '') wrong.add(t('lint.no-report-path', { name }));
    return [{ name: known, path: path === STDOUT ? null : path }];
  });
  if (wrong.size === 0) return outputs;
  const advice = t('lint.known-formats', { names: REPORT_NAMES.join(', ') });
  throw new InputError([...wrong].join('\n'), allNear ? {} : { advice });
}

/**
 * What a folder holds is not looked at: an earlier report may well lie there.
 *
 * @param used paths, as typed or absolute, of what else the call reads: its config, banks, baseline and cache
 * @throws InputError where a report would take the place of an answer file that is named, or of one of these
 */
export function refuseOverwriting(
  outputs: readonly Output[],
  { files, used }: { readonly files: readonly FoundFile[]; readonly used: readonly string[] },
  { io, t }: Pick<CommandContext, 'io' | 't'>,
): void {
  const written = new Set(outputs.flatMap(({ path }) => (path === null ? [] : resolve(io.cwd, path))));
  const refuse = (key: string, path: string): never => {
    throw new InputError(t(key, { path: visibleLine(path) }), { advice: t('lint.report-over-advice') });
  };
  const answers = files.find(({ absolute, named }) => named && written.has(absolute));
  if (answers !== undefined) refuse('lint.report-over-answers', answers.path);
  const other = used.find((path) => written.has(resolve(io.cwd, path)));
  if (other !== undefined) refuse('lint.report-over-used', other);
}

/** True where a report shows the texts of the answers. */
export function showsTexts(outputs: readonly Output[]): boolean {
  return outputs.some(({ name }) => name === 'html');
}

/** True where a report shows lines of the files. */
export function showsLines(
  outputs: readonly Output[],
  options: OutputOptions,
  { io }: Pick<CommandContext, 'io'>,
): boolean {
  return showsTexts(outputs) || options.codeFrame === true || frameWidth(options, io.stdout) !== null;
}

/** Writes every report to its place, and the summary of a job where GitHub Actions has one. */
export async function writeReports(
  result: LintResult,
  outputs: readonly Output[],
  options: OutputOptions,
  context: CommandContext,
): Promise<void> {
  const { io, t, language, paint, content } = context;
  const plain: ReportOptions = {
    version: io.version,
    language,
    t,
    paint: (_, text) => text,
    pathOf: (path) => readablePath(path, io.cwd),
    rootPathOf: pathsFromRoot(io),
    codeFrame: options.codeFrame ? PIPED : null,
    columns: null,
    rules: () => content.rules(),
  };
  for (const { name, path } of outputs) {
    const report = await REPORTS[name]();
    if (path !== null) writeReport(resolve(io.cwd, path), path, report(result, plain), t);
    else {
      const columns = (io.stdout.isTTY === true && io.stdout.columns) || null;
      const painted = { ...plain, paint, codeFrame: frameWidth(options, io.stdout), columns };
      for (const portion of portionsOf(report(result, painted))) io.stdout.write(portion);
    }
  }
  const summary = io.env.GITHUB_STEP_SUMMARY;
  if (summary && outputs.some(({ name, path }) => name === ANNOTATIONS && path === null))
    appendSummary(summary, [...(await REPORTS.markdown())(result, plain)].join(''), context);
}

/** GitHub and GitLab look for files from the root of the checkout, wherever in it a step runs. */
function pathsFromRoot({ cwd, env }: CommandContext['io']): (path: string) => string {
  const root =
    env.GITHUB_ACTIONS === 'true'
      ? env.GITHUB_WORKSPACE
      : env.GITLAB_CI === 'true'
        ? env.CI_PROJECT_DIR
        : undefined;
  const inside = root ? relative(root, cwd) : '';
  if (inside === '' || climbsOut(inside)) return (path) => path;
  return (path) => (isAbsolute(path) ? path : posix.join(slashes(inside), path));
}

/** Least characters that are written at once: a system call a finding would take longer than to make it. */
const PORTION = 65_536;

function* portionsOf(pieces: ReportPieces): Generator<string, void> {
  let portion = '';
  for (const piece of pieces) {
    portion += piece;
    if (portion.length < PORTION) continue;
    yield portion;
    portion = '';
  }
  if (portion !== '') yield portion;
}

/** Widest code frame where there is no terminal to fit. */
const PIPED = 100;

/** Lines of the answers are shown to people: on a terminal, or where they are asked for. */
function frameWidth({ codeFrame }: OutputOptions, stdout: CommandContext['io']['stdout']): number | null {
  const terminal = stdout.isTTY === true;
  return (codeFrame ?? terminal) ? (terminal && stdout.columns) || PIPED : null;
}

function writeReport(absolute: string, path: string, pieces: ReportPieces, t: Translate): void {
  let file: number | undefined;
  try {
    makeFolder(dirname(absolute));
    file = openSync(absolute, 'w');
    for (const portion of portionsOf(pieces)) writeFileSync(file, portion);
  } catch (error) {
    const code = errorCode(error);
    const shown = visibleLine(path);
    if (code === 'EISDIR') throw new InputError(t('content.file.folder', { path: shown }));
    throw new InputError(t('lint.cannot-write', { path: shown, code: code ?? String(error) }));
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** A summary that cannot be written is no reason to fail: the annotations are there. */
function appendSummary(path: string, text: string, { io, t }: CommandContext): void {
  try {
    appendFileSync(path, `${text}\n`);
  } catch (error) {
    const code = errorCode(error);
    io.stderr.write(`${t('lint.cannot-write', { path: visibleLine(path), code: code ?? String(error) })}\n`);
  }
}
