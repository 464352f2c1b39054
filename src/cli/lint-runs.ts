import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import type { Run } from './lint-config.js';
import type { FileChecker } from './lint-files.js';
import { type FindingChoice, type FindingMaker, findingMaker } from './lint-findings.js';
import { showProgress } from './lint-progress.js';
import type { LastChecks } from './lint-watch.js';

/** Files from which on optimised code pays: measured with answers of 175 words. */
export const MANY = 100;

/** Files that are checked by one choice of rules. */
export type CheckRun = Run<FileChecker & { readonly maker: FindingMaker }>;

/** Checks the files in their order. What the last checks or a cache know is there at once. */
export async function checkFiles(
  runs: readonly CheckRun[],
  lastChecks: LastChecks | null,
  io: CommandContext['io'],
): Promise<CheckedFile[]> {
  const unknown = runs.flatMap(({ files, made }) => files.filter((file) => !made.isKept(file)));
  const isLong = unknown.length >= MANY;
  if (isLong) io.longRun?.();
  let analysed = 0;
  const checked: CheckedFile[] = [];
  const all = runs.reduce((sum, { files }) => sum + files.length, 0);
  const progress = all < MANY ? null : showProgress(all, io);
  for (const { files, made } of runs)
    for (const file of files) {
      const outcome = lastChecks?.get(file.absolute) ?? made.check(file);
      const isNew = outcome instanceof Promise;
      if (isNew && !isLong && ++analysed === MANY) io.longRun?.();
      const known = isNew ? await outcome : outcome;
      lastChecks?.set(file.absolute, known);
      checked.push(known);
      progress?.step();
    }
  progress?.end();
  return checked;
}

/**
 * The results of all files, those of some made anew.
 *
 * @param written absolute paths
 * @param checked in the order of the runs
 */
export async function checkedAgain(
  written: readonly string[],
  runs: readonly CheckRun[],
  checked: readonly CheckedFile[],
): Promise<CheckedFile[]> {
  const again = [...checked];
  const all = runs.flatMap(({ files, made }) => files.map((file) => ({ file, check: made.check })));
  for (const [index, { file, check }] of all.entries())
    if (written.includes(file.absolute)) again[index] = await check(file);
  return again;
}

/** The choice of rules that a file was checked by. */
export function makersOf(
  runs: readonly CheckRun[],
  choice: FindingChoice,
): (file: { readonly path: string }) => FindingMaker {
  const [first] = runs;
  if (first === undefined || runs.length === 1) return () => first?.made.maker ?? findingMaker(choice);
  const makers = new Map(
    runs.flatMap(({ files, made }) => files.map(({ path }) => [path, made.maker] as const)),
  );
  return ({ path }) => makers.get(path) ?? first.made.maker;
}

/** Says whether a rule was run on any file. */
export function runsRule(runs: readonly CheckRun[], choice: FindingChoice): (rule: string) => boolean {
  const makers = runs.length === 0 ? [findingMaker(choice)] : runs.map(({ made }) => made.maker);
  return (rule) => makers.some((maker) => maker.runs(rule));
}
