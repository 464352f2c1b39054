import type { Motion } from './buffer.js';

/** A key as `node:readline` reports it. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
  readonly meta?: boolean | undefined;
  readonly shift?: boolean | undefined;
}

/** What a key asks of the answer prompt. */
export type Command =
  | { readonly type: 'insert'; readonly text: string }
  | { readonly type: 'move'; readonly motion: Motion }
  | { readonly type: 'erase'; readonly motion: Motion }
  | { readonly type: 'yank' | 'done' | 'leave' | 'suspend' | 'refresh' };

const move = (motion: Motion): Command => ({ type: 'move', motion });
const erase = (motion: Motion): Command => ({ type: 'erase', motion });

const PLAIN: Readonly<Record<string, Command>> = {
  return: { type: 'insert', text: '\n' },
  enter: { type: 'insert', text: '\n' },
  left: move('left'),
  right: move('right'),
  up: move('up'),
  down: move('down'),
  home: move('row-start'),
  end: move('row-end'),
  pageup: move('page-up'),
  pagedown: move('page-down'),
  backspace: erase('left'),
  delete: erase('right'),
};

/** As in readline and most terminals' editors, but for Ctrl-D, which always ends the answer. */
const CONTROL: Readonly<Record<string, Command>> = {
  d: { type: 'done' },
  c: { type: 'leave' },
  z: { type: 'suspend' },
  l: { type: 'refresh' },
  a: move('row-start'),
  e: move('row-end'),
  b: move('left'),
  f: move('right'),
  p: move('up'),
  n: move('down'),
  left: move('word-left'),
  right: move('word-right'),
  home: move('text-start'),
  end: move('text-end'),
  h: erase('left'),
  w: erase('word-left'),
  u: erase('line-start'),
  k: erase('line-end'),
  backspace: erase('word-left'),
  delete: erase('word-right'),
  y: { type: 'yank' },
};

const ALT: Readonly<Record<string, Command>> = {
  return: { type: 'insert', text: '\n' },
  enter: { type: 'insert', text: '\n' },
  b: move('word-left'),
  f: move('word-right'),
  left: move('word-left'),
  right: move('word-right'),
  backspace: erase('word-left'),
  d: erase('word-right'),
};

/**
 * @param typed characters of the key, undefined for keys that type nothing
 * @returns null for a key that does nothing here
 */
export function commandOf(typed: string | undefined, key: Key): Command | null {
  const table = key.ctrl ? CONTROL : key.meta ? ALT : PLAIN;
  const known = key.name !== undefined && Object.hasOwn(table, key.name) ? table[key.name] : undefined;
  if (known) return known;
  if (key.ctrl || key.meta || !typed || typed.startsWith('\u001b')) return null;
  return { type: 'insert', text: typed };
}
