import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORT_NAMES } from '../../src/reports/reports.js';
import { cli } from '../support/cli.js';
import { folder, GOOD, RESULTLESS } from './lint-folder.js';

const ONLY = ['--only', 'missing-result'];
const one = (before = '') => folder({ 'a b.md': `## A\n\n${before}${RESULTLESS}\n` });

test('every report in one run, each in its file', async () => {
  const cwd = one();
  const formats = REPORT_NAMES.flatMap((name) => ['-f', `${name}=out/${name}`]);
  expect(await cli(['lint', 'a b.md', ...ONLY, ...formats], { cwd })).toEqual({
    code: 1,
    stdout: '',
    stderr: '',
  });
  for (const name of REPORT_NAMES) {
    const { stdout } = await cli(['lint', 'a b.md', ...ONLY, '-f', name], { cwd });
    expect(readFileSync(join(cwd, 'out', name), 'utf8')).toBe(stdout);
    expect(stdout).toContain('missing-result');
  }
});

test('the page holds the answer and its parts', async () => {
  const { stdout } = await cli(['lint', 'a b.md', '-f', 'html'], { cwd: one() });
  const shown = stdout.replace(/<b title="[^"]*">\w<\/b>|<\/?(?:mark|a)\b[^>]*>(?:\d+<\/a>)?/g, '');
  expect(shown).toContain(RESULTLESS.replaceAll("'", '&#39;'));
  expect(stdout).toContain('<mark class="c2"><b title="action">A</b>');
  expect(stdout).toContain('R result: missing');
});

test('SARIF has what a comment hides, with its reason', async () => {
  const cwd = one('<!-- star-disable-next missing-result -- told -->\n\n');
  const { code, stdout } = await cli(['lint', 'a b.md', ...ONLY, '-f', 'sarif'], { cwd });
  expect(code).toBe(0);
  const [result] = JSON.parse(stdout).runs[0].results;
  expect(result).toMatchObject({
    ruleId: 'missing-result',
    suppressions: [{ kind: 'inSource', justification: 'told' }],
  });
});

test('SARIF has the severity that counts, and beside it that of the rule', async () => {
  const argv = ['lint', 'a b.md', ...ONLY, '--rule', 'missing-result:warn', '-f', 'sarif'];
  const [run] = JSON.parse((await cli(argv, { cwd: one() })).stdout).runs;
  expect(run.results).toMatchObject([{ ruleId: 'missing-result', level: 'warning' }]);
  expect(run.tool.driver.rules).toMatchObject([
    { id: 'missing-result', defaultConfiguration: { level: 'error' } },
  ]);
});

describe('where a report cannot go', () => {
  test.each([
    [['-f', 'json=z', '-f', 'unix=z'], 'two reports cannot be written into one file: "z"'],
    [['-f', 'json=z', '-f', 'unix', '-o', './z'], 'two reports cannot be written into one file: "./z"'],
    [['-f', 'json=z', '-o', 'y'], '--output-file'],
    [['-o', 'answers'], "'answers' is a folder, not a file"],
    [['-f', 'json=answers'], "'answers' is a folder, not a file"],
  ])('%j', async (argv, text) => {
    const cwd = folder({ 'answers/a.md': RESULTLESS });
    const { code, stdout, stderr } = await cli(['lint', ...argv], { cwd });
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(text)]);
    expect(existsSync(join(cwd, 'z'))).toBe(false);
  });
});

test.each([
  ['vague:warn', 'stylish', '✔ 1 answer in 1 file, no errors; 1 warning not shown'],
  ['vague:info', 'markdown', '**✔ 1 answer in 1 file, no errors; 1 remark not shown**'],
  ['vague:error', 'html', '✖ 1 finding (1 error); 1 answer in 1 file<'],
  ['vague:off', 'stylish', '✔ 1 answer in 1 file, no findings'],
])('with -q and %s, %s says what it does not show', async (rule, format, text) => {
  const cwd = folder({ 'a.md': 'Everything went well.\n' });
  const argv = ['lint', 'a.md', '-q', '--only', 'vague', '--rule', rule, '-f', format, '--fail-on', 'info'];
  const { code, stdout } = await cli(argv, { cwd });
  expect(stdout).toContain(text);
  expect(code).toBe(rule === 'vague:off' ? 0 : 1);
});

describe('on GitHub Actions', () => {
  const env = (cwd: string, summary = 'summary.md') => ({
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: join(cwd, summary),
  });

  test('annotations come with a summary of the job, behind what is there', async () => {
    const cwd = one();
    for (const count of [1, 2]) {
      const { stdout } = await cli(['lint', 'a b.md', ...ONLY], { cwd, env: env(cwd) });
      expect(stdout).toMatch(/^a b\.md\n[\s\S]*\n::error file=a b\.md,/);
      const summary = readFileSync(join(cwd, 'summary.md'), 'utf8');
      expect(summary.match(/\| a b\.md:3:1 \|/g)).toHaveLength(count);
    }
  });

  test('they may stand beside another report', async () => {
    const cwd = one();
    const both = ['-f', 'github', '-f', 'unix'];
    const { stdout } = await cli(['lint', 'a b.md', ...ONLY, ...both], { cwd, env: env(cwd) });
    expect(stdout).toMatch(/^::error .*\na b\.md:3:1: error: /);
    expect((await cli(['lint', 'a b.md', ...both, '-o', 'x'], { cwd })).code).toBe(2);
  });

  test('another report, and annotations in a file, have neither', async () => {
    const cwd = one();
    await cli(['lint', 'a b.md', ...ONLY, '-f', 'unix'], { cwd, env: env(cwd) });
    await cli(['lint', 'a b.md', ...ONLY, '-f', 'github=x'], { cwd, env: env(cwd) });
    expect(existsSync(join(cwd, 'summary.md'))).toBe(false);
  });

  test('a summary that cannot be written changes no exit code', async () => {
    const cwd = one();
    mkdirSync(join(cwd, 'summary'));
    const { code, stderr } = await cli(['lint', 'a b.md', ...ONLY, '--exit-zero'], {
      cwd,
      env: env(cwd, 'summary'),
    });
    expect([code, stderr]).toEqual([0, expect.stringContaining('EISDIR')]);
  });
});

describe('the line of a finding', () => {
  test('is shown where it is asked for', async () => {
    const { stdout } = await cli(['lint', 'a b.md', ...ONLY, '--code-frame'], { cwd: one() });
    expect(stdout).toMatch(/\n {4}3 \| \S.*\n {6}\| +\^/);
  });

  test.each([[[]], [['--no-code-frame']]])('is not shown in a pipe: %j', async (options) => {
    const { stdout } = await cli(['lint', 'a b.md', ...ONLY, ...options], { cwd: one() });
    expect(stdout).not.toContain('|');
  });
});

test('a path far outside the folder is absolute for people, relative for programs', async () => {
  const root = folder({ 'a.md': 'Everything went well.', 'b/c/d/e.md': 'Everything went well.' });
  const run = (cwd: string, format: string) =>
    cli(['lint', join(root, 'a.md'), '--only', 'vague', '-f', format], { cwd: join(root, cwd) });
  const far = 'b/c/d';
  expect((await run(far, 'stylish')).stdout.split('\n')[0]).toBe(join(root, 'a.md').replaceAll('\\', '/'));
  expect((await run(far, 'unix')).stdout).toMatch(/^\.\.\/\.\.\/\.\.\/a\.md:1:1: /);
  expect(JSON.parse((await run(far, 'json')).stdout).results[0].path).toBe('../../../a.md');
  expect((await run('b/c', 'stylish')).stdout.split('\n')[0]).toBe('../../a.md');
});

test.each([
  ['GitHub', { GITHUB_ACTIONS: 'true' }, 'GITHUB_WORKSPACE'],
  ['GitLab', { GITLAB_CI: 'true' }, 'CI_PROJECT_DIR'],
])('%s finds files from the root of the checkout, wherever in it lint runs', async (_, env, name) => {
  const root = folder({
    'мой каталог/sub/a.md': 'Everything went well.',
    'мой каталог/b.md': 'All went well.',
  });
  const run = async (format: string, workspace: string) => {
    const options = { cwd: join(root, 'мой каталог/sub'), env: { ...env, [name]: workspace } };
    return (await cli(['lint', '.', '../b.md', '--only', 'vague', '-f', format], options)).stdout;
  };
  const github = await run('github', root);
  expect(github).toContain('::warning file=мой каталог/b.md,');
  expect(github).toContain('::warning file=мой каталог/sub/a.md,');
  const gitlab = JSON.parse(await run('gitlab', root)) as { location: { path: string } }[];
  expect(gitlab.map(({ location }) => location.path)).toEqual(['мой каталог/b.md', 'мой каталог/sub/a.md']);
  const sarif = await run('sarif', root);
  expect(sarif).toContain(`{"uri":"${encodeURIComponent('мой каталог')}/sub/a.md","uriBaseId":"%SRCROOT%"}`);
  expect(JSON.parse(await run('json', root)).results[0].path).toBe('../b.md');
  // Somewhere else than in the checkout there is no other root.
  expect(await run('github', '/elsewhere')).toContain('file=a.md,');
});

describe('the other file of a finding is named as the file itself is', () => {
  const files = { 'мой/a.md': `${GOOD}\n`, 'мой/x/y/z/b.md': `${GOOD}\n`, 'мой/x/y/z/c.md': `${GOOD}\n` };
  const run = async (format: string, env: Record<string, string> = {}, root = folder(files)) => {
    const cwd = join(root, 'мой/x/y/z');
    const argv = ['lint', '../../../a.md', '.', '--only', 'duplicate-answer', '-f', format];
    return (await cli(argv, { cwd, env })).stdout;
  };
  const inGitHub = (format: string, root: string) =>
    run(format, { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root }, root);

  test('by its path from the root of the checkout', async () => {
    const root = folder(files);
    const annotations = (await inGitHub('github', root)).trim().split('\n');
    expect(annotations.map((line) => line.replace(/,line.*::/, ' ').replace(/%0A.*/, ''))).toEqual([
      '::warning file=мой/x/y/z/b.md The same words appear at мой/a.md:1.',
      '::warning file=мой/x/y/z/c.md The same words appear at мой/a.md:1.',
    ]);
    expect(await inGitHub('sarif', root)).toContain('The same words appear at мой/a.md:1.');
    const gitlab = await run('gitlab', { GITLAB_CI: 'true', CI_PROJECT_DIR: root }, root);
    expect(gitlab).toContain('The same words appear at мой/a.md:1.');
  });

  test('absolute where it is far', async () => {
    const root = folder(files);
    expect(await run('stylish', {}, root)).toContain(`The same words appear at ${root}/мой/a.md:1.`);
  });

  test('and no report says it twice', async () => {
    const { results } = JSON.parse(await run('json'));
    expect(results[0]).toMatchObject({ path: '../../../a.md', findings: [] });
    expect(results[1].findings[0].message).toBe('The same words appear at ../../../a.md:1.');
    expect(results[1].findings[0]).not.toHaveProperty('elsewhere');
  });
});
