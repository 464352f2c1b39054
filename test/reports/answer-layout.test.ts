import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { expect, test } from 'vitest';
import { beside, hanging, linesOf, padded } from '../../src/reports/answer-layout.js';

const character = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...'abс дЖё,-«»—…  ') },
  { weight: 3, arbitrary: fc.constantFrom(' ', '\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...'№→│░█∅✓✗„“’–№\u0301日👍🏽\u00a0\t', '\u001b[31m', '\u001b[39m', 'й'),
  },
);
const text = (length: number) => fc.array(character, { maxLength: length }).map((parts) => parts.join(''));

test('lines are those of wrapAnsi', () => {
  fc.assert(
    fc.property(text(120), fc.integer({ min: -2, max: 60 }), (typed, width) => {
      const expected = wrapAnsi(typed, Math.max(1, width), { hard: true, trim: true }).split('\n');
      expect(linesOf(typed, width)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});

test('every character that is taken for one column is one', () => {
  const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
  const alone = all.filter(
    (typed) => typed !== '\n' && padded(typed, 9).length !== 9 - stringWidth(typed) + 1,
  );
  expect(alone).toEqual([]);
});

test('a paragraph hangs behind a mark of wide characters', () => {
  expect(hanging('日 ', 'one two', 7)).toBe('日 one\n   two');
});

test('a text goes under its name where the column beside it would be too narrow', () => {
  const text = 'Nothing says how it all ended';
  expect(beside('missing-result  ', text, null)).toBe(`missing-result  ${text}`);
  expect(beside('missing-result  ', text, 40)).toBe(
    'missing-result  Nothing says how it all\n                ended',
  );
  expect(beside('missing-result  ', text, 30)).toBe('missing-result\n    Nothing says how it all\n    ended');
});
