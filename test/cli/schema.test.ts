import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonSchema } from '../../src/cli/schema/describe.js';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../src/cli/schema/schemas.js';
import { translator } from '../../src/content/messages.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, lintJson } from './lint-folder.js';

const shown = (name: SchemaName, language = 'en') =>
  jsonSchema(name, { content, language, t: translator(content.messages(language), language) });

/** A validator of draft 7, as editors have. */
const validator = (name: SchemaName) => new Ajv({ strict: true, allowUnionTypes: true }).compile(shown(name));

const CONFIG = 'star-coach.config.yaml';

describe('a config, as the schema and the program see it', () => {
  const valid = validator('config');
  const accepted = async (text: string) => {
    const cwd = folder({ '.git/HEAD': '', [CONFIG]: text, 'base.yaml': '', 'banks/b.yaml': SMALL_BANK });
    return (await cli(['config'], { cwd })).code === 0;
  };

  test.each([
    '{}',
    '"$schema": ./star-coach.schema.json',
    'extends: strict',
    'extends: [recommended, ./base.yaml]',
    'lang: ru\nrole: support-manager\nfailOn: warn\nmaxWarnings: 3\nformat: sarif',
    'role: baker\nbank: banks/b.yaml\nignore: [old/, "*.draft.md"]',
    'rules: { vague: off, filler: { severity: info, allow: [just] }, too-short: { leastWords: 40 } }',
    'rules: { unused-suppression: { requireReason: true } }',
    'overrides: [{ files: "*.md", rules: { vague: error }, role: baker, bank: [banks/b.yaml] }]',
  ])('%s is good', async (text) => {
    expect([valid(parse(text)), await accepted(text)]).toEqual([true, true]);
  });

  test.each([
    'rulez: {}',
    'extends: base.yaml',
    'extends: strcit',
    'extends: []',
    'lang: de',
    'role: 3',
    'failOn: errors',
    'maxWarnings: -1',
    'maxWarnings: 1.5',
    'format: nope',
    'rules: { vagu: off }',
    'rules: { vague: warning }',
    'rules: { vague: { sevrity: warn } }',
    'rules: { missing-result: { allow: [x] } }',
    'rules: { too-short: { leastWords: 0 } }',
    'rules: { filler: { allow: just } }',
    'rules: { filler: { extra: [""] } }',
    'overrides: { files: a }',
    'overrides: [{ rules: {} }]',
    'overrides: [{ files: a, lang: ru }]',
    '- a',
  ])('%s is bad', async (text) => {
    expect([valid(parse(text)), await accepted(text)]).toEqual([false, false]);
  });
});

describe('answers, as the schema and the program see them', () => {
  const valid = validator('answers');
  const accepted = async (text: string) =>
    !(await lintJson(folder({ 'a.yaml': text }))).findings.some(({ rule }) =>
      ['parse-error', 'unknown-rule'].includes(rule),
    );

  test.each([
    'answers: []',
    'answers: [{ text: In May I sent the wrong price list. }]',
    'role: support-manager\nlang: en\nrules: { vague: off }\nanswers: [{ question: sm-churn, text: x, lang: en, rules: { filler: info } }]',
    'answers: [{ question: , text: x }]',
    'framework: star\nanswers: [{ question: of-my-own, text: x, framework: star }]',
  ])('%s is good', async (text) => {
    expect([valid(parse(text)), await accepted(text)]).toEqual([true, true]);
  });

  test.each([
    'answer: []',
    'role: support-manager',
    'answers: { text: x }',
    'answers: [{ question: sm-churn }]',
    'answers: [{ text: [x] }]',
    'answers: [{ text: x, rulez: {} }]',
    'answers: [{ text: x, rules: { vague: loud } }]',
    'answers: [{ text: x, rules: { vagu: off } }]',
    'lang: xx\nanswers: [{ text: x }]',
  ])('%s is bad', async (text) => {
    expect([valid(parse(text)), await accepted(text)]).toEqual([false, false]);
  });
});

describe('banks', () => {
  const valid = validator('bank');
  test('that ship, and a small one, are good', () => {
    const banks = readdirSync('data/banks').map((name) => readFileSync(join('data/banks', name), 'utf8'));
    for (const text of [...banks, SMALL_BANK]) {
      valid(parse(text));
      expect(valid.errors).toBeNull();
    }
  });

  test.each([
    ['stage: hr', 'stage: hrr'],
    ['kind: behavioral', 'kind: behaviour'],
    ['framework: star', 'framework: stair'],
    ['role: baker', 'role: Baker Street'],
    ['lesson: true', 'lesson: often'],
    ['hint:', 'hints:'],
    ['levels: [junior, senior]', 'levels: [chief]'],
  ])('%s is not %s', (good, bad) => {
    expect(SMALL_BANK).toContain(good);
    expect(valid(parse(SMALL_BANK.replace(good, bad)))).toBe(false);
  });
});

describe('structures of answers', () => {
  const valid = validator('framework');
  test('that ship are good', () => {
    for (const name of readdirSync('data/frameworks')) {
      valid(parse(readFileSync(join('data/frameworks', name), 'utf8')));
      expect(valid.errors, name).toBeNull();
    }
  });

  test.each([
    ['id: star', 'id: 5'],
    ['parts:', 'part:'],
    ['letter: S', 'letter: SS'],
    ['colour: blue', 'colour: beige'],
  ])('%s is not %s', (good, bad) => {
    const text = readFileSync('data/frameworks/star.yaml', 'utf8');
    expect(text).toContain(good);
    expect(valid(parse(text.replace(good, bad)))).toBe(false);
  });
});

test.each(SCHEMA_NAMES.flatMap((name) => ['en', 'ru'].map((language) => [name, language] as const)))(
  'every key of %s is described in %s',
  (name, language) => {
    const schema = shown(name, language);
    const bare = schema.title ? [] : ['title'];
    const walk = (schema: JsonSchema, path: string): void => {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        const isLanguage = ['en', 'ru'].includes(key);
        if (!isLanguage && !property.description) bare.push(`${path}/${key}`);
        walk(property, `${path}/${key}`);
      }
      const inner = [schema.items ?? [], schema.additionalProperties ?? []].flat();
      for (const each of [
        ...inner,
        ...(schema.anyOf ?? []),
        ...(schema.allOf ?? []),
        ...(schema.oneOf ?? []),
      ])
        if (typeof each === 'object') walk(each, path);
    };
    walk(schema, '');
    expect(bare).toEqual([]);
  },
);

test.each(SCHEMA_NAMES)('what %s takes for granted is good where it stands', (name) => {
  const ajv = new Ajv({ strict: false });
  const wrong: unknown[] = [];
  const walk = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('default' in schema && !ajv.validate(schema, schema.default)) wrong.push(schema);
    for (const each of Object.values(schema)) walk(each);
  };
  walk(shown(name));
  expect(wrong).toEqual([]);
});

test.each(['en', 'ru'])('every text for schemas stands in one, in %s', (language) => {
  const said = new Set<unknown>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const each of Object.values(value)) typeof each === 'string' ? said.add(each) : collect(each);
  };
  for (const name of SCHEMA_NAMES) collect(shown(name, language));
  const texts = Object.entries(content.messages(language)).filter(([key]) => key.startsWith('schema.'));
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter(([, text]) => !said.has(text)).map(([key]) => key)).toEqual([]);
});

test('a schema without words is a schema all the same', () => {
  const { title, ...schema } = jsonSchema('bank', {
    content: { ...content, index: content.index, messages: () => ({}) },
    language: 'en',
    t: translator({}, 'en'),
  });
  expect(title).toBeUndefined();
  expect(Object.keys(schema.properties ?? {})).toContain('questions');
});

test('star-coach schema prints one, in the language of the interface', async () => {
  const { code, stdout, stderr } = await cli(['schema', 'config', '--lang', 'ru']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const schema = JSON.parse(stdout);
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(schema.title).toBe('Настройки star-coach');
});

test.each([
  ['confg', 'Did you mean "config"?'],
  ['everything', 'Schemas: config, answers, bank, framework'],
])('star-coach schema %s', async (name, advice) => {
  const { code, stdout, stderr } = await cli(['schema', name]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(advice);
});

test.each(SCHEMA_NAMES)('in the schema %s every default is a value that it takes', (name) => {
  const whole = shown(name);
  const ajv = new Ajv({ strict: false });
  const seen: unknown[] = [];
  const look = (schema: unknown): void => {
    if (typeof schema !== 'object' || schema === null) return;
    if ('default' in schema && 'type' in schema) {
      seen.push(schema.default);
      expect([schema.default, ajv.validate(schema, schema.default)]).toEqual([schema.default, true]);
    }
    for (const inner of Object.values(schema)) look(inner);
  };
  look(whole);
  if (name === 'bank') expect(seen.length).toBeGreaterThan(0);
});

test('the schema of banks knows the rules that a sample may expect', () => {
  const valid = validator('bank');
  const bank = (rule: string) =>
    parse(SMALL_BANK.replace('findings: [no-numbers]', `findings: [${rule}]`).replace(/# .*/g, ''));
  expect([valid(bank('no-numbers')), valid(bank('no-nombers'))]).toEqual([true, false]);
});
