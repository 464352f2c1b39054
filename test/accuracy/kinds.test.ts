import { expect, test } from 'vitest';
import { spread } from '../../scripts/accuracy/experiments.js';
import { kindsOf } from '../../scripts/accuracy/kinds.js';
import { content } from '../support/content.js';
import { labelled } from './labelled.js';

const kinds = kindsOf(content.framework('star'));

test.each([
  [
    ['S We were late.', 'T We had to be quick.', 'A I called.', 'R It helped.'],
    'complete, graded good, short',
  ],
  [['S Result: we were late.'], 'lacks T, lacks A, lacks R, graded good, with headings, short'],
  [['A Results came late'], 'lacks S, lacks T, lacks R, graded good, short'],
  [['S были проблемы', 'A позвонил'], 'lacks T, lacks R, graded good, without punctuation, short'],
  [['S Мы «опоздали».', 'A Задача — успеть'], 'lacks T, lacks R, graded good, with headings, short'],
  [Array(9).fill('O So.'), 'lacks S, lacks T, lacks A, lacks R, graded good, long'],
])('%j is %s', (lines, expected) => {
  const answer = labelled(lines);
  const found = kinds.filter(([, holds]) => holds(answer)).map(([name]) => name.replace(/ \(.*/, ''));
  expect(found.join(', ')).toBe(expected);
});

test('mistakes are shown evenly spread', () => {
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 4)).toEqual([0, 2, 5, 7]);
  expect(spread([0, 1], 4)).toEqual([0, 1]);
});
