import { wrapPainted } from '../reports/wrap-painted.js';

/** Widest line of prose: longer ones are hard to read on a wide screen. */
const WIDEST = 100;

/** Wraps prose to the window, at words; a word longer than a line is broken. Paint is kept. */
export function wrap(text: string, columns: number, indent = ''): string {
  const width = Math.max(1, Math.min(columns, WIDEST) - indent.length);
  return wrapPainted(text, width)
    .split('\n')
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
}
