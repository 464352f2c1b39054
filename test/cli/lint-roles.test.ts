import { join } from 'node:path';
import { expect, test } from 'vitest';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, lintJson } from './lint-folder.js';

const [, , ...rest] = content.bank('support-manager')?.questions.map(({ id }) => id) ?? [];
const [first = '', second = ''] = content.bank('support-manager')?.questions.map(({ id }) => id) ?? [];
const HEAD = '---\nlang: en\nrole: support-manager\n---\n';
const ANSWERS = {
  'a.md': `${HEAD}## A {#${first}}\n\n${GOOD}\n`,
  'b.md': `${HEAD}## B {#${second}}\n\nIt was another day, and another client wrote to us.\n\n## C {#${rest[0]}}\n`,
};

const unanswered = async (cwd: string, ...argv: readonly string[]) =>
  (await lintJson(cwd, ['.', ...argv])).findings.filter(({ message }) =>
    message.includes('questions for the role'),
  );

test('a role is compared with its bank where that is asked for by name', async () => {
  const cwd = folder(ANSWERS);
  expect(await unanswered(cwd)).toEqual([]);
  const [found, ...others] = await unanswered(cwd, '--only', 'unanswered-question');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    severity: 'warn',
    start: { line: 3, column: 7 },
    end: { line: 3, column: 22 },
  });
  expect(found?.message).toContain(`leave ${rest.length} without an answer: ${rest[0]}, `);
  expect(await unanswered(cwd, '--rule', 'unanswered-question:error')).toMatchObject([{ severity: 'error' }]);
  expect(await unanswered(cwd, '--rule', 'unanswered-question:off')).toEqual([]);
});

test.each<[string, Record<string, string>, number]>([
  ['a file', { 'a.md': ANSWERS['a.md'].replace('lang: en', 'rules: { unanswered-question: warn }') }, 1],
  ['a config', { ...ANSWERS, 'star-coach.config.yaml': 'rules: { unanswered-question: warn }\n' }, 1],
  [
    'a config that names the role',
    {
      'a.txt': GOOD,
      'star-coach.config.yaml': 'role: support-manager\nrules: { unanswered-question: error }\n',
    },
    1,
  ],
  ['a preset, which names every rule', { ...ANSWERS, 'star-coach.config.yaml': 'extends: strict\n' }, 0],
  [
    'a config, of files without a role',
    { 'a.txt': GOOD, 'star-coach.config.yaml': 'rules: { unanswered-question: warn }\n' },
    0,
  ],
  [
    'a config, of a role that no bank has',
    {
      'a.md': ANSWERS['a.md'].replace('support-manager', 'astronaut'),
      'star-coach.config.yaml': 'rules: { unanswered-question: warn }\n',
    },
    0,
  ],
  [
    'a config, and a comment says no',
    {
      'a.md': `${ANSWERS['a.md']}\n<!-- star-disable-file unanswered-question -- one story a file -->\n`,
      'star-coach.config.yaml': 'rules: { unanswered-question: warn }\n',
    },
    0,
  ],
])('asked for by %s', async (_, files, count) => {
  expect(await unanswered(folder(files))).toHaveLength(count);
});

test('the role of a file overrides that of the config, and is where the finding points', async () => {
  const cwd = folder({
    'a.md': ANSWERS['a.md'].replace('lang: en', 'lang: en # support-manager'),
    'star-coach.config.yaml': 'role: client-department-head\nrules: { unanswered-question: warn }\n',
  });
  const [found] = await unanswered(cwd);
  expect(found?.message).toContain('support-manager');
  expect(found?.start).toMatchObject({ line: 3, column: 7 });
});

test('nothing is left to say where every question has its answer', async () => {
  const all = [first, second, ...rest].map(
    (id, index) => `## ${index} {#${id}}\n\nOn day ${index} I called client ${index}.\n`,
  );
  expect(
    await unanswered(folder({ 'a.md': HEAD + all.join('\n') }), '--only', 'unanswered-question'),
  ).toEqual([]);
});

test.each([
  ['a.md', `---\nlang: en\nrole: suport-manager\n---\n## A {#${first}}\n\n${GOOD}\n`, 3, 7, 21],
  ['a.md', `---\nrole: "suport-manager" # mine\n---\n## A {#${first}}\n\n${GOOD}\n`, 2, 8, 22],
  ['a.yaml', `role: suport-manager\nanswers:\n  - question: ${first}\n    text: ${GOOD}\n`, 1, 7, 21],
])('a role that no bank has is told at its place: %s', async (name, source, line, column, end) => {
  const cwd = folder({ [name]: source, [`right/${name}`]: source.replace('suport', 'support') });
  const { code, findings } = await lintJson(cwd, [name]);
  expect(code).toBe(1);
  expect(findings.filter(({ rule }) => rule === 'parse-error')).toMatchObject([
    {
      message: expect.stringContaining('"suport-manager"; known ones: '),
      advice: 'Did you mean "support-manager"?',
      start: { line, column },
      end: { line, column: end },
    },
  ]);
  const { findings: right } = await lintJson(cwd, ['right']);
  expect(right.map(({ rule }) => rule)).not.toContain('parse-error');
});

test('the advice names banks of the command line and of the config', async () => {
  const bank = { 'my banks/baker.yaml': SMALL_BANK };
  const asks = ['--only', 'unanswered-question'];
  const files = { ...bank, 'a/a.md': '---\nlang: en\nrole: baker\n---\n## A\n\nIt burnt.\n' };
  const named = folder(files);
  expect(await unanswered(named, ...asks, '--bank', 'my banks')).toMatchObject([
    { advice: 'Answer them, or see them all: star-coach banks show baker --bank "my banks".' },
  ]);
  const configured = folder({ ...files, 'star-coach.config.yaml': 'bank: my banks/\n' });
  expect(await unanswered(configured, ...asks)).toMatchObject([
    { advice: 'Answer them, or see them all: star-coach banks show baker --bank "my banks".' },
  ]);
  expect(await unanswered(join(configured, 'a'), ...asks)).toMatchObject([
    { advice: 'Answer them, or see them all: star-coach banks show baker --bank "../my banks".' },
  ]);
});
