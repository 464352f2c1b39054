import { rmSync } from 'node:fs';
import { readContent, writeContent } from '../../scripts/build/compile-content.js';
import { CONTENT_DIR } from './content.js';

/**
 * Compiles `data/` once before the tests. Files with problems are left out, so that one of them fails the
 * tests that need it (and `test/store/content.test.ts`, which names what is wrong) and not all the others.
 */
export function setup(): void {
  const { pieces, problems } = readContent('data');
  for (const { path, line, column, message } of problems)
    console.error(`${path}:${line}:${column}: ${message}`);
  writeContent(pieces, CONTENT_DIR);
  // Workers are other processes: they are told where it is.
  process.env.STAR_COACH_TEST_CONTENT = CONTENT_DIR;
}

export function teardown(): void {
  rmSync(CONTENT_DIR, { recursive: true, force: true });
}
