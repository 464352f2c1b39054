import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import { createLinter } from '../../src/cli/lint.js';
import type { CheckedFile } from '../../src/cli/lint-across.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';

const t = translator(content.messages('en'), 'en');
const linter = createLinter({ content, language: 'en', t, levels: new Map(), only: null });

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const FILES = 20;
const NOTE = 500_000;

test('a result without its source holds on to no text', async () => {
  const results: CheckedFile[] = [];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  for (let file = 0; file < FILES; file += 1) {
    const note = `<!-- ${String(file).padEnd(NOTE, ' .')} -->`;
    const source = `# What I did about the churn ${file}\n\nI called them and CSAT grew by 12%.\n\n${note}\n`;
    results.push({ ...linter.lint(await readAnswers('a.md', source, t)), source: '' });
  }
  collectGarbage();
  expect(results[0]?.facts.answers()[0]?.claims.length).toBe(1);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan((FILES * NOTE) / 2);
});
