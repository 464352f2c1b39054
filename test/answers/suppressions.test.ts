import { describe, expect, test } from 'vitest';
import { readAnswers } from '../../src/answers/read.js';
import { applyFixes, fixesOf } from '../../src/answers/suppressions-fix.js';
import { suppressionScope } from '../../src/answers/suppressions-scope.js';
import { expectLinear } from '../support/growth.js';

const keys = (key: string) => key;
const read = (path: string, source: string) => readAnswers(path, source, keys);

/** The words «bad…» of a file whose findings under the rule `vague` are switched off. */
async function hidden(path: string, source: string, rule = 'vague'): Promise<string[]> {
  const { suppressions } = await read(path, source);
  const scope = suppressionScope(suppressions, source);
  return [...source.matchAll(/bad\d/g)].flatMap(({ index, 0: word }) =>
    scope.of(rule, index).length > 0 ? [word] : [],
  );
}

describe('a comment of Markdown', () => {
  test.each<[string, string, string[]]>([
    ['for the next block', 'bad1\n\n<!-- star-disable-next vague -->\nbad2\nbad3\n\nbad4', ['bad2', 'bad3']],
    ['before an empty line', '<!-- star-disable-next vague -->\n\nbad1\n\nbad2', ['bad1']],
    ['inside a paragraph', 'bad1 <!-- star-disable-next vague --> bad2\nbad3\n\nbad4', ['bad2', 'bad3']],
    [
      'before an answer',
      '<!-- star-disable-next vague -->\n## A\nbad1\n\nbad2\n### R\nbad3\n## B\nbad4',
      ['bad1', 'bad2', 'bad3'],
    ],
    [
      'before a part',
      '## A\nbad1\n<!-- star-disable-next vague -->\n### R\nbad2\n\nbad3\n### S\nbad4',
      ['bad2', 'bad3'],
    ],
    [
      'before a section',
      '<!-- star-disable-next vague -->\n# One\n## A\nbad1\n## B\nbad2\n# Two\n## C\nbad3',
      ['bad1', 'bad2'],
    ],
    [
      'before an answer that follows',
      '## A\n<!-- star-disable-next vague -->\nbad1\n\nbad2\n\n## B\nbad3',
      ['bad1'],
    ],
    ['right before a heading', '<!-- star-disable-next vague -->\nbad1\n## B\nbad2', ['bad1']],
    [
      'before another comment',
      '<!-- star-disable-next vague -->\n<!-- note -->\n<!-- star-disable-next filler -->\nbad1\n\nbad2',
      ['bad1'],
    ],
    ['before a list', '<!-- star-disable-next vague -->\n- bad1\n- bad2\n\nbad3', ['bad1', 'bad2']],
    ['in a list', '- bad1\n- <!-- star-disable-next vague --> bad2\n\n- bad3', ['bad2']],
    ['at the end', 'bad1\n\n<!-- star-disable-next vague -->\n', []],
    ['for its line', 'bad1\nbad2 <!-- star-disable-line vague --> bad3\nbad4', ['bad2', 'bad3']],
    ['for the file', '## A\nbad1\n## B\nbad2\n<!-- star-disable-file vague -->', ['bad1', 'bad2']],
    ['from here on', 'bad1\n\n<!-- star-disable vague -->\n\nbad2\n\n## B\nbad3', ['bad2', 'bad3']],
    ['from here to there', 'bad1 <!-- star-disable vague --> bad2 <!-- star-enable vague --> bad3', ['bad2']],
    ['that enables everything', '<!-- star-disable vague --> bad1 <!-- star-enable --> bad2', ['bad1']],
    [
      'that enables another rule',
      '<!-- star-disable vague --> bad1 <!-- star-enable filler --> bad2',
      ['bad1', 'bad2'],
    ],
    [
      'that enables one of all',
      '<!-- star-disable --> bad1 <!-- star-enable vague --> bad2 <!-- star-disable --> bad3',
      ['bad1', 'bad3'],
    ],
    ['for all rules', '<!-- star-disable-next -->\nbad1\n\nbad2', ['bad1']],
    ['for another rule', '<!-- star-disable-file filler -->\nbad1', []],
    ['for several rules', '<!-- star-disable-file filler,vague  jargon -->\nbad1', ['bad1']],
    ['with a reason', '<!-- star-disable-file vague -- filler is theirs -->\nbad1', ['bad1']],
    ['over lines', '<!--\nstar-disable-file\n  filler,\n  vague\n-- their words\n-->\nbad1', ['bad1']],
    ['in code', '```\n<!-- star-disable-file vague -->\n```\nbad1 `<!-- star-disable-line vague -->`', []],
    ['about something else', '<!-- we star-disable-file vague -->\nbad1', []],
    [
      'with Windows line ends',
      '<!-- star-disable-next vague -->\r\nbad1\r\n\r\nbad2 <!-- star-disable-line vague -->\r\nbad3',
      ['bad1', 'bad2'],
    ],
    ['within emphasis', '**bad1 <!-- star-disable-line vague --> bad2**\nbad3', ['bad1', 'bad2']],
    [
      'in a table',
      '| a | b |\n|---|---|\n| bad1 | x <!-- star-disable-line vague --> |\n| bad2 | y |',
      ['bad1'],
    ],
    ['in a quote', '> bad1 <!-- star-disable-line vague -->\n> bad2', ['bad1']],
  ])('%s', async (_, source, expected) => {
    expect(await hidden('a.md', source)).toEqual(expected);
  });
});

describe('a comment of YAML', () => {
  test.each<[string, string, string[]]>([
    [
      'for the next answer',
      'answers:\n  - text: bad1\n  # star-disable-next vague\n  - question: q\n    text: |\n      bad2\n\n      bad3\n  - text: bad4',
      ['bad2', 'bad3'],
    ],
    [
      'within an answer',
      'answers:\n  - question: q\n    # star-disable-next vague -- theirs\n    text: >\n      bad1\n  - text: bad2',
      ['bad1'],
    ],
    [
      'with lone carriage returns',
      'answers:\r  # star-disable-next vague\r  - text: bad1\r  - text: bad2\r',
      ['bad1'],
    ],
    ['for its line', 'answers:\n  - text: bad1 # star-disable-line vague\n  - text: bad2', ['bad1']],
    [
      'for the file',
      '# star-disable-file vague\nanswers:\n  - text: bad1\n  - text: "bad2"',
      ['bad1', 'bad2'],
    ],
    [
      'from here to there',
      'answers:\n  # star-disable vague\n  - text: bad1\n  # star-enable vague\n  - text: bad2',
      ['bad1'],
    ],
    ['that is text of a block', 'answers:\n  - text: |\n      # star-disable-file vague\n      bad1', []],
    ['that is text in quotes', 'answers:\n  - text: "# star-disable-file vague\n      bad1"', []],
    ['behind the head of a block', 'answers:\n  - text: | # star-disable-file vague\n      bad1', ['bad1']],
    ['in a flow', 'answers: [{text: bad1}, # star-disable-line vague\n  {text: bad2}]', ['bad1']],
  ])('%s', async (_, source, expected) => {
    expect(await hidden('a.yaml', source)).toEqual(expected);
  });
});

test('plain text has no comments', async () => {
  expect(await hidden('a.txt', '<!-- star-disable-file --> bad1')).toEqual([]);
});

test.each<[string, string, string | null, string[]]>([
  ['over lines', 'vague, filler -- it is\n theirs', 'it is\n theirs', ['vague', 'filler']],
  ['behind a line break', 'vague\n-- theirs', 'theirs', ['vague']],
  ['that is not there', 'vague --', null, ['vague']],
  ['not behind two hyphens of a name', 'vague --filler', null, ['vague', '--filler']],
])('names, comments and a reason %s keep their places', async (_, inside, reason, names) => {
  const source = `x <!-- star-disable-line ${inside} --> y`;
  const { suppressions } = await read('a.md', source);
  expect(suppressions).toMatchObject([{ word: 'star-disable-line', reason }]);
  const { comment, rules } = suppressions[0] ?? { rules: [] };
  expect(source.slice(comment?.start, comment?.end)).toBe(source.slice(2, -2));
  expect(rules.map(({ start, end }) => source.slice(start, end))).toEqual(names);
});

test('comments are cut out in whatever order they are named', async () => {
  const source = 'One <!-- star-disable-line vague --> two <!-- star-disable-line filler, jargon --> three.';
  const { suppressions } = await read('a.md', source);
  const fixes = fixesOf(source, suppressions, [
    { suppression: 1, name: 0 },
    { suppression: 0, name: 0 },
  ]);
  expect(applyFixes(source, fixes)).toBe('One two <!-- star-disable-line jargon --> three.');
});

test('of two comments with the same reach the first is used', async () => {
  const source = '<!-- star-disable vague -->\n<!-- star-disable vague -->\nbad1';
  const { suppressions } = await read('a.md', source);
  const hits = suppressionScope(suppressions, source).of('vague', source.indexOf('bad1'));
  expect(hits).toEqual([{ suppression: 0, name: 0 }]);
});

test.each([
  ['in one line', '<!-- star-disable-next --> bad1 '],
  ['one behind the other', '<!-- star-disable-next -->'],
  ['before headings', '<!-- star-disable-next -->\n### A\n'],
  ['for lines', 'bad1 <!-- star-disable-line a, b -->'],
])('a whole file of comments %s is read in linear time', async (_, piece) => {
  await expectLinear((count) => () => hidden('a.md', piece.repeat(count)), 1000);
});

test('looking up each of many words among as many comments takes linear time', async () => {
  await expectLinear(async (count) => {
    const source = '<!-- star-disable-next vague -->\nbad1\n\n<!-- star-disable -->\n'.repeat(count);
    const { suppressions } = await read('a.md', source);
    return () => {
      const scope = suppressionScope(suppressions, source);
      const hits = [...source.matchAll(/bad1/g)].flatMap(({ index }) => scope.of('vague', index));
      expect(hits.length).toBeGreaterThan(count);
    };
  }, 2000);
});
