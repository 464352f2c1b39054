import { expect, test } from 'vitest';
import { changedWords } from '../../src/reports/answer-changes.js';
import type { Paint } from '../../src/reports/types.js';

const paint: Paint = (_, text) => text;

test.each([
  ['I called her.', 'I called her.', ''],
  ['I called her.', 'I called\n\nher.', ''],
  ['жалоб стало мало', 'жалоб стало 2 вместо 10', '  жалоб стало [-мало-]{+2 вместо 10+}'],
  ['I called her. She left.', 'I called her twice. She left.', '  I called her {+twice+}. She left.'],
  ['We solved it.', 'We solved it. She renewed.', '  We solved it. {+She renewed.+}'],
  ['one\u001b[2J two', 'one two', '  one[-\\u001b[2J-] two'],
])('%j, then %j', (before, after, expected) => {
  expect(changedWords(before, after, { paint, width: 80 })).toBe(expected);
});

test('of a long text only what stands around the changes', () => {
  const words = Array.from({ length: 60 }, (_, index) => `w${index}`);
  const after = words.map((word, at) => (at === 20 ? 'new' : at === 50 ? 'other' : word));
  expect(changedWords(words.join(' '), after.join(' '), { paint, width: 200 })).toBe(
    '  … w15 w16 w17 w18 w19 [-w20-]{+new+} w21 w22 w23 w24 w25 … w45 w46 w47 w48 w49 [-w50-]{+other+} w51 w52 w53 w54 w55 …',
  );
});

test.each([
  ['раз два три четыре пять шесть заплатил 1,2 млн за три недели.', '  … 1,2 млн за три недели. {+Да.+}'],
  ['раз два три четыре пять шесть, мы все вместе поехали.', '  … мы все вместе поехали. {+Да.+}'],
])('a figure is not cut, and no mark opens: %j', (before, expected) => {
  expect(changedWords(before, `${before} Да.`, { paint, width: 80 })).toBe(expected);
});

test('another text is not compared word by word, and does not take long', () => {
  const text = (letter: string) => Array.from({ length: 8000 }, (_, index) => letter + index).join(' ');
  expect(changedWords(text('a'), text('b'), { paint, width: 80 })).toBeNull();
});

test('what is written anew is not compared word by word either, however short', () => {
  const before = 'Обычно я перепроверяю за собой, поэтому ошибок почти нет.';
  const after = 'Я отправила 14 клиентам старый прайс, сразу всех обзвонила и выслала новый.';
  expect(changedWords(before, after, { paint, width: 80 })).toBeNull();
});
