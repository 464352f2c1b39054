import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SMALL_BANK } from '../support/small-bank.js';
import { builtProgram } from './built.js';
import { KEY, openScreen, type Screen } from './terminal.js';

const folder = mkdtempSync(join(tmpdir(), 'star-mock-'));
const freshHome = () => mkdtempSync(join(folder, 'home-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Waits until the screen shows one of the texts. @returns which */
async function either(screen: Screen, texts: readonly string[]): Promise<string> {
  const shown = (await screen.until(new RegExp(texts.join('|')))).replace(/\s+/g, ' ');
  return texts.find((text) => shown.includes(text)) ?? '';
}

/** Answers every question, and leaves what is asked afterwards. @returns the screens the questions stood on */
async function answerAll(screen: Screen): Promise<string[]> {
  await screen.until('feedback comes at the end');
  const count = Number(/mock interview of (\d+)/.exec(screen.all())?.[1]);
  const asked: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const question = `Question ${number} of ${count}`;
    const shown = await screen.until(new RegExp(`${question}.*Ctrl-D`));
    asked.push(shown.slice(shown.indexOf(question), shown.indexOf('│')).replace(/\s+/g, ' '));
    screen.press(`Answer number ${number}.`);
    await screen.until(`Answer number ${number}.`);
    screen.press(KEY.ctrlD);
    const after = `Follow-up to question ${number} of`;
    if ((await either(screen, [after, `Question ${number + 1} of`, 'Summary:', 'again:'])) !== after)
      continue;
    // The prompt under it takes keys.
    await screen.until(new RegExp(`${after}.*Ctrl-D`));
    screen.press(KEY.ctrlD);
  }
  return asked;
}

beforeAll(async () => {
  await builtProgram();
});

test('a seed repeats the interview; nothing is kept; it ends in a summary', async () => {
  const home = freshHome();
  const args = ['mock', 'support-manager', '--seed', '7'];
  const first = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  const asked = await answerAll(first);
  expect(await first.ended).toBe(0);
  expect(first.all()).toContain(`Summary: ${asked.length} answers`);
  expect(first.all()).toContain('star-coach mock support-manager --seed 7');
  expect(first.all()).toMatch(/Time spent: \d+:\d\d/);
  // Every question was answered, and every follow-up question left out.
  expect(first.all()).toContain('— That is all right, let us move on.');
  expect(readdirSync(home)).toEqual([]);
  const again = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  expect(await answerAll(again)).toEqual(asked);
  await again.ended;
});

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
});

test('an interviewer who speaks, asks once more, and a clock that cuts nothing short', async () => {
  const home = freshHome();
  const page = join(home, 'mock.html');
  const bank = join(freshHome(), 'baker.yaml');
  const [head = '', question = ''] = SMALL_BANK.replace('stage: hr', 'stage: phone').split(
    /(?<=questions:\n)/,
  );
  writeFileSync(
    bank,
    `${head}${question}${question.replaceAll('ba-burnt-batch', 'ba-late-order').replace('stage: phone', 'stage: hr')}`,
  );
  const args = [
    'mock',
    'baker',
    '--bank',
    bank,
    '--seed',
    '7',
    '--think',
    '20',
    '--answer',
    '1',
    '--report',
    page,
  ];
  const screen = await openScreen(args, {
    env: { STAR_COACH_HOME: home },
    columns: 100,
    rows: 40,
  });
  await screen.until('— Good morning, and thank you for taking the call.');
  await screen.until(/Think: 0:\d\d of 0:20/);
  screen.press('In March a client lost all of her reports. I had to get them back within a day.');
  await screen.until(/\d:\d\d over/);
  screen.press(' She was a big client.');
  await screen.until('a big client.');
  screen.press(KEY.ctrlD);
  await screen.until(/Follow-up to question 1 of.*Ctrl-D/);
  await screen.until('What did you yourself do, step by step?');
  expect(screen.all()).toContain('too long; said aloud');
  screen.press('I called her and restored the reports by hand.');
  await screen.until('by hand.');
  screen.press(KEY.ctrlD);
  await screen.until('Question 2 of');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  const all = screen.all();
  expect(all).toContain('By competency');
  // The reply is part of the answer.
  expect(all).toMatch(/She was a big client\. (?:A )?I called her and restored the reports by hand\. Parts/);
  expect(all).toMatch(/star-coach mock baker .*--seed 7 --think 20 --answer 1/);
  const html = readFileSync(page, 'utf8');
  expect(html).toMatch(/<b>A<\/b>[^<]*I called her and restored the reports by hand\./);
  expect(html).toContain('Asked afterwards: What did you yourself do, step by step?');
  expect(readdirSync(home)).toEqual(['mock.html']);
});

test('an answer that is written is measured in words, and never aloud', async () => {
  const home = freshHome();
  const bank = join(home, 'baker.yaml');
  writeFileSync(
    bank,
    SMALL_BANK.replace('framework: star', 'framework: test-task').replace('[task, result]', '[]'),
  );
  const screen = await openScreen(['mock', 'baker', '--bank', bank], { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('We lost all of the reports. I would restore them by hand.');
  await screen.until(/\D12 words/);
  screen.press(KEY.ctrlD);
  await screen.until(/Time spent: \d:\d\d; 12 words\..*Follow-up.*Ctrl-D/);
  screen.press(KEY.ctrlD);
  expect(await screen.ended).toBe(0);
  expect(screen.all()).toMatch(/ · 12 words · \d:\d\d spent/);
  expect(screen.all()).not.toContain('aloud');
});

test('where lines are typed, nothing is promised to be kept without --save', async () => {
  const screen = await openScreen(['mock', 'support-manager', '--plain'], {
    env: { STAR_COACH_HOME: freshHome() },
  });
  const help = await screen.until('Ctrl-C leaves');
  expect(help).not.toContain('keeps it');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('Ctrl-C without --save: exit 130, what was typed is shown', async () => {
  const home = freshHome();
  const screen = await openScreen(['mock', 'support-manager'], { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('Half an answer');
  await screen.until('Half an answer');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  expect(screen.all()).toContain('The unfinished answer has not been saved anywhere: Half an answer');
  expect(readdirSync(home)).toEqual([]);
});

test.each([
  [['--report', join(folder, 'a file/page.html')], 'cannot write "'],
  [['--save', join(folder, 'both.md'), '--report', join(folder, 'both.md')], 'cannot be used together'],
])('what could not be written at the end is told before the first question: %j', async (flags, said) => {
  writeFileSync(join(folder, 'a file'), '');
  const screen = await openScreen(['mock', 'support-manager', ...flags], {
    env: { STAR_COACH_HOME: freshHome() },
  });
  expect(await either(screen, ['Question 1', said])).toBe(said);
  expect(await screen.ended).toBe(2);
});
