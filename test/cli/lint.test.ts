import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { folder, GOOD, lintJson, RESULTLESS } from './lint-folder.js';

const lacking = () => folder({ 'a.md': `## A\n\n${RESULTLESS}\n` });

describe('exit codes', () => {
  test.each<[string, number, ...string[]]>([
    ['a finding at the fail level', 1, '--only', 'missing-result'],
    ['no finding of the rules asked for', 0, '--only', 'ultimatum'],
    ['never', 0, '--fail-on', 'never'],
    ['exit zero', 0, '--exit-zero'],
    ['findings below the fail level', 0, '--only', 'missing-result', '--rule', 'missing-result:warn'],
    [
      'findings at a lower fail level',
      1,
      '--only',
      'missing-result',
      '--rule',
      'missing-result:warn',
      '--fail-on',
      'warn',
    ],
    [
      'remarks at the lowest fail level',
      1,
      '--only',
      'missing-result',
      '--rule',
      'missing-result:info',
      '--fail-on',
      'info',
    ],
    [
      'warnings within their number',
      0,
      '--only',
      'missing-result',
      '--rule',
      'missing-result:warn',
      '--max-warnings',
      '1',
    ],
    [
      'too many warnings',
      1,
      '--only',
      'missing-result',
      '--rule',
      'missing-result:warn',
      '--max-warnings',
      '0',
    ],
    [
      'too many warnings, quietly',
      1,
      '--only',
      'missing-result',
      '--rule',
      'missing-result:warn',
      '--max-warnings',
      '0',
      '-q',
    ],
    ['a rule that is off', 0, '--only', 'missing-result', '--rule', 'missing-result:off'],
    ['a rule that is skipped', 0, '--only', 'missing-result', '--skip', 'missing-result,vague'],
    ['an unknown option', 2, '--nonsense'],
    ['an unknown rule in --rule', 2, '--rule', 'missing-resul:off'],
    ['an unknown rule in --only', 2, '--only', 'missing-resul'],
    ['an unknown rule in --skip', 2, '--skip', 'missing-resul'],
    ['an unknown severity', 2, '--rule', 'vague:loud'],
    ['a rule without severity', 2, '--rule', 'vague'],
    ['an unknown fail level', 2, '--fail-on', 'loud'],
    ['a number that is none', 2, '--max-warnings', 'many'],
    ['an unknown report', 2, '--format', 'jsn'],
    ['two reports on stdout', 2, '--format', 'json', '--format', 'unix'],
    ['a report without its path', 2, '--format', 'json='],
    ['an output file with nothing for it', 2, '--format', 'json=a.json', '-o', 'b.json'],
    ['a report that cannot be written', 2, '-o', 'a.md/report'],
    ['a path that does not exist', 2, 'nowhere.md'],
    ['a pattern that matches nothing', 2, '*.markdown'],
    [
      'a pattern that may match nothing',
      0,
      '*.markdown',
      '--no-error-on-unmatched-pattern',
      '--skip',
      'missing-result',
    ],
    ['an unknown interface language', 2, '--lang', 'de'],
  ])('%s: %i', async (_, code, ...argv) => {
    const paths = argv.some((argument) => /markdown$|nowhere/.test(argument)) ? [] : ['a.md'];
    const result = await cli(['lint', ...paths, ...argv], { cwd: lacking() });
    expect([result.code, result.stdout, result.stderr]).toEqual([
      code,
      expect.any(String),
      expect.any(String),
    ]);
    if (code === 2) expect(result.stdout).toBe('');
    if (code === 2) expect(result.stderr).not.toBe('');
    expect(result.stderr).not.toMatch(/\n\s+at /);
  });

  test.each(['lint', 'config'])(
    '%s tells all rules and severities that there are not, at once',
    async (command) => {
      const argv = ['--rule', 'vage:error', '--rule', 'vage:loud', '--rule', 'filler', '--skip', 'fillr,zzz'];
      const only = command === 'lint' ? ['--only', 'jargn,vage,vague'] : [];
      const { code, stdout, stderr } = await cli([command, 'a.md', ...argv, ...only], { cwd: lacking() });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toEqual([
        'star-coach: there is no rule "vage". Did you mean "vague"?',
        '"vage:loud" is not name:severity; severities: error, warn, info, off',
        '"filler" is not name:severity; severities: error, warn, info, off',
        'there is no rule "fillr". Did you mean "filler"?',
        'there is no rule "zzz"',
        ...(command === 'lint' ? ['there is no rule "jargn". Did you mean "jargon"?'] : []),
        'All rules: star-coach rules',
      ]);
    },
  );
});

test.each([
  [['--only', 'missing-resul'], 'Did you mean "missing-result"?'],
  [['--format', 'jsn'], 'Did you mean "json"?'],
  [['nowhere.md', 'neither.md'], 'nowhere.md'],
  [['nowhere.md', 'neither.md'], 'neither.md'],
])('%j says %s', async (argv, text) => {
  expect((await cli(['lint', ...argv], { cwd: lacking() })).stderr).toContain(text);
});

test('findings go to stdout, each at its place, in the language of the interface', async () => {
  const cwd = lacking();
  const english = await cli(['lint', 'a.md', '--only', 'missing-result'], { cwd });
  expect(english.stdout).toMatch(/^a\.md\n +\d+:\d+ +error .* missing-result\n/);
  expect(english.stderr).toBe('');
  const russian = await cli(['lint', 'a.md', '--only', 'missing-result', '--lang', 'ru'], { cwd });
  expect(russian.stdout).toContain('✖ 1 замечание (1 ошибка); 1 ответ в 1 файле');
});

test('a good answer has no errors', async () => {
  const { code, results, findings } = await lintJson(folder({ 'a.md': `## A\n\n${GOOD}\n` }));
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(code).toBe(0);
  expect(results[0]?.answers).toMatchObject([{ language: 'en', question: null }]);
});

test('an output file takes the report and changes no exit code', async () => {
  const cwd = lacking();
  const { code, stdout } = await cli(['lint', 'a.md', '-f', 'unix', '-o', 'out/report.txt'], { cwd });
  expect([code, stdout]).toEqual([1, '']);
  expect(readFileSync(join(cwd, 'out/report.txt'), 'utf8')).toMatch(/^a\.md:\d+:\d+: /);
});

test('several reports, one on stdout', async () => {
  const cwd = lacking();
  const { stdout } = await cli(['lint', 'a.md', '-f', 'stylish', '-f', 'json=r.json', '-f', 'github=g.txt'], {
    cwd,
  });
  expect(stdout).toMatch(/^a\.md\n/);
  expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toMatchObject({ version: 1 });
  expect(readFileSync(join(cwd, 'g.txt'), 'utf8')).toMatch(/^::(error|warning|notice) file=a\.md,/);
});

test('GitHub Actions gets annotations unless a report was chosen', async () => {
  const cwd = lacking();
  const env = { GITHUB_ACTIONS: 'true' };
  expect((await cli(['lint', 'a.md'], { cwd, env })).stdout).toContain('\n::error file=a.md,');
  expect((await cli(['lint', 'a.md', '-f', 'unix'], { cwd, env })).stdout).not.toContain('::error');
  const toFile = await cli(['lint', 'a.md', '-o', 'r.txt'], { cwd, env });
  expect(toFile.stdout).toMatch(/^::/);
  expect(existsSync(join(cwd, 'r.txt'))).toBe(true);
});

test('quiet shows errors only', async () => {
  const { stdout } = await cli(['lint', 'a.md', '-q', '-f', 'unix'], { cwd: lacking() });
  expect(stdout).toContain(': error: ');
  expect(stdout).not.toMatch(/: (warn|info): /);
});

test('statistics go to stderr, files are shown without being checked', async () => {
  const cwd = lacking();
  expect((await cli(['lint', 'a.md', '--only', 'missing-result', '--statistics'], { cwd })).stderr).toBe(
    '1  missing-result\n',
  );
  expect(await cli(['lint', '.', '--show-files'], { cwd })).toEqual({
    code: 0,
    stdout: 'a.md\n',
    stderr: '',
  });
});

describe('rules of a file', () => {
  const file = (rules: string, text = RESULTLESS) => ({
    'a.md': `---\nrules: {${rules}}\n---\n## A\n\n${text}\n`,
  });

  test('are kept', async () => {
    const { findings } = await lintJson(folder(file('missing-result: info')), [
      '.',
      '--only',
      'missing-result',
    ]);
    expect(findings).toMatchObject([{ rule: 'missing-result', severity: 'info' }]);
    expect(
      (await lintJson(folder(file('missing-result: off')), ['.', '--only', 'missing-result'])).findings,
    ).toEqual([]);
  });

  test('give way to the command line', async () => {
    const argv = ['.', '--only', 'missing-result', '--rule', 'missing-result:error'];
    expect((await lintJson(folder(file('missing-result: off')), argv)).findings).toMatchObject([
      { severity: 'error' },
    ]);
  });

  test('that do not exist are reported where they stand', async () => {
    const { findings } = await lintJson(folder(file('missing-resul: off')));
    expect(findings.filter(({ rule }) => rule === 'unknown-rule')).toMatchObject([
      { rule: 'unknown-rule', start: { line: 2, column: 9 }, advice: 'Did you mean "missing-result"?' },
    ]);
  });
});

describe('questions', () => {
  const BANK = `role: tester
name: { en: Tester }
questions:
  - id: own-question
    text: { en: Tell me about a late delivery. }
    stage: hr
    kind: behavioral
    framework: star
    numbers: none
    hint: { en: Say when it was. }
`;

  test('a misspelt one is reported at its id, with the near one', async () => {
    const cwd = folder({ 'a.md': `## A {#own-qestion}\n\n${GOOD}\n`, 'bank.yaml': BANK });
    const { findings } = await lintJson(cwd, ['a.md', '--bank', 'bank.yaml', '--only', 'unknown-question']);
    expect(findings).toMatchObject([
      {
        rule: 'unknown-question',
        severity: 'error',
        start: { line: 1, column: 8 },
        end: { line: 1, column: 19 },
        advice: 'Did you mean "own-question"?',
      },
    ]);
  });

  test('the near one may be any question of any bank', async () => {
    const cwd = folder({ 'a.md': `## A {#sm-chrun}\n\n${GOOD}\n` });
    const { findings } = await lintJson(cwd, ['a.md', '--only', 'unknown-question']);
    expect(findings).toMatchObject([{ advice: 'Did you mean "sm-churn"?' }]);
  });

  test('one of an own bank is known', async () => {
    const cwd = folder({ 'a.md': `## A {#own-question}\n\n${GOOD}\n`, 'bank.yaml': BANK });
    const { findings, results, stderr } = await lintJson(cwd, ['a.md', '--bank', 'bank.yaml']);
    expect(stderr).toBe('');
    expect(findings.map(({ rule }) => rule)).not.toContain('unknown-question');
    expect(results[0]?.answers[0]?.question).toBe('own-question');
  });
});

describe('stdin', () => {
  test('is read by the extension of its name', async () => {
    const source = `## A\n\n${RESULTLESS}\n\n## B\n\n${RESULTLESS}\n`;
    const argv = ['lint', '-', '--stdin-filename', 'notes/a.md', '-f', 'unix', '--only', 'missing-result'];
    const { stdout } = await cli(argv, { stdin: source });
    expect(stdout.match(/^notes\/a\.md:/gm)).toHaveLength(2);
  });

  test('is plain text without a name', async () => {
    const { stdout } = await cli(['lint', '-', '-f', 'unix', '--only', 'missing-result'], {
      stdin: RESULTLESS,
    });
    expect(stdout.match(/^stdin\.txt:/gm)).toHaveLength(1);
  });

  test('that is not UTF-8 is a finding', async () => {
    const { code, stdout } = await cli(['lint', '-', '-f', 'unix'], {
      stdin: Buffer.from([97, 10, 98, 0xff]),
    });
    expect([code, stdout]).toEqual([1, expect.stringContaining('stdin.txt:2:2: error: ')]);
  });
});

test('what a finding points at is what the rules saw', async () => {
  const vague = '**Result.** We did our very best & it *all went well*, maybe.';
  const source = `# File\r\n\r\n## A\r\n\r\n- ${RESULTLESS}\r\n\r\n> ${vague}\r\n`;
  const { findings } = await lintJson(folder({ 'a.md': source }), ['a.md']);
  expect(findings.length).toBeGreaterThan(0);
  const lines = source.split('\r\n');
  for (const { start, end } of findings) {
    expect(source.slice(start.offset, start.offset + 1)).toBe(
      lines[start.line - 1]?.[start.column - 1] ?? '\r',
    );
    expect(end.offset).toBeGreaterThanOrEqual(start.offset);
  }
});

test('fingerprints stay when the answer moves, and tell findings apart', async () => {
  const answer = `## A\n\n${RESULTLESS}\n`;
  const prints = async (source: string) =>
    (await lintJson(folder({ 'a.md': source }))).findings.map((one) => one.fingerprint);
  const before = await prints(answer);
  expect(new Set(before).size).toBe(before.length);
  const moved = await prints(`# File\n\nIntro\n\n## First\n\n${GOOD}\n\n${answer}`);
  for (const print of before) expect(moved).toContain(print);
  const twice = await prints(`${answer}\n${answer}`);
  expect(new Set(twice).size).toBe(twice.length);
});

test('an answer that is not written yet is one warning at its heading', async () => {
  const source = `## A {#x}\n\n## B\n\n<!-- say when it was -->\n\n- \n`;
  const { findings, code } = await lintJson(folder({ 'a.md': source }), ['.', '--skip', 'unknown-question']);
  expect(findings).toMatchObject([
    { rule: 'unanswered-question', severity: 'warn', start: { line: 1, column: 8 } },
    { rule: 'unanswered-question', severity: 'warn', start: { line: 3, column: 4 } },
  ]);
  expect(code).toBe(0);
});
