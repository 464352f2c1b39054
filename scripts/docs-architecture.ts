// Writes docs/architecture.md from the imports in src/. `--check` writes nothing and fails on a stale page.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { architecturePage } from './architecture/page.js';
import { readSources } from './architecture/sources.js';
import { TABLE } from './architecture/table.js';

const PATH = 'docs/architecture.md';

const page = architecturePage(readSources('src'), TABLE);
const before = existsSync(PATH) ? readFileSync(PATH, 'utf8') : null;
if (!process.argv.includes('--check')) writeFileSync(PATH, page);
else if (before !== page) {
  process.stderr.write(`${PATH} is stale: npm run docs\n`);
  process.exitCode = 1;
}
