import type { Colour, Paint } from '../reports/types.js';
import type { IO } from './context.js';

/**
 * Decides once whether output is coloured: `--no-color` or `--color`, the later one, then `NO_COLOR`, then `FORCE_COLOR`,
 * then whether stdout is a terminal that is not dumb. What colours is loaded only where there are colours.
 */
export async function createPaint({
  argv,
  env,
  stdout,
}: Pick<IO, 'argv' | 'env' | 'stdout'>): Promise<Paint> {
  if (!isColoured(argv, env, stdout.isTTY === true)) return (_, text) => text;
  const { Chalk } = await import('chalk');
  if (!isRich(env)) {
    const chalk = new Chalk({ level: 1 });
    return (colour, text) => chalk[colour](text);
  }
  const chalk = new Chalk({ level: 2 });
  return (colour, text) => {
    const number = READABLE[colour];
    return number === undefined ? chalk[colour](text) : chalk.ansi256(number)(text);
  };
}

/**
 * Of the 256 fixed colours those with a contrast of 3.8 to 1 and more both on white and on black, where the ground is
 * not known: with the palette of xterm, yellow cannot be read on the one nor blue on the other.
 */
export const READABLE: Readonly<Partial<Record<Colour, number>>> = {
  red: 160,
  yellow: 130,
  green: 28,
  blue: 27,
  cyan: 30,
  magenta: 133,
};

function isRich({ TERM = '', COLORTERM = '', WT_SESSION }: IO['env']): boolean {
  return TERM.includes('256color') || COLORTERM !== '' || (WT_SESSION ?? '') !== '';
}

function isColoured(argv: readonly string[], env: IO['env'], terminal: boolean): boolean {
  const asked = argv.findLast((argument) => argument === '--color' || argument === '--no-color');
  if (asked !== undefined) return asked === '--color';
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return terminal && env.TERM !== 'dumb';
}
