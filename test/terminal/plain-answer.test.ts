import { expect, test } from 'vitest';
import type { Edited } from '../../src/terminal/answer-prompt.js';
import { askPlainAnswer } from '../../src/terminal/plain-answer.js';
import { openPlainTerminal } from './plain-terminal.js';

const CTRL_D = '\u0004';
const CTRL_O = '\u000f';

/** A prompt that nothing may be drawn over. */
function ask(text: string, edited: Edited = { type: 'failed', notice: 'no editor' }, meanwhile = () => {}) {
  const { terminal, press, shown, unheard } = openPlainTerminal();
  const given: string[] = [];
  const answer = askPlainAnswer({
    terminal,
    text,
    heading: () => ({ lines: ['Question'], asked: 1 }),
    plainHelp: ['Help'],
    changed: () => {},
    leaving: () => {},
    ahead: () => false,
    edit: async (whole) => {
      given.push(whole);
      meanwhile();
      return edited;
    },
    now: () => 0,
  });
  return { press, answer, given, shown, unheard };
}

test('an answer is typed line by line, and a full stop alone ends it', async () => {
  const { press, answer } = ask('');
  press('one\r\rtwo\r.\r');
  expect(await answer).toEqual({ type: 'done', text: 'one\n\ntwo', seconds: 0 });
});

test('listens before the question is printed, so that no key is echoed', async () => {
  const { press, answer, shown, unheard } = ask('');
  press('one\r.\r');
  await answer;
  expect(shown.join('')).toContain('Question');
  expect(unheard.join('')).not.toContain('Question');
});

test('a line that was not ended counts, and so does what the prompt opened with', async () => {
  const { press, answer } = ask('one\ntwo');
  press(`three${CTRL_D}`);
  expect((await answer).text).toBe('one\ntwo\nthree');
});

test('a full stop in a paste is text', async () => {
  const { press, answer } = ask('');
  press(`\u001b[200~one\r.\r.e\rtwo\u001b[201~${CTRL_D}`);
  expect((await answer).text).toBe('one\n.\n.e\ntwo');
});

test.each([
  ['one two\n\n', 'one two\nthree'],
  ['', 'three'],
  ['\n', 'three'],
])('an editor that leaves %j, and a line more', async (text, expected) => {
  const { press, answer, given } = ask('one', { type: 'edited', text, notice: null });
  press(CTRL_O);
  await expect.poll(() => given).toEqual(['one']);
  press(`three${CTRL_D}`);
  expect((await answer).text).toBe(expected);
});

test('an editor that fails is told of, and changes nothing', async () => {
  const { press, answer, shown, given } = ask('one');
  press('.e\r');
  await expect.poll(() => given).toEqual(['one']);
  await expect.poll(() => shown.join('')).toContain('no editor');
  press(CTRL_D);
  expect((await answer).text).toBe('one');
});

test('what has wrapped is not gone back to: the line is written anew', async () => {
  const { press, answer, shown } = ask('');
  const written = (keys: string) => {
    const before = shown.length;
    press(keys);
    return expect.poll(() => shown.slice(before).join(''));
  };
  await written('one two').toBe('one two');
  await written('\u0017').toBe('\b\b\b   \b\b\b');
  await written('threefour-and-five-six').toContain('six');
  await written('\u0017').toBe('\r\none ');
  press(CTRL_D);
  expect((await answer).text).toBe('one ');
});

test('Ctrl-C of another program that has the terminal is not ours', async () => {
  const others = new Set(process.listeners('SIGINT'));
  const interrupt = () => {
    for (const each of process.listeners('SIGINT')) if (!others.has(each)) each('SIGINT');
  };
  const { press, answer, shown } = ask('one', { type: 'edited', text: 'two', notice: null }, interrupt);
  press(CTRL_O);
  await expect.poll(() => shown.join('')).toContain('two');
  press(CTRL_D);
  expect(await answer).toEqual({ type: 'done', text: 'two', seconds: 0 });
});
