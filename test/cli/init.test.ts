import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, lintJson } from './lint-folder.js';

const ROLE = 'support-manager';
const questions = (role: string) => content.bank(role)?.questions ?? [];
const read = (...path: string[]) => readFileSync(join(...path), 'utf8');

describe.each(content.index.banks.flatMap(({ role }) => [['en', role] as const, ['ru', role] as const]))(
  'in %s, for %s',
  (lang, role) => {
    test('writes the questions of each stage to a file, all of them unanswered for lint', async () => {
      const cwd = folder({ '.git/HEAD': '' });
      const { code, stderr } = await cli(['init', role, '--lang', lang], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain('star-coach lint');
      const { code: linted, findings, results } = await lintJson(cwd);
      expect(linted).toBe(0);
      expect([...new Set(findings.map(({ rule }) => rule))]).toEqual(['unanswered-question']);
      const asked = results.flatMap(({ answers }) => answers.map(({ question }) => question));
      expect(asked.sort()).toEqual(
        questions(role)
          .map(({ id }) => id)
          .sort(),
      );
      expect(findings).toHaveLength(asked.length);
    });
  },
);

test('the config is one, names the role, and its schema is beside it', async () => {
  const cwd = folder({ '.git/HEAD': '' });
  await cli(['init', ROLE, '--lang', 'ru'], { cwd });
  const text = read(cwd, 'star-coach.config.yaml');
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./star-coach.schema.json');
  expect(JSON.parse(read(cwd, 'star-coach.schema.json')).title).toBe('Настройки star-coach');
  const { code, stdout } = await cli(['config', '--format', 'json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout).values).toMatchObject({ lang: { value: 'ru' }, role: { value: ROLE } });
  // What stands there as an example is one.
  const example = text.replace(/^# (?=rules:| )/gm, '');
  writeFileSync(join(cwd, 'star-coach.config.yaml'), example);
  expect(example).toMatch(/^rules:$/m);
  expect((await cli(['config'], { cwd })).code).toBe(0);
});

test('a second role is shown the way to a folder of its own', async () => {
  const cwd = folder({ '.git/HEAD': '' });
  await cli(['init', ROLE], { cwd });
  expect((await cli(['init', ROLE], { cwd })).stderr).not.toContain('second role');
  const { code, stderr } = await cli(['init', 'client-department-head'], { cwd });
  expect({ code, stderr }).toEqual({
    code: 0,
    stderr:
      `These answers are for another role: ${ROLE}. A second role needs a folder of its own: ` +
      'star-coach init client-department-head --dir client-department-head\n' +
      'Then add client-department-head/answers/ to the lint line of the workflow.\n',
  });
  await cli(['init', 'client-department-head', '--dir', 'client-department-head'], { cwd });
  expect((await lintJson(cwd)).results).toHaveLength(11);
  const only = 'client-department-head/answers/role-play.md';
  await cli(['init', ROLE, '--dir', 'client-department-head'], { cwd });
  expect(existsSync(join(cwd, only))).toBe(false);
});

test('the role of answers is seen in quotes and below other keys too', async () => {
  const cwd = folder({ '.git/HEAD': '' });
  await cli(['init', ROLE], { cwd });
  const path = 'answers/role-play.md';
  writeFileSync(
    join(cwd, path),
    read(cwd, path).replace(`---\nrole: ${ROLE}\n`, `---\nlang: en\nrole: "${ROLE}"\n`),
  );
  expect(read(cwd, path)).toContain(`"${ROLE}"`);
  const { stderr } = await cli(['init', 'client-department-head'], { cwd });
  expect(stderr).toContain(`These answers are for another role: ${ROLE}.`);
});

test('where the program is installed, its own schema is named', async () => {
  const schema = 'node_modules/star-coach/dist/schemas/config.json';
  const cwd = folder({ '.git/HEAD': '', [schema]: '{}' });
  await cli(['init', ROLE, '--dir', 'deep/er'], { cwd });
  expect(read(cwd, 'deep/er/star-coach.config.yaml').split('\n')[0]).toBe(
    `# yaml-language-server: $schema=../../${schema}`,
  );
  expect(existsSync(join(cwd, 'deep/er/star-coach.schema.json'))).toBe(false);
});

test('the workflow is written to the root of the repository and runs in the folder', async () => {
  const cwd = folder({ '.git/HEAD': '' });
  await cli(['init', ROLE, '--dir', 'моя "папка"'], { cwd });
  const workflow = parse(read(cwd, '.github/workflows/star-coach.yml'));
  expect(workflow.on).toEqual(['push', 'pull_request']);
  expect(workflow.jobs.lint.steps.at(-1)).toEqual({
    run: 'npx --yes star-coach@0.0.0 lint answers/',
    'working-directory': 'моя "папка"',
  });
  expect(existsSync(join(cwd, 'моя "папка"/answers/hr.md'))).toBe(true);
});

test('outside of a repository it stands in the folder', async () => {
  const cwd = folder({});
  const { stderr } = await cli(['init', ROLE, '--dir', 'x'], { cwd });
  expect(stderr).toContain('then star-coach lint x\n');
  expect(existsSync(join(cwd, 'x/.github/workflows/star-coach.yml'))).toBe(true);
  expect(readdirSync(cwd)).toEqual(['x']);
});

test('nothing is overwritten, and what is missing is made', async () => {
  const mine = `## Mine\n\n${GOOD}\n`;
  const cwd = folder({ '.git/HEAD': '', 'answers/hr.md': mine, 'star-coach.config.yaml': 'lang: en\n' });
  const first = await cli(['init', ROLE], { cwd });
  expect(first.code).toBe(0);
  expect(first.stdout).toContain('already there, left as it is: answers/hr.md');
  expect(first.stdout).toContain('created: answers/phone.md');
  expect(read(cwd, 'answers/hr.md')).toBe(mine);
  expect(read(cwd, 'star-coach.config.yaml')).toBe('lang: en\n');
  const again = await cli(['init', ROLE], { cwd });
  expect(again.code).toBe(0);
  expect(again.stdout).not.toContain('made:');
});

test('a config of another name is a config, too', async () => {
  const cwd = folder({ '.git/HEAD': '', '.star-coachrc.json': '{}' });
  const { stdout } = await cli(['init', ROLE], { cwd });
  expect(stdout).toContain('left as it is: .star-coachrc.json');
  expect(existsSync(join(cwd, 'star-coach.config.yaml'))).toBe(false);
  expect((await cli(['config'], { cwd })).code).toBe(0);
});

test('a link into nowhere is something that is there', async () => {
  const cwd = folder({ '.git/HEAD': '', 'answers/x': '' });
  symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'answers/hr.md'));
  const { code, stdout } = await cli(['init', ROLE], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('already there, left as it is: answers/hr.md');
  expect(existsSync(join(cwd, 'elsewhere.md'))).toBe(false);
});

test('--dry-run says what would be made, and makes nothing', async () => {
  const cwd = folder({ '.git/HEAD': '' });
  const { code, stdout, stderr } = await cli(['init', ROLE, '--dry-run'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('would be created: answers/hr.md');
  expect(stderr).toBe('Nothing has been written.\n');
  expect(readdirSync(cwd)).toEqual(['.git']);
});

test('a bank of one’s own is asked and named', async () => {
  const cwd = folder({ '.git/HEAD': '', 'my banks/baker.yaml': SMALL_BANK });
  await cli(['init', 'baker', '--bank', 'my banks/baker.yaml', '--dir', 'prep'], { cwd });
  expect(parse(read(cwd, 'prep/star-coach.config.yaml')).bank).toEqual(['../my banks/baker.yaml']);
  const { findings } = await lintJson(join(cwd, 'prep'));
  expect(findings.map(({ rule }) => rule)).toEqual(['unanswered-question']);
});

test('refuses a bank outside the repository', async () => {
  const outer = folder({ 'bakery.yaml': SMALL_BANK, 'repo/.git/HEAD': '' });
  const cwd = join(outer, 'repo');
  symlinkSync('../bakery.yaml', join(cwd, 'link.yaml'));
  for (const path of ['../bakery.yaml', 'link.yaml']) {
    const { code, stdout, stderr } = await cli(['init', 'baker', '--bank', path], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/(bakery|link)\.yaml' leads out of the repository\nPut the bank in /);
    expect(readdirSync(cwd).sort()).toEqual(['.git', 'link.yaml']);
  }
  // Where a config is there already, none is made that could not be used.
  writeFileSync(join(cwd, 'star-coach.config.yaml'), '');
  expect((await cli(['init', 'baker', '--bank', '../bakery.yaml'], { cwd })).code).toBe(0);
  const { code } = await cli(['init', 'baker', '--bank', 'bakery.yaml'], { cwd: outer });
  expect(code).toBe(0);
});

test.each([
  [['init'], 'init needs a role'],
  [['init', 'suport-manager'], 'Did you mean "support-manager"?'],
  [['init', 'x'], 'Roles: client-department-head, support-manager; --bank FILE adds one of your own'],
])('%j', async (argv, message) => {
  const cwd = folder({ '.git/HEAD': '' });
  const { code, stdout, stderr } = await cli(argv, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(message);
  expect(readdirSync(cwd)).toEqual(['.git']);
});

test.each<[files: Record<string, string>, argv: readonly string[], obstacles: readonly string[]]>([
  [{ 'a.md': GOOD }, ['--dir', 'a.md'], ['a.md']],
  [{ 'a.md': GOOD }, ['--dir', 'a.md/deep/er'], ['a.md']],
  [{ answers: 'a file\n', '.github': 'a file\n' }, [], ['answers', '.github']],
])('what is no folder is told before anything is made: %j, %j', async (files, argv, obstacles) => {
  const cwd = folder({ '.git/HEAD': '', ...files });
  const before = readdirSync(cwd, { recursive: true });
  const stderr = `star-coach: ${obstacles.map((path) => `'${path}' is not a folder`).join('\n')}\n`;
  for (const dry of [[], ['--dry-run']])
    expect(await cli(['init', ROLE, ...argv, ...dry], { cwd })).toEqual({ code: 2, stdout: '', stderr });
  expect(readdirSync(cwd, { recursive: true })).toEqual(before);
});

test('a link into nowhere and a folder that cannot be written to are in the way, too', async () => {
  const cwd = folder({ '.git/HEAD': '', '.github/x': '' });
  symlinkSync('nowhere', join(cwd, 'answers'));
  chmodSync(join(cwd, '.github'), 0o500);
  const { code, stdout, stderr } = await cli(['init', ROLE, '--dry-run'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain("star-coach: 'answers' is not a folder\n");
  // Root may write anywhere.
  if (process.getuid?.() !== 0) expect(stderr).toContain('cannot write ".github" (EACCES)\n');
});

test('a bank that a config names is asked, and named in a config that would hide that one', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    'banks/baker.yaml': SMALL_BANK,
    'star-coach.config.yaml': 'bank: banks/\n',
  });
  expect((await cli(['init', 'baker', '--no-config'], { cwd })).stderr).toContain('there is no role "baker"');
  expect((await cli(['init', 'baker', '--dir', 'prep'], { cwd })).code).toBe(0);
  expect(parse(read(cwd, 'prep/star-coach.config.yaml')).bank).toEqual(['../banks']);
  expect((await cli(['init', 'baker'], { cwd })).stdout).toContain('left as it is: star-coach.config.yaml');
  expect((await lintJson(cwd)).findings.map(({ rule }) => rule)).toEqual(
    Array(2).fill('unanswered-question'),
  );
});

test('a config that cannot be used stops it', async () => {
  const cwd = folder({ '.git/HEAD': '', 'star-coach.config.yaml': 'bank: none.yaml\n' });
  const { code, stdout, stderr } = await cli(['init', ROLE], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toBe("star-coach.config.yaml:1:7: 'none.yaml' does not exist\n");
});
