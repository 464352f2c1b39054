import type { Paint } from '../reports/types.js';
import type { IO } from './context.js';

/**
 * Decides once whether output is coloured: `--no-color` and `--color`, then `NO_COLOR`, then `FORCE_COLOR`,
 * then whether stdout is a terminal that is not dumb. What colours is loaded only where there are colours.
 */
export async function createPaint({
  argv,
  env,
  stdout,
}: Pick<IO, 'argv' | 'env' | 'stdout'>): Promise<Paint> {
  if (!isColoured(argv, env, stdout.isTTY === true)) return (_, text) => text;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return (colour, text) => chalk[colour](text);
}

function isColoured(argv: readonly string[], env: IO['env'], terminal: boolean): boolean {
  if (argv.includes('--no-color')) return false;
  if (argv.includes('--color')) return true;
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '') return env.FORCE_COLOR !== '0';
  return terminal && env.TERM !== 'dumb';
}
