import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { content } from '../support/content.js';
import { builtProgram } from './built.js';
import { KEY, openScreen } from './terminal.js';

const ROLE = 'support-manager';
const question = content.bank(ROLE)?.questions.find(({ framework }) => framework === 'star');
const words = question?.text.en ?? '';
const args = ['practice', ROLE, '--question', question?.id ?? ''];
const home = mkdtempSync(join(tmpdir(), 'star-home-'));
const env = (name: string) => ({ STAR_COACH_HOME: join(home, name), LC_ALL: 'en_US.UTF-8' });

beforeAll(async () => {
  await builtProgram();
}, 120_000);
afterAll(() => rmSync(home, { recursive: true }));

test('in 20 columns and 5 rows the whole question can be scrolled back to', async () => {
  const screen = await openScreen(args, { columns: 20, rows: 5, env: env('small') });
  await screen.until('S– T– A– R–');
  expect(screen.all()).toContain(words);
  expect(screen.rows().join(' ')).toContain(words.slice(-15));
  screen.press('In March a client lost her reports');
  await screen.until('her reports');
  // Nothing of it is said twice, however often the prompt is drawn.
  expect(screen.all().split(words)).toHaveLength(2);
  screen.press('\u000c');
  await vi.waitFor(() => expect(screen.sent().split('\u001b[2J').at(-1)).toContain(words.slice(-4)), {
    timeout: 10_000,
  });
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('a window made small shows the question again, above the prompt', async () => {
  const screen = await openScreen(args, { columns: 60, rows: 20, env: env('shrunk') });
  await screen.until('Ctrl-D done');
  screen.press('In March');
  await screen.until('In March');
  screen.resize(60, 6);
  await screen.until(words.slice(-20));
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});
