import type { Terminal } from './keyboard.js';
import { openLineInput } from './line-input.js';
import type { LineOptions } from './menu.js';
import { columnsOf } from './window.js';
import { wrap } from './wrap.js';

/** As `choose` where nothing may be drawn over: the items have numbers. @returns null where it was left */
export async function choosePlain<T extends string>(
  terminal: Terminal,
  message: string,
  items: readonly { readonly value: T; readonly name: string }[],
): Promise<T | null> {
  const { stdout } = terminal;
  const columns = columnsOf(stdout);
  const numbered = items.map(({ name }, index) => wrap(`${index + 1}. ${name}`, columns));
  stdout.write(`${[wrap(message, columns), ...numbered].join('\r\n').replaceAll(/\r?\n/g, '\r\n')}\r\n`);
  // A number written out is not parsed: `1e0` is no choice.
  const chosen = (line: string) => items.find((_, index) => String(index + 1) === line.trim());
  const line = await askUntil(terminal, {
    before: `1-${items.length}: `,
    fault: (typed) => (chosen(typed) ? null : ''),
  });
  return line === null ? null : (chosen(line)?.value ?? null);
}

/** As `askLine` where nothing may be drawn over. @returns null where it was left */
export async function askPlainLine({
  terminal,
  message,
  preset,
  fault,
}: LineOptions): Promise<string | null> {
  const said = (line: string) => (line === '' && preset !== null ? preset : line);
  const line = await askUntil(terminal, {
    before: preset === null ? `${message} ` : `${message} (${preset}) `,
    fault: (typed) => fault(said(typed)),
  });
  return line === null ? null : said(line);
}

/** One line there is nothing wrong with; listens all the while, so that nothing typed ahead is lost. */
function askUntil(
  terminal: Terminal,
  { before, fault }: { readonly before: string; readonly fault: (line: string) => string | null },
): Promise<string | null> {
  const { stdout } = terminal;
  return new Promise((resolve) => {
    let over = false;
    const end = (line: string | null) => {
      over = true;
      input.stop();
      resolve(line);
    };
    const input = openLineInput(terminal, {
      line: (line) => {
        if (over) return;
        const wrong = fault(line);
        if (wrong === null) return end(line);
        stdout.write(`${wrong === '' ? '' : `${wrong}\r\n`}${before}`);
      },
      changed: () => {},
      back: () => '',
      command: (type) => {
        if (type === 'editor' || over) return;
        stdout.write('\r\n');
        end(null);
      },
    });
    // What is typed at a prompt that is not listened to yet, the terminal itself would write, and we once more.
    stdout.write(before);
  });
}
