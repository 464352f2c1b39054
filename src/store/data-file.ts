import { statSync } from 'node:fs';
import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import { errorCode } from './error-code.js';
import { readTextFile } from './read-file.js';

/** The text of a bank or a config of the user's, or what keeps it from being read. */
export type DataFile =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: Problem };

/**
 * Reads a bank or a config: a file of its own, never a pipe or a device, which a config could name and which may
 * never end.
 *
 * @param absolute where it is
 * @param path as it is shown
 */
export function readDataFile(absolute: string, path: string, t: Translate): DataFile {
  const refuse = (message: string, place = { line: 1, column: 1 }): DataFile => ({
    text: null,
    problem: { path, line: place.line, column: place.column, message },
  });
  const kind = kindOf(absolute);
  if (kind === 'absent' || kind === 'folder') return refuse(t(`content.file.${kind}`, { path }));
  if (kind === 'other') return refuse(t('lint.problem.not-a-file'));
  const { source, fault } = readTextFile(absolute);
  return fault === null
    ? { text: source, problem: null }
    : refuse(t(`lint.problem.${fault.code}`, fault.values), fault);
}

/** What may not be looked at counts as a file: opening it says why it cannot be read. */
function kindOf(absolute: string): 'absent' | 'folder' | 'file' | 'other' {
  try {
    const stats = statSync(absolute);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
    return absent ? 'absent' : 'file';
  }
}
