import { relative, resolve } from 'node:path';
import type { GivenValues } from '../content/config.js';
import { REPORT_NAMES } from '../reports/reports.js';
import { type FileConfig, type FolderConfig, openConfigs } from '../store/config.js';
import { configuredContent } from '../store/config-content.js';
import type { FoundFile } from '../store/discover.js';
import { isBank } from '../store/is-bank.js';
import { folders, slashes } from '../store/shown-path.js';
import type { ConfigOptions } from './config-options.js';
import type { CommandContext } from './context.js';
import type { FindingChoice } from './lint-findings.js';
import { STDIN } from './stdin.js';

/** Files that follow each other, and what is made of the choice that counts for them. */
export interface Run<T> {
  readonly files: FoundFile[];
  readonly made: T;
}

/** What the configs of a call say of its files. */
export interface LintConfigs {
  /** What the config of the working directory says of the run as a whole. */
  readonly run: Pick<GivenValues, 'failOn' | 'maxWarnings' | 'format'>;
  /** The config of the working directory and the banks it names: paths as shown, or absolute. */
  readonly used: readonly string[];
  /**
   * The files that their configs do not leave out.
   *
   * @param patterns false: `ignore` counts for nothing
   * @param leftOut told of every other one, unless it is named: by which config, or as what
   */
  readonly keep: (
    files: readonly FoundFile[],
    patterns: boolean,
    leftOut?: (by: string) => void,
  ) => Promise<FoundFile[]>;
  /**
   * Files in their order, those that follow each other under one choice together, with what is made of it. It is made
   * once for all files that share it.
   *
   * @param base what the command line chooses
   */
  readonly each: <T>(
    base: FindingChoice,
    make: (choice: FindingChoice) => T,
  ) => (files: readonly FoundFile[]) => Promise<Run<T>[]>;
}

/**
 * @param options.bank banks of the command line, as typed
 * @param context its content with the banks of the command line
 * @throws InputError where the config of the working directory, or the one that is named, cannot be used
 */
export async function openLintConfigs(
  { config, bank = [] }: ConfigOptions & { readonly bank?: readonly string[] },
  { io, content, t }: Pick<CommandContext, 'io' | 'content' | 't'>,
): Promise<LintConfigs> {
  const configs = openConfigs({ cwd: io.cwd, content, t, config, formats: REPORT_NAMES });
  const banks = bank.map((path) => resolve(io.cwd, path));
  const pathOf = ({ path, absolute }: FoundFile) => (absolute === STDIN ? resolve(io.cwd, path) : absolute);
  /** Files that follow each other mostly lie in one folder, which is waited for once. */
  const inTurn = async (
    files: readonly FoundFile[],
    look: (config: FolderConfig, absolute: string, file: FoundFile) => void,
  ): Promise<void> => {
    const folderOf = folders();
    let last: readonly [folder: string, config: FolderConfig] | undefined;
    for (const file of files) {
      const absolute = pathOf(file);
      const folder = folderOf(absolute);
      if (last?.[0] !== folder) last = [folder, await configs.inFolder(folder)];
      look(last[1], absolute, file);
    }
  };
  const { path, values } = await configs.ofFolder(io.cwd);
  return {
    run: values,
    used: [...(path === null ? [] : [path]), ...(values.bank?.value.paths ?? [])],
    keep: async (files, patterns, leftOut) => {
      const kept: FoundFile[] = [];
      await inTurn(files, (config, absolute, file) => {
        const why = banks.some((path) => isBank(path, absolute))
          ? 'own'
          : config.leavesOut(absolute, patterns);
        if (why === null) kept.push(file);
        else if (!file.named) leftOut?.(why === 'own' ? t('lint.banks') : (config.ofFolder.path ?? ''));
      });
      return kept;
    },
    each: (base, make) => {
      const made = new Map<FileConfig, ReturnType<typeof make>>();
      return async (files) => {
        const runs: Run<ReturnType<typeof make>>[] = [];
        await inTurn(files, (config, absolute, file) => {
          const own = config.of(absolute);
          let result = made.get(own);
          if (result === undefined) {
            result = make(choiceOf(own, base, io.cwd));
            made.set(own, result);
          }
          const last = runs.at(-1);
          if (last?.made === result) last.files.push(file);
          else runs.push({ files: [file], made: result });
        });
        return runs;
      };
    },
  };
}

/** A choice as the config of a file wants it. What the command line says stands above it. */
function choiceOf(config: FileConfig, base: FindingChoice, cwd: string): FindingChoice {
  if (config.path === null) return base;
  const levels = [...config.rules].flatMap(([id, { level }]) =>
    level === undefined ? [] : [[id, level.value] as const],
  );
  const ownBanks = config.values.bank?.value.paths ?? [];
  const reason = config.rules.get('unused-suppression')?.options.requireReason?.value === true;
  return {
    ...base,
    content: configuredContent(base.content, config),
    banks: [...(base.banks ?? []), ...ownBanks.map((path) => slashes(relative(cwd, path)))],
    configured: new Map(levels),
    requireReason: reason,
    role: config.values.role?.value ?? null,
    // A preset that names every rule asks for nothing by name.
    wholeRole: config.rules.get('unanswered-question')?.level?.origin.kind === 'file',
  };
}
