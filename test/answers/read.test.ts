import { expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';

const keys = (key: string) => key;

test.each([
  ['a.txt', '**a** <b> &amp; ## c', '**a** <b> &amp; ## c'],
  ['answer', '- a', '- a'],
  ['-', '- a', '- a'],
  ['A.MD', '- a', '  a'],
  ['b.markdown', '**a**', '  a  '],
  ['c.YML', 'answers: [{text: a}]', 'a'],
  ['d.txt', '\uFEFFa', 'a'],
])('%s holding %j reads as %j', async (path, source, expected) => {
  const { answers } = await readAnswers(path, source, keys);
  expect(answers.map(({ text }) => text)).toEqual([expected]);
});

test.each(['', ' \n', 'слово'])('%j is one answer in text and in Markdown', async (source) => {
  for (const path of ['a.txt', 'a.md']) {
    const { answers, problems } = await readAnswers(path, source, keys);
    expect(answers.map(({ text }) => text.trim())).toEqual([source.trim()]);
    expect(problems).toEqual([]);
  }
});

test('problems are told in the order of the file, whoever found them', async () => {
  const { problems } = await readAnswers(
    'a.yaml',
    'rules: loud\nanswers: [{}, {text: a, rulse: {}}]\nlagn: ru',
    keys,
  );
  expect(problems.map(({ line, column }) => [line, column])).toEqual([
    [1, 8],
    [2, 11],
    [2, 25],
    [3, 1],
  ]);
});
