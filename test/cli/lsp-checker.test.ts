import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lspChecker } from '../../src/cli/lsp-checker.js';
import type { ContentStore } from '../../src/store/content.js';
import { content } from '../support/content.js';
import { folder, GOOD, RESULTLESS } from './lint-folder.js';

/** A checker of a folder, and how often it asked for a structure to read answers by. */
function checkerIn(root: string) {
  let readings = 0;
  const counting: ContentStore = Object.create(content, {
    framework: {
      value: (id: string) => {
        readings += 1;
        return content.framework(id);
      },
    },
  });
  const io = { argv: [], env: {}, cwd: root } as unknown as Parameters<typeof lspChecker>[1]['io'];
  const checker = lspChecker(
    { folders: [root], files: ['**'], locale: undefined },
    { io, content: counting },
  );
  const check = (text: string, isCancelled = () => false) =>
    checker.check(join(root, 'a.md'), text, isCancelled);
  return { ...checker, check, readings: () => readings };
}

test('a reload that changes nothing keeps what was read; one that does, not', async () => {
  const root = folder({});
  const { check, reload, readings } = checkerIn(root);
  const first = await check(RESULTLESS);
  expect(readings()).toBe(1);
  reload();
  reload();
  expect(await check(RESULTLESS)).toEqual(first);
  expect(readings()).toBe(1);
  writeFileSync(join(root, 'star-coach.config.yaml'), 'rules: { missing-result: info }\n');
  reload();
  const findings = [expect.objectContaining({ rule: 'missing-result', severity: 'info' })];
  expect(await check(RESULTLESS)).toEqual({ findings });
});

test('a check that nobody waits for any more ends between two answers', async () => {
  const { check } = checkerIn(folder({}));
  const many = Array.from({ length: 400 }, (_, index) => `## ${index}\n\n${GOOD} ${index}\n`).join('\n');
  let asked = 0;
  const late = () => {
    asked += 1;
    return asked === 2;
  };
  expect(await check(many, late)).toBeNull();
  expect(asked).toBe(2);
});
