import { unsafeAt, visible } from '../content/visible.js';

/**
 * JSON on one line. Everything reads back as it was: JSON lets DEL, C1 and bidirectional characters stand as they
 * are, a terminal acts on them, so they are spelt `\u009b`.
 */
export function jsonText(data: unknown): string {
  const text = JSON.stringify(data);
  return `${unsafeAt(text) < 0 ? text : visible(text)}\n`;
}
