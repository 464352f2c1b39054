// Fills the places of README.md and docs/ that show the program's real output. `--check` writes nothing and fails on a
// stale page.
import { readFileSync, writeFileSync } from 'node:fs';
import { writtenPages } from './docs/pages.js';

for (const { path, text } of await writtenPages()) {
  if (readFileSync(path, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${path} is stale: npm run docs\n`);
    process.exitCode = 1;
  } else writeFileSync(path, text);
}
