import { mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONTENT_FILE, contentBytes, openPieces } from '../../src/store/content-file.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-pieces-'));
  path = join(folder, CONTENT_FILE);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = 'Ещё одна «буханка» — '.repeat(50);

test.each([
  ['framework.bread', 1],
  ['index', 1],
  ['rules', 1],
  ['bank.baker', 0.2],
  ['samples.baker', 0.2],
  ['guide-pages', 0.2],
  ['rule-texts', 0.2],
])('%s is read as it was written, among others', (name, size) => {
  const data = { text: TEXT };
  const bytes = contentBytes({ guides: [], [name]: data, presets: [1] });
  expect(bytes.length / Buffer.byteLength(TEXT)).toBeGreaterThan(size - 0.2);
  expect(bytes.length / Buffer.byteLength(TEXT)).toBeLessThan(size * 1.2);
  writeFileSync(path, bytes);
  const { read } = openPieces(folder);
  expect([read('presets'), read(name), read('guides')]).toEqual([[1], data, []]);
});

test('bytes in a piece are read by the name that stands there', () => {
  const values = Uint8Array.from([0, 255, 7]);
  const names = Uint8Array.from([1]);
  writeFileSync(path, contentBytes({ 'language.xx': { packed: { values, names } }, index: {} }));
  const { read, bytes } = openPieces(folder);
  const piece = read('language.xx') as { readonly packed: Record<'values' | 'names', string> };
  expect([...bytes(piece.packed.values)]).toEqual([0, 255, 7]);
  expect([...bytes(piece.packed.names)]).toEqual([1]);
});

test('so many pieces that their names do not fit into the first read', () => {
  const pieces = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`framework.bread-${i}`, { i }]));
  writeFileSync(path, contentBytes(pieces));
  const { read } = openPieces(folder);
  for (const [name, piece] of Object.entries(pieces)) expect(read(name)).toEqual(piece);
});

test('a file that took the place of another is read by its own places', () => {
  writeFileSync(path, contentBytes({ rules: ['old'], index: 'old' }));
  const { read } = openPieces(folder);
  expect(read('index')).toBe('old');
  const fresh = join(folder, 'fresh');
  writeFileSync(fresh, contentBytes({ rules: ['new and longer'], index: 'new' }));
  renameSync(fresh, path);
  expect(read('index')).toBe('new');
});

test('what is absent or cut off is an error', () => {
  expect(() => openPieces(folder).read('index')).toThrow(/ENOENT/);
  writeFileSync(path, contentBytes({ index: {}, presets: [TEXT] }));
  expect(() => openPieces(folder).read('samples.baker')).toThrow("there is no piece 'samples.baker'");
  truncateSync(path, 1000);
  expect(() => openPieces(folder).read('presets')).toThrow();
});
