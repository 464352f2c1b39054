import type { Option } from 'commander';
import type { GivenBanks } from '../content/config.js';
import { REPORT_NAMES } from '../reports/reports.js';
import { openConfigs } from '../store/config.js';
import { type ContentStore, withBanks } from '../store/content.js';
import { type ConfigOptions, configOptions } from './config-options.js';
import type { CommandContext } from './context.js';
import { repeatedOption } from './repeated-option.js';

/** What names banks of one's own: the command line, and the config of the working directory. */
export interface BankFlags extends ConfigOptions {
  readonly bank?: readonly string[];
}

/** `--bank`, `--config` and `--no-config`, for {@link openAllBanks}. */
export function bankOptions(context: Pick<CommandContext, 't'>): Option[] {
  return [bankOption(context), ...configOptions(context)];
}

/** `--bank FILE`, repeatable; its value goes to {@link openBanks}. */
export function bankOption({ t }: Pick<CommandContext, 't'>): Option {
  return repeatedOption('--bank <path>', t('command.banks.bank-option'));
}

/**
 * The content with the user's own banks on top. What reads and checks YAML is loaded only where there are any.
 *
 * @param paths files and folders as typed after `--bank`
 * @throws InputError with all problems of all files
 */
export async function openBanks(
  { content, io, t }: Pick<CommandContext, 'content' | 'io' | 't'>,
  paths: readonly string[] = [],
): Promise<ContentStore> {
  if (paths.length === 0) return content;
  const { readBanks } = await import('../store/bank-file.js');
  const files = readBanks(paths, { cwd: io.cwd, content, t });
  return withBanks(
    content,
    files.map(({ bank }) => bank),
  );
}

/**
 * The content with the banks of the command line and of the config of the working directory on top.
 *
 * @throws InputError with all problems of a bank or of the config
 */
export async function openAllBanks(
  context: Pick<CommandContext, 'content' | 'io' | 't'>,
  flags: BankFlags,
): Promise<ContentStore> {
  const content = await openBanks(context, flags.bank);
  const configured = await configuredBanks(context.io.cwd, flags, { ...context, content });
  return withBanks(
    content,
    configured.flatMap(({ banks }) => banks),
  );
}

/**
 * The banks that the config of a folder names.
 *
 * @param context its content with the banks of the command line
 * @throws InputError with all problems of the config
 */
export async function configuredBanks(
  folder: string,
  { config }: ConfigOptions,
  { content, io, t }: Pick<CommandContext, 'content' | 'io' | 't'>,
): Promise<readonly GivenBanks[]> {
  const configs = openConfigs({ cwd: io.cwd, content, t, config, formats: REPORT_NAMES });
  return (await configs.inFolder(folder)).banks;
}
