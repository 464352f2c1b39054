import type { IO } from './context.js';

/** True where there is a person at both ends. */
export function isAttended({ stdin, stdout }: Pick<IO, 'stdin' | 'stdout'>): boolean {
  return (stdin as NodeJS.ReadStream).isTTY === true && stdout.isTTY === true;
}
