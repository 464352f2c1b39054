import { expect, test } from 'vitest';
import { practiceCommand } from '../../src/cli/typed-command.js';
import { cli } from '../support/cli.js';
import { folder, GOOD } from './lint-folder.js';

test('the command names banks of one’s own, as a shell takes them', () => {
  expect(practiceCommand(typed(), 'baker', {})).toBe('star-coach practice baker');
  expect(practiceCommand(typed(), 'baker', { bank: ['мои/b.yaml', 'my bank.yaml'] })).toBe(
    'star-coach practice baker --bank мои/b.yaml --bank "my bank.yaml"',
  );
});

test('the command names npx under npm, and the language that was asked for', () => {
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
  [['init', 'support-manager', '--dir', 'new'], ['lint new']],
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
