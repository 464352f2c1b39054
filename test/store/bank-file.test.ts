import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { translator } from '../../src/content/messages.js';
import { InputError } from '../../src/content/problems.js';
import { readBanks } from '../../src/store/bank-file.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';

const t = translator(content.messages('en'), 'en');
let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'star-coach-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (path: string, data: string | Buffer) => {
  mkdirSync(dirname(join(cwd, path)), { recursive: true });
  writeFileSync(join(cwd, path), data);
};
const read = (...paths: string[]) => readBanks(paths, { cwd, content, t });
const refused = (...paths: string[]): string[] => {
  try {
    read(...paths);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const places = error.problems.map(
      ({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`,
    );
    return error.message === '' ? places : [...places, error.message];
  }
  return [];
};

const OTHER = SMALL_BANK.replace('role: baker', 'role: cook').replace('ba-burnt', 'co-burnt');

describe('readBanks reads', () => {
  it('a file', () => {
    write('my.yaml', SMALL_BANK);
    expect(read('my.yaml')).toMatchObject([{ path: 'my.yaml', bank: { role: 'baker' } }]);
  });

  it('JSON', () => {
    write('my.yaml', SMALL_BANK);
    write('my.json', JSON.stringify(read('my.yaml')[0]?.bank));
    expect(read('my.json')[0]?.bank).toEqual(read('my.yaml')[0]?.bank);
  });

  it('a folder, in the order of names, its banks only', () => {
    write('banks/b.yml', OTHER);
    write('banks/a.yaml', SMALL_BANK);
    write('banks/notes.md', '# Notes');
    write('banks/deeper/c.yaml', 'broken: [');
    expect(read('banks').map(({ path }) => path)).toEqual(['banks/a.yaml', 'banks/b.yml']);
  });

  it('a file named twice, once', () => {
    write('banks/a.yaml', SMALL_BANK);
    expect(read('banks/a.yaml', './banks/a.yaml', 'banks')).toHaveLength(1);
  });

  it.each([
    ['a byte order mark', `\uFEFF${SMALL_BANK}`],
    ['CRLF', SMALL_BANK.replaceAll('\n', '\r\n')],
  ])('%s', (_name, text) => {
    write('my.yaml', text);
    expect(read('my.yaml')).toHaveLength(1);
  });

  it('nothing that a link in a folder leads to', () => {
    write('banks/a.yaml', SMALL_BANK);
    write('outside.yaml', OTHER);
    symlinkSync(join(cwd, 'outside.yaml'), join(cwd, 'banks/z.yaml'));
    expect(read('banks').map(({ path }) => path)).toEqual(['banks/a.yaml']);
  });
});

describe('readBanks refuses', () => {
  it.each<[string, string | Buffer, readonly string[]]>([
    ['an empty file', '', ['my.yaml:1:1: the file is empty']],
    [
      'a picture',
      Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'),
      ['my.yaml:1:1: from here on the file is not UTF-8 (byte 0x89); save it as UTF-8'],
    ],
    ['bytes', Buffer.from([0x61, 0, 0x62]), ['my.yaml:1:2: this is not a text file']],
    [
      'Windows-1251',
      Buffer.from('role: x\nname: \xcf\xe5\xea\n', 'latin1'),
      ['my.yaml:2:7: from here on the file is not UTF-8 (byte 0xCF); save it as UTF-8'],
    ],
    [
      'too much',
      Buffer.alloc(2_000_001, '#'),
      ['my.yaml:1:1: the file is larger than 2 MB; split it into several'],
    ],
    ['a tab', 'role: x\nname:\n\ten: X\n', ['my.yaml:3:1: a tab is used for indentation; use spaces']],
    [
      'a pattern that cannot be read',
      SMALL_BANK.replace('[my fault]', '["(my"]'),
      ["my.yaml:16:22: the pattern '(my': the brackets do not match or are empty"],
    ],
    [
      'patterns that fit in too many ways, or in none',
      SMALL_BANK.replace('[my fault]', `["a ..999 b", "${'a? '.repeat(14)}b", "I counted.", didn’t ask]`),
      [
        expect.stringContaining("16:22: the pattern 'a ..999 b': at most 3 gaps, none wider than ..20"),
        expect.stringContaining("b': matches in more than 10000 ways"),
        expect.stringContaining("'counted.' is not a single word"),
        expect.stringContaining("'didn’t' is not a single word"),
      ],
    ],
  ])('%s', (_name, data, problems) => {
    write('my.yaml', data);
    expect(refused('my.yaml')).toEqual(problems);
  });

  it.skipIf(process.platform === 'win32')('a pipe, which may never end', () => {
    execFileSync('mkfifo', [join(cwd, 'pipe.yaml')]);
    expect(refused('pipe.yaml')).toEqual(['pipe.yaml:1:1: this is not a text file']);
  });

  it('a path that is not there', () => {
    expect(refused('no.yaml')).toEqual(["'no.yaml' does not exist"]);
  });

  it('a folder without banks', () => {
    mkdirSync(join(cwd, 'banks'));
    expect(refused('banks')).toEqual(["no YAML files in 'banks'"]);
  });

  it('one id in two files, naming both', () => {
    write('a.yaml', SMALL_BANK);
    write('b.yaml', SMALL_BANK.replace('role: baker', 'role: cook'));
    expect(refused('a.yaml', 'b.yaml')).toEqual(["b.yaml:4:9: 'ba-burnt-batch' is also in a.yaml"]);
  });

  it('all files at once', () => {
    write('a.yaml', SMALL_BANK.replace('stage: hr', 'stage: hrr'));
    write('b.yaml', OTHER.replace('lesson: true', 'lesson: 3'));
    expect(refused('a.yaml', 'b.yaml')).toEqual([
      "a.yaml:6:12: questions[0].stage: hrr is not known; did you mean 'hr'?",
      'b.yaml:12:13: questions[0].lesson: expected true or false, found a number',
    ]);
  });

  it('a name with escape codes, showing them', () => {
    write('a\u001b[31m.yaml', '');
    expect(refused('a\u001b[31m.yaml')).toEqual(['a\\u001b[31m.yaml:1:1: the file is empty']);
  });
});
