import { expect, test } from 'vitest';
import { climbsOut, shownPath } from '../../src/store/shown-path.js';

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

test.each([
  ['/files/..x/a.md', '..x/a.md'],
  ['/files/a.md', 'a.md'],
  ['/other/a.md', '/other/a.md'],
  ['/files', '/files'],
])('%s is shown in /files as %s', (file, shown) => {
  expect(shownPath(file, '/files')).toBe(shown);
});
