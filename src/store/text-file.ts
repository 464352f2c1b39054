import { readFileSync, statSync } from 'node:fs';

/** Largest file of an unknown hand that is read, in bytes. */
export const LARGEST_FILE = 2_000_000;

/** The text of a file, or why it cannot be read: the end of a message key `content.file.…`. */
export type TextFile =
  | { readonly text: string; readonly fault: null }
  | { readonly text: null; readonly fault: 'absent' | 'folder' | 'unreadable' | 'too-large' | 'not-utf-8' };

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a file as UTF-8 without ever holding more than {@link LARGEST_FILE}.
 *
 * @param path absolute
 */
export function readTextFile(path: string): TextFile {
  let bytes: Buffer;
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { text: null, fault: 'folder' };
    // A pipe or a device has no size to check beforehand and may never end.
    if (!stats.isFile()) return { text: null, fault: 'unreadable' };
    if (stats.size > LARGEST_FILE) return { text: null, fault: 'too-large' };
    bytes = readFileSync(path);
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
    return { text: null, fault: absent ? 'absent' : 'unreadable' };
  }
  try {
    return { text: utf8.decode(bytes), fault: null };
  } catch {
    return { text: null, fault: 'not-utf-8' };
  }
}
