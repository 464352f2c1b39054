import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { RuleData } from '../../src/content/types.js';
import { KINDS } from '../../src/rules/kinds.js';
import { parseRules } from '../../src/rules/parse.js';
import { checkSchema, ruleFileSchema } from '../../src/rules/schema.js';

const FOLDER = 'data/rules';
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
const rulesOf = (file: string) =>
  ruleFileSchema.parse(parse(readFileSync(join(FOLDER, file), 'utf8'))).rules as RuleData[];

describe('data of rules', () => {
  it.each(files)('%s is valid', (file) => {
    const rules = rulesOf(file);
    expect(parseRules(rules)).toHaveLength(rules.length);
  });

  it('gives every rule an id of its own', () => {
    const ids = files.flatMap((file) => rulesOf(file).map(({ id }) => id));
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids.length).toBeGreaterThan(20);
  });

  it('has two good and two bad examples in each language', () => {
    for (const file of files)
      for (const { id, examples } of rulesOf(file))
        for (const list of [examples.good, examples.bad])
          for (const language of ['en', 'ru'])
            expect(
              list.filter((example) => example.language === language).length,
              `${id} ${language}`,
            ).toBeGreaterThan(1);
  });
});

it('a message is a sentence, and quotes as its language does', () => {
  const messages = files.flatMap((file) =>
    rulesOf(file).flatMap(({ id, message, check }) =>
      [message, 'implied' in check ? (check.implied as typeof message) : undefined].flatMap((texts) =>
        Object.entries(texts ?? {}).map(([language, text]) => ({ id, language, text })),
      ),
    ),
  );
  // A question that is quoted brings its own mark.
  expect(messages.filter(({ text }) => !/[.?]$|\{question\}["»]$/.test(text))).toEqual([]);
  expect(messages.filter(({ language, text }) => (language === 'en' ? /[“”«»]/ : /[“"]/).test(text))).toEqual(
    [],
  );
});

describe('schema of checks', () => {
  it('knows the same kinds as the list of kinds', () => {
    const known = checkSchema.options.map((option) => option.shape.kind.value);
    expect([...known].sort()).toEqual(KINDS.map(({ kind }) => kind).sort());
  });

  it.each([
    [{ kind: 'length', leastWord: 3 }, 'leastWord'],
    [{ kind: 'lenght' }, 'kind'],
    [{ kind: 'phrases', patterns: { en: ['..3 word'] } }, 'patterns'],
    [{ kind: 'phrases', patterns: { en: ['(^|and) then'] } }, 'patterns'],
    [{ kind: 'phrases', patterns: { de: ['also'] } }, 'patterns'],
    [{ kind: 'part-state', state: 'lost' }, 'state'],
  ])('refuses %j', (check, named) => {
    const { success, error } = checkSchema.safeParse(check);
    expect(success).toBe(false);
    expect(JSON.stringify(error?.issues)).toContain(named);
  });

  it('refuses a kind that does not exist when rules are parsed', () => {
    const rule = { id: 'x', check: { kind: 'nothing' } } as never;
    expect(() => parseRules([rule])).toThrow("no kind of check is called 'nothing'");
  });
});
