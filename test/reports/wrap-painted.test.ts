import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wrapPainted } from '../../src/reports/wrap-painted.js';

const paint = (number: number, text: string) => `\u001b[38;5;${number}m${text}\u001b[39m`;

test('colours of the 256 are closed and reopened at the end of a row', () => {
  expect(wrapPainted(paint(27, 'aaa bbb ccc'), 7)).toBe(`${paint(27, 'aaa bbb')}\n${paint(27, 'ccc')}`);
  expect(wrapPainted('\u001b[34maaa bbb ccc\u001b[39m', 7)).toBe(
    '\u001b[34maaa bbb\u001b[39m\n\u001b[34mccc\u001b[39m',
  );
  expect(wrapPainted(`${paint(27, 'aa')} bb ${paint(130, 'cc dd')}`, 5)).toBe(
    `${paint(27, 'aa')} bb\n${paint(130, 'cc dd')}`,
  );
});

test('paint changes no row', () => {
  const word = fc.constantFrom('aa', 'bbbb', 'ж', '日本', 'c');
  const painted = fc.tuple(fc.constantFrom(0, 27, 130, 28), word).map(([number, text]) => ({ number, text }));
  fc.assert(
    fc.property(fc.array(painted), fc.integer({ min: 2, max: 12 }), (words, columns) => {
      const text = words.map(({ text }) => text).join(' ');
      const coloured = words.map(({ number, text }) => (number === 0 ? text : paint(number, text))).join(' ');
      expect(wrapPainted(coloured, columns).replace(/\u001b\[[0-9;]*m/g, '')).toBe(
        wrapPainted(text, columns),
      );
    }),
  );
});
