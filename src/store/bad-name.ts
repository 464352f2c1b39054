import { errorCode } from './error-code.js';

/**
 * True where a path cannot be found because its name is not UTF-8: Node puts U+FFFD for each byte that it cannot
 * read, and no file has the name that comes of it.
 */
export function isBadName(path: string, error: unknown): boolean {
  return errorCode(error) === 'ENOENT' && path.includes('\uFFFD');
}
