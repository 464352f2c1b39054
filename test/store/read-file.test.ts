import { execFileSync, spawn } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
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

test('known bytes are not read to the end of their file', () => {
  const root = folder({ 'a.md': 'one', 'b.md': 'a'.repeat(65_536), 'c.md': '' });
  const seen: string[] = [];
  const read = (path: string, known: boolean) =>
    readBytes(join(root, path), true, (bytes) => {
      seen.push(bytes.toString());
      return known;
    }).bytes?.toString();
  expect([read('a.md', true), read('a.md', false), seen]).toEqual(['one', 'one', ['one', 'one']]);
  // What fills the room may go on after it, and what is empty has been read to its end.
  expect([read('b.md', true)?.length, read('c.md', true), seen.length]).toEqual([65_536, '', 2]);
});

test('a byte order mark is left in the text: offsets are those of the file', () => {
  const root = folder({ 'a.md': '\uFEFFone' });
  expect(readTextFile(join(root, 'a.md')).source).toBe('\uFEFFone');
});

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  const pipe = (): string => {
    const path = join(folder({}), 'a.md');
    execFileSync('mkfifo', [path]);
    return path;
  };

  test('that nobody writes into is not waited for', () => {
    expect(readTextFile(pipe()).fault?.code).toBe('empty-pipe');
  });

  test('is read to its end, however late it is written into', async () => {
    const path = pipe();
    const kept = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const text = 'a'.repeat(100_000);
    const script = `exec 3>"$0"; sleep 0.1; head -c ${text.length} /dev/zero | tr '\\0' a >&3`;
    const writer = spawn('sh', ['-c', script, path]);
    // Empty for good until somebody opens it, empty for now from then on.
    const isOpen = () => {
      try {
        return readSync(kept, Buffer.alloc(1), 0, 1, null) > 0;
      } catch {
        return true;
      }
    };
    while (!isOpen()) await setImmediate();
    expect(readTextFile(path).source).toBe(text);
    closeSync(kept);
    writer.kill();
  });

  test('that never ends is read no further than a file', () => {
    const path = pipe();
    const writer = spawn('sh', ['-c', 'yes > "$0"', path]);
    let fault = null;
    while (fault === null || fault.code === 'empty-pipe') ({ fault } = readTextFile(path));
    expect(fault.code).toBe('too-large');
    writer.kill();
  });
});

test.skipIf(!existsSync('/dev/zero'))('a device, which may never end, is not read', () => {
  expect(readTextFile('/dev/zero').fault?.code).toBe('not-a-file');
});
