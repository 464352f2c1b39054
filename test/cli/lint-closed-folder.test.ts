import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { cli } from '../support/cli.js';
import { folder, GOOD, lintJson } from './lint-folder.js';

/** As for a user who may not read folders of this name: tests may run as root, who reads everything. */
beforeAll(() => {
  const real = fs.readdirSync as (...all: unknown[]) => unknown;
  vi.spyOn(fs, 'readdirSync').mockImplementation(((path: string | Buffer, ...rest: unknown[]) => {
    // Node removes folders with the same function, by bytes.
    if (typeof path === 'string' && /closed.?$/.test(path))
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    return real(path, ...rest);
  }) as typeof fs.readdirSync);
  // For those who import the function by its name.
  syncBuiltinESMExports();
});

afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const FILES = { 'a.md': `## A\n\n${GOOD}\n`, 'in/closed/b.md': GOOD, 'z.md': GOOD };

test.each([
  [['.'], ['a.md', 'in/closed/', 'z.md']],
  [['in'], ['in/closed/']],
  [['in/closed'], ['in/closed/']],
  [
    ['in/closed', 'in', 'a.md'],
    ['a.md', 'in/closed/'],
  ],
  [['in/closed/**/*.md'], ['in/closed/']],
  [['**/*.md'], ['a.md', 'in/closed/', 'z.md']],
  [['i*/**'], ['in/closed/']],
  [
    ['in/*/*.txt', 'in', 'z.md'],
    ['in/closed/', 'z.md'],
  ],
])('a folder that cannot be opened is told as a file would be: %j', async (paths, expected) => {
  const { code, results, findings } = await lintJson(folder(FILES), paths);
  expect(code).toBe(1);
  expect(results.map(({ path }) => path)).toEqual(expected);
  expect(findings.filter(({ rule }) => rule === 'parse-error')).toMatchObject([
    { message: 'Error in the file: this is a folder that cannot be opened (EACCES).' },
  ]);
});

test('a pattern is told of no folder that it does not look into', async () => {
  const { code, results } = await lintJson(folder(FILES), ['*.md']);
  expect(code).toBe(0);
  expect(results.map(({ path }) => path)).toEqual(['a.md', 'z.md']);
});

test('the folder one stands in, too', async () => {
  const { code, stdout } = await cli(['lint', '-f', 'unix'], { cwd: join(folder(FILES), 'in/closed') });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^\.\/:1:1: error: .*EACCES/);
});

test.each<[string, Record<string, string>, readonly string[]]>([
  ['.gitignore', { '.git/HEAD': '', '.gitignore': 'closed/\n' }, []],
  ['a config', { '.git/HEAD': '', 'star-coach.config.yaml': 'ignore: [in/closed/]\n' }, []],
  ['the command line', {}, ['--ignore-pattern', 'closed/']],
])('one that %s leaves out is nobody’s concern', async (_, settings, argv) => {
  for (const all of ['.', '**/*.md']) {
    const { results } = await lintJson(folder({ ...FILES, ...settings }), [all, ...argv]);
    expect(results.map(({ path }) => path)).toEqual(['a.md', 'z.md']);
  }
});
