import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable, printableLine } from '../../src/reports/escape.js';

test.each([
  ['\u001b[2J', '\\u001b[2J', '\\u001b[2J'],
  ['a\tb\r\nc', 'a\tb\r\nc', 'a b c'],
  ['\u202eabc\u2069', '\\u202eabc\\u2069', '\\u202eabc\\u2069'],
  ['\ud83d\ude42 \ude42\ud83d', '🙂 \\ude42\\ud83d', '🙂 \\ude42\\ud83d'],
  ['👩‍👩‍👧 ё́', '👩‍👩‍👧 ё́', '👩‍👩‍👧 ё́'],
  ['\u0000\u007f\u009b', '\\u0000\\u007f\\u009b', '\\u0000\\u007f\\u009b'],
])('%j', (text, lines, line) => {
  expect(printable(text)).toBe(lines);
  expect(printableLine(text)).toBe(line);
});

test('one line stays one line', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = printableLine(text);
      expect(line).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
      expect(Buffer.from(line).toString()).toBe(line);
    }),
  );
});
