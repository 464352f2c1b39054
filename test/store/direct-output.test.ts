import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directOutput } from '../../src/store/direct-output.js';

let folder: string;
let left: number;
const faults = {
  stream: () => {
    throw new Error('no stream is needed');
  },
  leave: () => {
    left += 1;
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-output-'));
  left = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a file gets all that is written, in order', () => {
  const file = join(folder, 'out.txt');
  const descriptor = openSync(file, 'w');
  const output = directOutput(descriptor, faults);
  output?.write('Итог: ');
  output?.write('20 %\n'.repeat(50_000));
  closeSync(descriptor);
  expect(readFileSync(file, 'utf8')).toBe(`Итог: ${'20 %\n'.repeat(50_000)}`);
  expect(left).toBe(0);
});

test.skipIf(process.platform === 'win32')('a pipe without a reader is left for good', () => {
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, 'r+');
  const writer = openSync(pipe, 'w');
  closeSync(reader);
  const output = directOutput(writer, faults);
  expect([output?.write('one'), output?.write('two'), left]).toEqual([false, false, 1]);
  closeSync(writer);
});

test.skipIf(process.platform === 'win32')('a terminal, and what is closed, is for others to write to', () => {
  const zero = openSync('/dev/zero', 'w');
  expect(directOutput(zero, faults)).toBeNull();
  closeSync(zero);
  expect(directOutput(zero, faults)).toBeNull();
});

test.skipIf(process.platform === 'win32')(
  'a reader slower than the program gets the rest by the stream',
  () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    // Read and write at once, so that opening waits for nobody; without waiting for the reader either.
    const descriptor = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const rest: Buffer[] = [];
    const write = (piece: Buffer | string) => rest.push(Buffer.from(piece)) > 0;
    const output = directOutput(descriptor, {
      ...faults,
      stream: () => ({ write }) as unknown as NodeJS.WritableStream,
    });
    output?.write('а'.repeat(200_000));
    output?.write('end');
    const taken = readSync(descriptor, Buffer.alloc(500_000));
    closeSync(descriptor);
    // Nothing is lost, and nothing said twice.
    expect(taken + Buffer.concat(rest).length).toBe(400_003);
    const text = Buffer.concat(rest).toString('latin1');
    expect(rest.length).toBe(2);
    expect(text.length).toBeGreaterThan(100_000);
    expect(text.endsWith('end')).toBe(true);
  },
);
