import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerFiles, answerSizes, sourceFiles } from '../../scripts/bench/peers/folders.js';
import { sampleAnswers } from '../../scripts/bench/sample-answers.js';

let where = '';
beforeAll(() => {
  where = mkdtempSync(join(tmpdir(), 'star-coach-folders-'));
});
afterAll(() => rmSync(where, { recursive: true, force: true }));

test('answers are Markdown of about 175 words, in both languages by turns', () => {
  const { folder, paths } = answerFiles(where, 'answers', 6);
  expect(folder).toBe('answers');
  expect(paths).toHaveLength(6);
  const texts = paths.map((path) => readFileSync(join(where, path), 'utf8'));
  for (const [index, text] of texts.entries()) {
    expect(text).toMatch(/^# Answer \d+\n\n\S/);
    expect(/[а-я]{3}/.test(text)).toBe(index % 2 === 0);
    const words = text.split(/\s+/u).length;
    expect(words).toBeGreaterThan(160);
    expect(words).toBeLessThan(260);
  }
});

test('no answer comes twice, though the corpus is gone through more than once', () => {
  const texts = sampleAnswers(['ru', 'en'], { count: 6000, words: 175 });
  expect(new Set(texts).size).toBe(6000);
});

test('modules are about as long as the answers of their numbers', () => {
  const sizes = answerSizes(4);
  const { paths } = sourceFiles(where, 'sources', sizes);
  for (const [index, path] of paths.entries()) {
    const { size } = statSync(join(where, path));
    expect(size).toBeGreaterThanOrEqual(sizes[index] ?? 0);
    expect(size).toBeLessThan((sizes[index] ?? 0) + 300);
  }
});
