import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { folder, GOOD, lintJson, RESULTLESS } from './lint-folder.js';

const VAGUE = 'Everything went well.';
const ONLY = ['--only', 'vague,missing-result'];
/** Lines of the findings on wording: an answer of such words alone has no result, either. */
const vagueLines = async (cwd: string) =>
  (await run(cwd)).findings.filter(({ rule }) => rule === 'vague').map(({ start }) => start.line);
const A = `## A\n\n${RESULTLESS}\n\n${VAGUE}\n`;

const run = (cwd: string, ...argv: readonly string[]) =>
  lintJson(cwd, ['.', ...ONLY, '--baseline', 'known.json', ...argv]);

async function known(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folder(files);
  const { code, findings, stderr } = await run(cwd, '--update-baseline');
  expect([code, findings]).toEqual([0, []]);
  expect(stderr).toMatch(/^known\.json: \d+ known findings?\n$/);
  return cwd;
}

test('leaves out what it knows, wherever the answer has moved', async () => {
  const cwd = await known({ 'a.md': A });
  expect(await run(cwd)).toMatchObject({ code: 0, findings: [], stderr: '' });
  writeFileSync(join(cwd, 'a.md'), `# File\n\n## B\n\n${GOOD}\n\n${A.replace(/ /g, '  ')}`);
  expect(await run(cwd)).toMatchObject({ code: 0, findings: [], stderr: '' });
  renameSync(join(cwd, 'a.md'), join(cwd, 'b.md'));
  expect(await run(cwd)).toMatchObject({ code: 0, findings: [], stderr: '' });
});

test('reports what is new, and what was changed', async () => {
  const cwd = await known({ 'a.md': A });
  writeFileSync(join(cwd, 'a.md'), `${A}\n## C\n\n${VAGUE}\n`);
  expect(await vagueLines(cwd)).toEqual([9]);
  writeFileSync(join(cwd, 'a.md'), A.replace(VAGUE, 'All went well.'));
  const { findings, stderr } = await run(cwd);
  expect(findings.length).toBeGreaterThan(0);
  expect(stderr).toContain('gone; --update-baseline');
});

test('knows equal findings as often as it has met them', async () => {
  const cwd = await known({ 'a.md': `## A\n\n${VAGUE}\n\n## A\n\n${VAGUE}\n` });
  writeFileSync(join(cwd, 'a.md'), `## A\n\n${VAGUE}\n\n## A\n\n${VAGUE}\n\n## A\n\n${VAGUE}\n`);
  expect(await vagueLines(cwd)).toHaveLength(1);
});

test('a copy in another file is new', async () => {
  const cwd = await known({ 'a.md': `## A\n\n${VAGUE}\n` });
  writeFileSync(join(cwd, 'b.md'), `## A\n\n${VAGUE}\n`);
  expect(await vagueLines(cwd)).toHaveLength(1);
});

test('is sorted, one finding a line, and the same every time', async () => {
  const cwd = await known({ 'b.md': A, 'sub/a b.md': `## Я {#q}\n\n${VAGUE}\n`, 'clean.md': GOOD });
  const text = readFileSync(join(cwd, 'known.json'), 'utf8');
  await run(cwd, '--update-baseline');
  expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(text);
  expect(text).toMatch(/^\{\n {2}"version": 1,\n {2}"files": \{\n {4}"b\.md": \[\n {6}\{"rule":/);
  expect(Object.keys(JSON.parse(text).files)).toEqual(['b.md', 'sub/a b.md']);
  expect(JSON.parse(text).files['sub/a b.md'][0].answer).toBe('q');
  expect(text.endsWith('\n')).toBe(true);
});

test('a part of the files, or of the rules, judges no others', async () => {
  const cwd = await known({ 'a.md': A, 'b.md': A });
  const before = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
  writeFileSync(join(cwd, 'a.md'), `## A\n\n${GOOD}\n`);
  expect((await run(cwd)).stderr).toContain('1 known finding is gone');
  const part = (...argv: string[]) => cli(['lint', ...argv, '--baseline', 'known.json'], { cwd });
  expect((await part('b.md', ...ONLY)).stderr).toBe('');
  expect((await part('a.md', '--only', 'jargon')).stderr).toBe('');
  await part('a.md', ...ONLY, '--update-baseline');
  const after = JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8'));
  expect(after.files).toEqual({ 'b.md': before.files['b.md'] });
  rmSync(join(cwd, 'b.md'));
  expect((await part('a.md', ...ONLY)).stderr).toContain('gone');
});

test('knows what is told under --only, too, once only', async () => {
  const cwd = await known({ 'a.md': A, 'b.yaml': 'answers: [' });
  const before = readFileSync(join(cwd, 'known.json'), 'utf8');
  expect(before).toContain('"parse-error"');
  await run(cwd, '--update-baseline');
  expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(before);
  writeFileSync(join(cwd, 'b.yaml'), 'answers: []');
  expect((await run(cwd)).stderr).toContain('1 known finding is gone');
});

describe('what comparing files finds is judged where all of them are read', () => {
  const OTHER = 'It was another day, and another client wrote to us.';
  const head = '---\nlang: en\nrole: support-manager\n';
  test.each<[rule: string, first: string, second: string, mended: string, parts: readonly string[][]]>([
    ['duplicate-answer', GOOD, GOOD, 'a.md', [['b.md'], ['b.md', 'c.md'], ['a.md', 'b.md'], ['a.md']]],
    [
      'contradictory-numbers',
      'I retrained the shift, and CSAT rose by 12%.',
      'I retrained the shift, and CSAT rose by 18%.',
      'a.md',
      [['b.md'], ['c.md', 'b.md'], ['a.md', 'b.md']],
    ],
    [
      'unanswered-question',
      `${head}---\n\n${GOOD}`,
      `${head}rules: { unanswered-question: warn }\n---\n\n${OTHER}`,
      'b.md',
      [['a.md'], ['a.md', 'c.md'], ['a.md', 'b.md']],
    ],
  ])('%s', async (rule, first, second, mended, parts) => {
    const cwd = folder({ 'a.md': first, 'b.md': second, 'c.md': `## C\n\n${VAGUE}\n` });
    const lint = (...argv: readonly string[]) =>
      cli(['lint', ...argv, '--skip', 'missing-result', '--baseline', 'known.json'], { cwd });
    const text = () => readFileSync(join(cwd, 'known.json'), 'utf8');
    await lint('.', '--update-baseline');
    const before = text();
    expect(before).toContain(`"${rule}"`);
    for (const paths of parts) {
      expect((await lint(...paths)).stderr).toBe('');
      await lint(...paths, '--update-baseline');
      expect(text()).toBe(before);
    }
    writeFileSync(join(cwd, mended), OTHER);
    expect((await lint('a.md', 'b.md', 'c.md')).stderr).toContain('gone');
    rmSync(join(cwd, mended));
    expect((await lint('.')).stderr).toContain('gone');
    await lint('.', '--update-baseline');
    expect(text()).not.toContain(`"${rule}"`);
    expect(text()).not.toContain(`"${mended}"`);
  });
});

describe('that cannot be used', () => {
  test('because there is none: the command that makes it', async () => {
    const { code, stderr } = await run(folder({ 'a.md': A }));
    expect(code).toBe(2);
    expect(stderr).toContain('star-coach lint . --baseline known.json --update-baseline');
  });

  test.each<[string, string]>([
    ['', 'known.json:1:1: '],
    ['{"version": 1,\n "files": {', 'known.json:2:'],
    ['{"version": 2, "files": {}}', 'known.json:1:13: '],
    ['{"version": 1, "files": {"a.md": [{"rule": "vague"}]}}', 'known.json:1:35: '],
    ['{"version": 1,\n "fils": {}}', 'known.json:2:2: '],
    ['{"version": 1, "files": {}, "note": 1}', 'known.json:1:29: '],
    [
      '{"version": 1, "files": {"a.md": [{"rule": "vague", "answer": "", "fingerprint": "", "note": ""}]}}',
      'known.json:1:86: ',
    ],
    ['[]', 'known.json:1:1: '],
    ['<<<<<<< HEAD\n{"version": 1, "files": {}}\n', 'known.json:1:'],
  ])('because it is %j: advice that works', async (text, place) => {
    const cwd = folder({ 'a.md': A, 'known.json': text });
    for (const argv of [[], ['--update-baseline']]) {
      const { code, stderr } = await run(cwd, ...argv);
      expect([code, stderr]).toEqual([2, expect.stringContaining(place)]);
      expect(stderr).not.toMatch(/\n\s+at /);
      expect(stderr).toContain(
        'delete it and make a new one: star-coach lint . --baseline known.json --update-',
      );
    }
    rmSync(join(cwd, 'known.json'));
    expect((await run(cwd, '--update-baseline')).code).toBe(0);
  });

  test('because it is something else: it stays as it is', async () => {
    const cwd = folder({ 'a.md': A });
    for (const other of ['a.md', ...(existsSync('/dev/zero') ? ['/dev/zero'] : [])])
      for (const more of [[], ['--update-baseline']]) {
        const { code, stderr } = await cli(['lint', 'a.md', '--baseline', other, ...more], { cwd });
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: `star-coach: "${other}" holds no baseline; give --baseline another file\n`,
        });
      }
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toBe(A);
  });

  test.each([
    [['--update-baseline'], '"--update-baseline" needs "--baseline"'],
    [['--baseline', 'x.json', '--update-baseline', '--changed'], 'cannot be used together'],
    [['--baseline', '.'], 'EISDIR'],
  ])('%j', async (argv, text) => {
    const { code, stderr } = await cli(['lint', ...argv], { cwd: folder({ 'a.md': A }) });
    expect([code, stderr]).toEqual([2, expect.stringContaining(text)]);
  });
});
