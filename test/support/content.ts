import { resolve } from 'node:path';
import { openContent } from '../../src/store/content.js';

/** Where a run of the tests keeps compiled content: its own place, since several may run at once. */
export const CONTENT_DIR = resolve(
  process.env.STAR_COACH_TEST_CONTENT ?? `node_modules/.cache/star-coach/test-content-${process.pid}`,
);

export const content = openContent(CONTENT_DIR);
