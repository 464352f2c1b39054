import { expect, test } from 'vitest';
import { chooseLanguage } from '../../src/cli/language.js';
import { cli } from '../support/cli.js';

const known = ['en', 'ru'];

test.each([
  [['--lang', 'ru'], { LANG: 'en_GB.UTF-8' }, 'ru'],
  [['check', '--lang=ru'], {}, 'ru'],
  [[], { LC_ALL: 'ru_RU.UTF-8', LANG: 'en_US.UTF-8' }, 'ru'],
  [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
  [[], { LANG: 'de_DE.UTF-8' }, 'en'],
  [['--lang', 'de'], {}, 'en'],
  [[], {}, 'en'],
])('%j with %j speaks %s', async (argv, env, expected) => {
  expect(await chooseLanguage({ argv, env }, known, async () => null)).toBe(expected);
});

test('a config stands between --lang and the environment', async () => {
  const russian = async () => 'ru';
  expect(await chooseLanguage({ argv: [], env: { LANG: 'en_GB' } }, known, russian)).toBe('ru');
  expect(await chooseLanguage({ argv: ['--lang', 'en'], env: {} }, known, russian)).toBe('en');
  expect(await chooseLanguage({ argv: [], env: { LANG: 'ru' } }, known, async () => 'de')).toBe('ru');
});

test.each([
  [
    'en',
    ['chek'],
    "error: unknown command 'chek'\n(Did you mean check?)\n(star-coach --help --lang en shows the usage)\n",
  ],
  [
    'ru',
    ['chek'],
    'ошибка: нет команды «chek»\n(Может быть, check?)\n(как пользоваться: star-coach --help --lang ru)\n',
  ],
  [
    'ru',
    ['check', '--nope'],
    'ошибка: нет параметра «--nope»\n(как пользоваться: star-coach check --help --lang ru)\n',
  ],
  [
    'ru',
    ['explain'],
    'ошибка: не хватает аргумента <rule>\n(как пользоваться: star-coach explain --help --lang ru)\n',
  ],
  ['ru', ['lint', '-f'], 'ошибка: у параметра «-f, --format <name[=path]>» нет значения\n'],
  ['ru', ['lint', '--fail-on', 'z'], 'ошибка: у параметра «--fail-on <severity>» не бывает значения «z»'],
  [
    'en',
    ['completion', 'nope'],
    "error: argument <shell> cannot be 'nope'; it must be one of: bash, zsh, fish\n",
  ],
  [
    'ru',
    ['completion', 'nope'],
    'ошибка: у аргумента <shell> не бывает значения «nope»; бывает: bash, zsh, fish\n',
  ],
  ['ru', ['explain', 'a', 'b'], 'ошибка: лишние аргументы: их 2, а нужно 1\n'],
])('in %s, %j is told apart in its words', async (language, argv, expected) => {
  const { code, stdout, stderr } = await cli(['--lang', language, ...argv]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(expected);
});
