import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankSchema } from '../../src/content/bank-schema.js';
import { translator } from '../../src/content/messages.js';
import { validate } from '../../src/content/validate.js';
import { unsafeAt } from '../../src/content/visible.js';
import { parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';

const messages = content.messages('en');
const t = translator(messages, 'en');
const own = bankSchema({ languages: ['en', 'ru'], own: true, frameworks: { star: ['task', 'result'] } });

/** Whatever the text: a value, or problems that lie inside it and are safe to print. */
function holds(source: string): void {
  const { value, problems } = validate(own, parseYaml(source, 'b.yaml', t), t);
  expect(value === null).toBe(problems !== null);
  const lines = source.split(/\r\n|\n|\r/);
  const astray = (problems ?? []).filter(({ line, column, message }) => {
    const length = lines[line - 1]?.length;
    const inside = length !== undefined && column >= 1 && column <= length + 1;
    return !inside || unsafeAt(message) >= 0 || message.includes('\n');
  });
  expect(astray).toEqual([]);
}

const PIECES = [
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '"',
  "'",
  '|\n',
  '\n',
  '\t',
  '!!x ',
  '? ',
  '__proto__: ',
  '\u001b[31m',
  '\0',
  '#',
  '---\n',
  '%YAML 1.1\n',
  'null',
  '~',
  '<<: *a\n',
  '\r',
];

describe('an untrusted file', () => {
  it('may be any text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), holds), { numRuns: 300 });
  });

  it('may be made of the marks of YAML', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom('role', 'x', ' ', '1')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        text.map((pieces) => pieces.join('')),
        holds,
      ),
      { numRuns: 300 },
    );
  });

  it('may be a bank with something put in, or taken out, anywhere', () => {
    const change = fc.record({
      at: fc.nat(SMALL_BANK.length),
      without: fc.nat(30),
      put: fc.constantFrom('', ...PIECES),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        holds(
          changes.reduce(
            (text, { at, without, put }) => text.slice(0, at) + put + text.slice(at + without),
            SMALL_BANK,
          ),
        );
      }),
      { numRuns: 200 },
    );
  });
});

it('every text that the sources of content name exists', () => {
  const sources = readdirSync('src/content').map((file) => readFileSync(`src/content/${file}`, 'utf8'));
  const keys = sources.flatMap((text) =>
    [...text.matchAll(/'(content\.[a-z][a-z.-]*[a-z])'/g)].map(([, key = '']) => key),
  );
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !(key in messages))).toEqual([]);
});
