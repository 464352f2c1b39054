import { select } from '@inquirer/prompts';
import type { Paint } from '../reports/types.js';
import { ENDING, type Terminal } from './keyboard.js';
import type { Key } from './keys.js';
import { wrap } from './wrap.js';

export interface MenuOptions<T extends string> {
  readonly terminal: Terminal;
  readonly paint: Paint;
  readonly message: string;
  /** How to use the menu, one line. */
  readonly keys: string;
  readonly items: readonly { readonly value: T; readonly name: string }[];
}

/**
 * Asks to choose one. Nothing of it stays on the screen afterwards.
 *
 * @returns null where it was left with Ctrl-C or by a signal
 */
export async function choose<T extends string>(options: MenuOptions<T>): Promise<T | null> {
  const { terminal, paint, message, keys, items } = options;
  const { stdin, stdout } = terminal;
  const columns = stdout.columns || 80;
  // Readline pauses its input when the program comes back with `fg`, and where no shell stops the program it
  // never takes the keys again: both are put right a moment later.
  const awake = () =>
    setTimeout(() => {
      if (!open) return;
      stdin.setRawMode(true);
      stdin.resume();
    }, 100);
  const onKey = (_: string | undefined, key: Key) => {
    if (key.ctrl && key.name === 'z') awake();
  };
  let open = true;
  const ended = new AbortController();
  const onSignal = () => ended.abort();
  for (const signal of ENDING) process.on(signal, onSignal);
  process.on('SIGCONT', awake);
  stdin.on('keypress', onKey);
  try {
    return await select<T>(
      {
        // Two cells for the prefix; the library would break words.
        message: wrap(message, columns - 2),
        choices: items,
        pageSize: Math.max(2, Math.min(items.length, (stdout.rows || 24) - 4)),
        loop: false,
        theme: {
          prefix: paint('blue', '?'),
          icon: { cursor: '›' },
          style: {
            message: (text: string) => paint('bold', text),
            answer: (text: string) => paint('cyan', text),
            highlight: (text: string) => paint('cyan', text),
            keysHelpTip: () => paint('dim', wrap(keys, columns)),
          },
        },
      },
      { input: stdin, output: stdout, clearPromptOnDone: true, signal: ended.signal },
    );
  } catch (error) {
    if (error instanceof Error && /^(Exit|Abort)PromptError$/.test(error.name)) return null;
    throw error;
  } finally {
    open = false;
    for (const signal of ENDING) process.off(signal, onSignal);
    process.off('SIGCONT', awake);
    stdin.off('keypress', onKey);
  }
}
