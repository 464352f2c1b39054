import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { REPORT_NAMES } from '../src/reports/reports.js';
import { folder, GOOD, RESULTLESS } from './cli/lint-folder.js';
import { builtProgram } from './e2e/built.js';
import { cli } from './support/cli.js';

const ROOT = resolve('.');
let program: string;

beforeAll(async () => {
  program = await builtProgram();
});

const answers = (more: Readonly<Record<string, string>> = {}) =>
  folder({
    'answers/good.md': `## A\n\n${GOOD}\n`,
    'answers/lacks the end.md': `## B\n\n${RESULTLESS}\n`,
    ...more,
  });

/**
 * Runs a command line as CI would. `npx` there is a script that runs this program, and says on stderr which package it
 * was asked for; git and node are those of the machine.
 */
function shell(command: string, cwd: string, env: Readonly<Record<string, string>> = {}) {
  const bin = folder({
    npx: `#!/bin/sh
while [ "$1" != star-coach ]; do case "$1" in star-coach@*|*.tgz) echo "package $1" >&2 ;; esac; shift; done
shift
exec "${process.execPath}" "${program}" "$@"
`,
    'star-coach': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
  });
  for (const name of ['npx', 'star-coach']) chmodSync(join(bin, name), 0o755);
  // As GitHub calls bash.
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', command],
    {
      cwd,
      encoding: 'utf8',
      env: {
        HOME: cwd,
        PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
        STAR_COACH_CODE_CACHE: 'off',
        ...env,
      },
    },
  );
  return { code: status, stdout, stderr };
}

describe('action.yml', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [step] = action.runs.steps;
  const defaults: Record<string, string> = Object.fromEntries(
    Object.entries(action.inputs as Record<string, { default: string }>).map(([name, input]) => [
      name,
      String(input.default),
    ]),
  );

  /** Runs its step with inputs, as the runner would. */
  function act(cwd: string, inputs: Readonly<Record<string, string>> = {}) {
    const outputs = join(cwd, 'outputs');
    const summary = join(cwd, 'summary');
    const env = Object.fromEntries(
      Object.entries(step.env as Record<string, string>).map(([name, value]) => {
        const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1];
        const given = input === undefined ? ROOT : (inputs[input] ?? defaults[input]);
        if (given === undefined) throw new Error(`${name} comes from no input`);
        return [name, given];
      }),
    );
    const ran = shell(step.run, join(cwd, inputs['working-directory'] ?? ''), {
      ...env,
      GITHUB_ACTIONS: 'true',
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
    });
    return {
      ...ran,
      outputs: Object.fromEntries(
        readFileSync(outputs, 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => line.split('=')),
      ),
      summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    };
  }

  test('is composite and interpolates no input into its script', () => {
    expect(action.runs.using).toBe('composite');
    expect(step.run).not.toContain('${{');
    const read = Object.values(step.env as Record<string, string>).join(' ') + step['working-directory'];
    for (const name of Object.keys(action.inputs)) expect(read).toContain(`\${{ inputs.${name} }}`);
  });

  test('annotates, sums up, fails with the exit code of lint', () => {
    const { code, stdout, stderr, outputs, summary } = act(answers());
    expect(code).toBe(1);
    expect(stdout).toContain('answers/lacks the end.md\n');
    expect(stdout).toContain('::error file=answers/lacks the end.md,');
    expect(summary).toContain('| answers/lacks the end.md:3:1 |');
    expect(outputs).toEqual({ 'exit-code': '1', 'sarif-file': '' });
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(stderr).toContain(`package star-coach@${version}\n`);
  });

  test.each<[string, Record<string, string>, number]>([
    ['paths, one a line', { paths: 'answers/good.md\n\nanswers/good.md\n' }, 0],
    ['a path with blanks', { paths: 'answers/lacks the end.md' }, 1],
    ['a path that begins with a hyphen', { paths: '--version' }, 2],
    ['a path that is a command', { paths: '$(touch hacked); `touch hacked`' }, 2],
    ['a fail level', { 'fail-on': 'never' }, 0],
    ['a number of warnings', { 'fail-on': 'never', 'max-warnings': '0' }, 1],
    ['a config', { config: 'off.yaml', paths: 'answers' }, 0],
    ['a folder', { 'working-directory': 'answers', paths: 'good.md' }, 0],
    ['nothing that matches', { paths: 'nowhere/' }, 2],
    ['an unknown report', { format: 'jsn' }, 2],
    ['not changed', { changed: 'false', paths: 'answers/good.md' }, 0],
  ])('$0: $2', (_, inputs, expected) => {
    const cwd = answers({
      'off.yaml': 'rules: { missing-result: off, no-result-number: off, vague: off }\n',
    });
    const { code, outputs } = act(cwd, inputs);
    expect(code).toBe(expected);
    expect(outputs['exit-code']).toBe(String(expected));
    expect(existsSync(join(cwd, 'hacked'))).toBe(false);
  });

  test('SARIF comes beside what is shown', () => {
    const cwd = answers();
    const { stdout, outputs } = act(cwd, { 'sarif-file': 'out/star coach.sarif' });
    expect(stdout).toContain('::error file=');
    expect(outputs['sarif-file']).toBe('out/star coach.sarif');
    expect(JSON.parse(readFileSync(join(cwd, 'out/star coach.sarif'), 'utf8')).version).toBe('2.1.0');
  });

  test('reports are those that were chosen', () => {
    const cwd = answers();
    const { stdout } = act(cwd, { format: 'unix\njunit=junit.xml' });
    expect(stdout).toMatch(/^answers\/lacks the end\.md:3:1: /);
    expect(stdout).not.toContain('::error');
    expect(existsSync(join(cwd, 'junit.xml'))).toBe(true);
  });

  test('changed answers alone', () => {
    const cwd = answers();
    const git = (...argv: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...argv], { cwd });
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'one');
    expect(act(cwd, { changed: 'HEAD', paths: 'answers' }).code).toBe(0);
    writeFileSync(join(cwd, 'answers/new.md'), `## C\n\n${RESULTLESS}\n`);
    const { code, stdout } = act(cwd, { changed: 'HEAD', paths: 'answers' });
    expect(code).toBe(1);
    expect(stdout).not.toContain('lacks the end.md');
  });

  test.each([
    ['1.2.3', 'star-coach@1.2.3'],
    ['latest', 'star-coach@latest'],
    ['./star-coach.tgz', './star-coach.tgz'],
  ])('version %s', (version, expected) => {
    const { stderr } = act(answers(), { version, paths: 'answers/good.md' });
    expect(stderr).toContain(`package ${expected}\n`);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook, ...others] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  test('names one hook that calls lint', () => {
    expect(others).toEqual([]);
    expect(hook).toMatchObject({ id: 'star-coach', language: 'node', require_serial: true });
    const cwd = answers();
    expect(shell(`${hook.entry} 'answers/lacks the end.md'`, cwd).code).toBe(1);
    expect(shell(`${hook.entry} answers/good.md`, cwd).code).toBe(0);
  });

  test('takes answer files alone', () => {
    // Python's flag for small and capital letters stands in the expression.
    const files = new RegExp(hook.files.replace('(?i)', ''), hook.files.startsWith('(?i)') ? 'i' : '');
    const answers = ['a.md', 'b/c.yaml', 'с пробелом.txt', 'a.yml', 'A.MD', 'b.Txt'];
    for (const path of answers.map((name) => `answers/${name}`)) expect(path).toMatch(files);
    for (const path of ['README.md', 'answers/a.json', 'docs/answers/a.md']) expect(path).not.toMatch(files);
  });
});

test('the problem matcher reads every line of the unix report', async () => {
  const { problemMatcher } = JSON.parse(readFileSync('.github/star-coach-matcher.json', 'utf8'));
  const seen = new Set<string>();
  const cwd = answers({ 'answers/one: two [x].md': `## D\n\nWe did various things. ${RESULTLESS}\n` });
  const { stdout } = await cli(['lint', 'answers', '-f', 'unix', '--fail-on', 'never'], { cwd });
  const json = await cli(['lint', 'answers', '-f', 'json', '--fail-on', 'never'], { cwd });
  const results: { path: string; findings: { rule: string; severity: string; message: string }[] }[] =
    JSON.parse(json.stdout).results;
  const expected = results.flatMap(({ path, findings }) =>
    findings.map(({ rule, severity, message }) => ({ path, rule, severity, message })),
  );
  const lines = stdout.trimEnd().split('\n');
  expect(lines).toHaveLength(expected.length);
  for (const [index, line] of lines.entries()) {
    const fits = problemMatcher.filter(({ pattern }: { pattern: { regexp: string }[] }) =>
      new RegExp(pattern[0]?.regexp ?? '(?!)').test(line),
    );
    expect(fits).toHaveLength(1);
    const [{ severity, pattern }] = fits;
    const [place] = pattern;
    const match = new RegExp(place.regexp).exec(line) ?? [];
    const finding = expected[index];
    expect(match[place.file]).toBe(finding?.path);
    expect(match[place.message]).toBe(finding?.message);
    expect(match[place.code]).toBe(finding?.rule);
    expect(severity).toBe({ error: 'error', warn: 'warning', info: 'notice' }[finding?.severity ?? '']);
    seen.add(severity);
  }
  expect(seen.size).toBeGreaterThan(1);
});

describe('docs/ci.md', () => {
  const page = readFileSync('docs/ci.md', 'utf8');
  const blocks = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
  /** Command lines of the program anywhere in a recipe. */
  const linesOf = (value: unknown): string[] => {
    if (typeof value === 'string') return /^(npx (--yes )?)?star-coach /.test(value) ? [value] : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(linesOf) : [];
  };
  const recipes = blocks.flatMap(({ language, text }) => {
    if (language === 'yaml') return linesOf(parse(text, { strict: true }));
    if (language === 'json') return linesOf(JSON.parse(text));
    return text.split('\n').flatMap(linesOf);
  });

  test('has recipes for all it names', () => {
    expect(recipes).toHaveLength(5);
  });

  test.each(recipes)('%s', (line) => {
    const cwd = answers();
    const init = 'git init -q && git add answers';
    const paths = line === 'star-coach lint' ? " 'answers/lacks the end.md'" : '';
    const { code, stdout, stderr } = shell(`${init}\n${line}${paths}`, cwd, { GITHUB_ACTIONS: 'true' });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('lacks the end.md');
    for (const [, path = ''] of line.matchAll(/-f \w+=(\S+)/g))
      expect(existsSync(join(cwd, path))).toBe(true);
  });

  test('uses only inputs, outputs and hooks that exist', () => {
    const action = parse(readFileSync('action.yml', 'utf8'));
    const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    const steps = blocks
      .filter(({ language }) => language === 'yaml')
      .flatMap(({ text }) => parse(text)?.jobs?.lint?.steps ?? []);
    const used = steps.find(({ uses }: { uses?: string }) => uses?.includes('/star-coach@'));
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(used.with)));
    const outputs = [...page.matchAll(/steps\.answers\.outputs\.([a-z-]+)/g)].map(([, name]) => name);
    expect(outputs.length).toBeGreaterThan(0);
    expect(Object.keys(action.outputs)).toEqual(expect.arrayContaining(outputs));
    const listed = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(Object.keys(action.inputs));
    expect(page).toContain(`- id: ${hook.id}\n`);
  });

  test('names reports that there are', () => {
    for (const [, name = ''] of page.matchAll(/(?:-f|--format) (\w+)/g)) expect(REPORT_NAMES).toContain(name);
  });
});
