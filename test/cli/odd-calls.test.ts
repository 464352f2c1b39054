import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtProgram } from '../e2e/built.js';
import { cli } from '../support/cli.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, RESULTLESS } from './lint-folder.js';

test.each<[option: string, argv: readonly string[]]>([
  ['--bank <path>', ['lint', 'a.md', '--bank', '']],
  ['--bank <path>', ['banks', 'list', '--bank', 'b.yaml', '--bank=']],
  ['--config <path>', ['lint', 'a.md', '--config', '']],
  ['--baseline <path>', ['lint', 'a.md', '--baseline', '']],
  ['-o, --output-file <path>', ['lint', 'a.md', '-o', '']],
  ['-f, --format <name[=path]>', ['lint', 'a.md', '-f', '']],
  ['--changed [ref]', ['lint', '--changed=']],
  ['--only <rules>', ['lint', 'a.md', '--only', '']],
  ['--stdin-filename <path>', ['lint', '-', '--stdin-filename', '']],
  ['--question <id>', ['check', 'a.md', '--question', '']],
  ['--dir <path>', ['init', 'support-manager', '--dir', '']],
  ['--html <file>', ['progress', '--html', '']],
])('an empty value, as of a variable that is not set, is none: %s in %j', async (option, argv) => {
  const cwd = folder({ 'a.md': GOOD });
  const { code, stdout, stderr } = await cli(argv, {
    cwd,
    stdin: GOOD,
    env: { STAR_COACH_HOME: join(cwd, 'h') },
  });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`error: option '${option}' needs a value\n`);
  expect(readdirSync(cwd)).toEqual(['a.md']);
});

test('an empty path is no folder', async () => {
  const { code, stderr } = await cli(['check', ''], { cwd: folder({ 'a.md': GOOD }) });
  expect({ code, stderr }).toEqual({ code: 2, stderr: "star-coach: '' does not exist\n" });
});

test('a comma too many in a list of rules names no rule', async () => {
  const cwd = folder({ 'a.md': RESULTLESS });
  const lint = (...argv: string[]) => cli(['lint', 'a.md', ...argv], { cwd });
  expect(await lint('--only', 'missing-result, ,')).toEqual(await lint('--only', 'missing-result'));
});

test('config takes rules as lint does, with commas between them', async () => {
  const cwd = folder({});
  const config = (...argv: string[]) => cli(['config', '--format', 'json', ...argv], { cwd });
  const one = await config('--rule', 'vague:error', '--rule', 'filler:off', '--skip', 'hedging');
  expect(one.code).toBe(0);
  expect(await config('--rule', 'vague:error, filler:off,', '--skip', 'hedging,')).toEqual(one);
});

test('a report never takes the place of an answer that is named', async () => {
  const cwd = folder({ 'a.md': RESULTLESS, 'in/b.md': GOOD });
  for (const argv of [
    ['a.md', '-o', 'a.md'],
    ['a.md', 'in/b.md', '-f', 'unix', '-f', 'markdown=./in/b.md'],
  ]) {
    const { code, stdout, stderr } = await cli(['lint', ...argv], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^star-coach: the report would overwrite "(a|in\/b)\.md", which is being checked\n/,
    );
  }
  expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(RESULTLESS);
  // In a folder it may be the report of an earlier run.
  const again = ['lint', '.', '--skip', 'vague', '-f', 'markdown=report.md', '--exit-zero'];
  for (const _ of [1, 2]) expect((await cli(again, { cwd })).code).toBe(0);
  expect(
    (await cli(['lint', '-', '--stdin-filename', 'a.md', '-o', 'a.md'], { cwd, stdin: GOOD })).code,
  ).toBe(0);
});

test('a report never takes the place of what the call reads', async () => {
  const cwd = folder({
    'a.md': RESULTLESS,
    'star-coach.config.yaml': 'bank: own.yaml\n',
    'own.yaml': SMALL_BANK,
    'more.yaml': SMALL_BANK.replaceAll('baker', 'welder'),
  });
  const kept = ['lint', 'a.md', '--bank', 'more.yaml', '--baseline', 'known.json'];
  const cached = [...kept, '--cache', '--cache-location', 'cache'];
  expect((await cli([...cached, '--update-baseline'], { cwd })).code).toBe(0);
  const contents = () => readdirSync(cwd).map((name) => [name, readFileSync(join(cwd, name), 'utf8')]);
  const before = contents();
  for (const path of ['known.json', 'star-coach.config.yaml', 'own.yaml', 'more.yaml', 'cache'])
    for (const more of [
      ['-o', `./${path}`],
      ['-f', `json=${join(cwd, path)}`],
    ]) {
      const { code, stdout, stderr } = await cli([...cached, '--update-baseline', ...more], { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^star-coach: the report would overwrite ".+", which this run reads\n/);
      expect(stderr).toContain(path);
    }
  expect(contents()).toEqual(before);
});

test('patterns of --ignore-pattern that can match nothing are told at once', async () => {
  const cwd = folder({ 'a.md': RESULTLESS, 'in/b.md': RESULTLESS });
  const ignoring = (...patterns: string[]) =>
    cli(['lint', '--show-files', ...patterns.flatMap((pattern) => ['--ignore-pattern', pattern])], { cwd });
  const lines = [
    '--ignore-pattern "./a.md" never matches: as in .gitignore, paths do not begin with ./; write "/a.md"',
    '--ignore-pattern "../in" never matches: it leads out of the working directory',
    '--ignore-pattern "in\\*.md" never matches: folders are separated by /; write "in/*.md"',
  ];
  expect(await ignoring('./a.md', '../in', 'in\\*.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: `star-coach: ${lines.join('\n')}\n`,
  });
  expect((await ignoring('/a.md')).stdout).toBe('in/b.md\n');
  expect((await ignoring('in/*.md')).stdout).toBe('a.md\n');
  expect((await ignoring('*.md', '!a.md')).stdout).toBe('a.md\n');
});

test('- is stdout where a report is asked to go to a file', async () => {
  const cwd = folder({ 'a.md': RESULTLESS });
  const lint = (...argv: string[]) => cli(['lint', 'a.md', ...argv], { cwd });
  const json = await lint('-f', 'json');
  for (const argv of [['--format=json=-'], ['-f', 'json', '-o', '-'], ['-f', 'json', '-f', 'json']])
    expect(await lint(...argv), argv.join(' ')).toEqual(json);
  expect(await lint('-o', '-')).toEqual(await lint());
  expect((await lint('-f', 'json=-', '-f', 'unix')).stderr).toContain('only one report can go to stdout');
  expect(existsSync(join(cwd, '-'))).toBe(false);
});

test.each([
  ['lint', 'a.md', '--stdin-filename', 'b.md'],
  ['lint', '--stdin-filename', 'b.md'],
  ['check', 'a.md', '--stdin-filename', 'b.md'],
])('a name for stdin is refused where stdin is not read: %s %s %s', async (...argv) => {
  const { code, stdout, stderr } = await cli(argv, { cwd: folder({ 'a.md': GOOD }), stdin: GOOD });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe('star-coach: "--stdin-filename" needs "-"\n');
});

test('of options that are given twice the last one counts', async () => {
  const cwd = folder({ 'a.md': RESULTLESS, 'one.yaml': 'lang: ru\n', 'two.yaml': 'lang: en\n' });
  const lint = async (...argv: string[]) => (await cli(['lint', ...argv], { cwd })).stdout;
  const english = await lint('a.md');
  expect(await lint('a.md', '--lang', 'ru', '--lang', 'en')).toBe(english);
  expect(await lint('a.md', '--config', 'one.yaml', '--config=two.yaml')).toBe(english);
  expect(await lint('a.md', '--color', '--no-color')).toBe(english);
  expect(await lint('a.md', '--no-color', '--color')).toBe(await lint('a.md', '--color'));
  expect(await lint('a.md', '--color')).not.toBe(english);
  expect((await cli(['lint', '--', '--lang', 'ru'], { cwd })).stderr).toContain('there is no "--lang"\n');
});

test('config of a folder is what counts in it', async () => {
  const cwd = folder({ 'in/star-coach.config.yaml': 'failOn: info\n', 'in/a.md': GOOD });
  const shown = async (path: string) =>
    JSON.parse((await cli(['config', path, '--format', 'json'], { cwd })).stdout);
  expect(await shown('in')).toMatchObject({ config: 'in/star-coach.config.yaml', ignored: false });
  expect((await shown('in')).values).toEqual((await shown('in/a.md')).values);
  expect(await shown('.')).toMatchObject({ config: null });
});

test('banks new --template writes a file that is named, and no second time', async () => {
  const cwd = folder({});
  const make = () => cli(['banks', 'new', '--template', 'own/mine.yaml'], { cwd });
  expect(await make()).toEqual({ code: 0, stdout: 'created: own/mine.yaml\n', stderr: '' });
  const text = readFileSync(join(cwd, 'own/mine.yaml'), 'utf8');
  expect(text).toBe((await cli(['banks', 'new', '--template'], { cwd })).stdout);
  expect((await make()).stderr).toContain('own/mine.yaml already exists');
});

test.each([
  ['progress', '--html', 'a.md/\u001b[31m\u202e'],
  ['data', 'export', 'a.md/\u001b[31m\u202e'],
  ['data', 'erase', '--yes'],
  ['guide', 'support-manager', 'phone', '--tick', '1'],
  ['progress'],
])('what a path does to a terminal is shown, not done: %s %s', async (...argv) => {
  const cwd = folder({ 'a.md': GOOD });
  for (const home of ['home', '/dev/null/home']) {
    const env = { STAR_COACH_HOME: `${home}\u001b[31m\u202e` };
    const { stderr, stdout } = await cli(argv, { cwd, env });
    expect(stdout + stderr).not.toMatch(/[\u001b\u202e]/);
  }
});

test('a working directory that is gone is told, without a stack', async () => {
  const program = await builtProgram();
  const cwd = join(folder({ 'gone/a.md': '' }), 'gone');
  const command = `rm -r "$PWD" && exec "${process.execPath}" "${program}" lint`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: 'star-coach: the working directory cannot be opened (ENOENT)\n',
  });
});

test('without a terminal, items to tick have to be named', async () => {
  const { code, stderr } = await cli(['guide', 'support-manager', 'phone', '--checklist']);
  expect(code).toBe(2);
  expect(stderr).toContain('star-coach guide support-manager phone --tick 1\n');
});

test.each([
  'format: json=x\n',
  'format: jsn\nfailOn: errors\n',
  'bank: none.yaml\noverrides: [{ files: "*.md", bank: none.yaml }]\n',
])('every command refuses a config in the same words: %j', async (config) => {
  const cwd = folder({ 'a.md': GOOD, 'star-coach.config.yaml': config });
  const { stderr } = await cli(['lint', 'a.md'], { cwd });
  expect(stderr).toMatch(/^star-coach\.config\.yaml:1:\d+: /);
  for (const argv of [
    ['check', 'a.md'],
    ['check', '-'],
    ['config'],
    ['banks', 'list'],
    ['practice', 'support-manager'],
    ['progress'],
    ['init', 'support-manager'],
  ])
    expect(await cli(argv, { cwd, stdin: GOOD }), argv.join(' ')).toEqual({ code: 2, stdout: '', stderr });
});

// In `/proc`, making a folder fails as if the one above were missing.
test.runIf(existsSync('/proc/self')).each<[argv: readonly string[], status: number, error: string]>([
  [['init', 'support-manager', '--dir', '/proc/x'], 2, 'cannot write "/proc/x/answers/phone.md" (ENOENT)'],
  [['lint', 'a.md', '-o', '/proc/x/y/out.txt'], 2, 'cannot write "/proc/x/y/out.txt" (ENOENT)'],
  [['guide', 'support-manager', 'phone', '--tick', '1'], 2, 'cannot write to /proc/x/checklist.jsonl'],
  [['banks', 'new', '--template', '/proc/x/own.yaml'], 2, 'cannot write "/proc/x/own.yaml" (ENOENT)'],
  [['data', 'export', '/proc/x/all.json'], 2, '/proc/x/all.json'],
  // Where compiled code is to be kept there, it is not.
  [['check', 'a.md', '--fail-on', 'never'], 0, ''],
])('a place that always refuses ends with one error: %j', async (argv, status, error) => {
  const { PATH } = process.env;
  const ran = spawnSync(process.execPath, [await builtProgram(), ...argv], {
    cwd: folder({ 'a.md': GOOD }),
    env: { PATH, STAR_COACH_HOME: '/proc/x', XDG_CACHE_HOME: '/proc/x' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect({ signal: ran.signal, status: ran.status }).toEqual({ signal: null, status });
  expect(ran.stderr).toContain(error);
  expect(ran.stderr).not.toMatch(/\n\s+at /);
});

const LONG = 'x'.repeat(300);

test.each<[argv: readonly string[], code: number, line: string]>([
  [['config', 'a.md/x'], 0, ''],
  [['config', LONG], 0, ''],
  [['lint', 'a.md', '--config', 'a.md/x'], 2, "star-coach: 'a.md/x' does not exist"],
  [['lint', 'a.md', '--config', LONG], 2, `${LONG}:1:1: the file cannot be opened (ENAMETOOLONG)`],
  [['check', 'a.md', '--config', 'loop'], 2, 'loop:1:1: the file cannot be opened (ELOOP)'],
  [['banks', 'list', '--bank', 'a.md/x'], 2, "star-coach: 'a.md/x' does not exist"],
  [['banks', 'list', '--bank', LONG], 2, `${LONG}:1:1: the file cannot be opened (ENAMETOOLONG)`],
  [['banks', 'validate', 'loop'], 2, 'loop:1:1: the file cannot be opened (ELOOP)'],
  [
    ['init', 'support-manager', '--dir', LONG],
    2,
    `star-coach: cannot write "${LONG}/answers" (ENAMETOOLONG)`,
  ],
])('a path that cannot be looked at is no crash: %j', async (argv, code, line) => {
  const cwd = folder({ 'a.md': GOOD });
  symlinkSync('loop', join(cwd, 'loop'));
  const { code: ended, stderr } = await cli(argv, { cwd });
  expect([ended, stderr.split('\n')[0]]).toEqual([code, line]);
});

test.skipIf(process.getuid?.() === 0)('a folder that may not be opened is no crash', async () => {
  const cwd = folder({ 'own/a.yaml': '' });
  chmodSync(join(cwd, 'own'), 0o000);
  const banks = await cli(['banks', 'list', '--bank', 'own'], { cwd });
  const init = await cli(['init', 'support-manager', '--dir', 'own/x'], { cwd });
  chmodSync(join(cwd, 'own'), 0o700);
  expect(banks).toMatchObject({ code: 2, stderr: "star-coach: 'own' cannot be read\n" });
  expect(init).toEqual({ code: 2, stdout: '', stderr: 'star-coach: cannot write "own" (EACCES)\n' });
});

test.each([
  ['-f', 'json'],
  ['-o', 'files.txt'],
  ['--fix'],
  ['--fix-dry-run'],
  ['--baseline', 'known.json', '--update-baseline'],
])('a list of files is no report, and nothing is written for it: --show-files %s', async (...argv) => {
  const cwd = folder({ 'a.md': GOOD });
  const { code, stdout, stderr } = await cli(['lint', '--show-files', ...argv], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^star-coach: "--show-files" and "--[-a-z]+" cannot be used together\n/);
  expect(readdirSync(cwd)).toEqual(['a.md']);
});

test.runIf(process.platform === 'linux')(
  'names that are not UTF-8 are told, other files checked',
  async () => {
    const cwd = folder({ 'in/a.md': RESULTLESS });
    const bad = (name: string) => Buffer.concat([Buffer.from(`${cwd}/in/${name}`), Buffer.from([0xe9])]);
    mkdirSync(bad('d'));
    writeFileSync(Buffer.concat([bad('caf'), Buffer.from('.md')]), GOOD);
    for (const paths of [['in'], ['in/**/*.md'], ['in/a.md', 'in/caf\uFFFD.md', 'in/d\uFFFD']]) {
      const { code, stdout } = await cli(['lint', ...paths, '-f', 'unix'], { cwd });
      expect(code).toBe(1);
      expect(stdout).toContain('in/a.md:1:1: error: ');
      for (const name of ['caf\uFFFD.md', 'd\uFFFD'])
        expect(stdout).toMatch(new RegExp(`^in/${name}/?:1:1: error: .*name.* is not UTF-8`, 'm'));
    }
  },
);
