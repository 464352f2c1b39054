import type { Terminal } from './keyboard.js';
import { openLineInput } from './line-input.js';
import type { LineOptions } from './menu.js';
import { wrap } from './wrap.js';

/** As `choose` where nothing may be drawn over: the items have numbers. @returns null where it was left */
export async function choosePlain<T extends string>(
  terminal: Terminal,
  message: string,
  items: readonly { readonly value: T; readonly name: string }[],
): Promise<T | null> {
  const { stdout } = terminal;
  const columns = stdout.columns || 80;
  const numbered = items.map(({ name }, index) => wrap(`${index + 1}. ${name}`, columns));
  stdout.write(`${[wrap(message, columns), ...numbered].join('\r\n').replaceAll(/\r?\n/g, '\r\n')}\r\n`);
  for (;;) {
    const line = await askOnce(terminal, `1-${items.length}: `);
    if (line === null) return null;
    // A number written out is not parsed: `1e0` is no choice.
    const chosen = items.find((_, index) => String(index + 1) === line.trim());
    if (chosen) return chosen.value;
  }
}

/** As `askLine` where nothing may be drawn over. @returns null where it was left */
export async function askPlainLine({
  terminal,
  message,
  preset,
  fault,
}: LineOptions): Promise<string | null> {
  const shown = preset === null ? `${message} ` : `${message} (${preset}) `;
  for (;;) {
    const line = await askOnce(terminal, shown);
    if (line === null) return null;
    const said = line === '' && preset !== null ? preset : line;
    const wrong = fault(said);
    if (wrong === null) return said;
    terminal.stdout.write(`${wrong}\r\n`);
  }
}

function askOnce(terminal: Terminal, before: string): Promise<string | null> {
  terminal.stdout.write(before);
  return new Promise((resolve) => {
    let over = false;
    const end = (line: string | null) => {
      if (over) return;
      over = true;
      input.stop();
      resolve(line);
    };
    const input = openLineInput(terminal, {
      line: (line) => end(line),
      changed: () => {},
      back: () => '',
      command: (type) => {
        if (type === 'editor') return;
        terminal.stdout.write('\r\n');
        end(null);
      },
    });
  });
}
