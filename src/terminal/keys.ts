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
  | { readonly type: 'yank' | 'undo' | 'redo' | 'editor' }
  /** `redraw` after Ctrl-L, `resized` where the window is another one, `refresh` where the program comes back. */
  | { readonly type: 'done' | 'leave' | 'suspend' | 'refresh' | 'redraw' | 'resized' };

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

/** As in readline and most terminals' editors, but for Ctrl-D, which always ends the answer; undo as in nano. */
const CONTROL: Readonly<Record<string, Command>> = {
  d: { type: 'done' },
  c: { type: 'leave' },
  z: { type: 'suspend' },
  l: { type: 'redraw' },
  o: { type: 'editor' },
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
  delete: erase('word-right'),
  d: erase('word-right'),
  u: { type: 'undo' },
  e: { type: 'redo' },
};

/** Letters of {@link ALT} by their keys where the layout is Russian. */
const RUSSIAN_KEYS: Readonly<Record<string, string>> = { и: 'b', а: 'f', в: 'd', г: 'u', у: 'e' };

/** Ctrl-_, which readline has no name for; Ctrl-7 and Ctrl-/ send it too. */
const UNDO = '\u001f';

/**
 * @param typed characters of the key, undefined for keys that type nothing
 * @returns null for a key that does nothing here
 */
export function commandOf(typed: string | undefined, key: Key): Command | null {
  if (key.sequence === UNDO) return { type: 'undo' };
  const table = key.ctrl ? CONTROL : key.meta ? ALT : PLAIN;
  const name = key.name ?? (key.meta ? RUSSIAN_KEYS[key.sequence?.slice(1).toLowerCase() ?? ''] : undefined);
  const known = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (known) return known;
  if (key.ctrl || key.meta || !typed) return null;
  return { type: 'insert', text: typed };
}
