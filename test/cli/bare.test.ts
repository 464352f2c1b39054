import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS as ALL } from '../../src/cli/commands.js';
import type { CommandContext } from '../../src/cli/context.js';
import { createProgram } from '../../src/cli/program.js';
import { translator } from '../../src/content/messages.js';
import { builtProgram } from '../e2e/built.js';
import { KEY, openScreen } from '../e2e/terminal.js';
import { cli } from '../support/cli.js';
import { content } from '../support/content.js';

/** What the menu offers. */
const COMMANDS = ALL.filter(({ inMenu }) => inMenu !== false);

/** Empties a line. */
const CTRL_U = '\u0015';

const folder = mkdtempSync(join(tmpdir(), 'star-bare-'));
const open = (argv: readonly string[], lang = 'en', columns = 80) =>
  openScreen(argv, { columns, env: { STAR_COACH_HOME: join(folder, 'home'), LANG: lang, PAGER: 'cat' } });

beforeAll(async () => {
  await builtProgram();
  mkdirSync(join(folder, 'answers'));
  writeFileSync(
    join(folder, 'answers', 'one.txt'),
    'In March I was asked to cut the queue. I wrote a script.\n',
  );
});

describe('without a terminal', () => {
  test.each([
    { argv: [], says: 'rehearse answers in the terminal' },
    { argv: ['--lang', 'ru'], says: 'отрепетировать ответы в терминале' },
    { argv: ['--lang=ru', '--no-color'], says: 'отрепетировать ответы в терминале' },
  ])('$argv: the help on stderr, exit 2', async ({ argv, says }) => {
    const { code, stdout, stderr } = await cli(argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  test('a misspelt command is still told so', async () => {
    const { code, stderr } = await cli(['chekc']);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown command 'chekc'");
  });
});

test('the menu asks for what a command cannot do without', async () => {
  const needy: string[] = [];
  for (const { name, asks } of COMMANDS) {
    const io = { argv: [name], env: {}, stdout: process.stdout, stderr: process.stderr, version: '0' };
    const t = translator(content.messages('en'), 'en');
    const context = { io, t, content, language: 'en' } as unknown as CommandContext;
    const program = await createProgram(context, () => {});
    const command = program.commands.find((known) => known.name() === name);
    const needs =
      command?.registeredArguments.some(({ required }) => required) || (command?.commands.length ?? 0) > 0;
    if (!needs) continue;
    needy.push(name);
    expect(asks, name).toBeDefined();
  }
  expect(needy).toContain('explain');
});

describe('on a terminal', () => {
  test.each([
    { lang: 'en', what: 'What would you like to do?', role: 'Which role are you rehearsing for?' },
    { lang: 'ru', what: 'Что будем делать?', role: 'К какой роли' },
  ])('a menu of all commands in $lang; the first one starts a rehearsal', async ({ lang, what, role }) => {
    const screen = await open([], lang);
    await screen.until(what, ...COMMANDS.map(({ name }) => name));
    for (const row of screen.rows()) expect(row.length).toBeLessThan(80);
    screen.press(KEY.enter);
    await screen.until(role);
    screen.press(KEY.ctrlC);
    expect(await screen.ended).toBe(130);
  });

  /** Keys that go to a command of the menu. */
  const to = (name: string) => KEY.down.repeat(COMMANDS.findIndex((command) => command.name === name));

  test('check asks for a file until there is one, and ends as check does', async () => {
    const screen = await open([]);
    await screen.until('What would you like to do?');
    screen.press(`${to('check')}${KEY.enter}`);
    await screen.until('File with the answer:');
    screen.press(KEY.enter);
    await screen.until('A path is needed.');
    screen.press(`${join(folder, 'answers')}${KEY.enter}`);
    await screen.until('is a folder, not a file');
    screen.press(`/none.txt${KEY.enter}`);
    await screen.until("none.txt' does not exist");
    screen.press(`${CTRL_U}${join(folder, 'answers', 'one.txt')}${KEY.enter}`);
    await screen.until('What kind of text is it?');
    screen.press(KEY.enter);
    await screen.until('Fix first');
    expect(await screen.ended).toBe(1);
    expect(screen.all()).toContain('missing-result');
  });

  test('check takes a text of another structure', async () => {
    const screen = await open([], 'ru');
    await screen.until('Что будем делать?');
    screen.press(`${to('check')}${KEY.enter}`);
    await screen.until('Файл с ответом:');
    screen.press(`${join(folder, 'answers', 'one.txt')}${KEY.enter}`);
    const others = content.index.frameworks.filter((id) => id !== 'star');
    await screen.until('Что это за текст?', ...others.map((id) => String(content.framework(id).name.ru)));
    screen.press(`${KEY.down.repeat(3)}${KEY.enter}`);
    expect(await screen.ended).toBe(1);
    expect(screen.all()).toContain('missing-part');
  });

  test.each(['en', 'ru'])('in %s every command of the menu says what it does', async (lang) => {
    const screen = await open([], lang);
    const t = translator(content.messages(lang), lang);
    await screen.until(t('menu.what'), ...COMMANDS.map(({ name }) => t(`command.${name}.summary`)));
    screen.press(KEY.ctrlC);
    await screen.ended;
  });

  test('in a narrower window what does not fit is cut at a word', async () => {
    const screen = await open([], 'ru', 60);
    const rows = await screen.until('Что будем делать?', ...COMMANDS.map(({ name }) => name));
    expect(rows).toMatch(/init {6}создать заготовки ответов, файл настроек и …/);
    for (const row of screen.rows()) expect(row.length).toBeLessThan(60);
    screen.press(KEY.ctrlC);
    await screen.ended;
  });

  test('lint takes a folder', async () => {
    const screen = await open(['--no-color']);
    await screen.until('What would you like to do?');
    screen.press(`${to('lint')}${KEY.enter}`);
    await screen.until('File or folder with answers: (.)');
    screen.press(`${join(folder, 'answers')}${KEY.enter}`);
    await screen.until('1 answer in 1 file');
    expect(await screen.ended).toBe(1);
  });

  test('explain offers the rules, banks the roles', async () => {
    const rules = await open([]);
    await rules.until('What would you like to do?');
    rules.press(`${to('explain')}${KEY.enter}`);
    await rules.until('Which rule?');
    rules.press(KEY.enter);
    await rules.until('blames-others');
    expect(await rules.ended).toBe(0);
    const banks = await open(['--lang', 'ru']);
    await banks.until('Что будем делать?');
    banks.press(`${to('banks')}${KEY.enter}`);
    await banks.until('Для какой роли');
    banks.press(`${KEY.down}${KEY.enter}`);
    expect(await banks.ended).toBe(0);
    const questions = content.index.banks.find(({ role }) => role === 'support-manager')?.questions;
    expect(banks.all()).toContain(`(support-manager, ${questions?.length} вопрос`);
  });

  test('Ctrl-C at any question: exit 130, nothing was run', async () => {
    const first = await open([]);
    await first.until('What would you like to do?');
    first.press(KEY.ctrlC);
    expect(await first.ended).toBe(130);
    const second = await open([]);
    await second.until('What would you like to do?');
    second.press(`${to('check')}${KEY.enter}`);
    await second.until('File with the answer:');
    second.press(KEY.ctrlC);
    expect(await second.ended).toBe(130);
    expect(second.all().trim()).toBe('');
  });

  test('on a narrow screen the names stand alone', async () => {
    const screen = await open([], 'en', 40);
    const rows = await screen.until('What would you like to do?', ...COMMANDS.map(({ name }) => name));
    expect(rows).not.toContain('rehearse');
    screen.press(KEY.ctrlC);
    expect(await screen.ended).toBe(130);
  });
});
