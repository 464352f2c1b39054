import { statSync } from 'node:fs';
import { errorCode } from './error-code.js';

/** What a path leads to, its links followed. What may not be looked at is taken for a file: whoever opens it tells. */
export function fileKind(path: string): 'absent' | 'folder' | 'file' | 'other' {
  try {
    const stats = statSync(path);
    return stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'other';
  } catch (error) {
    const absent = ['ENOENT', 'ENOTDIR'].includes(errorCode(error) ?? '');
    return absent ? 'absent' : 'file';
  }
}
