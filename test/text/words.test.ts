import { expect, test } from 'vitest';
import { wordMemo, wordOf, wordReader } from '../../src/text/words.js';

test('what is remembered of a word is told of that word alone', () => {
  const memo = wordMemo<string>(['usual']);
  const [one, other, third] = ['team', 'budget', 'client'].map((norm) => wordOf(norm, 'en'));
  if (!one || !other || !third) throw new Error('no words');
  expect(memo.get(one)).toBeUndefined();
  memo.set(one, 'usual');
  memo.set(other, 'rare');
  expect([one, other, third].map((word) => memo.get(word))).toEqual(['usual', 'rare', undefined]);
  memo.set(one, 'rare');
  expect(memo.get(one)).toBe('rare');
});

test('words of two languages and two memories do not meet', () => {
  const [first, second] = [wordMemo<number>(), wordMemo<number>([0])];
  const words = [wordOf('план', 'ru'), wordOf('план', 'en')] as const;
  first.set(words[0], 1);
  second.set(words[1], 0);
  expect(words.map((word) => first.get(word))).toEqual([1, undefined]);
  expect(words.map((word) => second.get(word))).toEqual([undefined, 0]);
});

test('spellings of one norm are one word, whichever is met first', () => {
  const read = wordReader('ru');
  expect(read('Разобрался')).toBe(read('разобрался'));
  expect(read('отчёта')).toBe(wordOf('отчета', 'ru'));
  expect(read('отчета')).toBe(wordOf('отчета', 'ru'));
});

test('a spelling that is the norm of another is read as if it stood alone', () => {
  // The joiner keeps the breve apart from its letter: without it, a second look would join them.
  const read = wordReader('ru');
  expect(read('мои\u200D\u0306').norm).toBe('мои\u0306');
  expect(read('мои\u0306').norm).toBe('мой');
  expect(read('мои\u200D\u0306').norm).toBe('мои\u0306');
});

test('facts of words stay right when more words are read than are kept', () => {
  const memo = wordMemo<string>();
  const before = wordOf('quarterly', 'en');
  memo.set(before, before.norm);
  const read = wordReader('en');
  const word = (at: number) => `w${at.toString(36)}`;
  const all = Array.from({ length: 70_000 }, (_, at) => {
    const one = read(word(at));
    memo.set(one, one.norm);
    return one;
  });
  const told = [before, ...all].filter((one) => memo.get(one) !== undefined);
  expect(told.length).toBeLessThan(60_001);
  expect(told.every((one) => memo.get(one) === one.norm)).toBe(true);
  expect(memo.get(before)).toBeUndefined();
  expect(read(word(69_999))).toBe(all[69_999]);
});
