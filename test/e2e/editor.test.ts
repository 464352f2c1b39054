import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { content } from '../support/content.js';
import { builtProgram } from './built.js';
import { KEY, openScreen, type Screen } from './terminal.js';

const ROLE = 'support-manager';
const question = content.bank(ROLE)?.questions.find(({ framework }) => framework === 'star');
const ARGS = ['practice', ROLE, '--question', question?.id ?? ''];

const folders: string[] = [];
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'star-editor-'));
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  await builtProgram();
});

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function opened(
  options: { columns?: number; rows?: number; env?: Record<string, string>; args?: readonly string[] } = {},
): Promise<{ screen: Screen; home: string }> {
  const home = freshFolder();
  const { env = {}, args = ARGS, ...size } = options;
  const screen = await openScreen(args, { ...size, env: { STAR_COACH_HOME: home, TMPDIR: home, ...env } });
  return { screen, home };
}

async function left(screen: Screen): Promise<void> {
  screen.press(KEY.ctrlC);
  expect(await screen.ended).toBe(130);
}

/** What is kept of the answer that was being typed. */
function draft(home: string): string {
  const [file = ''] = readdirSync(join(home, 'drafts'));
  return (JSON.parse(readFileSync(join(home, 'drafts', file), 'utf8')) as { text: string }).text;
}

test.each([
  {
    lang: 'en',
    typed: 'In March a client lost all of her reports. I had to get them back within a day.',
    meter: /^S✓ T✓ A– R– · (\d+ figures? · )?18 words · ≈ 0:08 of 2:00 aloud$/,
    advice: 'A: What did you yourself do, step by step?',
  },
  {
    lang: 'ru',
    typed: 'В марте у клиента пропали все отчёты. Мне нужно было вернуть их за день.',
    meter: /^S✓ T✓ A– R– · (\d+ цифр.? · )?14 слов · вслух ≈ 0:08 из 2:00$/,
    advice: 'A: Что сделали лично вы, шаг за шагом?',
  },
])(
  'the live meter in $lang: one line at 60 columns, with advice at 110, nothing of it with --calm',
  async (said) => {
    const args = [...ARGS, '--lang', said.lang];
    const narrow = await opened({ columns: 60, args });
    await narrow.screen.until('Ctrl-D');
    narrow.screen.press(said.typed);
    await expect.poll(() => narrow.screen.rows().find((row) => row.startsWith('S✓ T✓'))).toMatch(said.meter);
    await left(narrow.screen);

    const wide = await opened({ columns: 110, args });
    await wide.screen.until('Ctrl-D');
    wide.screen.press(said.typed);
    await wide.screen.until(said.advice);
    await left(wide.screen);

    const calm = await opened({ args: ['practice', ROLE, '--calm', '--lang', said.lang] });
    await calm.screen.until('Ctrl-D');
    calm.screen.press(said.typed);
    await calm.screen.until(said.lang === 'en' ? '18 words' : '14 слов');
    expect(calm.screen.rows().join('\n')).not.toContain('S✓');
    await left(calm.screen);
  },
);

test('typing writes the row that is typed in and the meter, and clears nothing', async () => {
  const { screen } = await opened();
  await screen.until('Ctrl-D done');
  screen.press('In March a client ');
  await screen.until('4 words');
  const before = screen.sent().length;
  let typed = 'In March a client ';
  for (const key of 'lost all of her reports') {
    screen.press(key);
    typed += key;
    await screen.until(typed.trimEnd());
  }
  await screen.until('9 words');
  const sent = screen.sent().slice(before);
  expect(sent).not.toMatch(/\u001b\[[0-3]?J/);
  expect(sent).not.toContain(question?.text.en?.slice(0, 20));
  expect(sent.length).toBeLessThan(23 * 150);
  await left(screen);
});

test('words can be erased, put back, undone and redone', async () => {
  const { screen, home } = await opened();
  await screen.until('Ctrl-D done');
  for (const key of 'one two 👨‍👩‍👧 é漢') screen.press(key);
  await screen.until('é漢');
  screen.press(`${KEY.left}${KEY.left}x${KEY.ctrlW}`);
  await screen.until('one two 👨‍👩‍👧 é漢');
  screen.press(`${KEY.altU}${KEY.altE}${KEY.ctrlY}${KEY.ctrlA}${KEY.ctrlY}`);
  await screen.until('xone two');
  await left(screen);
  expect(draft(home)).toBe('xone two 👨‍👩‍👧 xé漢');
});

test('Ctrl-O takes over what the editor saved and removes its file', async () => {
  const script = join(freshFolder(), 'editor.sh');
  writeFileSync(
    script,
    'ls -l "$1" | cut -c1-10 > "$1.seen"; cp "$1.seen" "$SEEN"; printf "%s\\n" "$(cat "$1") and more" > "$1"',
  );
  const seen = join(freshFolder(), 'seen');
  const { screen, home } = await opened({ env: { VISUAL: `sh ${script}`, EDITOR: 'false', SEEN: seen } });
  await screen.until('Ctrl-D done');
  screen.press('Typed here');
  await screen.until('Typed here');
  screen.press(KEY.ctrlO);
  await screen.until('Typed here and more');
  screen.press(' and here');
  await screen.until('and more and here');
  expect(readFileSync(seen, 'utf8').trim()).toBe('-rw-------');
  expect(readdirSync(home).filter((name) => name.startsWith('star-coach-'))).toEqual([]);
  screen.press(`${KEY.altU}${KEY.altU}${KEY.altU}`);
  await screen.until('Typed here S–');
  await left(screen);
});

test.each([
  { editor: 'false', said: 'false did not work (1)' },
  { editor: '/no/such/editor', said: 'there is no /no/such/editor here' },
])('Ctrl-O, $editor: it is said, and the text is as it was', async ({ editor, said }) => {
  const { screen, home } = await opened({ env: { EDITOR: editor } });
  await screen.until('Ctrl-D done');
  screen.press('Typed here');
  await screen.until('Typed here');
  screen.press(KEY.ctrlO);
  await screen.until(said);
  screen.press(' and on');
  await screen.until('Typed here and on');
  await screen.until('Ctrl-D done');
  await left(screen);
  expect(draft(home)).toBe('Typed here and on');
});

test('a paste of escape sequences and of binary acts on nothing', async () => {
  const { screen, home } = await opened();
  await screen.until('Ctrl-D done');
  const binary = Array.from({ length: 256 }, (_, code) => String.fromCharCode(code))
    .join('')
    .replaceAll('\u001b', '');
  screen.paste(`red \u001b[31mtext\u001b[2J \u001b]0;title\u0007 ${binary} end of it`);
  await screen.until('end of it');
  expect(screen.rows().join('\n')).toContain('Question 1 of 1');
  expect(screen.sent()).not.toMatch(/\u001b\]0|\u001b\[31mtext/);
  await left(screen);
  expect(draft(home)).toMatch(/^red text {2}/);
  expect(draft(home)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
});

test('50,000 characters: pasted, typed on, moved in', async () => {
  const { screen } = await opened({ rows: 20 });
  await screen.until('Ctrl-D done');
  screen.paste(`${'Слова ответа и ещё слова. '.repeat(1923)}конец`);
  await screen.until('слова. конец');
  screen.press(' и ещё');
  await screen.until('конец и ещё');
  await screen.until('line 6');
  screen.press('\u001b[1;5H');
  await screen.until('line 1/');
  await left(screen);
});

test('in 20 columns and 5 rows one can type an answer and have it read', async () => {
  const { screen } = await opened({ columns: 20, rows: 5 });
  await screen.until('S– T– A– R–');
  screen.press('In March a client lost her reports and I called her');
  const typed = () => screen.rows()[screen.cursor().y]?.slice(0, screen.cursor().x);
  await expect.poll(typed).toMatch(/called her$/);
  screen.press(KEY.ctrlD);
  await screen.until('Revise');
  await left(screen);
});

test('resizing keeps the text whole and the question on the screen once', async () => {
  const { screen, home } = await opened();
  await screen.until('Ctrl-D done');
  const words = 'one two three four five six seven eight nine ten eleven twelve';
  screen.press(words);
  await screen.until('eleven twelve');
  await screen.until('12 words');
  for (const [columns, rows, last] of [
    [50, 24, 'nine'],
    [33, 30, 'six'],
    [100, 12, 'twelve'],
    [60, 20, 'eleven'],
  ] as const) {
    screen.resize(columns, rows);
    // Drawn anew: the first row ends with another word.
    await expect
      .poll(() => screen.rows().find((row) => row.startsWith('│')))
      .toMatch(new RegExp(`^│ one .*${last}$`));
  }
  screen.press(' and on');
  await screen.until('twelve and on');
  await expect.poll(() => screen.rows().filter((row) => row.includes('Question 1 of 1'))).toHaveLength(1);
  await left(screen);
  expect(draft(home)).toBe(`${words} and on`);
});

test('a window that is closed: the draft is kept', async () => {
  const { screen, home } = await opened();
  await screen.until('Ctrl-D done');
  screen.press('Typed just now');
  await screen.until('Typed just now');
  screen.hangUp();
  // By the hang-up, not by an abort that systems report as a crash.
  await screen.ended;
  expect(screen.signal()).toBe(constants.signals.SIGHUP);
  expect(draft(home)).toBe('Typed just now');
});

test.each([
  { name: 'TERM=dumb', env: { TERM: 'dumb' }, extra: [] },
  { name: '--plain', env: {}, extra: ['--plain'] },
])('$name: a whole session by lines, and nothing is ever drawn over', async ({ env, extra }) => {
  const { screen, home } = await opened({
    env: { ...env, EDITOR: 'false' },
    args: [...ARGS, ...extra],
    rows: 60,
  });
  await screen.until('Ctrl-C leaves');
  screen.press(`In Marchh${KEY.backspace} a client lost her reports.${KEY.enter}`);
  screen.press(`I called her.${KEY.enter}.${KEY.enter}`);
  await screen.until('What next?');
  await screen.until('1-4:');
  screen.press(`1${KEY.enter}`);
  await screen.until('1-4: 1 Question 1 of 1');
  screen.press(`She renewed.${KEY.ctrlD}`);
  await screen.until('{+She renewed.+}');
  screen.press(`9${KEY.enter}4${KEY.enter}`);
  await screen.until('Answers are kept in');
  expect(await screen.ended).toBe(0);
  // Colours apart: --plain is no wish for none.
  expect(screen.sent().replace(/\u001b\[[\d;]+m/g, '')).not.toContain('\u001b');
  const [file = ''] = readdirSync(join(home, 'answers'));
  expect(readFileSync(join(home, 'answers', file), 'utf8')).toContain(
    'In March a client lost her reports.\nI called her.\nShe renewed.\n',
  );
});

test('without UTF-8 the meter and the frame are ASCII', async () => {
  const { screen } = await opened({ env: { LANG: 'C' } });
  await screen.until('Ctrl-D done');
  screen.press('In March a client lost all of her reports. I had to get them back within a day.');
  await screen.until('S+ T+');
  const prompt = screen
    .rows()
    .filter((row) => row.startsWith('|') || row.startsWith('S+') || row.startsWith('Ctrl-D'));
  expect(prompt.length).toBeGreaterThanOrEqual(3);
  for (const row of prompt) expect(row).toMatch(/^[\x20-\x7e]*$/);
  await left(screen);
});
