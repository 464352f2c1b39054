import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Layer, mergeLayers, type Origin } from '../../src/content/config.js';
import { configSchema } from '../../src/content/config-schema.js';
import { translator } from '../../src/content/messages.js';
import { validate } from '../../src/content/validate.js';
import { parseYaml } from '../../src/content/yaml.js';
import { KINDS } from '../../src/rules/kinds.js';
import { optionsOf } from '../../src/rules/option-schema.js';
import { content } from '../support/content.js';

const t = translator(content.messages('en'), 'en');
const rules = new Map(content.rules().map((rule) => [rule.id, optionsOf(rule)]));
const schema = configSchema({
  rules,
  presets: ['recommended', 'strict'],
  languages: ['en', 'ru'],
  formats: ['json'],
});

const problems = (text: string) => {
  const found = validate(schema, parseYaml(text, 'c.yaml', t), t).problems;
  return (found ?? []).map(({ line, column, message }) => `${line}:${column}: ${message}`);
};

describe('options of a rule are those of its kind', () => {
  test.each<[string, string[]]>([
    ['filler', ['allow', 'extra']],
    ['jargon', ['allow', 'extra']],
    ['vague', ['allow', 'extra']],
    ['placeholder', ['allow', 'extra']],
    ['private-data', ['allow']],
    ['too-short', ['leastWords']],
    ['too-long', ['mostSeconds']],
    ['we-without-i', ['anywhere', 'least']],
    ['criteria-gap', ['least']],
    ['off-question', ['leastWords']],
    ['out-of-order', ['leastSentences']],
    ['out-of-proportion', ['leastWords']],
    ['unused-suppression', ['requireReason']],
    ['missing-result', []],
    ['no-numbers', []],
    ['parse-error', []],
  ])('%s: %j', (rule, options) => {
    expect(Object.keys(rules.get(rule) ?? {}).sort()).toEqual(options);
  });

  test('a kind names only keys that its check block may have', () => {
    for (const { kind, settable } of KINDS)
      for (const key of settable?.keys ?? []) {
        const users = content.rules().filter(({ check }) => check.kind === kind && key in check);
        for (const rule of users) expect(Object.keys(optionsOf(rule)), `${rule.id}.${key}`).toContain(key);
      }
  });
});

test.each([
  ['rules: { too-short: { leastWords: 0 } }', '1:35: rules.too-short.leastWords: must be more than 0'],
  ['rules: { too-short: { leastWords: 2.5 } }', 'whole number'],
  ['rules: { filler: { allow: [] } }', '1:27: rules.filler.allow is empty'],
  ['rules: { filler: { allow: [""] } }', '1:28: rules.filler.allow[0] is empty'],
  ['rules: { placeholder: { allow: ["(x"] } }', null],
  ['rules: { filler: { allow: "just" } }', 'expected a list'],
])('%s', (text, expected) => {
  const found = problems(text);
  if (expected === null) expect(found).toEqual([]);
  else expect(found.join()).toContain(expected);
});

test.each([
  'extends: recommended',
  'extends: [./a.yaml, strict, ../b/c.json]',
  'lang: ru\nrole: anything\nbank: b.yaml\nignore: [a/, "!a/b.md"]\nfailOn: never\nmaxWarnings: 0\nformat: json',
  'rules: { vague: off, filler: { severity: info, allow: [just, "so to*"], extra: ["at ..2 day"] } }',
  'rules: { filler: { extra: ["at ..2 the ..20 end ..1 day"] } }',
  'overrides: [{ files: "*.md", rules: { vague: off }, role: x, bank: [a, b] }]',
  '"$schema": ./star-coach.schema.json',
])('%s is a config', (text) => {
  expect(problems(text)).toEqual([]);
});

test('a report of a config has no path: a config writes no files', () => {
  expect(problems('format: json=../../x').join()).toContain('json=../../x');
});

test('whatever YAML is given, it is a config or has problems', () => {
  fc.assert(
    fc.property(
      fc.object({ key: fc.constantFrom('rules', 'extends', 'vague', 'files', 'overrides', 'x') }),
      (data) => {
        const result = validate(schema, parseYaml(JSON.stringify(data), 'c', t), t);
        expect(result.value === null).toBe((result.problems ?? []).length > 0);
      },
    ),
    { numRuns: 200 },
  );
});

describe('layers', () => {
  const origin: Origin = { kind: 'default' };
  const layer = (level: 'off' | 'warn' | null, options: Record<string, unknown>): Layer => ({
    files: null,
    values: level === 'off' ? { role: { value: 'r', origin } } : {},
    rules: {
      vague: {
        ...(level === null ? {} : { level: { value: level, origin } }),
        options: Object.fromEntries(
          Object.entries(options).map(([name, value]) => [name, { value, origin }]),
        ),
      },
    },
  });

  test('a severity alone keeps the options before it, an option keeps the severity', () => {
    const merged = mergeLayers([
      layer('off', { allow: ['a'] }),
      layer(null, { extra: ['b'] }),
      layer('warn', {}),
    ]);
    const vague = merged.rules.get('vague');
    expect(vague?.level?.value).toBe('warn');
    expect(vague?.options.allow?.value).toEqual(['a']);
    expect(vague?.options.extra?.value).toEqual(['b']);
    expect(merged.values.role?.value).toBe('r');
  });

  test('a list takes the place of the one before', () => {
    const merged = mergeLayers([layer(null, { allow: ['a', 'b'] }), layer(null, { allow: ['c'] })]);
    expect(merged.rules.get('vague')?.options.allow?.value).toEqual(['c']);
  });
});
