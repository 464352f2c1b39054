import { describe, expect, test } from 'vitest';
import { scan } from '../../src/text/scan.js';
import { wordOf } from '../../src/text/words.js';

const read = (text: string) => scan(text, 'ru').map(({ kind, norm }) => `${kind}:${norm}`);

describe('words, numbers, marks', () => {
  test.each([
    ['Кто-то пришёл', ['word:кто-то', 'word:пришел']],
    ["didn't", ["word:didn't"]],
    ['didn’t', ["word:didn't"]],
    ["guys'", ['word:guys', "mark:'"]],
    ['Битрикс24', ['word:битрикс24']],
    ['p95', ['word:p95']],
    ['1С', ['number:1', 'word:с']],
    ['12.5', ['number:12.5']],
    ['12,5 %', ['number:12,5', 'mark:%']],
    ['9:30', ['number:9:30']],
    ['24/7', ['number:24/7']],
    ['1 200', ['number:1', 'number:200']],
    ['1\u00A0200', ['number:1', 'number:200']],
    ['5.', ['number:5', 'mark:.']],
    ['10–15', ['number:10', 'mark:-', 'number:15']],
    ['да — нет', ['word:да', 'mark:—', 'word:нет']],
    ['«да»', ['mark:"', 'word:да', 'mark:"']],
    ['→ 🙂', ['mark:→', 'mark:🙂']],
    ['3-й', ['number:3', 'mark:-', 'word:й']],
    ['covid-19', ['word:covid-19']],
    ['Q&A', ['word:q', 'mark:&', 'word:a']],
    ['и\u0306од', ['word:йод']],
    ['кли\u00ADент', ['word:клиент']],
    ['-', ['mark:-']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('offsets are those of the text as typed', () => {
    const text = ' Ёж\u00A0и «кли\u00ADент»…';
    const tokens = scan(text, 'ru');
    expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Ёж',
      'и',
      '«',
      'кли\u00ADент',
      '»',
      '…',
    ]);
  });
});

describe('stems', () => {
  test.each([
    ['клиентами', 'клиентов', 'ru'],
    ['снизили', 'снизить', 'ru'],
    ['customers', 'customer', 'en'],
    ['reduced', 'reducing', 'en'],
  ])('%s and %s share one', (one, other, language) => {
    expect(wordOf(one, language).stem).toBe(wordOf(other, language).stem);
  });

  test('words of another script are left as they are', () => {
    expect(wordOf('tickets', 'ru').stem).toBe('tickets');
    expect(wordOf('клиентами', 'en').stem).toBe('клиентами');
    expect(wordOf('customers', null)).toEqual({ norm: 'customers', stem: 'customers', forms: 0 });
  });

  test('one object a spelling', () => {
    expect(wordOf('клиент', 'ru')).toBe(wordOf('клиент', 'ru'));
  });

  test('a word of two million letters takes no time to speak of', () => {
    const [token] = scan('b'.repeat(2_000_000), 'en');
    expect(token?.word?.stem).toHaveLength(2_000_000);
  });
});
