import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type EditBuffer,
  erase,
  insert,
  type Motion,
  move,
  openBuffer,
  redo,
  replace,
  type Screen,
  undo,
  yank,
} from '../../src/terminal/buffer.js';
import { graphemeEdge } from '../../src/terminal/graphemes.js';
import { createLayOut } from '../../src/terminal/layout.js';
import { typed } from '../../src/terminal/typed.js';

const screen = { width: 10, height: 4, layOut: createLayOut() };

/** A buffer written with `|` where the cursor stands. */
function at(marked: string): EditBuffer {
  const cursor = marked.indexOf('|');
  return { ...openBuffer(marked.replace('|', '')), cursor };
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
  // Only from the first row to the start of the text, as up does.
  ['ab\ncd|', 'page-up', 'ab|\ncd'],
  ['ab|\ncd', 'page-up', '|ab\ncd'],
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

test('what comes back is undone by itself', () => {
  const back = yank(keyed(erase(at('a b|'), 'word-left', screen), 'x'));
  expect(shown(back)).toBe('a xb|');
  expect(shown(undo(back))).toBe('a x|');
  expect(shown(undo(keyed(back, 'y')))).toBe('a xb|');
});

test('words erased one after the other come back together, from either side', () => {
  let left = at('one two three|');
  left = erase(erase(left, 'word-left', screen), 'word-left', screen);
  expect(shown(yank(left))).toBe('one two three|');
  let right = at('|one two three');
  right = erase(erase(right, 'word-right', screen), 'word-right', screen);
  expect(shown(yank(right))).toBe('one two| three');
  const apart = erase(
    move(erase(at('one two|'), 'word-left', screen), 'text-start', screen),
    'line-end',
    screen,
  );
  expect(apart.killed).toBe('one ');
});

/** Types a text key by key. */
function keyed(buffer: EditBuffer, text: string): EditBuffer {
  return [...text].reduce(insert, buffer);
}

test('undo and redo go by words, pastes and runs of Backspace', () => {
  let buffer = keyed(openBuffer(''), 'one two');
  buffer = undo(buffer);
  expect(shown(buffer)).toBe('one|');
  expect(shown(redo(buffer))).toBe('one two|');
  expect(shown(undo(undo(buffer)))).toBe('|');
  let pasted = insert(keyed(openBuffer(''), 'a'), 'b c d');
  pasted = erase(erase(pasted, 'left', screen), 'left', screen);
  expect(shown(pasted)).toBe('ab c|');
  expect(shown(undo(pasted))).toBe('ab c d|');
  expect(shown(undo(undo(pasted)))).toBe('a|');
});

test('a run of Delete is undone at once, and keys without effect are not undone', () => {
  const gone = erase(erase(at('o|ne'), 'right', screen), 'right', screen);
  expect(shown(undo(gone))).toBe('o|ne');
  const undone = undo(keyed(openBuffer(''), 'one two'));
  expect(shown(redo(erase(move(undone, 'text-start', screen), 'left', screen)))).toBe('one two|');
  expect(shown(redo(replace(undone, 'one')))).toBe('one two|');
});

test('undo puts the cursor where the change was made; a new change ends redo', () => {
  const cut = erase(at('one two| three'), 'word-left', screen);
  const away = move(cut, 'text-end', screen);
  expect(shown(undo(away))).toBe('one two| three');
  expect(redo(insert(undo(away), 'x')).text).toBe('one twox three');
});

test('another text in the place of the whole is one change', () => {
  const edited = replace(at('o|ne'), 'two\r\nthree');
  expect(shown(edited)).toBe('two\nthree|');
  expect(shown(undo(edited))).toBe('o|ne');
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
  ['a\u001b[31mb\u0000\u0007', 'ab'],
  ['a\u001b]0;title\u0007b\u001b]52;c;c2VjcmV0\u001b\\c', 'abc'],
  ['a\u001b', 'a'],
  ['a\u001b]0;no end', 'a0;no end'],
  ['a\u009b31mb\u200bc', 'a31mbc'],
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
    fc.constantFrom('undo' as const, 'redo' as const, 'yank' as const).map((type) => ({ type })),
  ),
  { maxLength: 30 },
);

type Pressed = typeof keys extends fc.Arbitrary<(infer One)[]> ? One : never;

function press(buffer: EditBuffer, key: Pressed, size: Screen): EditBuffer {
  switch (key.type) {
    case 'insert':
      return insert(buffer, key.text);
    case 'move':
      return move(buffer, key.motion, size);
    case 'erase':
      return erase(buffer, key.motion, size);
    case 'undo':
      return undo(buffer);
    case 'redo':
      return redo(buffer);
    case 'yank':
      return yank(buffer);
  }
}

test('undo leads back to the first text, and redo to the last', () => {
  fc.assert(
    fc.property(texts, keys, (text, pressed) => {
      const opened = openBuffer(text);
      const changes = pressed.filter(({ type }) => type !== 'undo' && type !== 'redo');
      const last = changes.reduce((buffer, key) => press(buffer, key, screen), opened);
      let back = last;
      while (back.done !== null) back = undo(back);
      expect(back.text).toBe(opened.text);
      while (back.undone !== null) back = redo(back);
      expect(back.text).toBe(last.text);
    }),
  );
});

test('whatever is pressed, the cursor stands at the edge of a grapheme', () => {
  fc.assert(
    fc.property(texts, keys, fc.integer({ min: 1, max: 30 }), (text, pressed, width) => {
      let buffer = openBuffer(text);
      for (const key of pressed) {
        buffer = press(buffer, key, { width, height: 3, layOut: createLayOut() });
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

/** The same editor said simply: characters in a list, and a place between them. */
function simply(characters: string[], place: number, key: { type: string; motion?: Motion; text?: string }) {
  const lineStart = characters.lastIndexOf('\n', place - 1) + 1;
  const lineBreak = characters.indexOf('\n', place);
  const targets: Partial<Record<Motion, number>> = {
    left: Math.max(0, place - 1),
    right: Math.min(characters.length, place + 1),
    'line-start': place === 0 ? 0 : lineStart,
    'line-end': lineBreak === place ? place + 1 : lineBreak < 0 ? characters.length : lineBreak,
    'text-start': 0,
    'text-end': characters.length,
  };
  if (key.type === 'insert')
    return { characters: characters.toSpliced(place, 0, key.text ?? ''), place: place + 1 };
  const to = targets[key.motion ?? 'left'] ?? place;
  if (key.type === 'move') return { characters, place: to };
  const from = Math.min(place, to);
  return { characters: characters.toSpliced(from, Math.abs(to - place)), place: from };
}

test('does as a list of characters would', () => {
  const simple = fc.constantFrom<Motion>('left', 'right', 'line-start', 'line-end', 'text-start', 'text-end');
  const pressed = fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc
          .constantFrom('a', 'ж', ' ', '\n', '漢', '👨‍👩‍👧', 'й́')
          .map((text) => ({ type: 'insert', text })),
      },
      { weight: 2, arbitrary: simple.map((motion) => ({ type: 'move', motion })) },
      { weight: 1, arbitrary: simple.map((motion) => ({ type: 'erase', motion })) },
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(pressed, (all) => {
      let buffer = openBuffer('');
      let oracle = { characters: [] as string[], place: 0 };
      for (const key of all) {
        buffer = press(buffer, key as Pressed, screen);
        oracle = simply(oracle.characters, oracle.place, key);
        expect(shown(buffer)).toBe(
          `${oracle.characters.slice(0, oracle.place).join('')}|${oracle.characters.slice(oracle.place).join('')}`,
        );
      }
    }),
  );
});
