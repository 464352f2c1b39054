import { join } from 'node:path';
import { expect, test } from 'vitest';
import { configLanguage } from '../../src/store/config-language.js';
import { folder } from '../cli/lint-folder.js';
import { content } from '../support/content.js';

const YAML = 'star-coach.config.yaml';
const languageOf = (files: Record<string, string>, config?: string | false, at = '') => {
  const root = folder({ '.git/HEAD': '', ...files });
  return configLanguage({ cwd: join(root, at), config, content });
};

test.each<[string, Record<string, string>, string | null]>([
  ['none', {}, null],
  ['one that says nothing', { [YAML]: '' }, null],
  ['YAML', { [YAML]: 'lang: ru\n' }, 'ru'],
  [
    'YAML with quotes, a comment and line breaks of Windows',
    { [YAML]: 'role: x\r\nlang: "ru" # so\r\n' },
    'ru',
  ],
  ['YAML that extends a file', { [YAML]: 'extends: ./below.yaml\n', 'below.yaml': 'lang: ru\n' }, 'ru'],
  [
    'YAML above the file it extends',
    { [YAML]: 'extends: ./b.yaml\nlang: en\n', 'b.yaml': 'lang: ru\n' },
    'en',
  ],
  ['YAML that extends a preset', { [YAML]: 'extends: recommended\n' }, null],
  ['YAML that is broken', { [YAML]: 'extends: ./none.yaml\n' }, null],
  ['JSON', { '.star-coachrc.json': '{"lang": "ru"}' }, 'ru'],
  [
    'JSON that extends a file',
    { '.star-coachrc.json': '{"extends": "./b.yaml"}', 'b.yaml': 'lang: ru\n' },
    'ru',
  ],
  ['JSON that is broken', { '.star-coachrc.json': '{"lang": ' }, null],
  ['a key of package.json', { 'package.json': '{"lang": "en", "star-coach": {"lang": "ru"}}' }, 'ru'],
  ['two of them', { [YAML]: 'lang: ru\n', '.star-coachrc.json': '{"lang": "ru"}' }, null],
])('the language of a config: %s', async (_, files, expected) => {
  expect(await languageOf(files)).toBe(expected);
});

test('it is searched for above, and may be named or left out', async () => {
  expect(await languageOf({ [YAML]: 'lang: ru\n', 'in/a.md': '' }, undefined, 'in')).toBe('ru');
  expect(await languageOf({ [YAML]: 'lang: en\n', 'ci.yaml': 'lang: ru\n' }, 'ci.yaml')).toBe('ru');
  expect(await languageOf({ [YAML]: 'lang: ru\n' }, false)).toBeNull();
  expect(await languageOf({}, 'none.yaml')).toBeNull();
});
