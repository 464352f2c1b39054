import { describe, expect, test } from 'vitest';
import { questionsLike } from '../../src/content/like-questions.js';
import { folder, GOOD } from '../cli/lint-folder.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

const questions = content.index.banks.flatMap(({ role }) => content.bank(role)?.questions ?? []);

test.each<[id: string, language: string, expected: readonly string[]]>([
  ['sm-angry-customer', 'ru', ['sm-persuading-customer', 'sm-difficult-customer']],
  ['ch-client', 'en', ['ch-clients-leave', 'ch-client-you-grew', 'ch-group-save-clients']],
  ['sm-clients', 'en', ['sm-client-story', 'sm-client-conflict', 'ch-clients-leave']],
  ['sm-STRESS', 'en', ['sm-strong-stress']],
  ['sm', 'en', []],
  ['zzzz', 'en', []],
  ['', 'en', []],
])('%j in %s is like %j', (id, language, expected) => {
  expect(questionsLike(id, questions, language)).toEqual(expected);
});

test('a word of the text alone is enough, in the language of the interface', () => {
  const [first] = questionsLike('конфликт', questions, 'ru');
  expect(content.question(first ?? '')?.text.ru).toMatch(/конфликт/i);
  expect(questionsLike('конфликт', questions, 'en')).toEqual([]);
});

describe('an unknown question is answered with similar ones and the command that lists all', () => {
  const cwd = () => folder({ 'a.txt': GOOD });

  test.each([
    ['check', 'a.txt', '--question'],
    ['banks', 'show'],
  ])('by %s %s', async (...argv) => {
    const told = async (id: string) => (await cli([...argv, id], { cwd: cwd() })).stderr.split('\n');
    expect((await told('sm-strong-stres')).join('\n')).toMatch(/did you mean/i);
    const [, like = '', list = ''] = await told('sm-angry-customer');
    expect(like).toMatch(/^Questions with similar wording: sm-difficult-customer, sm-persuading-customer\b/);
    expect(list).toMatch(/star-coach banks (?:show|list)/);
    expect((await told('zzzzzzz'))[1]).toMatch(/^star-coach banks/);
  });
});
