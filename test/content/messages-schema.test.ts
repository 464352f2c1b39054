import { describe, expect, it } from 'vitest';
import { compareMessages, flattenMessages } from '../../src/content/messages-schema.js';

describe('flattenMessages', () => {
  it('joins keys by dots and keeps plural forms together', () => {
    expect(flattenMessages({ a: { b: 'x', c: { one: '1', other: 'n' } }, d: 'y' })).toEqual({
      'a.b': 'x',
      'a.c': { one: '1', other: 'n' },
      d: 'y',
    });
  });
});

describe('compareMessages', () => {
  const original = { hello: 'Hi {name}', files: { one: '{count} file', other: '{count} files' } };
  const whole = {
    hello: 'Привет, {name}',
    files: { one: '{count}', few: '{count}', many: '{count}', other: '{count}' },
  };

  it.each([
    ['nothing', whole, []],
    ['a missing text', { files: whole.files }, [{ key: 'hello', fault: 'absent', detail: '' }]],
    ['a text of its own', { ...whole, bye: 'Пока' }, [{ key: 'bye', fault: 'unknown', detail: '' }]],
    ['a name left out', { ...whole, hello: 'Привет' }, [{ key: 'hello', fault: 'names', detail: '{name}' }]],
    [
      'a name misspelt',
      { ...whole, hello: 'Привет, {nmae}' },
      [{ key: 'hello', fault: 'names', detail: '{name}' }],
    ],
    [
      'plural forms of another language',
      { ...whole, files: { one: '{count}', other: '{count}' } },
      [{ key: 'files', fault: 'plural', detail: 'few, many' }],
    ],
  ])('finds %s', (_name, translation, faults) => {
    expect(compareMessages(original, translation, 'ru')).toEqual(faults);
  });
});
