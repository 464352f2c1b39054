import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { nameOf } from '../../src/store/lint-cache.js';
import { cli } from '../support/cli.js';
import { folder, GOOD, RESULTLESS } from './lint-folder.js';

const FILES = {
  'a.md': `## A\n\n<!-- star-disable-next vague -- theirs -->\nEverything went well.\n\n## B\n\n${RESULTLESS}\n`,
  'b.md': `## C\n\n${GOOD}\n`,
  'c.md': `## D\n\n${GOOD}\n`,
  'd.yaml': 'answers: [{text: "a',
};

const run = (cwd: string, ...argv: readonly string[]) =>
  cli(['lint', '.', '-f', 'json', '--cache', ...argv], { cwd });

/** The cache with every message changed, sealed anew. */
function changeMessages(cwd: string): void {
  const path = join(cwd, '.star-coach-cache');
  const [, ...lines] = readFileSync(path, 'utf8').split('\n');
  const changed = lines.join('\n').replace(/(?<=\[\d+,\d+,")(?=[^"]+",\d+,\d+,\d+,)/g, 'KEPT ');
  writeFileSync(path, `star-coach lint cache 4 ${nameOf(changed)}\n${changed}`);
}

test('a second run says the same, from what was kept', async () => {
  const cwd = folder(FILES);
  const plain = await cli(['lint', '.', '-f', 'json'], { cwd });
  const first = await run(cwd);
  expect(first).toEqual(plain);
  expect(existsSync(join(cwd, '.star-coach-cache'))).toBe(true);
  const before = readFileSync(join(cwd, '.star-coach-cache'), 'utf8');
  expect(await run(cwd)).toEqual(plain);
  expect(readFileSync(join(cwd, '.star-coach-cache'), 'utf8')).toBe(before);
  changeMessages(cwd);
  expect((await run(cwd)).stdout).toContain('"message":"KEPT ');
});

test.each<[string, readonly string[]]>([
  ['texts of answers', ['-f', 'html']],
  ['roles and questions', ['--rule', 'unanswered-question:warn']],
  ['comments', ['-f', 'sarif']],
])('%s are kept', async (_, argv) => {
  const cwd = folder({ ...FILES, 'r.md': `---\nrole: support-manager\n---\n\n## E\n\n${GOOD}\n` });
  const plain = await cli(['lint', '.', ...argv], { cwd });
  await cli(['lint', '.', '--cache', ...argv], { cwd });
  // Not so many that what comparing them gave is kept: what is kept of each is compared again.
  expect(await cli(['lint', '.', '--cache', ...argv], { cwd })).toEqual(plain);
});

test('a file that changes is read again, and compared with those that are kept', async () => {
  const cwd = folder(FILES);
  await run(cwd);
  writeFileSync(join(cwd, 'b.md'), `## C\n\n${RESULTLESS}\n`);
  expect(await run(cwd)).toEqual(await cli(['lint', '.', '-f', 'json'], { cwd }));
  writeFileSync(join(cwd, 'b.md'), FILES['b.md']);
  rmSync(join(cwd, 'c.md'));
  expect(await run(cwd)).toEqual(await cli(['lint', '.', '-f', 'json'], { cwd }));
});

test('the comparison of many files is kept until one changes, comes or goes', async () => {
  const answers = Array.from({ length: 99 }, (_, index) => [
    `n${index}.md`,
    `## Answer ${index}\n\nNo answer yet.\n`,
  ]);
  const cwd = folder({ ...FILES, ...Object.fromEntries(answers) });
  const plain = () => cli(['lint', '.', '-f', 'json'], { cwd });
  await run(cwd);
  expect(await run(cwd)).toEqual(await plain());
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: dirname(cwd) };
  const annotated = (...argv: string[]) => cli(['lint', '.', '-f', 'github', ...argv], { cwd, env });
  expect(await annotated('--cache')).toEqual(await annotated());
  const path = join(cwd, '.star-coach-cache');
  const [, texts = '', compared = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  const changed = [texts, compared.replaceAll('a.md:', 'KEPT:'), ...lines].join('\n');
  writeFileSync(path, `star-coach lint cache 4 ${nameOf(changed)}\n${changed}`);
  expect((await run(cwd)).stdout).toContain('KEPT:');
  writeFileSync(join(cwd, 'z.md'), `## E\n\n${GOOD}\n`);
  expect(await run(cwd)).toEqual(await plain());
  rmSync(join(cwd, 'b.md'));
  expect(await run(cwd)).toEqual(await plain());
  writeFileSync(join(cwd, 'c.md'), `## D\n\n${RESULTLESS}\n`);
  expect(await run(cwd)).toEqual(await plain());
});

test('code is optimised for files that are analysed, not for those that are kept', async () => {
  const answers = Array.from({ length: 100 }, (_, index) => [`n${index}.md`, 'No answer yet.\n']);
  const cwd = folder(Object.fromEntries(answers));
  let long = 0;
  const longRun = () => {
    long += 1;
  };
  const check = async (...argv: readonly string[]) => {
    long = 0;
    await cli(['lint', '.', ...argv], { cwd, longRun });
    return long > 0;
  };
  expect(await check()).toBe(true);
  expect(await check('--cache')).toBe(true);
  expect(await check('--cache')).toBe(false);
  for (const [path] of answers) writeFileSync(join(cwd, path ?? ''), 'No answer so far.\n');
  expect(await check('--cache')).toBe(true);
});

test.each<[string, readonly string[], readonly string[]]>([
  ['no cache', [], []],
  ['a first run', [], ['--cache']],
  ['another choice of rules', ['--cache'], ['--cache', '--skip', 'vague']],
])('of many files that are not kept, code is optimised from the first on: %s', async (_, before, argv) => {
  const answers = Array.from({ length: 100 }, (_, index) => [`n${index}.md`, 'No answer yet.\n']);
  const cwd = folder(Object.fromEntries(answers));
  await cli(['lint', '.', ...before], { cwd });
  const longRun = () => writeFileSync(join(cwd, 'n0.md'), `## A\n\n${RESULTLESS}\n`);
  const { stdout } = await cli(['lint', '.', '-f', 'unix', ...argv], { cwd, longRun });
  expect(stdout).toMatch(/^n0\.md:.*missing-result/m);
});

test.each<[string, readonly string[]]>([
  ['rules', ['--skip', 'missing-result']],
  ['severities', ['--rule', 'missing-result:info']],
  ['the language', ['--lang', 'ru']],
])('other %s are another result', async (_, argv) => {
  const cwd = folder(FILES);
  await run(cwd);
  expect(await run(cwd, ...argv)).toEqual(await cli(['lint', '.', '-f', 'json', ...argv], { cwd }));
});

test('a config or a bank that changes does, too', async () => {
  const bank = (numbers: string) =>
    `role: tester\nname: { en: Tester }\nquestions:\n  - { id: q, text: { en: Tell me about a late delivery. }, stage: hr, kind: behavioral, framework: star, numbers: ${numbers}, hint: { en: Say when. } }\n`;
  const cwd = folder({
    'a.md':
      '## A {#q}\n\nIn spring our firm lost a van, and parcels were late. I had to keep the shops. I called each owner and rewrote the routes. As a result late parcels became rare and the owners stayed.\n',
    'bank.yaml': bank('none'),
  });
  const argv = ['a.md', '--bank', 'bank.yaml'];
  const rules = async () =>
    (
      JSON.parse((await cli(['lint', '-f', 'json', '--cache', ...argv], { cwd })).stdout).results[0]
        .findings as { rule: string }[]
    ).map(({ rule }) => rule);
  expect(await rules()).not.toContain('no-numbers');
  writeFileSync(join(cwd, 'bank.yaml'), bank('required'));
  expect(await rules()).toContain('no-numbers');
  writeFileSync(join(cwd, 'star-coach.config.yaml'), 'rules: { no-numbers: off }\n');
  expect(await rules()).not.toContain('no-numbers');
});

test.each<[string, (text: string) => string]>([
  ['torn', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['edited', (text) => text.replace('Everything', 'Anything')],
  ['of another version', (text) => text.replace('cache 4', 'cache 3')],
  ['something else', () => '{"a": 1}'],
])('a cache that is %s is ignored', async (_, spoil) => {
  const cwd = folder(FILES);
  const plain = await run(cwd);
  const path = join(cwd, '.star-coach-cache');
  writeFileSync(path, spoil(readFileSync(path, 'utf8')));
  expect(await run(cwd)).toEqual(plain);
});

test('a file that is named and holds something else is left as it is', async () => {
  const cwd = folder({ 'b.md': FILES['b.md'], empty: '' });
  for (const dry of ['b.md', './b.md']) {
    const { code, stderr } = await run(cwd, '--cache-location', dry);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `star-coach: "${dry}" is not a cache of star-coach; give --cache-location another file\n`,
    });
  }
  expect(readFileSync(join(cwd, 'b.md'), 'utf8')).toBe(FILES['b.md']);
  expect((await run(cwd, '--cache-location', 'empty')).stderr).toBe('');
});

test.skipIf(!existsSync('/dev/zero'))('a device is no place for it', async () => {
  const { code, stderr } = await run(folder({ 'b.md': FILES['b.md'] }), '--cache-location', '/dev/zero');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: 'star-coach: "/dev/zero" is not a cache of star-coach; give --cache-location another file\n',
  });
});

test('a place of its own, and one that takes nothing', async () => {
  const cwd = folder({ 'b.md': FILES['b.md'] });
  await run(cwd, '--cache-location', 'deep/in/cache');
  expect(readdirSync(cwd)).toEqual(['b.md', 'deep']);
  const { code, stderr } = await run(cwd, '--cache-location', 'b.md/cache');
  expect([code, stderr]).toEqual([0, expect.stringContaining('cannot write "b.md/cache"')]);
  expect((await cli(['lint', '.', '--cache-location', 'x'], { cwd })).code).toBe(2);
});

test('deleted files leave the cache, unchecked ones stay', async () => {
  const cwd = folder(FILES);
  await run(cwd);
  const kept = () => readFileSync(join(cwd, '.star-coach-cache'), 'utf8');
  rmSync(join(cwd, 'c.md'));
  writeFileSync(join(cwd, 'b.md'), `## C\n\n${RESULTLESS}\n`);
  await cli(['lint', 'b.md', '--cache'], { cwd });
  expect(kept()).toContain('"a.md"');
  expect(kept()).not.toContain('"c.md"');
});
