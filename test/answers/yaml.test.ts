import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { readAnswers } from '../../src/answers/read.js';

const keys = (key: string, values?: object) =>
  values === undefined ? key : `${key} ${JSON.stringify(values)}`;
const read = (source: string) => readAnswers('a.yaml', source, keys);
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each([
  ['literal block', 'answers:\n  - text: |\n      one\n\n      two\n', 'one two'],
  [
    'folded block with an indent and a note',
    'answers:\n  - text: >2-  # note\n        one\n      two\n',
    'one two',
  ],
  ['plain over lines', 'answers:\n  - text: one\n      two # note\n', 'one two'],
  [
    'double quotes',
    'answers:\n  - text: "say \\"hi\\" \\u2014 a\\\\b\\tc\\\n      d"\n',
    'say "hi " a \\b c d',
  ],
  ['single quotes', "answers:\n  - text: 'the ''best'' one'\n", "the ' best' one"],
  ['an empty text', "answers:\n  - text: ''\n", ''],
  ['nothing', 'answers:\n  - text:\n', ''],
  ['flow', 'answers: [{question: q, text: one}]', 'one'],
  ['JSON', '{"answers": [{"text": "one"}]}', 'one'],
  ['lone carriage returns', 'answers:\r  - text: |\r      one\r\r      two\r', 'one two'],
])('%s', async (_, source, expected) => {
  const { answers, problems } = await read(source);
  expect(problems).toEqual([]);
  expect(answers.map(({ text }) => squeeze(text))).toEqual([expected]);
  for (const { start, end, text } of answers) expect(text).toHaveLength(end - start);
});

test('settings of an answer stand above those of its file', async () => {
  const source =
    'role: r\nlang: ru\nrules: {vague: off, filler: info}\nanswers:\n  - question: "q-1"\n    lang: en\n    rules: {vague: error}\n    text: a\n  - text: b\n';
  const { role, answers } = await read(source);
  expect(role).toBe('r');
  expect(answers).toMatchObject([
    { question: 'q-1', language: 'en', rules: { vague: 'error', filler: 'info' } },
    { question: null, language: 'ru', rules: { vague: 'off', filler: 'info' } },
  ]);
  const [first] = answers;
  expect(source.slice(first?.questionSpan.start, first?.questionSpan.end)).toBe('q-1');
  const vague = first?.ruleSpans.vague;
  expect(source.slice(vague?.start, vague?.end)).toBe('vague');
  expect(vague?.start).toBe(source.lastIndexOf('vague'));
});

const BOMB = `a: &a [x, x, x, x, x, x, x, x, x]\n${[...'bcdefghi']
  .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)
  .join('\n')}\nanswers: [{text: x}]\n`;

test.each([
  ['empty file', '', '1:1', 'no-answers'],
  ['only a comment', '# nothing\n', '1:1', 'no-answers'],
  ['a list', '- text: a\n', '1:1', 'no-answers'],
  ['a word', 'answers: none\n', '1:10', 'no-answers'],
  ['other data', 'services: {}\n', '1:1', 'no-answers'],
  ['a misspelt key', 'answers:\n  - text: a\n    quesiton: b\n', '3:5', '"near":"question"'],
  ['a text that is a list', 'answers:\n  - text: [a]\n', '2:11', 'no-text'],
  ['an answer without text', 'answers:\n  - question: a\n', '2:5', 'no-text'],
  ['an answer that is a word', 'answers:\n  - a\n', '2:5', 'not-an-answer'],
  ['an alias for a text', 'answers:\n  - text: &t a\n  - text: *t\n', '3:11', 'alias'],
  ['a severity that does not exist', 'rules: {vague: loud}\nanswers: []\n', '1:16', 'rule-level'],
  ['a rule without severity', 'rules: {vague}\nanswers: []\n', '1:9', 'rule-level'],
  ['an open quote', 'answers:\n  - text: "a\n', '2:11', 'content.yaml'],
  ['a tab', 'answers:\n\t- text: a\n', '2:1', 'content.yaml'],
  ['duplicate keys', 'answers: []\nanswers: []\n', '2:1', 'content.yaml.key-twice'],
  [
    'a key that is known nowhere',
    'owner: x\nanswers: []\n',
    '1:1',
    '"known":"role, lang, framework, rules, answers"',
  ],
  ['a key that is a list', '? [a]\n: b\nanswers: []\n', '1:', 'content.yaml.key-text'],
  ['a key that is an alias', 'role: &a x\n*a : y\nanswers: []\n', '2:1', 'content.yaml.key-text'],
  ['a key of no letters', ': x\nanswers: []\n', '1:1', 'unknown-key'],
  ['a prototype', '__proto__: {}\nanswers: []\n', '1:1', 'content.yaml.key-refused'],
  ['a prototype among rules', 'rules: {constructor: off}\nanswers: []\n', '1:9', 'content.yaml.key-refused'],
  ['depth', `answers: ${'['.repeat(5000)}`, '1:', 'content.yaml.depth'],
  ['an alias bomb', BOMB, '2:', 'content.yaml.alias'],
  ['letters as numbers', 'answers:\n  - text: "\\u0441\\u0442"\n', '2:12', '"escape":"\\\\u0441"'],
  ['two documents', 'answers: []\n---\nanswers: []\n', '2:', 'content.yaml.documents'],
  ['NUL', 'answers:\n  - text: a\u0000b\n', '2:', 'content.binary'],
])('%s is a problem at its place', async (_, source, place, message) => {
  const { problems } = await read(source);
  const lines = problems.map((problem) => `${problem.line}:${problem.column} ${problem.message}`);
  expect(lines.filter((line) => line.startsWith(place) && line.includes(message))).not.toEqual([]);
});

test.each([
  ['other data', 'name: x\nrole: [a]\nruls: {}\n', 'no-answers'],
  ['a misspelt list', 'role: x\nanswer:\n  - text: a\n', '"near":"answers"'],
])('of %s one thing is told', async (_, source, message) => {
  const { problems, role } = await read(source);
  expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
  expect(role).toBeNull();
});

test('whatever text YAML can hold, its words keep their places', async () => {
  const words = fc.array(
    fc.constantFrom('слово', 'word', '"', "'", '\\', '\n', '\n\n', ': ', ' #', '%', '🙂', ' '),
    {
      maxLength: 20,
    },
  );
  const style = fc.constantFrom('BLOCK_LITERAL', 'BLOCK_FOLDED', 'QUOTE_DOUBLE', 'QUOTE_SINGLE', 'PLAIN');
  await fc.assert(
    fc.asyncProperty(words, style, async (pieces, defaultStringType) => {
      const typed = `a${pieces.join('')}`;
      const source = stringify(
        { answers: [{ text: typed }] },
        { defaultStringType, defaultKeyType: 'PLAIN' },
      );
      const { answers, problems } = await read(source);
      expect(problems).toEqual([]);
      const [answer] = answers;
      const text = answer?.text ?? '';
      expect(text).toHaveLength((answer?.end ?? 0) - (answer?.start ?? 0));
      for (let at = 0; at < text.length; at += 1)
        if (!/\s/.test(text[at] ?? ' ')) expect(text[at]).toBe(source[(answer?.start ?? 0) + at]);
      expect(text.replace(/\s+/g, '')).toBe(typed.replace(/\s+/g, ''));
    }),
    { numRuns: 500 },
  );
});
