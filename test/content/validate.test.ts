import { expect, it } from 'vitest';
import * as z from 'zod';
import { translator } from '../../src/content/messages.js';
import { validate } from '../../src/content/validate.js';
import { parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';

const t = translator(content.messages('en'), 'en');

const problemsOf = (schema: z.ZodType, source: string): string[] => {
  const { problems } = validate(schema, parseYaml(source, 'a.yaml', t), t);
  return (problems ?? []).map(({ line, column, message }) => `${line}:${column} ${message}`);
};

const bird = z.strictObject({ kind: z.literal('bird'), wings: z.number() });
const fish = z.strictObject({ kind: z.literal('fish'), fins: z.array(z.string()) });

it.each<[string, z.ZodType, string]>([
  ['too many items', z.strictObject({ a: z.array(z.string()).max(1) }), 'a: [x, y]'],
  ['too few items', z.strictObject({ a: z.array(z.string()).min(2) }), 'a: [x]'],
  ['nothing where something must be', z.strictObject({ a: z.string().min(1) }), "a: ''"],
  ['a number that is too big', z.strictObject({ a: z.number().max(5) }), 'a: 6'],
  ['a number that is too small', z.strictObject({ a: z.number().min(5) }), 'a: 4'],
  ['a number at an open limit', z.strictObject({ a: z.number().gt(5) }), 'a: 5'],
  ['a number where a text must be', z.strictObject({ a: z.string() }), 'a: 5'],
  ['a list where a number must be', z.strictObject({ a: z.number() }), 'a: []'],
  ['a key that is missing', z.strictObject({ a: z.strictObject({ b: z.number() }) }), 'a: {}'],
  ['a misspelt key', z.strictObject({ colour: z.string().optional() }), 'color: red'],
  ['a text cut at its comma', z.strictObject({ en: z.string() }), 'en: { en: First, then second }'],
  ['a misspelt value', z.strictObject({ a: z.enum(['error', 'warn']) }), 'a: eror'],
  [
    'a key of a map that is none of those allowed',
    z.partialRecord(z.enum(['error', 'warn']), z.string()),
    'eror: x',
  ],
  [
    'a key of another form',
    z.record(z.string().regex(/^[a-z]+$/, 'content.kebab-case'), z.number()),
    'A1: 5',
  ],
  ['a kind that there is not', z.discriminatedUnion('kind', [bird, fish]), 'kind: fisch'],
  [
    'a key that only another kind has',
    z.discriminatedUnion('kind', [bird, fish]),
    '{ kind: bird, wings: 2, fin: [] }',
  ],
  [
    'what is none of several shapes',
    z.strictObject({ a: z.union([z.number(), bird]) }),
    'a: { kind: bird, wings: many }',
  ],
  ['a check of our own', z.strictObject({ a: z.string().regex(/\S/, 'content.blank') }), "a: '  '"],
  ['what has no words of its own', z.strictObject({ a: z.number().multipleOf(2) }), 'a: 3'],
])('tells of %s', (_, schema, source) => {
  expect(problemsOf(schema, source)).toMatchSnapshot();
});
