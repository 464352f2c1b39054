import { expect, test } from 'vitest';
import { ownPatternFault } from '../../src/text/own-patterns.js';

test.each([
  ['brackets', '(a'],
  ['gaps', 'a ..999 b'],
  ['gaps', 'a ..999? b'],
  ['gaps', 'a .. b .. c .. d .. e'],
  ['ways', `${'a? '.repeat(14)}b`],
  ['unheard', 'I asked the client.'],
  ['unheard', 'well, then'],
  ['unheard', 'didn’t argue'],
  ['unheard', '(calm|stayed «calm»)'],
  ['unheard', '/calm/'],
  ['unheard', '50%'],
  ['unheard', 'for 1с*'],
] as const)('%s: «%s»', (fault, pattern) => {
  expect(ownPatternFault(pattern)?.fault).toBe(fault);
});

test.each([
  'well , then',
  "(didn't|did not) ..1 argue",
  'ещё *как -',
  'в (19|20)*',
  '# %',
  'Битрикс24*',
  'e-mail* 24/7 p95',
  '(созда|напис)*ли@past? $',
])('«%s» is taken', (pattern) => {
  expect(ownPatternFault(pattern)).toBeNull();
});

test('the word that no text has is told', () => {
  expect(ownPatternFault('(calm|polite!)*')?.values).toEqual({ word: 'polite!*' });
});
