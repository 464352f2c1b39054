import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { SMALL_BANK } from '../support/small-bank.js';
import { folder, GOOD, lintJson, RESULTLESS } from './lint-folder.js';

const YAML = 'star-coach.config.yaml';
const FILLED = RESULTLESS.replace('I called', 'I, you know, called');

/** Findings of one rule, by file: `a.md error`. */
async function found(rule: string, files: Readonly<Record<string, string>>, argv: readonly string[] = ['.']) {
  const { findings, results, code, stderr } = await lintJson(folder({ '.git/HEAD': '', ...files }), argv);
  const told = results.flatMap(({ path, findings: inFile }) =>
    inFile.filter((each) => each.rule === rule).map(({ severity }) => `${path} ${severity}`),
  );
  return { told, code, stderr, findings };
}

test('files under alternating configs are each checked by their own', async () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const off =
    'overrides: [{ files: ["b.md", "d.md"], rules: { missing-result: off, duplicate-answer: off } }]\n';
  const files = {
    ...Object.fromEntries(['a.md', 'b.md', 'c.md', 'd.md', 'e.md', 'x/f.md'].map((path) => [path, answer])),
    [YAML]: `rules: { duplicate-answer: info }\n${off}`,
    [`x/${YAML}`]: 'rules: { duplicate-answer: error, missing-result: info }\n',
  };
  const checked = await found('missing-result', files);
  expect(checked.told).toEqual(['a.md error', 'c.md error', 'e.md error', 'x/f.md info']);
  const compared = await found('duplicate-answer', files);
  expect(compared.told).toEqual(['c.md info', 'e.md info', 'x/f.md error']);
});

test('"./" in overrides is the folder of the config', async () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const config = 'overrides: [{ files: ./, rules: { missing-result: info, duplicate-answer: off } }]\n';
  const { told } = await found('missing-result', { 'a.md': answer, 'x/b.md': answer, [YAML]: config });
  expect(told).toEqual(['a.md info', 'x/b.md info']);
});

test('"./" before a name in overrides means that file alone', async () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const config = 'overrides: [{ files: ./a.md, rules: { missing-result: info, duplicate-answer: off } }]\n';
  const { told } = await found('missing-result', { 'a.md': answer, 'x/a.md': answer, [YAML]: config });
  expect(told).toEqual(['a.md info', 'x/a.md error']);
});

test('a folder of banks that holds a config is told so', async () => {
  const cwd = folder({ [YAML]: '', 'b.yaml': SMALL_BANK });
  const { code, stderr } = await cli(['banks', 'list', '--bank', '.'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toBe(
    `${YAML}:1:1: the file: expected a question bank or a folder of them, found a config: '${YAML}'\n`,
  );
});

describe('who has the last word on a severity', () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const front = (level: string) => `---\nrules: { missing-result: ${level} }\n---\n\n${answer}`;
  const override = 'overrides: [{ files: a.md, rules: { missing-result: warn } }]\n';
  test.each<[string, Record<string, string>, string[], string | null]>([
    ['nobody', { 'a.md': answer }, [], 'error'],
    [
      'a preset',
      { 'a.md': answer, [YAML]: 'extends: ./p.yaml', 'p.yaml': 'rules: { missing-result: info }' },
      [],
      'info',
    ],
    [
      'rules, above extends',
      { 'a.md': answer, [YAML]: 'extends: strict\nrules: { missing-result: info }' },
      [],
      'info',
    ],
    [
      'an override, above rules',
      { 'a.md': answer, [YAML]: `rules: { missing-result: info }\n${override}` },
      [],
      'warn',
    ],
    ['front matter, above an override', { 'a.md': front('off'), [YAML]: override }, [], null],
    [
      'a comment, above all of it',
      { 'a.md': `<!-- star-disable-file missing-result -->\n\n${answer}`, [YAML]: override },
      [],
      null,
    ],
    [
      'the command line, above front matter',
      { 'a.md': front('off'), [YAML]: override },
      ['--rule', 'missing-result:info'],
      'info',
    ],
    ['--skip', { 'a.md': answer, [YAML]: override }, ['--skip', 'missing-result'], null],
    ['--no-config', { 'a.md': answer, [YAML]: 'rules: { missing-result: off }' }, ['--no-config'], 'error'],
    [
      '--config',
      { 'a.md': answer, [YAML]: '', 'o.yaml': 'rules: { missing-result: off }' },
      ['--config', 'o.yaml'],
      null,
    ],
  ])('%s', async (_name, files, flags, severity) => {
    const { told } = await found('missing-result', files, ['a.md', ...flags]);
    expect(told).toEqual(severity === null ? [] : [`a.md ${severity}`]);
  });
});

test('each file goes by the config nearest to it', async () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const { told } = await found('missing-result', {
    [YAML]: 'rules: { missing-result: info }',
    'один/a.md': answer,
    'два три/star-coach.config.json': '{"rules": {"missing-result": "warn"}}',
    'два три/b.md': answer.replace('March', 'April'),
  });
  expect(told).toEqual(['два три/b.md warn', 'один/a.md info']);
});

describe('options of rules', () => {
  const one = async (rule: string, text: string, config: string) =>
    (await found(rule, { 'a.md': `## A\n\n${text}\n`, [YAML]: config }, ['a.md'])).told.length;

  test.each<[string, string, string, number, number]>([
    ['filler', 'allow: [you know]', FILLED, 1, 0],
    ['filler', 'extra: [pick-up]', GOOD, 0, 1],
    ['filler', 'extra: ["rewrote ..2 routes"]', GOOD, 0, 1],
    ['vague', 'allow: ["did my best"]', `${RESULTLESS} I did my best.`, 1, 0],
    ['vague', 'extra: ["late every day"]', GOOD, 0, 1],
    ['placeholder', 'allow: ["[client]"]', `${GOOD} Write to [client].`, 1, 0],
    ['placeholder', 'extra: ["nine shops"]', GOOD, 0, 3],
    ['private-data', 'allow: [jane@nine-shops.net]', `${GOOD} Write to jane@nine-shops.net.`, 1, 0],
    ['too-short', 'leastWords: 500', GOOD, 0, 1],
    ['too-long', 'mostSeconds: 5', GOOD, 0, 1],
    ['out-of-proportion', 'leastWords: 500', GOOD, 0, 0],
  ])('%s: %s', async (rule, options, text, before, after) => {
    expect(await one(rule, text, '')).toBe(before);
    expect(await one(rule, text, `rules: { ${rule}: { ${options} } }`)).toBe(after);
  });

  test('a comment without a reason, where reasons are asked for', async () => {
    const text = `<!-- star-disable-file missing-result -->\n\n## A\n\n${RESULTLESS}\n`;
    const config = 'rules: { unused-suppression: { requireReason: true } }';
    const { told } = await found('unused-suppression', { 'a.md': text, [YAML]: config });
    expect(told).toEqual(['a.md warn']);
  });
});

describe('what concerns the run as a whole', () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  test.each<[string, string, string[], number]>([
    ['failOn', 'rules: { missing-result: warn }\nfailOn: warn', [], 1],
    [
      'failOn, below the command line',
      'rules: { missing-result: warn }\nfailOn: warn',
      ['--fail-on', 'error'],
      0,
    ],
    ['maxWarnings', 'rules: { missing-result: warn }\nmaxWarnings: 0', [], 1],
    [
      'maxWarnings, below the command line',
      'rules: { missing-result: warn }\nmaxWarnings: 0',
      ['--max-warnings', '9'],
      0,
    ],
  ])('%s', async (_name, config, flags, code) => {
    const cwd = folder({ '.git/HEAD': '', 'a.md': answer, [YAML]: config });
    expect((await cli(['lint', '--only', 'missing-result', ...flags], { cwd })).code).toBe(code);
  });

  test('format', async () => {
    const cwd = folder({ '.git/HEAD': '', 'a.md': answer, [YAML]: 'format: unix' });
    expect((await cli(['lint'], { cwd })).stdout).toMatch(/^a\.md:3:1: error: /);
    expect((await cli(['lint', '-f', 'json'], { cwd })).stdout).toMatch(/^\{/);
  });

  test('annotations are added to the format of a config', async () => {
    const cwd = folder({ '.git/HEAD': '', 'a.md': answer, [YAML]: 'format: unix' });
    const env = { GITHUB_ACTIONS: 'true' };
    const { stdout } = await cli(['lint', '--only', 'missing-result'], { cwd, env });
    expect(stdout).toContain('a.md:3:1: error: ');
    expect(stdout).toContain('::error ');
  });

  test.each([
    ['lang: ru', 'нет результата'],
    ['extends: ./base.yaml', 'нет результата'],
    ['"lang": "en"', 'no result'],
  ])('lang: %s', async (config, words) => {
    const cwd = folder({ '.git/HEAD': '', 'a.md': answer, [YAML]: config, 'base.yaml': 'lang: ru' });
    const env = { LANG: 'en_GB.UTF-8' };
    const { stdout } = await cli(['lint', '--only', 'missing-result'], { cwd, env });
    expect(stdout.toLowerCase()).toContain(words);
  });

  test('lang serves the help of every command', async () => {
    const cwd = folder({ '.git/HEAD': '', '.star-coachrc.json': '{"lang": "ru"}' });
    expect((await cli(['--help'], { cwd })).stdout).toContain('Команды:');
    expect((await cli(['--help', '--lang', 'en'], { cwd })).stdout).toContain('Commands:');
  });
});

test('files that the config ignores, and its banks, are not checked even if named', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    [YAML]: 'ignore: [old/]\nbank: banks',
    'banks/baker.yaml': SMALL_BANK,
    'old/a.md': RESULTLESS,
    'a.md': '## Burnt {#ba-burnt-batch}\n\nIt was my fault.\n',
  });
  const shown = async (...argv: string[]) => (await cli(['lint', '--show-files', ...argv], { cwd })).stdout;
  expect(await shown()).toBe('a.md\n');
  expect(await shown('old/a.md')).toBe('');
  expect(await shown('--no-config')).toBe('a.md\nbanks/baker.yaml\nold/a.md\n');
  const { findings } = await lintJson(cwd);
  expect(findings.map(({ rule }) => rule)).not.toContain('unknown-question');
});

test('a value of a wrong type is reported in correct Russian', async () => {
  const cwd = folder({ '.git/HEAD': '', [YAML]: 'ignore: 5\nrules: [a]\nfailOn: 1\n', 'a.md': '' });
  const { code, stderr } = await cli(['lint', '--lang', 'ru'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('ignore: ожидается список, а здесь число');
  expect(stderr).toContain('rules: ожидается набор ключей, а здесь список');
});

test('what a config extends and a bank of the command line are no answers', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    [YAML]: 'extends: ./shared/base.yaml\n',
    'shared/base.yaml': 'extends: ./more.yaml\n',
    'shared/more.yaml': 'rules: { vague: off }\n',
    'banks/baker.yaml': SMALL_BANK,
    'a.md': '',
  });
  const shown = async (...argv: string[]) => (await cli(['lint', '--show-files', ...argv], { cwd })).stdout;
  expect(await shown('--bank', 'banks')).toBe('a.md\n');
  expect(await shown('--bank', 'banks/baker.yaml')).toBe('a.md\n');
  expect(await shown('--config', 'shared/base.yaml')).toBe('a.md\nbanks/baker.yaml\n');
});

test('a rule that is not reported speaks for no other', async () => {
  const answer = 'I worked.\n';
  const off = { 'a.md': answer, [YAML]: 'rules: { too-short: off }' };
  expect((await found('missing-result', { 'a.md': answer })).told).toEqual([]);
  expect((await found('missing-result', off)).told).toEqual(['a.md error']);
  const skipped = await found('missing-result', { 'a.md': answer }, ['a.md', '--skip', 'too-short']);
  expect(skipped.told).toEqual(['a.md error']);
  const only = await found('missing-result', { 'a.md': answer }, ['a.md', '--only', 'missing-result']);
  expect(only.told).toEqual(['a.md error']);
  const { stdout } = await cli(['check', 'a.md'], { cwd: folder(off) });
  expect(stdout).toContain('missing-result');
  expect(stdout).not.toContain('too-short');
});

test('text from stdin goes by the config of the name it is given', async () => {
  const cwd = folder({ '.git/HEAD': '', 'sub/.star-coachrc.yaml': 'rules: { missing-result: off }' });
  const run = async (name: string) =>
    (await cli(['lint', '-', '--stdin-filename', name, '-f', 'unix'], { cwd, stdin: RESULTLESS })).stdout;
  expect(await run('a.txt')).toContain('[missing-result]');
  expect(await run('sub/a.txt')).not.toContain('[missing-result]');
});

test('a broken config in a parent stops the run, with its place', async () => {
  const cwd = folder({ '.git/HEAD': '', [YAML]: 'rules:\n  nope: off\n', 'sub/deep/a.md': RESULTLESS });
  for (const argv of [
    ['lint', 'a.md'],
    ['check', 'a.md'],
    ['config', 'a.md'],
  ]) {
    const { code, stdout, stderr } = await cli(argv, { cwd: join(cwd, 'sub/deep') });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^.*/${YAML}:2:3: unknown key 'nope'`));
  }
});

test('a config that nobody asked about may be broken', async () => {
  const cwd = folder({ '.git/HEAD': '', [YAML]: 'lang: [', 'a.md': GOOD });
  expect((await cli(['rules'], { cwd })).code).toBe(0);
  expect((await cli(['lint', '--no-config', 'a.md'], { cwd })).code).toBe(0);
});

test('check goes by the config of its file', async () => {
  const cwd = folder({
    '.git/HEAD': '',
    'sub/a.txt': FILLED,
    [YAML]: 'rules: { filler: off, no-result-number: info }',
  });
  const findings = async (...argv: string[]) =>
    (
      JSON.parse((await cli(['check', '--format', 'json', ...argv], { cwd })).stdout).findings as Finding[]
    ).map(({ rule, severity }) => `${rule} ${severity}`);
  expect(await findings('sub/a.txt')).toContain('no-result-number info');
  expect((await findings('sub/a.txt')).join()).not.toContain('filler');
  expect((await findings('sub/a.txt', '--no-config')).join()).toContain('filler');
});

interface Finding {
  readonly rule: string;
  readonly severity: string;
}

describe('config', () => {
  const cwd = () =>
    folder({
      '.git/HEAD': '',
      [YAML]:
        'extends: strict\nrole: support-manager\nrules:\n  jargon: { allow: [SLA] }\noverrides:\n  - files: hr/*.md\n    rules: { vague: off }\n',
    });

  test('says who said what', async () => {
    const { code, stdout } = await cli(['config', 'hr/a.md', '--rule', 'filler:info', '--fail-on', 'warn'], {
      cwd: cwd(),
    });
    expect(code).toBe(0);
    const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' | '));
    expect(lines.slice(0, 2)).toEqual(['hr/a.md', `Config: ${YAML}`]);
    expect(lines).toEqual(
      expect.arrayContaining([
        'lang | en | default',
        `role | support-manager | ${YAML}:2`,
        'failOn | warn | --fail-on',
        'maxWarnings | —',
        `vague | off | ${YAML}:7`,
        'filler | info | --rule',
        'jargon | warn | preset strict',
        `allow | SLA | ${YAML}:4`,
      ]),
    );
  });

  test('as JSON, every rule there is', async () => {
    const { stdout } = await cli(['config', '--format', 'json'], { cwd: cwd() });
    const shown = JSON.parse(stdout);
    expect(shown).toMatchObject({ version: 1, file: null, config: YAML, ignored: false });
    expect(shown.rules.vague).toEqual({
      severity: { value: 'error', origin: { kind: 'preset', name: 'strict' } },
      options: {},
    });
    expect(shown.values.failOn).toEqual({ value: 'error', origin: { kind: 'default' } });
    const { rules } = JSON.parse((await cli(['rules', '--format', 'json'])).stdout);
    expect(Object.keys(shown.rules).sort()).toEqual(rules.map(({ id }: { id: string }) => id).sort());
  });

  test('without a config, and of a file that one leaves out', async () => {
    const root = folder({ '.git/HEAD': '', 'sub/.star-coachrc.yaml': 'ignore: ["*.md"]' });
    expect((await cli(['config'], { cwd: root })).stdout).toContain('No config applies here');
    expect((await cli(['config', 'sub/a.md'], { cwd: root })).stdout).toContain('leaves this file out');
  });

  test('breaks its sentences between words in a narrow window', async () => {
    const { stdout } = await cli(['config', '--no-config', '--lang', 'ru'], { columns: 40 });
    expect(stdout).toContain('Файла настроек здесь нет; действует то,\nчто задано по умолчанию.\n');
  });

  test.each([
    [['config', '--rule', 'vagu:off'], 'there is no rule "vagu"'],
    [['config', '--config', 'nope.yaml'], "'nope.yaml' does not exist"],
    [['lint', '--config', 'nope.yaml'], "'nope.yaml' does not exist"],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await cli(argv, { cwd: cwd() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('speaks Russian', async () => {
    const { stdout } = await cli(['config', '--lang', 'ru'], { cwd: cwd() });
    expect(stdout).toContain('Правила');
    expect(stdout).toContain('набор strict');
  });
});
