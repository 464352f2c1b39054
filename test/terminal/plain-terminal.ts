import { PassThrough } from 'node:stream';
import type { Terminal } from '../../src/terminal/keyboard.js';

/** A terminal of 20 columns that nothing may be drawn over, with what was typed into it and written to it. */
export function openPlainTerminal() {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const shown: string[] = [];
  const write = (piece: string) => shown.push(piece) > 0;
  const stdout = Object.assign(new PassThrough(), { columns: 20, write });
  const terminal = { stdin, stdout, plain: true, unicode: true } as unknown as Terminal;
  return { terminal, press: (keys: string) => stdin.write(keys), shown };
}
