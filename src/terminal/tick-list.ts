import { checkbox } from '@inquirer/prompts';
import type { Paint } from '../reports/types.js';
import type { Terminal } from './keyboard.js';
import { askLine, prompted } from './menu.js';
import { columnsOf, rowsOf } from './window.js';
import { wrap } from './wrap.js';

export interface TickListOptions {
  readonly terminal: Terminal;
  readonly paint: Paint;
  readonly message: string;
  /** How to use the list, one line. */
  readonly keys: string;
  /** Where nothing may be drawn over: asks for the numbers of the items to change. */
  readonly numbers: string;
  /** What is said to numbers that are none of the list's. */
  readonly noNumber: string;
  readonly items: readonly { readonly value: string; readonly name: string; readonly ticked: boolean }[];
}

/** Cells in front of an item: the cursor and the box. */
const BEFORE_ITEM = 4;
/** Rows that the list leaves to its question, its keys and an empty one. */
const AROUND = 4;

/**
 * A list to tick off. Nothing of it stays on the screen afterwards.
 *
 * @returns values of the ticked items; null where it was left with Ctrl-C or by a signal
 */
export async function tickList(options: TickListOptions): Promise<readonly string[] | null> {
  const { terminal, paint, message, keys, items } = options;
  if (terminal.plain) return tickPlain(options);
  const columns = columnsOf(terminal.stdout);
  const rows = rowsOf(terminal.stdout);
  const hung = (name: string) =>
    wrap(name, columns - BEFORE_ITEM - 1).replaceAll('\n', `\n${' '.repeat(BEFORE_ITEM)}`);
  return prompted(terminal, (context) =>
    checkbox<string>(
      {
        message: wrap(message, columns - 2),
        choices: items.map(({ value, name, ticked }) => ({ value, name: hung(name), checked: ticked })),
        pageSize: Math.max(3, rows - AROUND),
        loop: false,
        theme: {
          prefix: paint('blue', '?'),
          icon: {
            cursor: terminal.unicode ? '›' : '>',
            checked: paint('green', '[x]'),
            unchecked: '[ ]',
          },
          style: {
            message: (text: string) => paint('bold', text),
            highlight: (text: string) => paint('cyan', text),
            keysHelpTip: () => paint('dim', wrap(keys, columns)),
            renderSelectedChoices: () => '',
          },
        },
      },
      context,
    ),
  );
}

/** Shows the list with numbers; a line of numbers changes those, an empty one ends it. */
async function tickPlain({
  terminal,
  paint,
  numbers,
  noNumber,
  message,
  items,
}: TickListOptions): Promise<readonly string[] | null> {
  const ticked = new Set(items.filter((item) => item.ticked).map(({ value }) => value));
  const columns = columnsOf(terminal.stdout);
  const numbersOf = (line: string) => line.split(/[\s,]+/).filter((word) => word !== '');
  terminal.stdout.write(`${message}\r\n`);
  for (;;) {
    for (const [index, { value, name }] of items.entries()) {
      const row = wrap(`${index + 1}. [${ticked.has(value) ? 'x' : ' '}] ${name}`, columns);
      terminal.stdout.write(`${row.replaceAll('\n', '\r\n')}\r\n`);
    }
    const line = await askLine({
      terminal,
      paint,
      message: numbers,
      preset: null,
      fault: (typed) =>
        numbersOf(typed).every((word) => items.some((_, index) => String(index + 1) === word))
          ? null
          : noNumber,
    });
    if (line === null) return null;
    const changed = numbersOf(line);
    if (changed.length === 0) return items.map(({ value }) => value).filter((value) => ticked.has(value));
    for (const word of changed) {
      const value = items[Number(word) - 1]?.value ?? '';
      if (!ticked.delete(value)) ticked.add(value);
    }
  }
}
