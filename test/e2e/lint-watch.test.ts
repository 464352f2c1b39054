import { spawn } from 'node:child_process';
import { mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { builtProgram } from './built.js';
import { KEY, openScreen } from './terminal.js';

const VAGUE = '## A\n\nEverything went well.\n';
const PLAIN = '## A\n\nThe parcel came on Monday.\n';
const ONLY = ['--only', 'vague', '--watch'];

function folder(files: Readonly<Record<string, string>>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'star-coach-watch-')));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(root, path), text);
  return root;
}

test('on a terminal each check takes the place of the last one, until Ctrl-C', async () => {
  const cwd = folder({ 'a.md': VAGUE });
  const screen = await openScreen(['lint', cwd, ...ONLY]);
  await screen.until('1 finding', 'Waiting for changes');
  writeFileSync(join(cwd, 'a.md'), PLAIN);
  expect(await screen.until('no findings')).not.toContain('vague');
  // As editors save: another file takes the place of the one that was.
  writeFileSync(join(cwd, 'tmp'), VAGUE);
  renameSync(join(cwd, 'tmp'), join(cwd, 'a.md'));
  await screen.until('1 finding');
  writeFileSync(join(cwd, 'b.md'), VAGUE);
  await screen.until('2 findings');
  rmSync(join(cwd, 'a.md'));
  await screen.until('1 finding');
  // A config that is broken for a moment ends nothing.
  writeFileSync(join(cwd, 'star-coach.config.yaml'), 'rules: [\n');
  await screen.until('star-coach.config.yaml:');
  writeFileSync(join(cwd, 'star-coach.config.yaml'), 'rules: { vague: off }\n');
  await screen.until('no findings');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('without a terminal each change is checked, and writing the report sets off no check', async () => {
  const cwd = folder({ 'a.md': VAGUE });
  const child = spawn(
    process.execPath,
    [
      await builtProgram(),
      'lint',
      '.',
      ...ONLY,
      '-f',
      'unix',
      '-f',
      'json=report.json',
      '-f',
      'markdown=report.md',
    ],
    { cwd, env: { PATH: process.env.PATH, NODE_ENV: 'test' } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => (printed.stdout += chunk));
  child.stderr.on('data', (chunk) => (printed.stderr += chunk));
  await expect.poll(() => printed.stderr).toContain('Waiting');
  expect(printed.stderr).toContain('stdout is not a terminal');
  expect(printed.stdout).toMatch(/^a\.md:3:1: .*\[vague\]\n$/);
  await wait(600);
  expect(printed.stderr.match(/Waiting/g)).toHaveLength(1);
  // At one blow, so that half of it is never checked.
  const next = folder({ 'a.md': `${VAGUE}\n## B\n\nEverything went well.\n` });
  renameSync(join(next, 'a.md'), join(cwd, 'a.md'));
  const lines = () => printed.stdout.split('\n').filter((line) => line.startsWith('a.md'));
  await expect.poll(lines).toHaveLength(3);
  expect(printed.stdout).not.toContain('\u001b');
  const ended = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill('SIGINT');
  expect(await ended).toBe(130);
});
