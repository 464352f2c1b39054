import { wrapAnsi } from 'fast-wrap-ansi';

const FIXED = /\u001b\[38;5;(\d{1,3})m/g;
const BRIGHT = /\u001b\[9([0-7])m/g;

/**
 * A text in rows of at most `columns` columns, broken at words; a word that is wider is broken. Paint is closed and
 * opened again where a row ends. `wrapAnsi` does that for the sixteen colours only: the fixed ones go through it as
 * bright ones, which nobody here paints with.
 */
export function wrapPainted(text: string, columns: number): string {
  const wrapped = (painted: string) => wrapAnsi(painted, columns, { hard: true, trim: true });
  const numbers = [...new Set([...text.matchAll(FIXED)].map(([, number]) => number))];
  // Eight bright colours, of which none may be in use already.
  if (numbers.length === 0 || numbers.length > 8 || text.search(BRIGHT) >= 0) return wrapped(text);
  return wrapped(text.replace(FIXED, (_, number) => `\u001b[9${numbers.indexOf(number)}m`)).replace(
    BRIGHT,
    (_, at) => `\u001b[38;5;${numbers[Number(at)]}m`,
  );
}
