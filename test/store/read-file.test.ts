import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBytes, readTextFile } from '../../src/store/read-file.js';
import { folder } from '../cli/lint-folder.js';

test.each([0, 1, 65_535, 65_536, 65_537, 200_000])(
  'a file of %d bytes is read whole, again and again',
  (size) => {
    const text = `${'a'.repeat(Math.max(0, size - 1))}${size === 0 ? '' : 'z'}`;
    const root = folder({ 'a.md': text, 'b.md': 'short' });
    for (let again = 0; again < 2; again += 1) {
      expect(readTextFile(join(root, 'a.md'))).toEqual({ source: text, fault: null });
      expect(readTextFile(join(root, 'b.md')).source).toBe('short');
      expect(readBytes(join(root, 'a.md'), true).bytes?.toString()).toBe(text);
    }
  },
);

test.each([true, false])('a file of more than 2 MB is not read, listed by a folder or not: %s', (listed) => {
  const root = folder({ 'a.md': 'a'.repeat(2_000_001), 'b.md': 'a'.repeat(2_000_000) });
  expect(readBytes(join(root, 'a.md'), listed).fault?.code).toBe('too-large');
  expect(readBytes(join(root, 'b.md'), listed).bytes?.length).toBe(2_000_000);
});

test('a byte order mark is no part of the text', () => {
  const root = folder({ 'a.md': '\uFEFFone' });
  expect(readTextFile(join(root, 'a.md')).source).toBe('one');
});

test.skipIf(!existsSync('/dev/zero'))('a device, which may never end, is not read', () => {
  expect(readTextFile('/dev/zero').fault?.code).toBe('not-a-file');
});
