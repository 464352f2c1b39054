import { expect, test } from 'vitest';
import { lineIndex } from '../../src/text/lines.js';

test.each([
  ['abc', 0, 1, 1],
  ['abc', 3, 1, 4],
  ['a\nb', 2, 2, 1],
  ['a\r\nb', 3, 2, 1],
  ['a\rb', 2, 2, 1],
  ['a\n\nb', 2, 2, 1],
  ['a\n\nb', 3, 3, 1],
  ['😀я', 2, 1, 3],
  ['', 0, 1, 1],
  ['a\n', 2, 2, 1],
  ['abc', 99, 1, 4],
  ['abc', -5, 1, 1],
  ['\uFEFFab\nc', 0, 1, 1],
  ['\uFEFFab\nc', 2, 1, 2],
  ['\uFEFFab\nc', 4, 2, 1],
])('%j at %i is %i:%i', (text, offset, line, column) => {
  expect(lineIndex(text)(offset)).toEqual({ line, column });
});
