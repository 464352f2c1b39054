import { resolve } from 'node:path';
import { openContent } from '../../src/store/content.js';

/** Where the tests keep compiled content. */
export const CONTENT_DIR = resolve('node_modules/.cache/star-coach/content');

export const content = openContent(CONTENT_DIR);
