import { expect, test } from 'vitest';
import { askLine, choose } from '../../src/terminal/menu.js';
import { tickList } from '../../src/terminal/tick-list.js';
import { openPlainTerminal } from './plain-terminal.js';

const paint = (_: string, text: string) => text;
const CTRL_C = '\u0003';

test('of a menu one is chosen by its number', async () => {
  const { terminal, press, shown } = openPlainTerminal();
  const items = ['one', 'two'].map((value) => ({ value, name: `The ${value}` }));
  const chosen = choose({ terminal, paint, message: 'Which?', keys: '', items });
  press('0\r3\r1e0\r\r 2 \r');
  expect(await chosen).toBe('two');
  expect(shown.join('')).toMatch(/^Which\?\r\n1\. The one\r\n2\. The two\r\n1-2: /);
});

test('listens before the prompt is printed, so that no key is echoed', async () => {
  const { terminal, press, shown, unheard } = openPlainTerminal();
  const chosen = choose({
    terminal,
    paint,
    message: 'Which?',
    keys: '',
    items: [{ value: 'one', name: 'One' }],
  });
  press('1\r');
  expect(await chosen).toBe('one');
  expect(shown.join('')).toContain('1-1: ');
  expect(unheard.join('')).not.toContain('1-1: ');
});

test.each([
  ['\r', 'preset'],
  ['mine\r', 'mine'],
  ['bad\rmine\r', 'mine'],
  [CTRL_C, null],
])('a line with a preset: %j is %j', async (keys, expected) => {
  const { terminal, press, shown } = openPlainTerminal();
  const fault = (line: string) => (line === 'bad' || line === '' ? 'no good' : null);
  const line = askLine({ terminal, paint, message: 'File?', preset: 'preset', fault });
  press(keys);
  expect(await line).toBe(expected);
  expect(shown.join('').includes('no good')).toBe(keys.startsWith('bad'));
});

test('numbers toggle the items of a list, an empty line ends it', async () => {
  const { terminal, press, shown } = openPlainTerminal();
  const items = ['a', 'b', 'c'].map((value) => ({ value, name: value, ticked: value === 'b' }));
  const texts = { message: 'List', keys: '', numbers: 'Numbers:', noNumber: 'no such number' };
  const ticked = tickList({ terminal, paint, items, ...texts });
  press('9\r');
  await expect.poll(() => shown.join('')).toContain('no such number');
  press('1, 2 3\r');
  await expect.poll(() => shown.join('')).toContain('3. [x] c');
  press('3\r');
  await expect.poll(() => shown.join('').split('3. [ ] c')).toHaveLength(3);
  press('\r');
  expect(await ticked).toEqual(['a']);
});

test('a list that is left changes nothing', async () => {
  const { terminal, press } = openPlainTerminal();
  const texts = { message: 'List', keys: '', numbers: 'Numbers:', noNumber: 'no' };
  const ticked = tickList({ terminal, paint, items: [{ value: 'a', name: 'a', ticked: true }], ...texts });
  press(CTRL_C);
  expect(await ticked).toBeNull();
});
