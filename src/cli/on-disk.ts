import { InputError } from '../content/problems.js';
import { errorCode } from '../store/error-code.js';
import type { CommandContext } from './context.js';

/**
 * Does something with files, and puts what the file system says against it into words.
 *
 * @param message key of a text with `{path}` and `{code}`
 * @throws InputError where the file system refuses
 */
export function onDisk<T>({ t }: Pick<CommandContext, 't'>, path: string, message: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined || error instanceof InputError) throw error;
    throw new InputError(t(message, { path, code }));
  }
}
