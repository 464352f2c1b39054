import { InputError } from '../content/problems.js';
import { obstacleTo } from '../store/create-file.js';
import { fileKind } from '../store/file-kind.js';
import { writeText } from '../store/write-text.js';
import type { CommandContext } from './context.js';
import { onDisk } from './on-disk.js';

/**
 * Writes a page whole, over an earlier one.
 *
 * @param path absolute
 * @throws InputError where it cannot be written
 */
export function writePage({ t }: Pick<CommandContext, 't'>, path: string, text: string): void {
  checkPage({ t }, path);
  onDisk({ t }, path, 'lint.cannot-write', () => writeText(path, text));
}

/** @throws InputError where a page cannot be there: told before a session, not after it */
export function checkPage({ t }: Pick<CommandContext, 't'>, path: string): void {
  const code = fileKind(path) === 'folder' ? 'EISDIR' : obstacleTo(path)?.code;
  if (code !== undefined) throw new InputError(t('lint.cannot-write', { path, code }));
}
