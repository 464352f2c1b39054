import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import type { AnswerFile } from '../../src/answers/types.js';
import { expectLinear } from '../support/growth.js';

const keys = (key: string, values?: object) =>
  values === undefined ? key : `${key} ${JSON.stringify(values)}`;
const read = (source: string) => readAnswers('a.md', source, keys);

/** The text of the only answer, white space run together. */
async function prose(source: string): Promise<string> {
  const { answers } = await read(source);
  expect(answers).toHaveLength(1);
  return squeeze(answers[0]?.text ?? '');
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

test.each([
  ['plain', 'Я позвонил клиенту.', 'Я позвонил клиенту.'],
  ['emphasis', 'a *b* **c** ***d*** _e_ __f__ ~~g~~', 'a b c d e f g'],
  ['emphasis inside a Russian word', 'пере**звон**ил', 'пере звон ил'],
  ['underscores inside a word', 'snake_case_name stays', 'snake_case_name stays'],
  ['stars that mark nothing', '2 * 3 * 4 and a ** b', '2 * 3 * 4 and a ** b'],
  ['a gap of underscores', 'saved ___ roubles', 'saved ___ roubles'],
  ['emphasis next to guillemets', '«**Да**», сказал он', '« Да », сказал он'],
  ['strong over two lines', '**a\nb** c', 'a b c'],
  ['no strong over two paragraphs', '**a\n\nb** c', '**a b** c'],
  ['code marks', 'used `CRM` and ``a`b``', 'used CRM and a`b'],
  ['an open code mark', 'a ` b *c*', 'a ` b c'],
  ['no emphasis in code', '`*a*` *b*', '*a* b'],
  ['fence', 'a\n```js\nvar x\n```\nb', 'a b'],
  ['fence of tildes', 'a\n~~~\n```\n~~~\nb', 'a b'],
  ['fence closed by a longer one', '```\nx\n`````\nb', 'b'],
  ['fence in a quote ends with it', '> ```\n> x\n\nb', 'b'],
  ['indented first line is prose', '    Клиент ушёл.', 'Клиент ушёл.'],
  ['inline link', 'see [the page](http://x.y "t") now', 'see the page now'],
  ['link with brackets in its address', '[a](b_(c)) d', 'a d'],
  ['link in angle brackets', '[a](<b c>) d', 'a d'],
  ['not a link', 'we [agreed] (at last)', 'we [agreed] (at last)'],
  ['placeholder', 'Hello, [your name] and [sum]!', 'Hello, [your name] and [sum]!'],
  ['reference', '[a][r] [r] [b][]\n\n[r]: http://x.y', 'a r [b][]'],
  ['definition with a title', 'x\n\n[r]: /u "t"', 'x'],
  ['a colon after brackets', '[Client]: why so dear?', '[Client]: why so dear?'],
  ['image', 'a ![chart](c.png) b', 'a b'],
  ['image in a link', '[![i](j) text](k) b', 'text b'],
  ['address', 'at https://x.y/a?b=1. Then (http://z.y) done', 'at . Then ( ) done'],
  ['address in angle brackets', '<https://x.y> <a@b.ru>', 'a@b.ru'],
  ['tags', 'a<br>b <b class="x">c</b> <br/>', 'a b c'],
  ['a value without quotes', 'a <img src=x.png alt=b> c', 'a c'],
  ['no tag: nothing behind the sign', 'a <img src=> c', 'a <img src=> c'],
  ['what only looks like a tag', 'CSAT < 80 and <name> <имя>', 'CSAT < 80 and <name> <имя>'],
  ['comment', 'a <!-- x --> b', 'a b'],
  ['comment over paragraphs', 'a\n\n<!-- x\n\n## y\n-->\nb', 'a b'],
  ['script', 'a\n\n<script>\nvar x;\n</script>\nb', 'a b'],
  ['entities', 'R&amp;D&nbsp;x &#8212; &#x2014; y', 'R D x y'],
  ['what only looks like an entity', 'AT&T; S&OP; a & b;', 'AT&T; S&OP; a & b;'],
  ['escapes', '\\*a\\* \\[b] \\\\ 1\\. c', '*a * [b] \\ 1 . c'],
  ['escaped heading', '\\## not a heading', '## not a heading'],
  ['backslash of no use', 'C:\\Users \\я', 'C:\\Users \\я'],
  ['hard break', 'a\\\nb', 'a b'],
  ['bullets', '- a\n* b\n+ c\n  - d', 'a b c d'],
  ['numbers', '1. a\n2. b\n3) c', 'a b c'],
  ['a year is no list number', 'It was in\n2019. Then we left.', 'It was in 2019. Then we left.'],
  ['minus and plus', '-5 %\n+7 912', '-5 % +7 912'],
  ['tasks', '- [ ] a\n- [x] b\n- [y] c', 'a b [y] c'],
  ['quote', '> a\n> b\nc', 'a b c'],
  ['quote in a list', '- > a\n  > b', 'a b'],
  ['rules', 'a\n\n---\n* * *\n___\nb', 'a b'],
  ['underlines', 'a\n---\nb\n===\nc', 'a b c'],
  ['table', '| a | b\\|c |\n|---|:-:|\n| 1 | **2** |', 'a b |c 1 2'],
  ['pipes without a table', 'a | b', 'a | b'],
  ['top heading', '# Title\n\na', 'a'],
  ['heading of a part', '### Result ###\na', 'Result a'],
  ['not a heading', '#hash ####### seven', '#hash ####### seven'],
  ['byte order mark', '\uFEFFa', 'a'],
  ['Windows line ends', '- a\r\n- **b**\r\n', 'a b'],
  ['lone carriage returns', '- a\r- **b**', 'a b'],
])('%s', async (_, source, expected) => {
  expect(await prose(source)).toBe(expected);
});

test.each(['{#q-1}', '{# q-1}', '{#q-1 }', '{#\tq-1  }'])('## One %s', async (id) => {
  const source = `## One ${id}\n\na\n`;
  const { answers } = await read(source);
  expect(answers.map(({ title, question }) => [title, question])).toEqual([['One', 'q-1']]);
  expect(answers.map(({ questionSpan: { start, end } }) => source.slice(start, end))).toEqual(['q-1']);
});

test('a file is cut at its second-level headings, and ids are taken from their ends', async () => {
  const source = '# File\nintro\n## One *x* {#q-1}\na\n### Result\nb\n## Two ##\nc\n# Part\nnone\n##\nd\n';
  const { answers } = await read(source);
  expect(
    answers.map(({ title, question, questionSpan, text }) => [
      title,
      question,
      source.slice(questionSpan.start, questionSpan.end),
      squeeze(text),
    ]),
  ).toEqual([
    ['One *x*', 'q-1', 'q-1', 'a Result b'],
    ['Two', null, 'Two', 'c'],
    ['', null, '', 'd'],
  ]);
});

test.each([
  ['headings in quotes and lists begin no answer', '## A\n> ## b\n- ## c', 1],
  ['headings in code and comments begin no answer', '## A\n```\n## b\n```\n<!--\n## c\n-->\n', 1],
  ['an id needs its number sign and no spaces', '## A {q} \n## B {#a b}', 2],
])('%s', async (_, source, count) => {
  const { answers } = await read(source);
  expect(answers).toHaveLength(count);
  expect(answers.every(({ question }) => question === null)).toBe(true);
});

test.each([
  ['**Ситуация.** Клиент ушёл.\n**Result:** we *kept* him', ['Ситуация.', 'Result:']],
  ['- **Task** was mine\n> __Action__: I', ['Task', 'Action']],
  ['### Результат\nвсё\n#### R', ['Результат', 'R']],
  ['I did **Result** here', []],
  [`**${'long '.repeat(20)}lead**`, []],
  ['**Task.** x\n### Result\n- __Action:__ y\n###', ['Task.', 'Result', 'Action:']],
  ['***Result.*** x', ['Result.']],
])('marked headings of %j', async (source, expected) => {
  const { answers } = await read(`## A\n${source}`);
  const marked = answers[0]?.markedHeadings.map(({ start, end }) => answers[0]?.text.slice(start, end));
  expect(marked).toEqual(expected);
});

describe('front matter', () => {
  test.each([
    ['---\nrole: support-manager\nlang: ru\n---\n## A\nb', { role: 'support-manager', language: 'ru' }],
    ['---\nquestion: q-1\n---\ntext', { question: 'q-1' }],
    ['---\r\nlang: ru\r\nquestion: q-1\r\n---\r\ntext', { question: 'q-1' }],
    ['---\nquestion: quest\n---\ntext', { question: 'quest' }],
    ['---\nquestion: "q-1"\ndate: 2026-01-01\n---\ntext', { question: 'q-1' }],
    ['---\nquestion: q-1\n---\n## Two {#own}\n', { question: 'own' }],
    ['---\nrules:\n  vague: off\n  filler: info\n---\ntext', { rules: { vague: 'off', filler: 'info' } }],
    ['---\nrole:\n---\ntext', { role: null }],
  ])('%j', async (source, expected) => {
    const file = await read(source);
    const [answer] = file.answers;
    const { question, language, rules } = answer ?? {};
    expect({ role: file.role, question, language, rules }).toMatchObject(expected);
    expect(file.problems).toEqual([]);
    if ('question' in expected && expected.question !== null) {
      const { start = 0, end = 0 } = answer?.questionSpan ?? {};
      expect(source.slice(start, end)).toBe(expected.question);
    }
  });

  test.each([
    ['---\nrole: [a\n---\ntext', 2, 'content.yaml'],
    ['---\na: 1\nquesiton: q\n---\ntext', 3, 'unknown-key-near {"key":"quesiton","near":"question"}'],
    ['---\nrules: {vague: loud}\n---\ntext', 2, 'rule-level'],
    ['---\nrules: vague\n---\ntext', 2, 'rules-not-a-map'],
    ['---\nrole: a\nrole: b\n---\ntext', 3, 'content.yaml.key-twice'],
    ['---\n__proto__: {x: 1}\n---\ntext', 2, 'content.yaml.key-refused'],
    ['---\n- a\n---\ntext', 2, 'not-a-map'],
    ['---\nrole: {a: b}\n---\ntext', 2, 'not-a-word'],
    ['---\nquestion: 12\n---\ntext', 2, 'not-a-word'],
    ['---\nrole:a\n---\ntext', 2, 'not-a-map'],
    ['---\nrole: a\nrules\n  vague: off\n---\ntext', 3, 'content.yaml.key-lines'],
    ['## A\n\n```\nnever closed', 3, 'unclosed-fence'],
    ['## A\n\ntext\n<!-- never closed', 4, 'unclosed-comment'],
  ])('%j has a problem in line %i', async (source, line, message) => {
    const { problems, answers } = await read(source);
    expect(problems).toEqual([expect.objectContaining({ path: 'a.md', line })]);
    expect(problems[0]?.message).toContain(message);
    expect(answers).toHaveLength(1);
  });

  test.each([
    ['---\nlang: en\n\nOne.\n', ['One.']],
    ['---\r\nlang: en\r\n\r\nOne.\r\n', ['One.']],
    ['---\nlang: en\nOne.\n', ['One.']],
    ['---\nlang: en\n', ['']],
    ['---\n\nlang: en\n\n## A\n\nOne.\n\n## B\n\nTwo.\n', ['One.', 'Two.']],
    ['---\ntitle: Mine\nlang: en\nrules:\n  vague: off\n\n- One.\n', ['One.']],
    ['---\nlang: en\n----\n\nOne.\n', ['One.']],
    ['---\nlang: en\n ---\n\nOne.\n', ['One.']],
    ['---\nlang: en\n\n## A\n\nOne.\n\n---\n\n## B\n\nTwo.\n', ['One.', 'Two.']],
    ['---\nlang: en\n\n## A\n\n- One: 1.\n\n---\n\n## B\n\nTwo.\n', ['One: 1.', 'Two.']],
    [
      '---\nlang: en\n\nOne (in May: two) and three.\n\n---\n\nTwo.\n',
      ['One (in May: two) and three.', 'Two.'],
    ],
  ])('%j is never closed: its keys count, and no text is lost', async (source, texts) => {
    const { answers, problems } = await read(source);
    expect(problems).toMatchObject([{ line: 1, column: 1, message: 'lint.problem.unclosed-front-matter' }]);
    const all = answers.map(({ text }) => text).join('\n');
    for (const text of texts) expect(all).toContain(text);
    expect(all).not.toMatch(/lang|title|rules/);
    for (const { language } of answers) expect(language).toBe('en');
  });

  test.each([
    ['---\n\nOne.\n', ['One.']],
    ['--- \nnever closed\n\ntext', ['never closed', 'text']],
    ['---\nSituation: one.\nTask: two.\n', ['Situation: one.', 'Task: two.']],
    ['---\n\nSituation: one.\n\n---\n\nTwo.\n', ['Situation: one.', 'Two.']],
    ['---\n\n## A\n\nOne.\n\n---\n\n## B\n\nTwo.\n', ['One.', 'Two.']],
    ['---\nВ мае ушёл клиент: крупный.\n\n---\n\nМы его вернули.\n', ['ушёл клиент', 'вернули']],
  ])('%j begins with a line across the page', async (source, texts) => {
    const { answers, problems, role } = await read(source);
    expect({ problems, role }).toEqual({ problems: [], role: null });
    const all = answers.map(({ text }) => text).join('\n');
    for (const text of texts) expect(all).toContain(text);
  });
});

/** What holds for the mask of any file. */
function expectMask({ answers, source }: AnswerFile): void {
  let last = 0;
  for (const { start, end, text, markedHeadings, questionSpan } of answers) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(text).toHaveLength(end - start);
    last = end;
    for (let at = 0; at < text.length; at += 1) {
      const shown = text[at] ?? '';
      const typed = source[start + at] ?? '';
      if (shown !== typed && shown !== ' ')
        throw new Error(`${JSON.stringify(shown)} at ${start + at} of ${JSON.stringify(source)}`);
      if (/[\r\n]/.test(typed)) expect(shown).toBe(typed);
    }
    for (const span of markedHeadings) {
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeLessThanOrEqual(text.length);
    }
    expect(questionSpan.end).toBeGreaterThanOrEqual(questionSpan.start);
  }
  expect(last).toBeLessThanOrEqual(source.length);
}

const PIECES = [
  ...['слово', 'word', 'x', '«Да»', '🙂', '2019', ' ', ' ', ' ', '\n', '\n\n', '\r\n', '\t', '    '],
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '``',
    '```',
    '~~~',
    '[',
    ']',
    '![',
    '(',
    ')',
    '](u)',
    '][r]',
    '[r]: u',
  ],
  ...[
    '# ',
    '## ',
    '### ',
    '{#id}',
    '> ',
    '- ',
    '1. ',
    '---',
    '===',
    '|',
    '|-|',
    '<',
    '>',
    '<br>',
    '<b a="',
    "'",
  ],
  ...[
    '<!--',
    '-->',
    '&amp;',
    '&',
    '\\',
    'http://',
    ':',
    '.',
    '\u0000',
    '\u202e',
    '\ud800',
    '---\nrole: a\n---\n',
  ],
];
const markdown = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

test('refuses a question in the front matter of several answers', async () => {
  const { answers, problems } = await read('---\nlang: en\nquestion: q-1\n---\n## A\n\na\n\n## B {#b}\n\nb');
  expect(answers.map(({ question }) => question)).toEqual([null, 'b']);
  expect(problems).toMatchObject([
    { line: 3, column: 11, message: expect.stringContaining('question-of-many') },
  ]);
});

test('masks keep every offset and every line break, whatever is typed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(markdown, fc.string({ unit: 'binary' })), async (source) =>
      expectMask(await read(source)),
    ),
    { numRuns: 600 },
  );
});

const INLINE = [
  ...['слово', 'word', 'x', '«Да»', ' ', ' ', ' ', '\nnext', '*', '**', '***', '_', '__', '`', '``'],
  ...[
    '[',
    ']',
    '![',
    '](u)',
    '](',
    '][r]',
    '](<u v> "t")',
    '<br>',
    '</b>',
    '<!-- c -->',
    '<a@b.ru>',
    '&amp;',
    '\\',
    '.',
    '!',
  ],
];

/** Letters and digits that a renderer shows of a text, after the CommonMark reference parser. */
function letters(source: string): string {
  const shown: string[] = [];
  const visit = (node: { type: string; value?: string; children?: unknown[] }): void => {
    if (node.type === 'text' || node.type === 'inlineCode') shown.push(node.value ?? '');
    for (const child of node.children ?? []) visit(child as typeof node);
  };
  visit(fromMarkdown(source, { extensions: [{ disable: { null: ['codeIndented', 'setextUnderline'] } }] }));
  return onlyLetters(shown.join(' '));
}

const onlyLetters = (text: string) => text.replace(/[^\p{L}\p{N}]+/gu, '');

test('inline markup is read as the reference parser reads it', async () => {
  const paragraph = fc
    .array(fc.constantFrom(...INLINE), { maxLength: 25 })
    .map((pieces) => `начало ${pieces.join('')} конец`);
  await fc.assert(
    fc.asyncProperty(paragraph, async (text) => {
      const source = `${text}\n\n[r]: /address\n`;
      const { answers } = await read(source);
      expect(onlyLetters(answers[0]?.text ?? '')).toBe(letters(source));
    }),
    { numRuns: Number(process.env.RUNS ?? 500) },
  );
});

test.each([
  ['open brackets', '['],
  ['open links', '[a](b '],
  ['emphasis that pairs with nothing', '*a _b '],
  ['emphasis of changing kinds', '**a *b __c _d '],
  ['open comments', 'x <!-- '],
  ['open tags', '<a b="c '],
  ['references', '[a][b'],
  ['quotes in quotes', '> > > '],
  ['ampersands', '&amp'],
  ['lines of fences', '```x\n'],
])('%s by the ten thousand take linear time', async (_, piece) => {
  await expectLinear((count) => () => read(`## A\n${piece.repeat(count)}`), 10_000);
});
