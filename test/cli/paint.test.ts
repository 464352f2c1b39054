import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { createPaint, READABLE } from '../../src/cli/paint.js';

const painted = async (env: Record<string, string>, isTTY = true, argv: string[] = []) => {
  const stdout = Object.assign(new PassThrough(), { isTTY });
  const paint = await createPaint({ argv, env, stdout });
  return paint('yellow', 'x');
};
const SIXTEEN = '\u001b[33mx\u001b[39m';
const FIXED = '\u001b[38;5;130mx\u001b[39m';

test.each<[Record<string, string>, string]>([
  [{ TERM: 'xterm-256color' }, FIXED],
  [{ TERM: 'tmux-256color' }, FIXED],
  [{ TERM: 'xterm', COLORTERM: 'truecolor' }, FIXED],
  [{ WT_SESSION: 'a' }, FIXED],
  [{ TERM: 'xterm' }, SIXTEEN],
  [{ TERM: 'linux' }, SIXTEEN],
  [{}, SIXTEEN],
  [{ TERM: 'dumb' }, 'x'],
  [{ TERM: 'xterm-256color', NO_COLOR: '1' }, 'x'],
])('on a terminal with %j', async (env, expected) => {
  expect(await painted(env)).toBe(expected);
});

test('into a pipe only where it is asked for', async () => {
  expect(await painted({ TERM: 'xterm-256color' }, false)).toBe('x');
  expect(await painted({}, false, ['--color'])).toBe(SIXTEEN);
  expect(await painted({ FORCE_COLOR: '1' }, false)).toBe(SIXTEEN);
});

test('every colour is read on white and on black, and no two are one', () => {
  const numbers = Object.values(READABLE);
  expect(new Set(numbers).size).toBe(numbers.length);
  for (const number of numbers) {
    const light = luminance(number);
    expect(1.05 / (light + 0.05), `${number} on white`).toBeGreaterThanOrEqual(3.8);
    expect((light + 0.05) / 0.05, `${number} on black`).toBeGreaterThanOrEqual(3.8);
  }
});

/** Relative luminance (WCAG 2) of a colour of the 6 × 6 × 6 cube. */
function luminance(number: number): number {
  const steps = [0, 95, 135, 175, 215, 255];
  const at = number - 16;
  const linear = [Math.floor(at / 36), Math.floor(at / 6) % 6, at % 6].map((index) => {
    const share = (steps[index] ?? 0) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0);
}
