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
