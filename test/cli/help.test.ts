import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { cli } from '../support/cli.js';

const COLUMNS = 80;
const calls = [[], ...COMMANDS.map(({ name }) => [name]), ['banks', 'new'], ['banks', 'validate']];

it('names what an argument may be as it does for an option', async () => {
  const { stdout } = await cli(['completion', '--help', '--lang', 'ru']);
  expect(stdout).toContain('(одно из: bash, zsh, fish)');
});

describe.each(['en', 'ru'])('help in %s', (lang) => {
  it.each(calls)('fits a screen of 80 columns: %s %s', async (...call: string[]) => {
    const { stdout } = await cli([...call, '--help', '--lang', lang]);
    const prose = stdout.split('\n').filter((line) => !line.startsWith('  $ '));
    expect(prose.filter((line) => line.length > COLUMNS)).toEqual([]);
  });
});

describe.each(['en', 'ru'])('help in a narrow window in %s', (lang) => {
  it.each([
    [['practice'], 60],
    [['practice'], 40],
    [['lint'], 40],
    [['banks'], 40],
  ])('breaks the text of an option between words: %j at %i columns', async (call, columns) => {
    const { stdout } = await cli([...call, '--help', '--lang', lang], { columns });
    const options = stdout.split('\n').filter((line) => /^ {2}[- ]/.test(line));
    expect(options.length).toBeGreaterThan(10);
    expect(options.filter((line) => line.length > columns)).toEqual([]);
  });

  it.each(calls.filter((call) => call.length > 0))(
    'breaks paragraphs between words: %s %s',
    async (...call: string[]) => {
      const { stdout } = await cli([...call, '--help', '--lang', lang], { columns: 50 });
      const paragraphs = stdout.split('\n').filter((line) => /^(?!Usage:|Как вызвать:)\S/u.test(line));
      expect(paragraphs.filter((line) => line.length > 50)).toEqual([]);
    },
  );
});

describe('a command that there is not', () => {
  it.each<[argv: readonly string[], near: string | null, hint: string]>([
    [['help', 'chekc'], 'check', 'star-coach --help'],
    [['help', 'zzzzzz'], null, 'star-coach --help'],
    [['--lang', 'en', 'help', 'chekc'], 'check', 'star-coach --help --lang en'],
    [['chekc', '--help'], 'check', 'star-coach --help'],
    [['-h', 'chekc'], 'check', 'star-coach --help'],
    [['banks', '-h', 'shwo'], 'show', 'star-coach banks --help'],
    [['help', 'banks', 'shwo'], 'show', 'star-coach banks --help'],
    [['banks', 'help', 'shwo'], 'show', 'star-coach banks --help'],
    [['banks', 'shwo', '--help'], 'show', 'star-coach banks --help'],
  ])('has no help: %j', async (argv, near, hint) => {
    const name = argv.find((argument) => /^(?:chekc|shwo|zzz)/.test(argument));
    const { code, stdout, stderr } = await cli(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe(
      `error: unknown command '${name}'\n${near === null ? '' : `(Did you mean ${near}?)\n`}(${hint} shows the usage)\n`,
    );
  });
});

it.each([
  [['help'], ['--help']],
  [['help', 'help'], ['--help']],
  [
    ['help', 'check'],
    ['check', '--help'],
  ],
  [
    ['--lang', 'ru', 'help', 'banks', 'show'],
    ['banks', 'show', '--help', '--lang', 'ru'],
  ],
  [
    ['-h', 'check'],
    ['check', '-h'],
  ],
  [
    ['--help', '--lang', 'ru', 'banks', 'show'],
    ['banks', 'show', '--help', '--lang', 'ru'],
  ],
  [
    ['--plain', '-h', 'lint', 'a.md', '--fix'],
    ['lint', '--help'],
  ],
  [
    ['banks', '-h', 'show'],
    ['banks', 'show', '-h'],
  ],
  [
    ['banks', 'help', 'show'],
    ['banks', 'show', '--help'],
  ],
  [
    ['banks', 'help'],
    ['banks', '--help'],
  ],
])('%j is %j', async (argv, same) => {
  const help = await cli(same);
  expect(help.code).toBe(0);
  expect(await cli(argv)).toEqual(help);
});

it('the way to the help is the one that the program was called by', async () => {
  const started = { env: { npm_lifecycle_event: 'npx' } };
  expect((await cli(['chekc'], started)).stderr).toContain('(npx star-coach --help shows');
  expect((await cli(['lint', '--zzz'], started)).stderr).toContain('(npx star-coach lint --help shows');
  expect((await cli(['--lang', 'xx', 'lint'], started)).stderr).toContain('(npx star-coach --help shows');
});
