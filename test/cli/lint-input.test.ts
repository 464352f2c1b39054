import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnswerFile } from '../../src/answers/types.js';
import { createLinter } from '../../src/cli/lint.js';
import { translator } from '../../src/content/messages.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { expectLinear } from '../support/growth.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, lintJson, RESULTLESS } from './lint-folder.js';

const MEGABYTES = `${'One more plain sentence about a client. '.repeat(55_000)}\n`;

/** Files a hostile or hurried hand may send: none crashes the program or keeps the next one from being read. */
test.each<[string, string, string | Buffer, string | null]>([
  ['empty', 'a.md', '', null],
  ['one word', 'a.md', 'слово', null],
  ['heading alone', 'a.md', '## Question {#x}\n', null],
  ['over 2 MB', 'a.md', MEGABYTES, '1:1'],
  ['invalid UTF-8', 'a.md', Buffer.from([0xd1, 0x8f, 10, 97, 0xd1, 0x28]), '2:2'],
  ['cut UTF-8', 'a.txt', Buffer.from([97, 0xf0, 0x9f, 0x98]), '1:2'],
  ['windows-1251', 'a.txt', Buffer.from([0xcf, 0xf0, 0xe8]), '1:1'],
  ['UTF-16', 'a.txt', Buffer.from('\uFEFFa', 'utf16le'), '1:1'],
  ['NUL', 'a.md', `## A\n\nI \u0000 called them.\n`, '3:3'],
  ['NUL at the end', 'a.txt', 'I called\nthem\0', '2:5'],
  ['NUL in YAML', 'a.yaml', `answers:\n  - text: ${GOOD}\0\n`, '2:'],
  ['UTF-16 without its mark', 'a.txt', Buffer.from('I called', 'utf16le'), '1:2'],
  ['escapes', 'a.md', '## A\n\nI called \u001b[2J\u001b]0;x\u0007 them.\n', null],
  ['overrides of direction', 'a.md', '## \u202eA\n\nI \u202ecalled\u202c them \u2066all\u2069.\n', null],
  ['broken YAML', 'a.yaml', 'answers:\n  - text: "a\n', '2:11'],
  ['duplicate keys', 'a.yaml', 'answers: []\nanswers: []\n', '2:1'],
  ['a prototype', 'a.yaml', '__proto__: {a: 1}\nanswers: []\n', '1:1'],
  ['depth', 'a.yaml', `answers: ${'['.repeat(100_000)}`, '1:'],
  ['deep quotes', 'a.md', `${'> '.repeat(100_000)}a`, null],
  ['deep brackets', 'a.md', `${'['.repeat(100_000)}a`, null],
  ['broken front matter', 'a.md', `---\nrole: [a\n---\n## A\n\n${GOOD}\n`, '2:7'],
  ['an unknown language', 'a.md', `---\nlang: de\n---\n## A\n\n${GOOD}\n`, '2:7'],
  ['an unknown language of one answer', 'a.yaml', `answers:\n  - text: ${GOOD}\n    lang: "de"\n`, '3:12'],
])('%s', async (_, name, bytes, place) => {
  const cwd = folder({ [name]: bytes, 'z.md': `## Z\n\n${GOOD}\n` });
  const { code, stdout, stderr } = await cli(['lint', '.', '-f', 'unix'], { cwd });
  const errors = stdout.split('\n').filter((line) => line.includes('[parse-error]'));
  if (place === null) expect(errors).toEqual([]);
  else
    expect(errors).toEqual([
      expect.stringMatching(new RegExp(`^${name.replace('.', '\\.')}:${place}.*: error: `)),
    ]);
  expect(stderr).toBe('');
  expect(stdout).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(code).toBeLessThan(2);
  const { results } = await lintJson(cwd);
  expect(results.map(({ path }) => path)).toEqual([name, 'z.md']);
  expect(results[1]?.answers).toMatchObject([{ language: 'en' }]);
});

describe('a byte order mark', () => {
  const files = {
    'a.md': `---\nrole: nobody\n---\n## A {#nothing}\n\n${GOOD}\n`,
    'b.md': `## B\n\n${RESULTLESS}\n`,
    'c.md': '<!-- star-disable-file vague -->\n\nEverything went well.\n',
    'd.yaml': `# star-disable-file jargon\nanswers:\n  - question: nothing\n    text: ${RESULTLESS}\n`,
    'e.yaml': 'answer: []\n',
    'f.yaml': '{answers: []',
    'g.txt': RESULTLESS,
    'h.txt': 'Everything went well.',
  };
  const marked = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, `\uFEFF${text}`]));

  test('counts in offsets, as it does for who reads the file, and in nothing else', async () => {
    const [before, after] = [await lintJson(folder(files)), await lintJson(folder(marked))];
    const moved = before.results.map((result) => ({
      ...result,
      findings: result.findings.map((finding) => ({
        ...finding,
        start: { ...finding.start, offset: finding.start.offset + 1 },
        end: { ...finding.end, offset: finding.end.offset + 1 },
      })),
    }));
    expect(after.results).toEqual(moved);
    for (const { findings } of before.results) expect(findings.length).toBeGreaterThan(0);
  });

  test.each(['unix', 'stylish', 'sarif', 'gitlab', 'html', 'checkstyle'])(
    'changes nothing in %s',
    async (format) => {
      const report = (cwd: string) => cli(['lint', '.', '--code-frame', '-f', format], { cwd });
      const before = await report(folder(files));
      expect(before.stdout).not.toBe('');
      expect(await report(folder(marked))).toEqual(before);
    },
  );

  test('counts in offsets of check', async () => {
    const read = async (text: string) => {
      const { stdout } = await cli(['check', 'a.txt', '--format', 'json'], {
        cwd: folder({ 'a.txt': text }),
      });
      const { sentences } = JSON.parse(stdout);
      return text.slice(sentences[0].start, sentences[0].end);
    };
    expect(await read(`\uFEFF${GOOD}`)).toBe(await read(GOOD));
  });
});

test('an alias bomb', async () => {
  const rows = [...'bcdefghi'].map(
    (name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`)}]`,
  );
  const cwd = folder({ 'a.yaml': `a: &a [x]\n${rows.join('\n')}\nanswers: []\n` });
  const { findings } = await lintJson(cwd);
  expect(findings[0]).toMatchObject({ rule: 'parse-error', severity: 'error' });
});

test.skipIf(process.getuid?.() === 0)(
  'a file that may not be read (root reads everything: skipped)',
  async () => {
    const cwd = folder({ 'a.md': GOOD });
    chmodSync(join(cwd, 'a.md'), 0);
    expect((await lintJson(cwd)).findings).toMatchObject([
      { rule: 'parse-error', message: expect.stringContaining('EACCES') },
    ]);
  },
);

test('a file that is reported as unreadable can be left out by name', async () => {
  const cwd = folder({ 'a.md': Buffer.from([0xff]) });
  expect((await lintJson(cwd, ['.', '--only', 'vague'])).findings).toHaveLength(1);
  expect((await lintJson(cwd, ['.', '--skip', 'parse-error'])).code).toBe(0);
});

describe('files', () => {
  const shown = async (cwd: string, ...argv: string[]) => {
    const { code, stdout, stderr } = await cli(['lint', '--show-files', ...argv], { cwd });
    return code === 0 ? stdout.split('\n').filter((line) => line !== '') : stderr;
  };

  test('of a folder are those of answers, in the order of their paths', async () => {
    const cwd = folder({
      'b/z.md': '',
      'b/a.markdown': '',
      'a.txt': '',
      'Я.yaml': '',
      'c.yml': '',
      'photo.png': '',
      'star-coach.config.yaml': '',
      '.hidden/a.md': '',
      'node_modules/x/README.md': '',
      '.git/a.md': '',
    });
    expect(await shown(cwd)).toEqual(['a.txt', 'b/a.markdown', 'b/z.md', 'c.yml', 'Я.yaml']);
    expect(await shown(cwd, 'b', 'b/a.markdown', '.')).toHaveLength(5);
    expect(await shown(cwd, '**/*.{md,txt}')).toEqual(['a.txt', 'b/z.md']);
    expect(await shown(cwd, '*')).toEqual(['a.txt', 'c.yml', 'Я.yaml']);
    expect(await shown(cwd, 'photo.png')).toEqual(['photo.png']);
    expect(await shown(join(cwd, 'b'), '..')).toContain('../a.txt');
  });

  test('of a pattern are answer files, unless it spells out another ending; links are left out', async () => {
    const cwd = folder({ 'a.md': '', 'b.text': '', 'c.log.md': '', 'node_modules/d.text': '' });
    symlinkSync(join(cwd, 'a.md'), join(cwd, 'link.md'));
    expect(await shown(cwd, '*')).toEqual(['a.md', 'c.log.md']);
    expect(await shown(cwd, '**/*.text')).toEqual(['b.text']);
    expect(await shown(cwd, '*.md')).toEqual(['a.md', 'c.log.md']);
    expect(await shown(cwd, 'link.md')).toEqual(['link.md']);
    expect(await shown(cwd, '{link,c.*}.md')).toEqual(['c.log.md']);
    expect(await shown(cwd, '*[kg].md')).toEqual(['c.log.md']);
    expect(await shown(cwd, '+(link|c.log).md')).toEqual(['c.log.md']);
  });

  test('that a .gitignore leaves out come back by one below it', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      '.gitignore': '*.md\n',
      'a.md': '',
      'in/.gitignore': '!kept.md\n',
      'in/b.md': '',
      'in/kept.md': '',
      'in/deep/kept.md': '',
      'z.txt': '',
    });
    expect(await shown(cwd)).toEqual(['in/deep/kept.md', 'in/kept.md', 'z.txt']);
    expect(await shown(join(cwd, 'in'), '--no-ignore')).toHaveLength(3);
  });

  test('end in small or in capital letters', async () => {
    const cwd = folder({ 'A.MD': '', 'b/B.Txt': '', 'c.YAML': '' });
    expect(await shown(cwd)).toEqual(['A.MD', 'b/B.Txt', 'c.YAML']);
    expect(await shown(cwd, '**/*')).toEqual(await shown(cwd));
  });

  test('with any name a system allows are found by name, folder and pattern', async () => {
    const names = [
      'a b.md',
      "it's.md",
      'a"b.md',
      '50%.md',
      'ответ ё.md',
      '🙂.md',
      '[1].md',
      '(a).md',
      '!.md',
      'a,b.md',
      '{x}.md',
      '-.md',
    ];
    const cwd = folder(Object.fromEntries(names.map((name) => [name, GOOD])));
    expect(await shown(cwd)).toEqual([...names].sort());
    expect(await shown(cwd, '*.md')).toEqual([...names].sort());
    for (const name of names) expect(await shown(cwd, '--', name)).toEqual([name]);
    expect((await lintJson(cwd)).results.map(({ path }) => path)).toEqual([...names].sort());
  });

  test('that .gitignore leaves out are left out, however named', async () => {
    const cwd = folder({
      '.gitignore': 'drafts/\n*.tmp.md\n!keep.tmp.md\n',
      'a.md': '',
      'b.tmp.md': '',
      'keep.tmp.md': '',
      'drafts/c.md': '',
      'sub/.gitignore': 'd.md\n',
      'sub/d.md': '',
      'sub/e.md': '',
    });
    mkdirSync(join(cwd, '.git'));
    expect(await shown(cwd)).toEqual(['a.md', 'keep.tmp.md', 'sub/e.md']);
    expect(await shown(cwd, 'b.tmp.md', 'drafts', 'sub/d.md')).toEqual([]);
    expect(await shown(join(cwd, 'sub'))).toEqual(['e.md']);
    expect(await shown(cwd, '--no-ignore')).toHaveLength(7 - 1);
    expect(await shown(cwd, '--ignore-pattern', 'sub/', '--ignore-pattern', '/a.md')).toEqual([
      'keep.tmp.md',
    ]);
    expect((await cli(['lint', 'b.tmp.md'], { cwd })).code).toBe(0);
  });

  test('that a .gitignore above an unreadable `.git` ignores are left out', async () => {
    const cwd = folder({ '.git/HEAD': '', '.gitignore': 'a.md\n', 'sub/a.md': '', 'sub/b.md': '' });
    symlinkSync('.git', join(cwd, 'sub/.git'));
    expect(await shown(join(cwd, 'sub'))).toEqual(['b.md']);
  });

  test('in a folder whose name begins with two dots are inside', async () => {
    const cwd = folder({ '.git/HEAD': '', '.gitignore': 'a.md\n', '..x/a.md': '', '..x/b.md': '' });
    expect(await shown(cwd, '..x/a.md', '..x/b.md')).toEqual(['..x/b.md']);
  });

  test('with --no-ignore, what .gitignore and a config leave out is checked', async () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'drafts/\n',
      'star-coach.config.yaml': 'ignore: [old.md]\n',
      'old.md': GOOD,
      'drafts/1.md': GOOD,
    };
    expect(await shown(folder(files), 'old.md', 'drafts/1.md', '--no-ignore')).toEqual([
      'drafts/1.md',
      'old.md',
    ]);
  });

  describe('that are all left out', () => {
    const files = {
      '.git/HEAD': '',
      '.gitignore': 'b.md\n',
      'star-coach.config.yaml': 'ignore: [c.md, in/]\nbank: bank.yaml\n',
      'bank.yaml': SMALL_BANK,
      'a.md': GOOD,
      'b.md': GOOD,
      'c.md': GOOD,
      'in/d.md': GOOD,
    };
    const told = async (...argv: string[]) => {
      const { code, stderr } = await cli(['lint', ...argv], { cwd: folder(files) });
      expect(code).toBe(0);
      return stderr;
    };

    test('are told, with what leaves them out', async () => {
      expect(await told('--ignore-pattern', 'a.md')).toBe(
        'Nothing to check: 5 files are left out (--ignore-pattern: 1, .gitignore: 1, banks and configs: 1, star-coach.config.yaml: 2).\n',
      );
      expect(await told('in', '-q', '--lang', 'ru')).toBe(
        'Проверять нечего: пропущен 1 файл (star-coach.config.yaml: 1).\n',
      );
      expect(await told('[bc].md', '--show-files')).toContain('(.gitignore: 1, star-coach.config.yaml: 1)');
      expect(await told('in', '--config', 'star-coach.config.yaml')).toContain('1 file is left out');
    });

    test.each([
      ['in/d.md', 'in'],
      ['b.md', '[bc].md'],
      ['c.md', 'c*.md'],
    ])('are told where a folder or a pattern brings them that are named, too: %s, %s', async (...paths) => {
      const said = await told(...paths);
      expect(said).toMatch(/^Nothing to check/);
      expect(await told(...paths.toReversed())).toBe(said);
    });

    test('are not told where others are checked, or where they are named', async () => {
      expect(await told()).toBe('');
      expect(await told('b.md', 'in/d.md')).toBe('');
    });
  });

  test('are each checked once, sorted by path', async () => {
    const cwd = folder({ 'a.md': `${RESULTLESS}\n`, 'sub/b.md': `${RESULTLESS}\n`, 'sub/c.md': GOOD });
    const whole = await cli(['lint', '.', '-f', 'json'], { cwd });
    expect(JSON.parse(whole.stdout).results.map(({ path }: { path: string }) => path)).toEqual([
      'a.md',
      'sub/b.md',
      'sub/c.md',
    ]);
    for (const paths of [
      ['.', 'a.md'],
      ['a.md', '.'],
      ['sub/c.md', 'sub', './a.md', 'sub/../a.md', '*.md'],
      [join(cwd, 'sub'), join(cwd, 'a.md')],
    ])
      expect(await cli(['lint', ...paths, '-f', 'json'], { cwd })).toEqual(whole);
  });

  test('outside the working directory are no concern of ignore patterns', async () => {
    const outside = folder({ 'a.md': '' });
    const cwd = folder({ 'b.md': '' });
    const found = await shown(cwd, join(outside, 'a.md'), '--ignore-pattern', '*.md');
    expect(found).toEqual([expect.stringMatching(/^\.\.\/.*\/a\.md$/)]);
  });

  test('behind links are not followed out of the folder, and loops end', async () => {
    const outside = folder({ 'secret.md': 'x' });
    const cwd = folder({ 'a.md': '', 'sub/b.md': '' });
    symlinkSync(outside, join(cwd, 'out'));
    symlinkSync(join(outside, 'secret.md'), join(cwd, 'link.md'));
    symlinkSync('..', join(cwd, 'sub/up'));
    symlinkSync('self.md', join(cwd, 'self.md'));
    expect(await shown(cwd)).toEqual(['a.md', 'sub/b.md']);
    expect(await shown(cwd, '**/*.md')).toEqual(['a.md', 'sub/b.md']);
    expect((await lintJson(cwd, ['self.md'])).findings).toMatchObject([{ rule: 'parse-error' }]);
  });

  test('an empty folder is said to be empty', async () => {
    const cwd = folder({ 'a.png': '' });
    expect(await shown(cwd)).toContain('there are no answer files in "."');
    writeFileSync(join(cwd, 'a.md'), '');
    expect(await shown(cwd)).toEqual(['a.md']);
  });
});

test('a language that a file declares counts for the answers that leave it open', async () => {
  const russian =
    'Весной очередь выросла до 900 заявок, а двое болели. Мне поручили разобрать её за неделю. Я разложил заявки ' +
    'по клиентам и написал 12 шаблонов. Время ответа снизилось с 12 часов до 9,6 часа, мерили по отметкам в CRM.';
  const cwd = folder({
    'a.md': `---\nlang: en\n---\n## A\n\n${GOOD}\n\n## Б\n\n${russian}\n\n## C\n\n12 — 14\n`,
    'b.yaml': `answers:\n  - lang: en\n    text: ${russian}\n`,
  });
  const { results } = await lintJson(cwd, ['.', '--only', 'empty-part']);
  expect(results.map(({ answers }) => answers.map(({ language }) => language))).toEqual([
    ['en', 'ru', 'en'],
    ['ru'],
  ]);
  expect(results.flatMap(({ findings }) => findings)).toEqual([]);
});

test('the advice on an unknown question names a command that lists the questions', async () => {
  const { findings } = await lintJson(folder({ 'a.md': `## A {#zz}\n\n${GOOD}\n` }), [
    '.',
    '--only',
    'unknown-question',
  ]);
  const command = /star-coach ([^)]+)\)/.exec(findings[0]?.advice ?? '')?.[1] ?? '';
  const { code, stdout } = await cli(command.replace('<role>', 'support-manager').split(' '));
  expect(code).toBe(0);
  expect(stdout).toContain('sm-hardest-project');
});

test.each([
  ['behind two-byte letters', Buffer.concat([Buffer.from('# Я\n\nа я '), Buffer.from([0xd1])]), 9],
  ['behind a byte order mark', Buffer.concat([Buffer.from('\uFEFFa\n🙂'), Buffer.from([0xff])]), 5],
  ['at the beginning', Buffer.from([0xff, 97]), 0],
])('the offset of what is not UTF-8 is that of its line and column: %s', async (_, bytes, offset) => {
  const { findings } = await lintJson(folder({ 'a.md': bytes }));
  const before = bytes.toString('utf8').slice(0, offset).split('\n');
  const column = (before.at(-1) ?? '').replace('\uFEFF', '').length + 1;
  const at = { line: before.length, column, offset };
  expect(findings).toMatchObject([{ rule: 'parse-error', start: at, end: at }]);
});

test('many faults in a file take time in proportion to their number', async () => {
  const t = translator(content.messages('en'), 'en');
  const { lint } = createLinter({ content, language: 'en', t, levels: new Map(), only: null });
  await expectLinear((count) => {
    const source = 'k: v\n'.repeat(count);
    const problems = Array.from({ length: count }, (_, at) => ({
      line: at + 1,
      column: 1,
      message: 'twice',
    }));
    const file = {
      path: 'a.yaml',
      source,
      role: null,
      roleSpan: null,
      answers: [],
      suppressions: [],
      problems,
    };
    return () => lint(file as unknown as AnswerFile);
  }, 1000);
});
