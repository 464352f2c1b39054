import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPiece, writePiece } from '../../src/store/piece-file.js';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-pieces-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['framework.bread', 'framework.bread.json'],
  ['bank.baker', 'bank.baker.json.br'],
  ['samples.baker', 'samples.baker.json.br'],
  ['guide.baker.phone', 'guide.baker.phone.json.br'],
  ['guides', 'guides.json'],
  ['rules', 'rules.json'],
  ['rule-texts', 'rule-texts.json.br'],
])('%s lies in %s', (name, file) => {
  const data = { text: 'Ещё одна «буханка» — '.repeat(50) };
  writePiece(folder, name, JSON.stringify(data));
  expect(readdirSync(folder)).toEqual([file]);
  expect(readPiece(folder, name)).toEqual(data);
});

test('a piece that is not there is an error', () => {
  expect(() => readPiece(folder, 'samples.baker')).toThrow(/ENOENT/);
});
