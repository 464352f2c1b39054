import { Option } from 'commander';
import { type ContentStore, withBanks } from '../store/content.js';
import type { CommandContext } from './context.js';

/** `--bank FILE`, repeatable; its value goes to {@link openBanks}. */
export function bankOption({ t }: Pick<CommandContext, 't'>): Option {
  return new Option('--bank <path>', t('command.banks.bank-option')).argParser(
    (path: string, before: readonly string[] = []) => [...before, path],
  );
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
