import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { REPORT_NAMES } from '../../src/reports/reports.js';
import { optionsOf } from '../../src/rules/option-schema.js';
import { schemaOfConfig } from '../../src/store/config-file.js';
import { content } from '../support/content.js';

const page = readFileSync('docs/configuration.md', 'utf8');

/** Rows of the table under a heading, cells without the marks of code around the first. */
function table(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const first = section.split('\n').filter((line) => line.startsWith('| `'));
  return first.map((line) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const code = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');

test('the keys of a config are those of the page', () => {
  const schema = schemaOfConfig({ content, formats: REPORT_NAMES }) as unknown as z.ZodObject;
  expect(table('Keys').map(([key = '']) => code(key)[0])).toEqual(
    expect.arrayContaining(Object.keys(schema.shape)),
  );
  expect(table('Keys')).toHaveLength(Object.keys(schema.shape).length);
});

test('the options of rules are those of the page, with the rules that take them', () => {
  const takers = new Map<string, string[]>();
  for (const rule of content.rules())
    for (const option of Object.keys(optionsOf(rule)))
      takers.set(option, [...(takers.get(option) ?? []), rule.id].sort());
  const rows = table('Options of rules').slice(0, takers.size + 1);
  expect(rows.map(([option = '']) => code(option)[0]).sort()).toEqual(['severity', ...takers.keys()].sort());
  for (const [option = '', rules = ''] of rows) {
    const [name = ''] = code(option);
    // «those on wording» are many; the page names the others.
    if (name === 'severity' || rules.includes('wording')) continue;
    expect([name, code(rules).sort()]).toEqual([name, takers.get(name)]);
    const defaults = [...rules.matchAll(/`([^`]+)` \(([^)]+)\)/g)].map(([, rule, value]) => [rule, value]);
    expect(Object.fromEntries(defaults)).toEqual(Object.fromEntries(shipped(name, code(rules))));
  }
});

/** Rule → what the option is by itself. */
function shipped(option: string, rules: readonly string[]): [string, string][] {
  return rules.map((id) => {
    const check = content.rules().find((rule) => rule.id === id)?.check as Readonly<Record<string, unknown>>;
    return [id, String(check[option])];
  });
}

test('the presets are those of the page, in its words', () => {
  expect(table('Presets').map(([name = '', about]) => [code(name)[0], about])).toEqual(
    content.presets().map(({ name, about }) => [name, about.en]),
  );
});

test('strict raises every rule by one step', () => {
  const strict = content.presets().find(({ name }) => name === 'strict');
  const raised = { info: 'warn', warn: 'error', error: 'error' } as const;
  expect(strict?.levels).toEqual(
    Object.fromEntries(content.rules().map(({ id, severity }) => [id, raised[severity]])),
  );
});
