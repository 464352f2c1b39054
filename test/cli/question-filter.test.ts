import { describe, expect, test } from 'vitest';
import { checkCompetency } from '../../src/cli/question-filter.js';
import { translator } from '../../src/content/messages.js';
import { InputError } from '../../src/content/problems.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

test.each([
  [
    ['practice', '--stage', 'hrr'],
    'did you mean hr? It must be one of: phone, hr, professional, role-play, case, manager',
  ],
  [['practice', '--kind', 'zzz'], 'it must be one of: behavioral, hypothetical'],
  [['practice', '--level', 'Senior'], 'did you mean senior? It must be one of: junior, middle, senior'],
  [['practice', '--time', 'soon'], 'must be a whole number'],
  [['practice', '--count', '0'], 'must be a whole number, 1 or more'],
  [['mock', '--count', '0'], 'must be a whole number, 1 or more'],
  [['mock', '--level', 'seniro'], 'did you mean senior?'],
  [['mock', '--think', '-1'], 'must be a whole number'],
  [['practice', '--stage', 'hrr', '--lang', 'ru'], 'может быть, hr? Бывает: phone, hr'],
])('%j: exit 2, the near one and all of them', async (argv, says) => {
  const { code, stdout, stderr } = await cli(argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(says);
});

describe('a competency that no question asks for', () => {
  const t = translator(content.messages('en'), 'en');
  const bank = content.bank('support-manager');
  const refused = (name: string | undefined): string | undefined => {
    if (bank === null) throw new Error('no bank');
    try {
      checkCompetency(bank, name, t);
      return undefined;
    } catch (error) {
      if (error instanceof InputError) return error.advice;
      throw error;
    }
  };
  test.each([
    [undefined, undefined],
    ['teamwork', undefined],
    ['teamwrok', expect.stringMatching(/^did you mean teamwork\? It must be one of: adaptability, /)],
    ['\u001b[31m', expect.stringMatching(/^it must be one of: adaptability, /)],
  ])('%j', (name, advice) => {
    expect(refused(name)).toEqual(advice);
  });
});
