import { expect, test } from 'vitest';
import { pairStart } from '../../src/numbers/pair-start.js';

test.each([
  ['Отток вырос с 3 до 5 %.', '3 до', 'с 3'],
  ['Со\u00a03 до 5 %.', '3 до', 'Со'],
  ['Fell from 40 to 30.', '40 to', 'from'],
  ['Ходим вместе с  3 до 5.', '3 до', 'с  3'],
  ['Балкон нас 3 до 5.', '3 до', '3 до'],
  ['3 до 5', '3 до', '3 до'],
])('%s is quoted from %s → %s', (text, pair, quoted) => {
  expect(pairStart(text, { start: text.indexOf(pair), end: text.length })).toBe(text.indexOf(quoted));
});
