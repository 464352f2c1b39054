import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import { createLinter } from '../../src/cli/lint.js';
import { translator } from '../../src/content/messages.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';

const t = translator(content.messages('en'), 'en');
const linter = createLinter({
  content,
  language: 'en',
  t,
  levels: new Map(),
  only: new Set(['private-data']),
});

/** What a rule reports wherever it stands, in a sentence of each language. */
const SENTENCES = ['Write to anna.p@north-bakery.net about it.', 'Звоните +7 912 345-67-89 в любой день.'];
const PRIVATE = ['anna.p@north-bakery.net', '+7 912 345-67-89'];

/** What is reported in a file, as it is typed there. */
async function reported(path: string, source: string): Promise<string[]> {
  const { findings, facts } = linter.lint(await readAnswers(path, source, t));
  expect(facts.answers().length).toBeGreaterThan(0);
  const lines = source.split(/\r\n|\n|\r/);
  return findings
    .filter(({ rule }) => rule === 'private-data')
    .map(({ start, end }) => {
      // Line and column are those of the offset, for the start and for the end.
      for (const { line, column, offset } of [start, end]) {
        const before = source.slice(0, offset).split(/\r\n|\n|\r/);
        expect([before.length, (before.at(-1) ?? '').length + 1]).toEqual([line, column]);
        expect(lines[line - 1]?.length).toBeGreaterThanOrEqual(column - 1);
      }
      return source.slice(start.offset, end.offset);
    });
}

/** Markup around a sentence of a Markdown file. Where a finding lies in markup, its marks lie within. */
const MARKDOWN: readonly ((sentence: string) => string)[] = [
  (it) => it,
  (it) => `- ${it}`,
  (it) => `1. one\n   - two\n     - ${it}`,
  (it) => `> ${it}`,
  (it) => `> - ${it}`,
  (it) => `| a | b |\n|---|---|\n| ${it} | c |`,
  (it) => `[${it}](https://example.org/a_(b) "t")`,
  (it) => `![a picture](x.png) ${it}`,
  (it) => `<!-- a note: all is well --> ${it}`,
  (it) => `<!-- over\n\nparagraphs -->\n${it}`,
  (it) => `**${it}**`,
  (it) => `_${it}_ &mdash; \`code\``,
  (it) => `<b class="x">${it}</b>`,
  (it) => `~~gone~~ ${it}`,
  (it) => `### Result\n\n${it}`,
  (it) => `**Result.** ${it}`,
  (it) => `    ${it}`,
  (it) => `\`\`\`js\nvar x;\n\`\`\`\n${it}`,
  (it) => `$E = mc^2$ ${it}`,
  (it) => `${it}[^1]\n\n[^1]: a note`,
  // MDX is no Markdown: it is left as it is, and what stands between is read.
  (it) => `import { Note } from './note'\n\n${it}`,
  (it) => `<Note kind="tip">\n\n${it}\n\n</Note>`,
  (it) => `{/* a comment */}\n\n${it}`,
  (it) => `<!-- star-disable-next filler -->\n${it}`,
];

/** A sentence as a scalar of YAML, at an indent of six. */
const YAML: readonly ((sentence: string) => string)[] = [
  (it) => it,
  (it) => `"${it}"`,
  (it) => `'${it}'`,
  (it) => `|\n      ${it}`,
  (it) => `>-\n      ${it}`,
  (it) => `|2-  # a note\n        ${it}`,
  (it) => `${it} # anna.p@north-bakery.net`,
  (it) => `>\n      ${it.replace(/ (?=\S+$)/, '\n      ')}`,
  (it) => `"${it.replace(' ', ' \\\n       ')}"`,
  (it) => `'It''s so. ${it}'`,
  (it) => `"A \\"quote\\", a tab\\t, a dash \\u2014. ${it}"`,
];

const eol = fc.constantFrom('\n', '\r\n');
const sentence = fc.constantFrom(...SENTENCES);

/** What is to be reported of a sentence, white space as one space. */
const told = (text: string) => PRIVATE.find((words) => text.replace(/[\s\\]+/g, ' ').includes(words));
const squeezed = (text: string) => text.replace(/[\s\\]+/g, ' ');

describe('the text under a finding is the text the rule saw', () => {
  test('in Markdown', async () => {
    const filler = fc.constantFrom(
      ...MARKDOWN.map((wrap) => wrap('The parcel came on Monday.')),
      '',
      '---',
      '# Title',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(filler, { maxLength: 4 }),
        fc.constantFrom(...MARKDOWN),
        fc.array(filler, { maxLength: 4 }),
        sentence,
        eol,
        fc.boolean(),
        async (before, wrap, after, it, end, marked) => {
          const body = [
            '## Success',
            ...before.filter((text) => text !== '# Title'),
            wrap(it),
            ...after,
          ].join('\n\n');
          const head = marked ? '---\nrole: support-manager\n---\n\n' : '';
          const source = (head + body).replaceAll('\n', end);
          const found = await reported('a.md', source);
          expect(found.map(squeezed)).toEqual([told(it)]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('in YAML', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...YAML), sentence), { minLength: 1, maxLength: 4 }),
        eol,
        async (answers, end) => {
          const items = answers.map(
            ([wrap, it]) =>
              `  # a comment: all went well\n  - lang: ${/[а-я]/.test(it) ? 'ru' : 'en'}\n    text: ${wrap(it)}\n`,
          );
          const source = `# anna.p@north-bakery.net\nanswers:\n${items.join('')}`.replaceAll('\n', end);
          const found = await reported('a.yaml', source);
          expect(found.map(squeezed)).toEqual(answers.map(([, it]) => told(it)));
        },
      ),
      { numRuns: 100 },
    );
  });

  test('in plain text', async () => {
    for (const it of SENTENCES)
      expect(await reported('a.txt', `\n\n  The parcel came.\r\n${it}\r`)).toEqual([told(it)]);
  });
});

test.each([
  ['sentences', 'Write to anna.p@north-bakery.net about it. '],
  ['one sentence', 'we wrote to anna.p@north-bakery.net and '],
  ['a language that is not read', 'Wir haben an anna.p@north-bakery.net geschrieben. '],
])('findings of a file with thousands of them cost no more each: %s', async (_, text) => {
  const lint = async (count: number) => {
    const source = `## A\n\n${text.repeat(count)}`;
    return linter.lint(await readAnswers('a.md', source, t)).findings;
  };
  expect(await lint(2000)).toHaveLength(2000);
  await expectLinear((count) => () => lint(count), 250);
});
