import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rulePages, stalePages } from '../../scripts/docs/rule-pages.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';

const pages = rulePages(content.rules(), {
  en: translator(content.messages('en'), 'en'),
  ru: translator(content.messages('ru'), 'ru'),
});

test('docs/rules is written from the data: npx tsx scripts/docs-rules.ts', () => {
  const read = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : null);
  expect(stalePages(pages, read)).toEqual([]);
});

test('docs/rules holds no page of a rule that is gone', () => {
  const known = pages.map(({ path }) => path);
  const there = readdirSync('docs/rules').map((name) => `docs/rules/${name}`);
  expect(there.filter((path) => !known.includes(path))).toEqual([]);
});

test('a page that differs by one letter is stale', () => {
  const [first, second] = pages;
  const texts = new Map(pages.map(({ path, text }) => [path, text]));
  if (first) texts.set(first.path, `${first.text}x`);
  if (second) texts.delete(second.path);
  expect(stalePages(pages, (path) => texts.get(path) ?? null)).toEqual([first?.path, second?.path]);
});
