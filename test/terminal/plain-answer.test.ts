import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Edited } from '../../src/terminal/answer-prompt.js';
import type { Terminal } from '../../src/terminal/keyboard.js';
import { askPlainAnswer } from '../../src/terminal/plain-answer.js';

const CTRL_D = '\u0004';
const CTRL_O = '\u000f';

/** A prompt that nothing may be drawn over. */
function ask(text: string, edited: Edited = { type: 'failed', notice: 'no editor' }) {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const shown: string[] = [];
  const stdout = Object.assign(new PassThrough(), {
    columns: 80,
    write: (piece: string) => shown.push(piece) > 0,
  });
  const given: string[] = [];
  const answer = askPlainAnswer({
    terminal: { stdin, stdout, plain: true, unicode: true } as unknown as Terminal,
    text,
    heading: () => ({ lines: ['Question'], asked: 1 }),
    plainHelp: ['Help'],
    changed: () => {},
    leaving: () => {},
    ahead: () => false,
    edit: async (whole) => {
      given.push(whole);
      return edited;
    },
    now: () => 0,
  });
  return { press: (keys: string) => stdin.write(keys), answer, given, shown };
}

test('an answer is typed line by line, and a full stop alone ends it', async () => {
  const { press, answer } = ask('');
  press('one\r\rtwo\r.\r');
  expect(await answer).toEqual({ type: 'done', text: 'one\n\ntwo', seconds: 0 });
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
