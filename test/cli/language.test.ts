import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.js';

const known = ['en', 'ru'];

test.each([
  [['--lang', 'ru'], { LANG: 'en_GB.UTF-8' }, 'ru'],
  [['check', '--lang=ru'], {}, 'ru'],
  [[], { LC_ALL: 'ru_RU.UTF-8', LANG: 'en_US.UTF-8' }, 'ru'],
  [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [[], { LANG: 'de_DE.UTF-8' }, 'en'],
  [['--lang', 'de'], {}, 'en'],
  [[], {}, 'en'],
])('%j with %j speaks %s', (argv, env, expected) => {
  expect(chooseLanguage({ argv, env }, known)).toBe(expected);
});
