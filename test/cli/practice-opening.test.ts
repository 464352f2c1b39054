import { expect, test } from 'vitest';
import { practiceOpening, reasonsOf } from '../../src/cli/practice-opening.js';
import { practiceCommand } from '../../src/cli/typed-command.js';
import { translator } from '../../src/content/messages.js';
import type { ChosenQuestion, Reason } from '../../src/rehearsal/choose.js';
import { question } from '../rehearsal/question.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { folder, GOOD } from './lint-folder.js';

const names = (language: string) => ({
  t: translator(content.messages(language), language),
  role: () => 'Baker',
  competency: (id: string) => `<${id}>`,
});
const chosen = (...reasons: Reason[]): ChosenQuestion[] =>
  reasons.map((reason, at) => ({
    question: question(`q${at}`),
    reason,
    competency: reason === 'weak' ? 'results' : null,
  }));
const usual = { role: 'baker', draft: false, minutes: null, calm: false };
const KEPT = 'leave whenever you like: what you have written is kept.';

test.each([
  [
    'a first rehearsal',
    chosen('new', 'new'),
    {},
    `Baker: 2 questions. Feedback follows each answer; ${KEPT}`,
  ],
  [
    'a later one says why',
    chosen('due', 'due', 'weak', 'new', 'early'),
    { draft: true },
    `Baker: 6 questions. Feedback follows each answer; ${KEPT} Why these: unfinished: 1, due again: 2, weak spots: 1, new: 1, repeated early: 1.`,
  ],
  [
    'calm, and as long as there is time',
    chosen('due', 'new'),
    { calm: true, minutes: 20 },
    `Baker: questions for 20 minutes. Feedback follows the last answer; ${KEPT}`,
  ],
] as const)('%s', (_, asked, own, expected) => {
  expect(practiceOpening(asked, { ...usual, ...own, names: names('en') })).toBe(expected);
});

test('in Russian', () => {
  expect(practiceOpening(chosen('due', 'weak'), { ...usual, names: names('ru') })).toBe(
    'Baker: 2 вопроса. После каждого ответа — разбор; уйти можно когда угодно, написанное сохранится. Почему эти: пора повторить — 1, слабые места — 1.',
  );
});

test('a question says why it is asked, unless it is simply new', () => {
  expect([...reasonsOf(chosen('due', 'weak', 'new'), names('en'))]).toEqual([
    ['q0', 'due again'],
    ['q1', 'a weak spot: <results>'],
  ]);
});

test('the command names banks of one’s own, as a shell takes them', () => {
  expect(practiceCommand(typed(), 'baker', {})).toBe('star-coach practice baker');
  expect(practiceCommand(typed(), 'baker', { bank: ['мои/b.yaml', 'my bank.yaml'] })).toBe(
    'star-coach practice baker --bank мои/b.yaml --bank "my bank.yaml"',
  );
});

test('the command is found where npm has started the program, and keeps the language that was asked for', () => {
  expect(practiceCommand(typed([], { npm_lifecycle_event: 'start' }), 'baker', {})).toBe(
    'npx star-coach practice baker',
  );
  expect(practiceCommand(typed(['practice', '--lang', 'ru']), 'baker', {})).toBe(
    'star-coach practice baker --lang ru',
  );
});

function typed(argv: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  return { argv, env };
}

test.each([
  ['banks', 'show', 'support-manager'],
  ['banks', 'show', 'sm-client-conflict'],
  ['guide', 'support-manager', 'phone'],
  ['guide', 'phone'],
])('star-coach %s %s names what is typed next as it was started', async (...argv) => {
  const commands = async (env: Record<string, string>, ...more: string[]) => {
    const { stdout, stderr } = await cli([...argv, ...more], { env });
    return (stdout + stderr).match(/(?:npx )?star-coach (?:guide|banks|practice) .*$/gm) ?? [];
  };
  const plain = await commands({});
  expect(plain.length).toBeGreaterThan(0);
  expect(await commands({ npm_lifecycle_event: 'start' })).toEqual(plain.map((line) => `npx ${line}`));
  expect(await commands({}, '--lang', 'ru')).toEqual(plain.map((line) => `${line} --lang ru`));
});

test.each<[argv: readonly string[], commands: readonly string[]]>([
  [['explain', 'zzzzzz'], ['rules']],
  [['lint', '--only', 'zzzzzz'], ['rules']],
  [['lint', '--baseline', 'my known.json'], ['lint --baseline "my known.json" --update-baseline']],
  [
    ['banks', 'show', 'zzzzzz'],
    ['banks list', 'banks show <role>'],
  ],
  [['check', 'a.txt', '--question', 'zzzzzz'], ['banks show <role>']],
  [['init', 'support-manager', '--dir', 'new'], ['lint']],
  [['practice'], ['check', 'lint']],
  [['guide'], ['guide --list']],
  [['banks', 'new'], ['banks new --template']],
  [['check', 'two.md'], ['lint two.md']],
  [['check', 'two.md', '--question', 'zzzzzz'], ['lint two.md']],
])('the advice of %j names what is typed next as it was started', async (argv, commands) => {
  const said = async (env: Record<string, string>, ...more: string[]) =>
    (
      await cli([...argv, ...more], {
        env,
        cwd: folder({ 'a.txt': GOOD, 'two.md': `## A\n\n${GOOD}\n\n## B\n\n${GOOD}\n` }),
      })
    ).stderr;
  for (const command of commands) {
    const [name = '', operand = ''] = command.split(/(?= <)/);
    expect(await said({})).toContain(`star-coach ${command}`);
    expect(await said({ npm_lifecycle_event: 'npx' })).toContain(`npx star-coach ${command}`);
    expect(await said({}, '--lang', 'en')).toContain(`star-coach ${name} --lang en${operand}`);
  }
});
