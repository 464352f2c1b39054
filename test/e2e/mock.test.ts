import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { builtProgram } from './built.js';
import { KEY, openScreen, type Screen } from './terminal.js';

const freshHome = () => mkdtempSync(join(tmpdir(), 'star-home-'));

/** Answers every question. @returns the screens the questions stood on */
async function answerAll(screen: Screen): Promise<string[]> {
  await screen.until('feedback comes at the end');
  const count = Number(/mock interview of (\d+)/.exec(screen.all())?.[1]);
  const asked: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const shown = await screen.until(`Question ${number} of ${count}`);
    asked.push(shown.slice(shown.indexOf(`Question ${number} of`), shown.indexOf('│')).replace(/\s+/g, ' '));
    screen.press(`Answer number ${number}.`);
    await screen.until(`Answer number ${number}.`);
    screen.press(KEY.ctrlD);
  }
  return asked;
}

beforeAll(async () => {
  await builtProgram();
}, 120_000);

test('a seed repeats the interview; nothing is kept; it ends in a summary', async () => {
  const home = freshHome();
  const args = ['mock', 'support-manager', '--seed', '7'];
  const first = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  const asked = await answerAll(first);
  expect(await first.ended).toBe(0);
  expect(first.all()).toContain(`Summary: ${asked.length} answers`);
  expect(first.all()).toContain('star-coach mock support-manager --seed 7 --count 1');
  expect(first.all()).toContain('Time spent 0:0');
  expect(readdirSync(home)).toEqual([]);
  const again = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  expect(await answerAll(again)).toEqual(asked);
  await again.ended;
}, 90_000);

test('--save FILE keeps the answers there, and never over another file', async () => {
  const home = freshHome();
  const file = join(home, 'mine', 'mock.md');
  const args = ['mock', 'support-manager', '--seed', '7', '--save', file];
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await answerAll(screen);
  expect(await screen.ended).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(
    /^---\nrole: support-manager\n.*## .* \{#sm-[a-z-]+\}\n\nAnswer number 1\.\n/s,
  );
  const again = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  expect(await again.ended).toBe(2);
  expect(again.all()).toContain('already exists');
}, 90_000);

test('Ctrl-C without --save: exit 130, what was typed is shown', async () => {
  const home = freshHome();
  const screen = await openScreen(['mock', 'support-manager'], { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('Half an answer');
  await screen.until('Half an answer');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  expect(screen.all()).toContain('The unfinished answer is not on the disk: Half an answer');
  expect(readdirSync(home)).toEqual([]);
}, 60_000);
