import { describe, expect, test } from 'vitest';
import { FORM } from '../../../src/text/types.js';
import { wordOf } from '../../../src/text/words.js';

const has = (norm: string, form: number) => (wordOf(norm, 'en').forms & form) === form;
const list = (words: string) => words.trim().split(/\s+/u);

const FORMS: readonly (readonly [string, number, string])[] = [
  [
    'past',
    FORM.past,
    `called reduced led built took wrote set cut got went brought told found spoke held met grew rose fell won lost kept ran agreed
     was were had did made gave sent put chose rebuilt oversaw renewed stayed tried dropped planned`,
  ],
  ['participle', FORM.shortPassive, 'done taken given written grown chosen broken seen shown'],
  ['base', FORM.base, 'reduce keep find win launch call cut set lead train'],
  ['ing', FORM.ing, 'reducing calling waiting leading cutting'],
  ['change', FORM.change, 'reduced cut grew dropped doubled improving fell stopped increase started'],
  ['copula', FORM.copula, "was were is are been it's"],
];

describe.each(FORMS)('%s', (_name, form, words) => {
  test.each(list(words).map((word) => [word] as const))('%s', (word) => {
    expect(has(word, form)).toBe(true);
  });
});

describe('no past', () => {
  test.each(
    list(
      'need seed speed exceed succeed hundred red skilled complicated feed indeed ahead client calls reducing bed shed instead',
    ).map((word) => [word] as const),
  )('%s', (word) => {
    expect(has(word, FORM.past)).toBe(false);
  });
});

describe('no -ing form', () => {
  test.each(
    list('morning something evening during spring thing building string').map((word) => [word] as const),
  )('%s', (word) => {
    expect(has(word, FORM.ing)).toBe(false);
  });
});
