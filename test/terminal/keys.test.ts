import { expect, test } from 'vitest';
import { commandOf, type Key } from '../../src/terminal/keys.js';

test.each<[string | undefined, Key, unknown]>([
  ['a', { name: 'a' }, { type: 'insert', text: 'a' }],
  ['ж', {}, { type: 'insert', text: 'ж' }],
  ['\r', { name: 'return' }, { type: 'insert', text: '\n' }],
  ['\u0004', { name: 'd', ctrl: true }, { type: 'done' }],
  ['\u0003', { name: 'c', ctrl: true }, { type: 'leave' }],
  ['\u001a', { name: 'z', ctrl: true }, { type: 'suspend' }],
  ['\u0017', { name: 'w', ctrl: true }, { type: 'erase', motion: 'word-left' }],
  [undefined, { name: 'left', ctrl: true }, { type: 'move', motion: 'word-left' }],
  [undefined, { name: 'right', meta: true }, { type: 'move', motion: 'word-right' }],
  ['b', { name: 'b', meta: true }, { type: 'move', motion: 'word-left' }],
  [undefined, { name: 'home' }, { type: 'move', motion: 'row-start' }],
  ['\u007f', { name: 'backspace' }, { type: 'erase', motion: 'left' }],
  [undefined, { name: 'u', meta: true }, { type: 'undo' }],
  ['\u001f', { sequence: '\u001f' }, { type: 'undo' }],
  [undefined, { name: 'e', meta: true }, { type: 'redo' }],
  [undefined, { meta: true, sequence: '\u001bг' }, { type: 'undo' }],
  [undefined, { meta: true, sequence: '\u001bИ' }, { type: 'move', motion: 'word-left' }],
  ['\u000f', { name: 'o', ctrl: true }, { type: 'editor' }],
  ['\u001b', { name: 'escape', meta: true }, null],
  [undefined, { name: 'f5' }, null],
  ['\u0007', { name: 'g', ctrl: true }, null],
  ['c', { name: 'constructor' }, { type: 'insert', text: 'c' }],
])('%j %j', (typed, key, expected) => {
  expect(commandOf(typed, key)).toEqual(expected);
});
