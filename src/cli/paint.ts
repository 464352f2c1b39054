import { Chalk, type ColorSupportLevel } from 'chalk';
import type { Paint } from '../reports/types.js';
import type { IO } from './context.js';

/**
 * Decides once whether output is coloured: `--no-color` and `--color`, then `NO_COLOR`, then `FORCE_COLOR`,
 * then whether stdout is a terminal that is not dumb.
 */
export function createPaint({ argv, env, stdout }: Pick<IO, 'argv' | 'env' | 'stdout'>): Paint {
  const chalk = new Chalk({ level: level(argv, env, stdout.isTTY === true) });
  return (colour, text) => chalk[colour](text);
}

function level(argv: readonly string[], env: IO['env'], terminal: boolean): ColorSupportLevel {
  if (argv.includes('--no-color')) return 0;
  if (argv.includes('--color')) return 1;
  if (env.NO_COLOR) return 0;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR === '0' ? 0 : 1;
  return terminal && env.TERM !== 'dumb' ? 1 : 0;
}
