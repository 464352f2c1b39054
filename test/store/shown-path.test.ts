import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { climbsOut, folders, shownPath, shownUnder } from '../../src/store/shown-path.js';

test.each([
  ['..', true],
  ['../a.md', true],
  ['/elsewhere/a.md', true],
  ['', false],
  ['a.md', false],
  ['..a.md', false],
  ['..x/a.md', false],
  ['x/..', false],
])('%j from a folder leads out of it: %j', (way, outside) => {
  expect(climbsOut(way)).toBe(outside);
});

test('the folder of each of many paths is what the system says', () => {
  const paths = [
    '/a/b.md',
    '/a/c.md',
    '/a/c/',
    '/a/c/d.md',
    '/a/c/e.md',
    '/a/f.md',
    '/ab/a.md',
    '/',
    '/a.md',
    '/b/',
  ];
  expect(paths.map(folders())).toEqual(paths.map((path) => dirname(path)));
});

test.each([
  ['/files/..x/a.md', '..x/a.md'],
  ['/files/a.md', 'a.md'],
  ['/other/a.md', '/other/a.md'],
  ['/files', '/files'],
])('%s is shown in /files as %s', (file, shown) => {
  expect(shownPath(file, '/files')).toBe(shown);
});

test.each([
  ['/home/me/a.md', '/home/me', '~/a.md'],
  ['/home/mead/a.md', '/home/me', '/home/mead/a.md'],
  ['/tmp/a.md', undefined, '/tmp/a.md'],
])('%s is shown to whom %s belongs as %s', (file, home, shown) => {
  expect(shownUnder(file, home)).toBe(shown);
});
