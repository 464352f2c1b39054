import { describe, expect, test } from 'vitest';
import { swapGender } from '../../scripts/accuracy/gender.js';
import { MANNERS } from '../../scripts/accuracy/manners.js';

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
