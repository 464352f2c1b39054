import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from '../store/error-code.js';
import type { CommandContext } from './context.js';

/**
 * Does something with files, and puts what the file system says against it into words.
 *
 * @param message key of a text with `{path}` and `{code}`
 * @throws InputError where the file system refuses
 */
export function onDisk<T>({ t }: Pick<CommandContext, 't'>, path: string, message: string, work: () => T): T {
  return refusing(work, (code) => new InputError(t(message, { path, code })));
}

function refusing<T>(work: () => T, refusal: (code: string) => InputError): T {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || error instanceof InputError) throw error;
    throw refusal(code);
  }
}

/** Codes of the file system that have words of their own. */
const KNOWN = ['EACCES', 'EROFS', 'ENOSPC', 'EPERM', 'ENOTDIR', 'EDQUOT'];

/** Why the file system refuses, in words. */
export function reasonOf(code: string, t: CommandContext['t']): string {
  return t(`session.reason.${KNOWN.includes(code) ? code : 'other'}`, { code });
}

/**
 * As {@link onDisk}, for writing to what is kept of the user's: that may be kept elsewhere.
 *
 * @throws InputError where the file system refuses
 */
export function writingHome<T>({ t }: Pick<CommandContext, 't'>, path: string, work: () => T): T {
  return refusing(work, (code) => {
    const message = t('session.cannot-keep', { path: visibleLine(path), reason: reasonOf(code, t) });
    return new InputError(message, { advice: t('session.keep-elsewhere') });
  });
}
