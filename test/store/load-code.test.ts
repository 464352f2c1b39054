import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { codeLoader } from '../../src/store/load-code.js';

// A disk that gives out no more than a few bytes at a time.
vi.mock('node:fs', async (load) => {
  const real = await load<typeof import('node:fs')>();
  const readSync = (file: number, into: Buffer, at: number, most: number, from: number | null) =>
    real.readSync(file, into, at, Math.min(most, 5), from);
  return { ...real, readSync };
});

test('a file that comes in pieces is read to its end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'star-coach-pieces-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'main.cjs'), "exports.word = 'as long as it is';");
  const cache = { of: () => undefined, add: () => {} };
  const load = codeLoader({ folder, require: () => null, cache });
  expect(load('main.cjs')).toEqual({ word: 'as long as it is' });
});
