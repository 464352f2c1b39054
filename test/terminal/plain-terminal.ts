import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/terminal/keyboard.js';

/**
 * A terminal of 20 columns that nothing may be drawn over, with what was typed into it and written to it; `unheard`
 * is what was written while the terminal itself would have echoed the keys.
 */
export function openPlainTerminal() {
  let raw = false;
  const setRawMode = (on: boolean) => {
    raw = on;
  };
  const stdin = Object.assign(new PassThrough(), { setRawMode });
  const shown: string[] = [];
  const unheard: string[] = [];
  const write = (piece: string) => {
    if (!raw) unheard.push(piece);
    return shown.push(piece) > 0;
  };
  const stdout = Object.assign(new PassThrough(), { columns: 20, write });
  const terminal = { stdin, stdout, plain: true, unicode: true } as unknown as Terminal;
  return { terminal, press: (keys: string) => stdin.write(keys), shown, unheard };
}
