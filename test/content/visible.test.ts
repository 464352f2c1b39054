import { expect, it } from 'vitest';
import { unsafeAt, visible, visibleLine, visibleName } from '../../src/content/visible.js';

it.each([
  ['plain — «ё» 👩‍🚀', 'plain — «ё» 👩‍🚀'],
  ['a\u001b[31mb', 'a\\u001b[31mb'],
  ['a\u009b31mb', 'a\\u009b31mb'],
  ['abc\u202ecba', 'abc\\u202ecba'],
  ['\u2066x\u2069', '\\u2066x\\u2069'],
  ['\u0007\u0000', '\\u0007\\u0000'],
])('%j', (text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(unsafeAt(text) >= 0).toBe(text !== shown);
});

it('keeps line breaks and tabs, except on one line', () => {
  expect(visible('a\n\tb\r\n')).toBe('a\n\tb\r\n');
  expect(visibleLine('a\n\tb')).toBe('a\\u000a\\u0009b');
});

it('cuts what is longer than a name, between characters', () => {
  expect(visibleName('too-short\n')).toBe('too-short\\u000a');
  expect(visibleName('👩'.repeat(5000))).toBe(`${'👩'.repeat(80)}…`);
});
