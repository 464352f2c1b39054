import { input, select } from '@inquirer/prompts';
import type { Paint } from '../reports/types.js';
import { keepFrame } from './kept-frame.js';
import { ENDING, type Terminal } from './keyboard.js';
import { askPlainLine, choosePlain } from './plain-menu.js';
import { columnsOf, rowsOf } from './window.js';
import { wrap } from './wrap.js';

export interface MenuOptions<T extends string> {
  readonly terminal: Terminal;
  readonly paint: Paint;
  readonly message: string;
  /** How to use the menu, one line. */
  readonly keys: string;
  readonly items: readonly { readonly value: T; readonly name: string }[];
}

/** Fewer items than these on the screen are no menu. */
const LEAST_ITEMS = 3;

/**
 * Asks to choose one. Nothing of it stays on the screen afterwards.
 *
 * @returns null where it was left with Ctrl-C or by a signal
 */
export function choose<T extends string>(options: MenuOptions<T>): Promise<T | null> {
  const { terminal, paint, message, keys, items } = options;
  if (terminal.plain) return choosePlain(terminal, message, items);
  const { stdout } = terminal;
  const columns = columnsOf(stdout);
  // Two cells for the prefix; the library would break words.
  const asked = wrap(message, columns - 2);
  const help = wrap(keys, columns);
  const lines = (text: string) => text.split('\n').length;
  // On a small screen the items are needed more than the keys. One row stays free, one is empty.
  const room = rowsOf(stdout) - 1 - lines(asked);
  const helped = room - 1 - lines(help) >= Math.min(items.length, LEAST_ITEMS);
  return prompted(terminal, (context) =>
    select<T>(
      {
        message: asked,
        choices: items,
        pageSize: Math.max(1, Math.min(items.length, helped ? room - 1 - lines(help) : room)),
        loop: false,
        theme: {
          prefix: paint('blue', '?'),
          icon: { cursor: terminal.unicode ? '›' : '>' },
          style: {
            message: (text: string) => paint('bold', text),
            answer: (text: string) => paint('cyan', text),
            highlight: (text: string) => paint('cyan', text),
            keysHelpTip: () => (helped ? paint('dim', help) : undefined),
          },
        },
      },
      context,
    ),
  );
}

export interface LineOptions {
  readonly terminal: Terminal;
  readonly paint: Paint;
  readonly message: string;
  /** What Enter alone means; null: nothing, a line is needed. */
  readonly preset: string | null;
  /** What is wrong with the line; null: nothing. */
  readonly fault: (line: string) => string | null;
}

/**
 * Asks for one line until there is nothing wrong with it. Nothing of it stays on the screen afterwards.
 *
 * @returns null where it was left with Ctrl-C or by a signal
 */
export function askLine(options: LineOptions): Promise<string | null> {
  const { terminal, paint, message, preset, fault } = options;
  if (terminal.plain) return askPlainLine(options);
  const columns = columnsOf(terminal.stdout);
  return prompted(terminal, (context) =>
    input(
      {
        message: wrap(message, columns - 2),
        ...(preset === null ? {} : { default: preset }),
        validate: (line) => fault(line) ?? true,
        theme: {
          prefix: paint('blue', '?'),
          style: {
            message: (text: string) => paint('bold', text),
            defaultAnswer: (text: string) => paint('dim', `(${text})`),
            error: (text: string) => paint('red', wrap(text, columns)),
          },
        },
      },
      context,
    ),
  );
}

/** What a prompt of the library is run with. */
interface PromptContext {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  readonly clearPromptOnDone: true;
  readonly signal: AbortSignal;
}

/** Runs a prompt of the library through Ctrl-Z and signals. @returns null where it was left */
export async function prompted<T>(
  { stdin, stdout }: Terminal,
  ask: (context: PromptContext) => Promise<T>,
): Promise<T | null> {
  // Readline pauses its input when the program comes back with `fg`, and where no shell stops the program it
  // never takes the keys again: both are put right a moment later.
  const awake = () =>
    setTimeout(() => {
      if (!open) return;
      stdin.setRawMode(true);
      stdin.resume();
      frame.putBack();
    }, 100);
  const onKey = (_: string | undefined, key: { ctrl?: boolean; name?: string }) => {
    if (!key.ctrl) return;
    // It ends an answer. Readline, which hears of the key after us, would close under the prompt.
    if (key.name === 'd') key.name = 'no key';
    if (key.name !== 'z') return;
    // The shell writes where the prompt was.
    frame.takeOff();
    awake();
  };
  const frame = keepFrame(stdout);
  let open = true;
  const ended = new AbortController();
  const onSignal = () => ended.abort();
  for (const signal of ENDING) process.on(signal, onSignal);
  process.on('SIGCONT', awake);
  stdin.on('keypress', onKey);
  try {
    return await ask({ input: stdin, output: frame.output, clearPromptOnDone: true, signal: ended.signal });
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
