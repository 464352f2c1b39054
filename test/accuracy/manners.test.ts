import { describe, expect, test } from 'vitest';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { swapGender } from '../../scripts/accuracy/gender.js';
import { MANNERS } from '../../scripts/accuracy/manners.js';
import { predict, readerFor } from '../../scripts/accuracy/readers.js';
import { content } from '../support/content.js';

describe('the speaker of the other sex', () => {
  test.each([
    ['Позвонил клиенту и извинился.', 'Позвонила клиенту и извинилась.'],
    ['Я нашла ошибку, смогла её исправить.', 'Я нашёл ошибку, смог её исправить.'],
    ['Потом я разобралась, а клиент успокоился.', 'Потом я разобрался, а клиент успокоился.'],
    ['Клиент позвонил, я ответил.', 'Клиент позвонил, я ответила.'],
    ['Мама позвонила, сказала, что ждёт.', 'Мама позвонила, сказала, что ждёт.'],
    ['Она ушла. Провёл встречу.', 'Она ушла. Провела встречу.'],
    ['Дела отдела шли плохо.', 'Дела отдела шли плохо.'],
    ['Мы сделали отчёт.', 'Мы сделали отчёт.'],
  ])('%s', (text, swapped) => {
    expect(swapGender(text)).toBe(swapped);
  });

  test('twice is as before', () => {
    const text = 'Я взял список, позвонил всем, договорился и пришёл к шефу.';
    expect(swapGender(swapGender(text))).toBe(text);
  });
});

test.each([
  ['ё → е', 'Ещё всё', 'Еще все'],
  ['no-break spaces', 'a b', 'a\u00a0b'],
  ['other quotation marks', 'сказал «да» и „нет“', 'сказал "да" и "нет"'],
  ['other quotation marks', 'he said "yes"', 'he said «yes»'],
  ['lower case', 'SLA Упал', 'sla упал'],
  ['commas for full stops, no capitals', 'Он ушёл. «Да?»', 'он ушёл. «да»,'],
  [
    'no punctuation at all',
    'с 3,5 до 12:30 — «так», don’t. It’s a one-off!\n',
    'с 3,5 до 12:30 так don’t It’s a one-off\n',
  ],
])('%s: %s', (name, text, typed) => {
  expect(MANNERS.find((manner) => manner.name === name)?.sentence(text)).toBe(typed);
});

describe('complete answers typed without full stops are read as complete', () => {
  const reader = readerFor(content);
  test.each(
    ['en', 'ru'].flatMap((code) =>
      ['commas for full stops, no capitals', 'no punctuation, no capitals'].map(
        (name) => [code, name] as const,
      ),
    ),
  )('%s: %s', (code, name) => {
    const manner = MANNERS.find((one) => one.name === name);
    if (manner === undefined) throw new Error(`no manner is called '${name}'`);
    const complete = readCorpus(`test/corpus/${code}.jsonl`).filter(({ missing }) => missing.length === 0);
    const some = complete.filter((_, index) => index % 15 === 0);
    const flagged = some.filter((answer) => {
      const sentences = answer.sentences.map((one) => ({ ...one, text: manner.sentence(one.text) }));
      return predict(answer, reader, { sentences }).reported.some((part) => part !== 'T');
    });
    expect(some.length).toBeGreaterThan(100);
    // Where nothing but marks ends a sentence, more than a third is.
    expect(flagged.length / some.length).toBeLessThan(0.1);
  });
});
