import { describe, expect, it } from 'vitest';
import { translator } from '../../src/content/messages.js';
import { LONGEST_YAML, parseYaml } from '../../src/content/yaml.js';
import { content } from '../support/content.js';

const t = translator(content.messages('en'), 'en');
const read = (source: string) => parseYaml(source, 'bank.yaml', t);
const problemsOf = (source: string) =>
  read(source).problems.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`);

const REFUSED: readonly { name: string; source: string; problems: readonly string[] }[] = [
  {
    name: 'a tab as indentation',
    source: 'role: x\nname:\n\ten: X\n',
    problems: ['3:1: a tab is used for indentation; use spaces'],
  },
  ...(
    [
      ['to the end', 'role: "x\nname: y\n', ['1:7 "']],
      ['in single quotes', "a: 'b\n", ["1:4 '"]],
      ['that the next key ends', 'lang: "en\nrules:\n  vague: "error"\n', ['1:7 "']],
      ['alone', 'a: "', ['1:4 "']],
      ['in brackets, which it closes off', 'a: {b: [c, "d]}\n', ['1:12 "']],
    ] as const
  ).map(([name, source, places]) => ({
    name: `an open quote: ${name}`,
    source,
    problems: places.map((place) => `${place.replace(' ', ': the quote ')} opened here is not closed`),
  })),
  ...(
    [
      ['a map in a map', 'rules: {vague: off\n', ['1:8 { }+']],
      ['a list in a list', 'a:\n  - text: [a\n', ['2:11 [ ]+']],
      ['a list at the root', '[a\n', ['1:1 [ ]']],
      ['one that the next key ends', 'a: [b\nc: d\n', ['1:4 [ ]+']],
      ['one in another', 'a: {b: [c\n', ['1:4 { }+', '1:8 [ ]+']],
      ['one behind one that is closed', 'a: {b: [], c: [d, {e: f}\ng: {}\n', ['1:4 { }+', '1:15 [ ]+']],
      ['one that another kind ends', '{a: [b, "]"}\n', ['1:5 [ ]']],
      ['an outer one', '{a: [b, {c: d}]\n', ['1:1 { }']],
    ] as const
  ).map(([name, source, places]) => ({
    name: `a bracket that is not closed: ${name}`,
    source,
    problems: places.map((place) => {
      const [at, open, close = ''] = place.split(' ');
      const lines = close.endsWith('+') ? ' (lines inside brackets are indented)' : '';
      return `${at}: the bracket ${open} opened here is not closed by ${close[0]}${lines}`;
    }),
  })),
  {
    name: 'a bracket that closes nothing',
    source: '{a: [b]}]\n',
    problems: ['1:9: the bracket ] closes nothing'],
  },
  {
    name: 'no comma',
    source: '{"a" "b"}\n',
    problems: ['1:6: a comma or a colon is missing before this'],
  },
  {
    name: 'no blank behind a colon',
    source: 'a: b\nc:d\n',
    problems: ['2:1: a key must be followed by a colon and a space, as in key: value'],
  },
  {
    name: 'two sizes of indentation',
    source: 'a:\n    b: 1\n  c: 2\n',
    problems: ['3:1: wrong indentation'],
  },
  {
    name: 'one line too shallow, and another behind it, without what follows from each',
    source: [
      'list:',
      '  - a: 1',
      '    b: 2',
      '   c: 3',
      '    d: 4',
      '    e:',
      '      f: 5',
      '  - a: 1',
      '     # a comment is no line',
      '     b: 2',
      '    c: 3',
      '    d: 4',
      'last: 5',
    ].join('\n'),
    problems: ['4:1: wrong indentation', '10:1: wrong indentation'],
  },
  {
    name: 'an entry of a list too deep',
    source: 'list:\n  - a: 1\n    b: 2\n   - a: 3\n     b: 4\n  - a: 5\n    b: 6\n',
    problems: ['4:4: wrong indentation'],
  },
  {
    name: 'a line deeper than the text before it',
    source: 'name:\nen: Baker\n  ru: Пекарь\nrole: x\n',
    problems: ['3:1: wrong indentation'],
  },
  {
    name: 'tabs, without what follows from them',
    source: 'a:\n  - b: c\n\td: e\n    f: g\n  - h: i\n',
    problems: ['3:1: a tab is used for indentation; use spaces'],
  },
  ...["'Don't lie.'", '"Be" honest.'].map((text) => ({
    name: `text behind a quote: ${text}`,
    source: `a: ${text}\n`,
    problems: [
      '1:9: nothing may follow a text in quotes; if it contains quotes or apostrophes, put it in the other kind: "don\'t"',
    ],
  })),
  {
    name: 'a colon inside bare text',
    source: 'role: x\ntext: Next: what then?\n',
    problems: ['2:7: a text with a colon and a space in it must be in quotes'],
  },
  {
    name: 'text that begins with a reserved character',
    source: 'role: @x\nname: `y\n',
    problems: [
      '1:7: a text that begins with this character must be in quotes',
      '2:7: a text that begins with this character must be in quotes',
    ],
  },
  { name: 'a key twice', source: 'a: 1\nb: 2\na: 3\n', problems: ["3:1: key 'a' appears twice"] },
  {
    name: 'a key twice, one of them in quotes',
    source: '{ "a": 1, a: 2 }',
    problems: ["1:11: key 'a' appears twice"],
  },
  {
    name: 'keys that would reach the prototype',
    source: 'a: 1\n__proto__:\n  b: 2\nc:\n  constructor: 1\n  "prototype": 1\n',
    problems: [
      "2:1: key '__proto__' is not allowed",
      "5:3: key 'constructor' is not allowed",
      "6:3: key 'prototype' is not allowed",
    ],
  },
  {
    name: 'a tag that makes an object',
    source: 'a: !!js/function x\n',
    problems: ["1:18: the tag '!!js/function' is not allowed"],
  },
  { name: 'a tag of its own', source: 'a: !mine x\n', problems: ["1:10: the tag '!mine' is not allowed"] },
  {
    name: 'a tag that makes bytes',
    source: 'a: !!binary aGk=\n',
    problems: ["1:13: the tag '!!binary' is not allowed"],
  },
  {
    name: 'an alias of nothing',
    source: 'a: 1\nb: *x\n',
    problems: ["2:4: nothing is named '&x' before this; a text that begins with * must be in quotes"],
  },
  {
    name: 'an alias inside what it names',
    source: 'a: &x\n  b: *x\n',
    problems: ["2:6: '*x' stands inside what it refers to"],
  },
  {
    name: 'two documents',
    source: 'a: 1\n---\nb: 2\n',
    problems: ['2:1: more than one document in a file; put each in a file of its own'],
  },
  { name: 'a list as a key', source: '? [a, b]\n: 1\n', problems: ['1:3: a key must be a text'] },
  { name: 'a NUL', source: 'role: x\nname: \0\n', problems: ['2:7: this is not a text file'] },
  { name: 'a picture', source: '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', problems: ['3:1: this is not a text file'] },
  {
    name: 'escape codes in a key',
    source: '"\\e[31m": 1\n"\\e[31m": 2\n',
    problems: ["2:1: key '\\u001b[31m' appears twice"],
  },
];

describe('parseYaml refuses', () => {
  it.each(REFUSED)('$name', ({ source, problems }) => {
    expect(problemsOf(source)).toEqual(problems.map((problem) => `bank.yaml:${problem}`));
    expect(read(source).data).toBeUndefined();
  });

  const COMMENT =
    'JSON has no comments; take this one out, or name the file .yaml, where a comment begins with #';
  it.each([
    ['a comment', '{\n  // why\n  "a": "b"\n}\n', `2:3: ${COMMENT}`],
    ['a comment behind a value', '{\n  "a": "b", // why\n  "c": "d"\n}\n', `2:13: ${COMMENT}`],
    ['a comment before all', '// why\n{}\n', `1:1: ${COMMENT}`],
    ['a comment of several lines', '{"a": 1, /* why\n not */ "b": 2}', `1:10: ${COMMENT}`],
    [
      'an open quote, though the next one would close it',
      '{"a": "b,\n "c": "d"}',
      '1:7: the quote " opened here is not closed',
    ],
    ['what is nothing of it', '{"a": 1} x', '1:10: not valid JSON here'],
  ])('JSON: %s', (_name, source, problem) => {
    const { problems } = parseYaml(source, 'bank.json', t);
    expect(problems.map(({ line, column, message }) => `${line}:${column}: ${message}`)).toEqual([problem]);
  });

  // Unfolded it would have ten thousand million values: a test that ends has not unfolded it.
  it('an alias bomb', () => {
    const names = 'abcdefghijk';
    const bomb = [...names].map((name, index) => {
      const before = names[index - 1];
      return `${name}: &${name} [${Array(9)
        .fill(before === undefined ? 'lol' : `*${before}`)
        .join(', ')}]`;
    });
    expect(problemsOf(bomb.join('\n'))).toEqual([
      'bank.yaml:2:8: aliases repeat more than 100 times; write out what they stand for',
    ]);
  });

  it('more aliases than the bound', () => {
    const source = `a: &a 1\nb:\n${'  - *a\n'.repeat(101)}`;
    expect(problemsOf(source)).toEqual([
      'bank.yaml:103:5: aliases repeat more than 100 times; write out what they stand for',
    ]);
  });

  it.each([
    ['[', '['.repeat(500_000)],
    ['- ', '- '.repeat(500_000)],
    ['{a: ', '{a: '.repeat(200_000)],
  ])('nesting without end: %s', (_name, source) => {
    expect(problemsOf(source)).toHaveLength(1);
    expect(problemsOf(source)[0]).toMatch(/^bank\.yaml:1:\d+: nested more than 100 levels deep$/);
  });

  it('more keys that come twice than a function takes arguments', () => {
    expect(problemsOf('a: 1\n'.repeat(150_000))).toHaveLength(149_999);
  });

  it('a text that is too long', () => {
    expect(problemsOf('#'.repeat(LONGEST_YAML + 1))).toEqual(['bank.yaml:1:1: the file is over 2 MB']);
  });
});

it('takes slashes in texts of JSON for what they are', () => {
  const data = { $schema: 'https://example.org/x.json', a: ['// b', 'c \\" /* d */'] };
  expect(parseYaml(JSON.stringify(data), 'bank.json', t)).toMatchObject({ data, problems: [] });
});

describe('parseYaml reads', () => {
  it.each([
    ['plain', 'a: 1\nb: [x, y]\n'],
    ['a byte order mark', '\uFEFFa: 1\nb: [x, y]\n'],
    ['CRLF', 'a: 1\r\nb: [x, y]\r\n'],
    ['lone carriage returns', 'a: 1\rb: [x, y]\r'],
    ['JSON', '{"a": 1, "b": ["x", "y"]}'],
    ['few aliases', 'a: &one 1\nb: [x, y]\n# *one\n'],
  ])('%s', (_name, source) => {
    expect(read(source)).toMatchObject({ data: { a: 1, b: ['x', 'y'] }, problems: [] });
  });

  it('an empty file as nothing', () => {
    expect(read('')).toMatchObject({ data: null, problems: [] });
    expect(read('# only a comment\n')).toMatchObject({ data: null, problems: [] });
  });
});

describe('locate', () => {
  const source =
    'role: x\nquestions:\n  - id: a\n    text: { en: Hello }\n    hint:\n  - &b\n    id: b\nlast: *b\n';
  it.each([
    [['role'], 'key', 1, 1],
    [['role'], 'value', 1, 7],
    [['questions', 0], 'value', 3, 5],
    [['questions', 0, 'text', 'en'], 'value', 4, 17],
    [['questions', 0, 'hint'], 'value', 5, 5], // nothing after the colon: the key
    [['questions', 0, 'absent', 'deeper'], 'value', 3, 5],
    [['questions', 7], 'value', 3, 3],
    [['last', 'id'], 'value', 7, 9], // through the alias
    [[], 'value', 1, 1],
  ] as const)('%j %s', (path, at, line, column) => {
    expect(read(source).locate(path, at)).toEqual({ line, column });
  });

  it.each([
    ['a byte order mark', '\uFEFFrole: x\nb: y\n'],
    ['CRLF', 'role: x\r\nb: y\r\n'],
  ])('does not count %s', (_name, text) => {
    expect(read(text).locate(['role'])).toEqual({ line: 1, column: 7 });
    expect(read(text).locate(['b'])).toEqual({ line: 2, column: 4 });
  });
});
