import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EditBuffer,
  erase,
  insert,
  type Motion,
  move,
  openBuffer,
  typed,
  yank,
} from '../../src/terminal/buffer.js';
import { graphemeEdge } from '../../src/terminal/graphemes.js';

const screen = { width: 10, height: 4 };

/** A buffer written with `|` where the cursor stands. */
function at(marked: string): EditBuffer {
  const cursor = marked.indexOf('|');
  return { text: marked.replace('|', ''), cursor, goal: null, killed: '' };
}

function shown({ text, cursor }: EditBuffer): string {
  return `${text.slice(0, cursor)}|${text.slice(cursor)}`;
}

test.each<[string, Motion, string]>([
  ['ab|c', 'left', 'a|bc'],
  ['|abc', 'left', '|abc'],
  ['abc|', 'right', 'abc|'],
  ['a\n|b', 'left', 'a|\nb'],
  ['👨‍👩‍👧|x', 'left', '|👨‍👩‍👧x'],
  ['|й́x', 'right', 'й́|x'],
  ['раз кто-то|', 'word-left', 'раз |кто-то'],
  ['раз, |два', 'word-left', '|раз, два'],
  ['|раз, два', 'word-right', 'раз|, два'],
  ["didn't| go", 'word-left', "|didn't go"],
  ['one two thr|ee', 'row-start', 'one two |three'],
  ['|one two three', 'row-end', 'one two| three'],
  ['one two th|ree', 'row-end', 'one two three|'],
  ['one\ntwo th|ree', 'line-start', 'one\n|two three'],
  ['o|ne\ntwo', 'line-end', 'one|\ntwo'],
  ['one\nt|wo', 'text-start', '|one\ntwo'],
  ['o|ne\ntwo', 'text-end', 'one\ntwo|'],
  ['one\nt|wo', 'up', 'o|ne\ntwo'],
  ['o|ne\ntwo', 'down', 'one\nt|wo'],
  ['o|ne', 'up', '|one'],
  ['o|ne', 'down', 'one|'],
  ['one two th|ree', 'up', 'on|e two three'],
  ['a\nb\nc\nd\ne|', 'page-up', 'a\nb|\nc\nd\ne'],
])('%s, %s: %s', (before, motion, after) => {
  expect(shown(move(at(before), motion, screen))).toBe(after);
});

test.each<[string, Motion, string]>([
  ['ab|c', 'left', 'a|c'],
  ['ab|c', 'right', 'ab|'],
  ['👨‍👩‍👧|x', 'left', '|x'],
  ['раз два|', 'word-left', 'раз |'],
  ['раз два|', 'line-start', '|'],
  ['|one\ntwo', 'line-end', '|\ntwo'],
  ['one|\ntwo', 'line-end', 'one|two'],
])('erasing: %s, %s: %s', (before, motion, after) => {
  expect(shown(erase(at(before), motion, screen))).toBe(after);
});

test('what a word or a line lost comes back', () => {
  const cut = erase(at('раз два|'), 'word-left', screen);
  expect(shown(yank(cut))).toBe('раз два|');
  expect(erase(erase(cut, 'left', screen), 'left', screen).killed).toBe('два');
});

test('up and down keep to the column they came from', () => {
  let buffer = at('first line\nx\nthird|');
  buffer = move(buffer, 'up', screen);
  expect(shown(buffer)).toBe('first line\nx|\nthird');
  expect(shown(move(buffer, 'up', screen))).toBe('first| line\nx\nthird');
});

test.each([
  ['a\r\nb\rc', 'a\nb\nc'],
  ['a\tb', 'a  b'],
  ['a\u001b[31mb\u0000\u0007', 'a[31mb'],
  ['a\u202eb', 'ab'],
  ['a\ud800b', 'a\ufffdb'],
  ['👋', '👋'],
])('%j is typed as %j', (text, expected) => {
  expect(typed(text)).toBe(expected);
});

const motions: Motion[] = [
  'left',
  'right',
  'word-left',
  'word-right',
  'up',
  'down',
  'page-up',
  'page-down',
  'row-start',
  'row-end',
  'line-start',
  'line-end',
  'text-start',
  'text-end',
];

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'ж', '👨‍👩‍👧', 'é', '漢', '\u200d', '🇷🇺') }),
);
const keys = fc.array(
  fc.oneof(
    texts.map((text) => ({ type: 'insert' as const, text })),
    fc.constantFrom(...motions).map((motion) => ({ type: 'move' as const, motion })),
    fc.constantFrom(...motions).map((motion) => ({ type: 'erase' as const, motion })),
  ),
  { maxLength: 30 },
);

test('whatever is pressed, the cursor stands at the edge of a grapheme', () => {
  fc.assert(
    fc.property(texts, keys, fc.integer({ min: 1, max: 30 }), (text, pressed, width) => {
      let buffer = openBuffer(text);
      for (const key of pressed) {
        const size = { width, height: 3 };
        if (key.type === 'insert') buffer = insert(buffer, key.text);
        else if (key.type === 'move') buffer = move(buffer, key.motion, size);
        else buffer = erase(buffer, key.motion, size);
        expect(buffer.cursor).toBeGreaterThanOrEqual(0);
        expect(buffer.cursor).toBeLessThanOrEqual(buffer.text.length);
        expect(graphemeEdge(buffer.text, buffer.cursor)).toBe(buffer.cursor);
      }
    }),
  );
});

test('moving changes no text, and erasing takes away one piece', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.constantFrom(...motions), (text, place, motion) => {
      const open = openBuffer(text);
      const buffer = { ...open, cursor: graphemeEdge(open.text, place % (open.text.length + 1)) };
      expect(move(buffer, motion, screen).text).toBe(buffer.text);
      const shorter = erase(buffer, motion, screen).text;
      const removed = buffer.text.length - shorter.length;
      const head = [...shorter].length === 0 ? '' : commonStart(buffer.text, shorter);
      expect(removed).toBeGreaterThanOrEqual(0);
      expect(buffer.text.endsWith(shorter.slice(head.length))).toBe(true);
    }),
  );
});

test('typing and rubbing out is as if nothing was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', 'ж', ' ', '\n', '漢') }), (text) => {
      let buffer = insert(openBuffer('x'), text);
      for (let count = 0; count < text.length; count += 1) buffer = erase(buffer, 'left', screen);
      expect(shown(buffer)).toBe('x|');
    }),
  );
});

function commonStart(a: string, b: string): string {
  let end = 0;
  while (end < b.length && a[end] === b[end]) end += 1;
  return b.slice(0, end);
}
