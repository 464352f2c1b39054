import { symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/messages.js';
import { InputError } from '../../src/content/problems.js';
import { type ConfigsOptions, openConfigs } from '../../src/store/config.js';
import { folder } from '../cli/lint-folder.js';
import { content } from '../support/content.js';
import { SMALL_BANK } from '../support/small-bank.js';

const t = translator(content.messages('en'), 'en');

function open(cwd: string, options: Partial<ConfigsOptions> = {}) {
  return openConfigs({ cwd, content, t, formats: ['stylish', 'json'], ...options });
}

/** What keeps the config of a folder from being used, as the program prints it. */
async function problems(files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  const cwd = folder({ '.git/HEAD': '', ...files });
  try {
    await open(cwd).ofFolder(cwd);
    return [];
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const placed = error.problems.map(
      ({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`,
    );
    return error.message === '' ? placed : [...placed, error.message.replaceAll(`${cwd}/`, '')];
  }
}

const YAML = 'star-coach.config.yaml';

describe('a broken config', () => {
  const aliases = `a: &a [x]\n${Array.from({ length: 101 }, (_, at) => `k${at}: *a\n`).join('')}`;
  test.each<[string, string | Buffer, string[]]>([
    ['an unknown key', 'rulez: {}\n', [`${YAML}:1:1: unknown key 'rulez'; did you mean 'rules'?`]],
    [
      'a rule that does not exist',
      'rules:\n  vagu: off\n',
      [`${YAML}:2:3: unknown key 'vagu'; did you mean 'vague'?`],
    ],
    [
      'a severity that does not exist',
      'rules:\n  vague: warning\n',
      [`${YAML}:2:10: rules.vague: warning is not one of: error, warn, info, off`],
    ],
    [
      'an option the rule does not take',
      'rules:\n  missing-result: { severity: warn, allow: [x] }\n',
      [`${YAML}:2:37: unknown key 'allow'; known here: severity`],
    ],
    [
      'a misspelt option',
      'rules:\n  too-short: { leastWord: 30 }\n',
      [`${YAML}:2:16: unknown key 'leastWord'; did you mean 'leastWords'?`],
    ],
    [
      'an option of the wrong type',
      'rules:\n  too-short: { leastWords: many }\n',
      [`${YAML}:2:28: rules.too-short.leastWords: expected a number, found text`],
    ],
    [
      'numbers that count nothing',
      'rules:\n  too-short: { leastWords: 1e400 }\n  too-long: { mostSeconds: .nan }\n',
      [
        `${YAML}:2:28: rules.too-short.leastWords: expected a number, found infinity`,
        `${YAML}:3:28: rules.too-long.mostSeconds: expected a number, found NaN, which is no number`,
      ],
    ],
    [
      'a name of a thousand characters',
      `rules: { too-long: { ${'x'.repeat(1000)}: 1 } }\n`,
      [`${YAML}:1:22: unknown key '${'x'.repeat(80)}…'; known here: severity, mostSeconds`],
    ],
    [
      'a pattern that cannot be read',
      'rules:\n  filler:\n    extra:\n      - so to say\n      - "(never closed"\n',
      [`${YAML}:5:9: the pattern '(never closed': the brackets do not match or are empty`],
    ],
    [
      'a pattern with too many gaps',
      'rules: { filler: { extra: ["a .. b .. c .. d .. e", "a ..500 b"] } }\n',
      [
        `${YAML}:1:28: the pattern 'a .. b .. c .. d .. e': at most 3 gaps, none wider than ..20`,
        `${YAML}:1:53: the pattern 'a ..500 b': at most 3 gaps, none wider than ..20`,
      ],
    ],
    [
      'a pattern that may fit in too many ways',
      `rules: { filler: { extra: ["a ${'b? '.repeat(14)}c", "${'(a|a a) '.repeat(14)}c", "${'b? '.repeat(13)}c"] } }\n`,
      [
        expect.stringContaining('matches in more than 10000 ways'),
        expect.stringContaining('more than 10000 ways'),
      ],
    ],
    [
      'everything at once',
      'lang: de\nfailOn: errors\nmaxWarnings: -1\nformat: sarrif\noverrides:\n  - rules: {}\n',
      [
        `${YAML}:1:7: lang: de is not one of: en, ru`,
        `${YAML}:2:9: failOn: errors is not known; did you mean 'error'?`,
        `${YAML}:3:14: maxWarnings: must be 0 or more`,
        `${YAML}:4:9: format: sarrif is not one of: stylish, json`,
        `${YAML}:6:5: overrides[0]: key 'files' is missing`,
      ],
    ],
    [
      'a preset that does not exist',
      'extends: [recommended, strcit]\n',
      [`${YAML}:1:24: extends[1]: strcit is not known; did you mean 'strict'?`],
    ],
    [
      'a file that does not exist',
      'extends: ./base.yaml\n',
      [`${YAML}:1:10: extends: there is no './base.yaml'`],
    ],
    [
      'a file out of the repository',
      'extends: ../../../../../../../etc/hosts.yaml\n',
      [`${YAML}:1:10: extends: there is no '../../../../../../../etc/hosts.yaml'`],
    ],
    ['itself', `extends: ./${YAML}\n`, [`${YAML}:1:10: extends goes round in circles: ${YAML} → ${YAML}`]],
    ['a role without a bank', 'role: baker\n', [`${YAML}:1:7: role: baker is not one of: ${roles()}`]],
    [
      'a role of an override without a bank',
      'overrides:\n  - files: "*.md"\n    role: baker\n',
      [`${YAML}:3:11: role: baker is not one of: ${roles()}`],
    ],
    ['a bank that does not exist', 'bank: [banks/x.yaml]\n', [`${YAML}:1:8: 'banks/x.yaml' does not exist`]],
    [
      'stars without end',
      'ignore: ["*a*a*a*a*"]\noverrides: [{ files: "**/a/**/b/**", rules: {} }]\n',
      [
        `${YAML}:1:10: ignore[0]: at most 3 stars between two slashes, and ** at most 2 times`,
        `${YAML}:2:22: overrides[0].files: at most 3 stars between two slashes, and ** at most 2 times`,
      ],
    ],
    ...[
      ['/a.md', "paths start from the folder of the config; write './a.md'"],
      ['hr\\*.md', "folders are separated by /; write 'hr/*.md'"],
      ['\\hr\\a.md', "paths start from the folder of the config; write './hr/a.md'"],
      ['../a.md', 'it leads out of the folder of the config'],
    ].map(([pattern, why]): [string, string, string[]] => [
      `files: ${pattern}`,
      `overrides:\n  - files: ['*.md', '${pattern}']\n`,
      [`${YAML}:2:21: overrides[0].files[1]: '${pattern}' never matches: ${why}`],
    ]),
    ...[
      ['./a.md', "as in .gitignore, paths do not begin with ./; write '/a.md'"],
      ['!./a.md', "as in .gitignore, paths do not begin with ./; write '!/a.md'"],
      ['old\\a.md', "folders are separated by /; write 'old/a.md'"],
      ['../a.md', 'it leads out of the folder of the config'],
    ].map(([pattern, why]): [string, string, string[]] => [
      `ignore: ${pattern}`,
      `ignore: '${pattern}'\n`,
      [`${YAML}:1:9: ignore: '${pattern}' never matches: ${why}`],
    ]),
    ...[['.'], [`./${YAML}`]].map(([bank]): [string, string, string[]] => [
      `bank: ${bank}`,
      `lang: ru\nbank: [${bank}]\n`,
      [`${YAML}:2:8: bank: expected a question bank or a folder of them, found a config: '${YAML}'`],
    ]),
    ['a prototype', '__proto__: { lang: ru }\n', [`${YAML}:1:1: key '__proto__' is not allowed`]],
    ['the same key twice', 'lang: ru\nlang: en\n', [`${YAML}:2:1: key 'lang' appears twice`]],
    ['a tab', 'rules:\n\tvague: off\n', [`${YAML}:2:1: a tab is used for indentation; use spaces`]],
    [
      'aliases without end',
      aliases,
      [`${YAML}:102:7: aliases repeat more than 100 times; write out what they stand for`],
    ],
    ['a list', '- lang: ru\n', [`${YAML}:1:1: the file: expected a map of keys, found a list`]],
    [
      '2 MB',
      `# ${'x'.repeat(2_000_001)}`,
      [`${YAML}:1:1: the file is larger than 2 MB; split it into several`],
    ],
    [
      'no UTF-8',
      Buffer.from([0x6c, 0xff, 0xfe]),
      [`${YAML}:1:2: from here on the file is not UTF-8 (byte 0xFF); save it as UTF-8`],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(await problems({ [YAML]: text })).toEqual(expected);
  });

  test('is shown without what a terminal would act on', async () => {
    const found = await problems({ [YAML]: '"\\e[31mred": 1\n' });
    expect(found.join()).not.toContain('\u001b');
    expect(found).toHaveLength(1);
  });

  test('extended files are read too, each problem at its place', async () => {
    const files = {
      [YAML]: 'extends: [./config/a.yaml, ./config/b.json]\n',
      'config/a.yaml': 'lang: xx\n',
      'config/b.json': '{\n  "failOn": "no"\n}\n',
    };
    expect(await problems(files)).toEqual([
      'config/a.yaml:1:7: lang: xx is not one of: en, ru',
      'config/b.json:2:13: failOn: no is not one of: error, warn, info, never',
    ]);
  });

  test('a circle over several files', async () => {
    const files = {
      [YAML]: 'extends: ./a.yaml\n',
      'a.yaml': 'extends: ./b.yaml\n',
      'b.yaml': 'extends: ./a.yaml\n',
    };
    expect(await problems(files)).toEqual([
      'b.yaml:1:10: extends goes round in circles: a.yaml → b.yaml → a.yaml',
    ]);
  });

  test('files that multiply without going round', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, at) => [
        `c${at}.yaml`,
        `extends: [./c${at + 1}.yaml, ./c${at + 1}.yaml]\n`,
      ]),
    );
    const found = await problems({ [YAML]: 'extends: ./c0.yaml\n', ...files, 'c30.yaml': 'lang: ru\n' });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('extends brings in more than 50 files');
  });

  test('a bank of the config is told of at its own place', async () => {
    const bank = SMALL_BANK.replace('stage: hr', 'stage: hrr');
    expect(await problems({ [YAML]: 'bank: banks\n', 'banks/b.yaml': bank })).toEqual([
      expect.stringMatching(/^banks\/b\.yaml:6:12: /),
    ]);
  });

  test('two in one folder', async () => {
    const found = await problems({ [YAML]: '', '.star-coachrc.json': '{}' });
    expect(found).toEqual([`these are two configs in one folder: "${YAML}", ".star-coachrc.json"`]);
  });

  test('a file and a key of package.json', async () => {
    const found = await problems({ [YAML]: '', 'package.json': '{"star-coach": {}}' });
    expect(found).toEqual([`these are two configs in one folder: "${YAML}", "package.json"`]);
  });

  test('a link out of the repository', async () => {
    const elsewhere = folder({ 'secret.yaml': 'password: hunter2\n' });
    const cwd = folder({ '.git/HEAD': '' });
    symlinkSync(join(elsewhere, 'secret.yaml'), join(cwd, YAML));
    await expect(open(cwd).ofFolder(cwd)).rejects.toThrow(`'${YAML}' leads out of the repository`);
  });

  test('an extended file and a bank behind a link out of the repository', async () => {
    const elsewhere = folder({ 'secret.yaml': 'password: hunter2\n' });
    const cwd = folder({ '.git/HEAD': '', [YAML]: 'extends: ./l.yaml\nbank: l.yaml\n' });
    symlinkSync(join(elsewhere, 'secret.yaml'), join(cwd, 'l.yaml'));
    const error = await open(cwd)
      .ofFolder(cwd)
      .catch((thrown: unknown) => thrown);
    expect((error as InputError).problems.map(({ message }) => message)).toEqual([
      "'./l.yaml' leads out of the repository",
      "'l.yaml' leads out of the repository",
    ]);
  });
});

function roles(): string {
  return content.index.banks.map(({ role }) => role).join(', ');
}

describe('which config counts', () => {
  const level = async (cwd: string, path: string, options: Partial<ConfigsOptions> = {}) => {
    const config = await open(cwd, options).of(join(cwd, path));
    return [config.path, config.rules.get('vague')?.level?.value ?? null];
  };

  test.each([
    'star-coach.config.yaml',
    'star-coach.config.yml',
    'star-coach.config.json',
    '.star-coachrc.yaml',
    '.star-coachrc.yml',
    '.star-coachrc.json',
  ])('%s', async (name) => {
    const cwd = folder({ '.git/HEAD': '', [name]: '{"rules": {"vague": "off"}}' });
    expect(await level(cwd, 'deep/down/a.md')).toEqual([name, 'off']);
  });

  test('the key of package.json, indented by tabs', async () => {
    const manifest =
      '{\n\t"name": "x",\n\t"star-coach": {\n\t\t"rules": {\n\t\t\t"vague": "info"\n\t\t}\n\t}\n}\n';
    const cwd = folder({ '.git/HEAD': '', 'package.json': manifest });
    expect(await level(cwd, 'a.md')).toEqual(['package.json', 'info']);
  });

  test('its place in package.json is told', async () => {
    const manifest = '{\n  "star-coach": {\n    "rulez": {}\n  }\n}\n';
    expect(await problems({ 'package.json': manifest })).toEqual([
      "package.json:3:5: unknown key 'rulez'; did you mean 'rules'?",
    ]);
  });

  test('a package.json with a byte order mark', async () => {
    const manifest = '\uFEFF{"star-coach": {"rules": {"vague": "info"}}}';
    const cwd = folder({ '.git/HEAD': '', 'package.json': manifest });
    expect(await level(cwd, 'a.md')).toEqual(['package.json', 'info']);
  });

  test('a package.json that only depends on star-coach is none, nor is a broken one', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      'package.json': '{"devDependencies": {"star-coach": "1.0.0"}}',
      'sub/package.json': '{"name": ',
    });
    expect(await level(cwd, 'sub/a.md')).toEqual([null, null]);
  });

  test('in a monorepo the nearest alone', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      [YAML]: 'rules: { vague: error }\n',
      'packages/один два/star-coach.config.json': '{"rules": {"filler": "off"}}',
    });
    expect(await level(cwd, 'packages/one/a.md')).toEqual([YAML, 'error']);
    expect(await level(cwd, 'packages/один два/ответы/a.md')).toEqual([
      'packages/один два/star-coach.config.json',
      null,
    ]);
  });

  test('nothing above the repository', async () => {
    const cwd = folder({ [YAML]: 'rules: { vague: error }\n', 'repo/.git': 'gitdir: elsewhere\n' });
    expect(await level(cwd, 'repo/a.md')).toEqual([null, null]);
  });

  test('the one that is named, from anywhere, or none', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      [YAML]: 'rules: { vague: error }\n',
      'ci/c.yaml': 'rules: { vague: off }\n',
    });
    expect(await level(cwd, 'a.md', { config: 'ci/c.yaml' })).toEqual(['ci/c.yaml', 'off']);
    expect(await level(cwd, 'a.md', { config: false })).toEqual([null, null]);
    expect(() => open(cwd, { config: 'ci/d.yaml' })).toThrow("'ci/d.yaml' does not exist");
    const elsewhere = folder({ 'c.yaml': 'rules: { vague: info }\n' });
    symlinkSync(join(elsewhere, 'c.yaml'), join(cwd, 'link.yaml'));
    expect(await level(cwd, 'a.md', { config: 'link.yaml' })).toEqual(['link.yaml', 'info']);
  });

  test('an empty file, or one of comments, is a config that says nothing', async () => {
    const cwd = folder({
      '.git/HEAD': '',
      [YAML]: 'rules: { vague: error }\n',
      'sub/.star-coachrc.yml': '# later\n',
    });
    expect(await level(cwd, 'sub/a.md')).toEqual(['sub/.star-coachrc.yml', null]);
  });

  test('a folder of that name is no config', async () => {
    const cwd = folder({ '.git/HEAD': '', [`${YAML}/x`]: '' });
    expect(await level(cwd, 'a.md')).toEqual([null, null]);
  });
});

describe('what it says', () => {
  const config = `extends: [./base.yaml, strict]
rules:
  filler: warn
  jargon: { allow: [SLA] }
overrides:
  - files: "*.draft.md"
    rules: { filler: off }
  - files: [hr/, "manager/**/*.md"]
    role: baker
    bank: banks/baker.yaml
    rules: { filler: info, jargon: { severity: error } }
`;
  const base = `rules:
  vague: off
  filler: error
  jargon: { severity: info, allow: [ROI], extra: [synerg*] }
overrides: [{ files: "**/*.md", rules: { filler: error } }]
ignore: [old/]
`;
  const cwd = () =>
    folder({ '.git/HEAD': '', [YAML]: config, 'base.yaml': base, 'banks/baker.yaml': SMALL_BANK });

  test.each<[string, string, string]>([
    // own rules stand above what the base says of single files
    ['a.md', 'filler', 'warn'],
    // the later of two extended ones wins
    ['a.md', 'vague', 'error'],
    ['a.md', 'exaggeration', 'warn'],
    ['a.draft.md', 'filler', 'off'],
    ['deep/a.draft.md', 'filler', 'off'],
    ['hr/a.md', 'filler', 'info'],
    ['hr/deep/a.draft.md', 'filler', 'info'],
    ['manager/a.md', 'filler', 'info'],
    ['other/manager/a.md', 'filler', 'warn'],
    ['manager/a.txt', 'filler', 'warn'],
  ])('of %s: %s is %s', async (path, rule, level) => {
    const root = cwd();
    const { rules } = await open(root).of(join(root, path));
    expect(rules.get(rule)?.level?.value).toBe(level);
  });

  test('options count one by one, and know where they come from', async () => {
    const root = cwd();
    const { rules } = await open(root).of(join(root, 'hr/a.md'));
    const jargon = rules.get('jargon');
    expect(jargon?.level).toEqual({
      value: 'error',
      origin: { kind: 'file', path: YAML, line: 11, column: 38 },
    });
    expect(jargon?.options).toEqual({
      allow: { value: ['SLA'], origin: { kind: 'file', path: YAML, line: 4, column: 13 } },
      extra: { value: ['synerg*'], origin: { kind: 'file', path: 'base.yaml', line: 4, column: 43 } },
    });
    expect(rules.get('vague')?.level?.origin).toEqual({ kind: 'preset', name: 'strict' });
  });

  test('the command line stands above', async () => {
    const root = cwd();
    const above = {
      files: null,
      values: {},
      rules: { filler: { level: { value: 'off', origin: { kind: 'option', name: '--skip' } }, options: {} } },
    } as const;
    const { rules } = await open(root, { above }).of(join(root, 'hr/a.md'));
    expect(rules.get('filler')?.level?.value).toBe('off');
  });

  test('roles and banks of some files only', async () => {
    const root = cwd();
    const configs = open(root);
    expect((await configs.of(join(root, 'a.md'))).values.role).toBeUndefined();
    const { role, bank } = (await configs.of(join(root, 'hr/a.md'))).values;
    expect(role?.value).toBe('baker');
    expect(bank?.value.banks.map((each) => each.role)).toEqual(['baker']);
  });

  test('files that share a config share its object', async () => {
    const root = cwd();
    const configs = open(root);
    const [one, two, other] = await Promise.all(
      ['a.md', 'b/c.md', 'hr/a.md'].map((path) => configs.of(join(root, path))),
    );
    expect(one).toBe(two);
    expect(one).not.toBe(other);
  });

  test.each([
    ['old/a.md', 'ignore'],
    ['deep/old/a.md', 'ignore'],
    ['a.md', null],
    ['banks/baker.yaml', 'own'],
    ['banks/other.yaml', null],
  ])('%s is left out by %s', async (path, why) => {
    const root = cwd();
    const file = join(root, path);
    expect((await open(root).inFolder(dirname(file))).leavesOut(file, true)).toBe(why);
  });

  test('patterns of a named config start from the working directory', async () => {
    const root = folder({
      'ci/c.yaml': 'ignore: [a/x.md]\noverrides: [{ files: a/*.md, rules: { vague: off } }]\n',
    });
    const configs = open(root, { config: 'ci/c.yaml' });
    expect((await configs.inFolder(join(root, 'a'))).leavesOut(join(root, 'a/x.md'), true)).toBe('ignore');
    expect((await configs.of(join(root, 'a/y.md'))).rules.get('vague')?.level?.value).toBe('off');
  });
});
