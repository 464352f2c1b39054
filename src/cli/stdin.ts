import { MAX_FILE_BYTES } from '../store/file-size.js';
import type { IO } from './context.js';

/** Stands for the path of what is read from stdin. */
export const STDIN = '-';

/** Name of what is read from stdin, where `--stdin-filename` gives it none. */
export const STDIN_NAME = 'stdin.txt';

/** What comes on stdin; more than the largest that is wanted is not read: it is refused anyway. */
export async function readStdin(stdin: IO['stdin'], most = MAX_FILE_BYTES): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    size += bytes.length;
    if (size > most) break;
  }
  return Buffer.concat(chunks);
}
