import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';
import { builtProgram } from './built.js';
import { KEY, openScreen } from './terminal.js';

const ROLE = 'support-manager';
const freshHome = () => mkdtempSync(join(tmpdir(), 'star-home-'));
const question = content.bank(ROLE)?.questions.find(({ framework }) => framework === 'star');
const args = ['practice', ROLE, '--question', question?.id ?? ''];

function answers(home: string): string {
  const files = readdirSync(join(home, 'answers'));
  expect(files).toHaveLength(1);
  return readFileSync(join(home, 'answers', files[0] ?? ''), 'utf8');
}

function drafts(home: string): string[] {
  return existsSync(join(home, 'drafts')) ? readdirSync(join(home, 'drafts')) : [];
}

function journal(home: string): { question: string; attempt: number; text: string }[] {
  const lines = readFileSync(join(home, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

beforeAll(async () => {
  await builtProgram();
});

test.each([
  {
    lang: 'en',
    first: 'In March a client lost all of her reports. I had to get them back within a day.',
    second: 'I called her and restored the reports by hand.',
    pasted: '\n\nAs a result she renewed,\nand complaints fell from 10 to 2.',
    ask: 'Ctrl-D done',
    menu: 'What next?',
    reading: 'The interviewer may ask next',
    changed: /Fixed\s|New\s|Still open\s|No findings/,
    summary: 'Summary: 1 answer',
    kept: 'Answers are kept in',
  },
  {
    lang: 'ru',
    first: 'В марте у клиента пропали все отчёты. Мне нужно было вернуть их за день.',
    second: 'Я позвонила ей и восстановила отчёты вручную.',
    pasted: '\n\nВ итоге она продлила договор,\nа жалоб стало 2 вместо 10.',
    ask: 'Ctrl-D — готово',
    menu: 'Что дальше?',
    reading: 'Дальше вас могут спросить',
    changed: /Исправлено\s|Появилось\s|Осталось\s|Замечаний нет/,
    summary: 'Итоги: 1 ответ',
    kept: 'Ответы сохранены',
  },
])('a session in $lang: typed, read, revised by a paste, kept', async (said) => {
  const home = freshHome();
  const screen = await openScreen([...args, '--lang', said.lang], { env: { STAR_COACH_HOME: home } });
  await screen.until(question?.text[said.lang] ?? '?');
  await screen.until(said.ask);
  screen.press(`${said.first}${KEY.enter}${KEY.enter}${said.second}`);
  await screen.until(said.second);
  screen.press(KEY.ctrlD);
  await screen.until(said.reading);
  await screen.until(said.menu);
  // It is on the disk before anything else is asked.
  expect(answers(home)).toContain(`${said.first}\n\n${said.second}\n`);

  screen.press(KEY.enter);
  await screen.until(said.ask);
  await screen.until(said.second);
  screen.paste(said.pasted);
  await screen.until(said.pasted);
  screen.press(KEY.ctrlD);
  await screen.until(said.menu);
  expect(screen.all()).toMatch(said.changed);
  // Revise, samples, the follow-up question, finish: the last one is the end.
  screen.press(`${KEY.up}${KEY.down}${KEY.down}${KEY.down}${KEY.enter}`);
  await screen.until(said.kept);
  expect(await screen.ended).toBe(0);
  expect(screen.all()).toContain(said.summary);
  expect(answers(home)).toBe(
    `---\nrole: ${ROLE}\nlang: ${said.lang}\n---\n\n## ${question?.text[said.lang]} {#${question?.id}}\n\n` +
      `${said.first}\n\n${said.second}${said.pasted}\n`,
  );
  expect(journal(home).map(({ attempt }) => attempt)).toEqual([1, 2]);
  expect(drafts(home)).toEqual([]);
});

test('a question about a plan has its own follow-up, and the reply joins the answer', async () => {
  const home = freshHome();
  const planned = content.bank(ROLE)?.questions.find(({ id }) => id === 'sm-two-in-conflict');
  const asks = planned?.followUps[0]?.en?.slice(0, 40) ?? '?';
  const screen = await openScreen(['practice', '--question', 'sm-two-in-conflict'], {
    env: { STAR_COACH_HOME: home },
  });
  await screen.until('Ctrl-D done');
  screen.press('I would always try to keep them happy.');
  await screen.until('them happy.');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  expect(screen.all().replace(/\s+/g, ' ')).toContain(`The interviewer may ask next: ${asks}`);
  // Revise, samples, the follow-up question.
  screen.press(`${KEY.down}${KEY.down}${KEY.enter}`);
  await screen.until(/Follow-up to question 1 of 1.*Ctrl-D/);
  screen.press('She would stay.');
  await screen.until('would stay.');
  screen.press(KEY.ctrlD);
  await screen.until('What you changed');
  await screen.until('What next?');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  expect(answers(home)).toContain('I would always try to keep them happy.\n\nShe would stay.\n');
});

test('a revision opens with the list of what was not heard', async () => {
  const home = freshHome();
  const role = 'client-department-head';
  const asked = content.bank(role)?.questions.find(({ id }) => id === 'ch-career-goals');
  const [first, second] = asked?.criteria.map(({ text }) => text.ru) ?? [];
  const screen = await openScreen(['practice', role, '--question', 'ch-career-goals', '--lang', 'ru'], {
    env: { STAR_COACH_HOME: home },
  });
  await screen.until('Ctrl-D — готово');
  const said = 'В прошлом году от нас ушёл крупный клиент, а в декабре он вернулся и остался надолго.';
  screen.press(said);
  await screen.until('надолго.');
  screen.press(KEY.ctrlD);
  await screen.until('Что дальше?');
  screen.press(KEY.enter);
  await screen.until('Пока не прозвучало');
  await screen.until('Ctrl-D — готово');
  expect(screen.all().replace(/\s+/g, ' ')).toContain(`Пока не прозвучало: ${first}; ${second}; `);
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('Ctrl-C keeps the draft, and the next session opens it', async () => {
  const home = freshHome();
  const first = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await first.until('Ctrl-D done');
  first.press(`Half an answer${KEY.enter}and no more`);
  await first.until('and no more');
  first.press(KEY.ctrlC);
  expect(await first.ended).toBe(130);
  expect(first.all()).toContain('The unfinished answer is kept.');
  expect(drafts(home)).toHaveLength(1);

  const second = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await second.until('You have an unfinished answer');
  second.press(KEY.enter);
  await second.until('and no more');
  second.press(`${KEY.ctrlW}less`);
  await second.until('and no less');
  second.press(KEY.ctrlD);
  await second.until('What next?');
  second.press(KEY.ctrlC);
  expect(await second.ended).toBe(130);
  expect(answers(home)).toContain('Half an answer\nand no less\n');
  expect(drafts(home)).toEqual([]);
});

test('kill -9 loses nothing that was typed a while before', async () => {
  const home = freshHome();
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('Typed before the power went');
  await screen.until('Typed before the power went');
  // Not the file beside it, which takes its name once all of it is on the disk.
  const whole = () => drafts(home).filter((name) => name.endsWith('.json'));
  const kept = () => whole().map((name) => readFileSync(join(home, 'drafts', name), 'utf8'));
  await expect.poll(kept).toEqual([expect.stringContaining('Typed before the power went')]);
  process.kill(screen.pid, 'SIGKILL');
  await screen.ended;
  const again = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await again.until('You have an unfinished answer');
  again.press(KEY.enter);
  await again.until('Typed before the power went');
  again.press(KEY.ctrlC);
  await again.ended;
});

test.each(['SIGINT', 'SIGTERM'])('%s at the menu ends the session in good order', async (signal) => {
  const home = freshHome();
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('I called the client.');
  await screen.until('I called the client.');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  process.kill(screen.pid, signal);
  expect(await screen.ended).toBe(130);
  expect(screen.all()).toContain('Answers are kept in');
  expect(drafts(home)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('%s: what was typed just now is kept', async (signal) => {
  const home = freshHome();
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('Typed just now');
  await screen.until('Typed just now');
  process.kill(screen.pid, signal);
  await screen.ended;
  expect(readFileSync(join(home, 'drafts', drafts(home)[0] ?? ''), 'utf8')).toContain('Typed just now');
});

test('a home that takes nothing: told, gone on with, printed at the end', async () => {
  const home = join(freshHome(), 'file');
  writeFileSync(home, '');
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press('I called the client.');
  await screen.until('I called the client.');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  expect(screen.all()).toContain(`Cannot write to ${home}`);
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  expect(screen.all()).toContain('These answers have not been saved.');
  // The heading may be wrapped inside the id.
  expect(screen.all().replaceAll(' ', '')).toContain(`{#${question?.id}}Icalledtheclient.`);
});

test.each([
  [20, 24],
  [60, 10],
  [120, 40],
])('in %d columns and %d rows no row is broken and the cursor follows the text', async (columns, rows) => {
  const screen = await openScreen(args, { columns, rows, env: { STAR_COACH_HOME: freshHome() } });
  await screen.until('Question 1 of 1');
  screen.press('one two three four five six seven eight nine ten eleven twelve');
  const typed = () => screen.rows()[screen.cursor().y]?.slice(0, screen.cursor().x);
  await expect.poll(typed).toMatch(/^[│↑↓] .*twelve$/);
  const shown = screen.rows();
  expect(shown.at(-1)).toBe('');
  for (const row of shown.filter((line) => /^[│↑↓]/.test(line))) expect(row).toMatch(/^[│↑↓] (\w+( \w+)*)?$/);
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('a change of the window draws the prompt anew', async () => {
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: freshHome() } });
  await screen.until('Ctrl-D done');
  screen.press('one two three four five six seven eight nine ten eleven twelve');
  await screen.until('eleven twelve');
  screen.resize(30, 24);
  await screen.until('│ one two three four five six');
  await screen.until('│ eleven twelve');
  await expect.poll(() => screen.rows().filter((row) => row.includes('Question 1 of 1'))).toHaveLength(1);
  screen.press(KEY.ctrlC);
  await screen.ended;
});

test('a paste of 15 kB is drawn a few times, not once a key', async () => {
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: freshHome() } });
  await screen.until('Ctrl-D done');
  const before = screen.sent().length;
  screen.paste(`${'Слова ответа и ещё слова. '.repeat(600)}\nКонец вставки`);
  await screen.until('Конец вставки');
  expect(screen.sent().length - before).toBeLessThan(15_000);
  screen.press(KEY.ctrlC);
  await screen.ended;
});

test.skipIf(process.platform === 'win32')('Ctrl-Z and fg: the prompt and the menu go on', async () => {
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: freshHome() }, shell: true });
  await screen.until('Ctrl-D done');
  screen.press('before');
  await screen.until('before');
  screen.press(KEY.ctrlZ);
  await screen.until('Stopped');
  screen.press('fg\r');
  await screen.until('│ before');
  screen.press(' and after');
  await screen.until('before and after');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  screen.press(KEY.ctrlZ);
  const times = (text: string) => screen.sent().split(text).length - 1;
  await expect.poll(() => times('Stopped')).toBe(2);
  const commands = times("'practice'");
  expect(screen.rows().join('\n')).not.toContain('What next?');
  screen.press('fg\r');
  // The shell says what it goes on with; under it the menu is drawn again, once.
  await expect.poll(() => times("'practice'")).toBeGreaterThan(commands);
  await screen.until(/'practice'.* \? What next\? › Revise the answer .* Ctrl-C leave/);
  screen.press(KEY.down);
  const menus = (await screen.until('› Show sample answers')).match(/What next\?/g);
  expect(menus).toHaveLength(1);
  screen.press(KEY.up);
  await screen.until('› Revise the answer');
  screen.press(KEY.enter);
  await screen.until('Ctrl-D done');
  screen.press(KEY.ctrlC);
  await screen.until('Answers are kept in');
  screen.press('exit\r');
  await screen.ended;
});

test('a revision in which nothing was changed is nothing unfinished', async () => {
  const home = freshHome();
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: home } });
  await screen.until('Ctrl-D done');
  screen.press(`We lost an order.${KEY.ctrlD}`);
  await screen.until('› Revise the answer');
  screen.press(KEY.enter);
  await screen.until('Ctrl-D done');
  screen.press(`!${KEY.backspace}`);
  // Long enough for the draft to be on the disk.
  await wait(700);
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
  expect(screen.all()).toContain('Answers are kept in');
  expect(screen.all()).not.toMatch(/unfinished|finish the answer/);
  expect(drafts(home)).toEqual([]);
});

test('a second Ctrl-D, which ends an answer, ends no rehearsal', async () => {
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: freshHome() } });
  await screen.until('Ctrl-D done');
  screen.press(`We lost an order.${KEY.ctrlD}`);
  await screen.until('› Revise the answer');
  screen.press(KEY.ctrlD);
  await wait(300);
  screen.press(KEY.down);
  await screen.until('› Show sample answers');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test('Ctrl-Z where no shell could bring the program back changes nothing', async () => {
  const screen = await openScreen(args, { env: { STAR_COACH_HOME: freshHome() } });
  await screen.until('Ctrl-D done');
  screen.press(`before${KEY.ctrlZ}`);
  await screen.until('before');
  screen.press(' and after');
  await screen.until('before and after');
  screen.press(KEY.ctrlD);
  await screen.until('What next?');
  screen.press(KEY.ctrlZ);
  await wait(300);
  screen.press(KEY.enter);
  await screen.until('Ctrl-D done');
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
});

test.each(['practice', 'mock'])('%s without a terminal: one line, exit 2', async (name) => {
  const { code, stdout, stderr } = await cli([name, ROLE]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^star-coach: .*star-coach check.*star-coach lint\n$/);
});

test.each([
  ['a role', 'support-manager', ['suport-manager']],
  ['a question', 'sm-churn', ['support-manager', '--question', 'sm-chrun']],
])('%s that does not exist: %s is near and named', async (_, near, argv) => {
  const screen = await openScreen(['practice', ...argv], { env: { STAR_COACH_HOME: freshHome() } });
  expect(await screen.ended).toBe(2);
  expect(screen.all()).toContain(`Did you mean ${near}?`);
});
