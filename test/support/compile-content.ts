import { compileContent } from '../../src/store/compile-content.js';
import { CONTENT_DIR } from './content.js';

/** Compiles `data/` once before the tests. */
export function setup(): void {
  compileContent('data', CONTENT_DIR);
}
