// Writes docs/rules/: one page a rule and their list, from data/rules. `--check` writes nothing and fails on a stale page.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { translator } from '../src/content/messages.js';
import { openContent } from '../src/store/content.js';
import { compileContent } from './build/compile-content.js';
import { rulePages, stalePages } from './docs/rule-pages.js';

const compiled = mkdtempSync(join(tmpdir(), 'star-coach-docs-'));
compileContent('data', compiled);
const content = openContent(compiled);
const pages = rulePages(content.rules(), {
  en: translator(content.messages('en'), 'en'),
  ru: translator(content.messages('ru'), 'ru'),
});
rmSync(compiled, { recursive: true });

mkdirSync('docs/rules', { recursive: true });
const left = readdirSync('docs/rules')
  .map((name) => `docs/rules/${name}`)
  .filter((path) => !pages.some((page) => page.path === path));
const stale = [...stalePages(pages, read), ...left];
if (process.argv.includes('--check')) {
  for (const path of stale) process.stderr.write(`${path} is stale: run npx tsx scripts/docs-rules.ts\n`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of left) rmSync(path);
  for (const { path, text } of pages) if (stale.includes(path)) writeFileSync(path, text);
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
