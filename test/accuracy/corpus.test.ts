import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCorpus } from '../../scripts/accuracy/corpus.js';
import { InputError } from '../../src/content/problems.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'star-coach-corpus-'));
  path = join(folder, 'outside.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answer = (label: string, missing: readonly string[] = []) =>
  JSON.stringify({
    ...{ id: 'out-1', lang: 'en', missing, story: true, result_metric: false },
    sentences: [{ text: 'I rang the client.', label, also: null }],
  });

function faults(lines: readonly string[], options = {}): string[] {
  writeFileSync(path, lines.join('\n'));
  try {
    readCorpus(path, options);
  } catch (error) {
    if (error instanceof InputError) return error.problems.map(({ line, message }) => `${line}: ${message}`);
    throw error;
  }
  return [];
}

test('all lines that are wrong are named at once', () => {
  expect(faults([answer('A', ['T']), 'not json', '', answer('Q'), '{"id":"y"}', answer('A', ['A'])])).toEqual(
    [
      expect.stringMatching(/^2: no JSON: /),
      expect.stringMatching(/^4: sentences\.0\.label: /),
      expect.stringMatching(/^5: lang: /),
      expect.stringMatching(/^5: sentences: /),
      expect.stringMatching(/^5: missing: /),
      expect.stringMatching(/^5: story: /),
      expect.stringMatching(/^5: result_metric: /),
      '6: missing: A is the label of a sentence',
    ],
  );
});

test('answers that are only to be read need no labels', () => {
  const bare = '{"id":"y","lang":"en","sentences":[{"text":"I rang the client."}]}';
  expect(faults([bare])).not.toEqual([]);
  expect(faults([bare, answer('A', ['A'])], { needsLabels: false })).toEqual([]);
});
