import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/text/document.js';

const HEADINGS = [
  { part: 'situation', words: ['ситуация', 'situation', 's'] },
  { part: 'task', words: ['задача', 'цель', 'task', 'my task', 't'] },
  { part: 'action', words: ['действия', 'что я сделал', 'action', 'what i did', 'a'] },
  { part: 'result', words: ['результат', 'итог', 'result', 'r'] },
];

const read = (text: string) =>
  readDocument(text, { headings: HEADINGS }).sentences.map(({ heading, onlyHeading, under }) => [
    heading === null ? null : text.slice(heading.start, heading.end),
    heading?.part ?? null,
    onlyHeading,
    under,
  ]);

describe('headings', () => {
  test.each([
    ['Ситуация: клиент ушёл.', 'Ситуация:', 'situation', false],
    ['СИТУАЦИЯ: клиент ушёл.', 'СИТУАЦИЯ:', 'situation', false],
    ['Ситуация (Situation): клиент ушёл.', 'Ситуация (Situation):', 'situation', false],
    ['Result - churn fell.', 'Result -', 'result', false],
    ['Результат — отток снизился.', 'Результат —', 'result', false],
    ['**Task**: keep the client.', 'Task**:', 'task', false],
    ['Что я сделал: позвонил.', 'Что я сделал:', 'action', false],
    ['What I did: called them.', 'What I did:', 'action', false],
    ['- Задача: вернуть клиента.', 'Задача:', 'task', false],
    ['1. Задача: вернуть клиента.', 'Задача:', 'task', false],
    ['## Результат', 'Результат', 'result', true],
    ['Результат:', 'Результат:', 'result', true],
    ['Результат: …', 'Результат:', 'result', true],
    ['S: they left.', 'S:', 'situation', false],
    ['T - keep them.', 'T -', 'task', false],
    ['A) called them.', 'A)', 'action', false],
    ['R. They stayed.', 'R.', 'result', true],
  ])('%j opens with %j', (text, span, part, only) => {
    expect(read(text)[0]).toEqual([span, part, only, part]);
  });

  test.each([
    'Задача была простой.',
    'Передо мной стояла задача: вернуть клиента.',
    'Result-driven people left.',
    'a) called them.',
    'A client called us.',
    'A. B. Petrov called us.',
    'Действия клиента удивили.',
    'Итог такой: клиент ушёл.',
  ])('%j has none', (text) => {
    expect(read(text).map(([span]) => span)).toEqual(read(text).map(() => null));
  });

  test('a heading alone on its line names what follows', () => {
    expect(read('Задача\nВернуть клиента.\nИтог\nВернулся.')).toEqual([
      ['Задача', 'task', true, 'task'],
      [null, null, false, 'task'],
      ['Итог', 'result', true, 'result'],
      [null, null, false, 'result'],
    ]);
  });

  test('a heading in the middle of a line opens a sentence', () => {
    expect(read('Клиент ушёл Задача: вернуть его.')).toEqual([
      [null, null, false, null],
      ['Задача:', 'task', false, 'task'],
    ]);
  });

  test('ranges marked by the file are headings without a colon', () => {
    const text = '  Ситуация.   Клиент ушёл.';
    const { sentences } = readDocument(text, { headings: HEADINGS, markedHeadings: [{ start: 2, end: 11 }] });
    expect(sentences.map(({ heading }) => heading?.part ?? null)).toEqual(['situation', null]);
    expect(sentences.map(({ under }) => under)).toEqual(['situation', 'situation']);
  });

  test.each([
    '**Задача.** Вернуть его.',
    '__Задача__ Вернуть его.',
    '*Задача* — вернуть его.',
    '**Задача:** вернуть его.',
  ])('emphasis typed around a heading alone makes it one: %s', (text) => {
    const { sentences } = readDocument(`Клиент ушёл.\n${text}`, { headings: HEADINGS });
    expect(sentences.map(({ under }) => under).at(-1)).toBe('task');
  });

  test.each(['**Задача** была одна.', 'Моя **задача** проста.', '2 * задача * 3'])(
    'emphasis in a sentence makes none: %s',
    (text) => {
      const { sentences } = readDocument(text, { headings: HEADINGS });
      expect(sentences.map(({ under }) => under).at(-1)).toBe(null);
    },
  );

  test('a bold sentence that begins with such a word is no heading', () => {
    const text = 'Задача была одна и очень срочная. Решил.';
    const { sentences } = readDocument(text, { headings: HEADINGS, markedHeadings: [{ start: 0, end: 33 }] });
    expect(sentences[0]?.heading).toBeNull();
  });

  test('headings and list markers stand in no clause', () => {
    const { sentences } = readDocument('1) Задача: вернуть клиента.', { headings: HEADINGS });
    expect(sentences[0]?.clauses[0]?.tokens[0]?.norm).toBe('вернуть');
  });
});
