import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import { codeFrame } from '../../src/reports/code-frame.js';
import type { LintFinding } from '../../src/reports/types.js';
import { lineIndex } from '../../src/text/lines.js';
import { expectLinear } from '../support/growth.js';
import { optionsFor, RESULT, render } from './sample.js';

/** The frame of the words between `[` and `]`. */
function frame(marked: string, columns = 40): string[] {
  const start = marked.indexOf('[');
  const source = marked.replace('[', '').replace(']', '');
  const end = marked.indexOf(']') - 1;
  const at = lineIndex(source);
  const finding = {
    start: { ...at(start), offset: start },
    end: { ...at(end), offset: end },
  } as LintFinding;
  return codeFrame(source, finding, { columns, indent: '', colour: 'red', paint: (_, text) => text });
}

const LONG = 'one two three four five six seven eight nine ten eleven twelve';

test.each<[string, string, string[]]>([
  ['a span on one line', 'a\nThe [end] of it.\nb', ['2 | The end of it.', '  |     ^^^']],
  ['an empty span', '[]The end.', ['1 | The end.', '  | ^']],
  ['an empty span at the end of a line', 'The end.[]\nb', ['1 | The end.', '  |         ^']],
  ['two lines', 'The [end\nof it].', ['1 | The end', '  |     ^^^', '2 | of it.', '  | ^^^^^']],
  ['two lines of Windows', 'The [end\r\nof it].', ['1 | The end', '  |     ^^^', '2 | of it.', '  | ^^^^^']],
  ['the first two of many lines', '[a\nb\nc\nd]', ['1 | a', '  | ^', '2 | b', '  | ^']],
  ['no blank line', '[a\n\nb]', ['1 | a', '  | ^']],
  ['nothing of an empty file', '[]', []],
  ['Russian', 'Всё [наладилось].', ['1 | Всё наладилось.', '  |     ^^^^^^^^^^']],
  ['wide and joined characters', '日本 👩‍👩‍👧 [日]', ['1 | 日本 👩‍👩‍👧 日', '  |         ^^']],
  ['tabs as one blank', 'a\t[b]', ['1 | a b', '  |   ^']],
  ['escapes, shown', '\u001b[[x]', ['1 | \\u001b[x', '  |       ^^']],
  ['line 10', `${'\n'.repeat(9)}a [b]`, ['10 | a b', '   |   ^']],
  [
    'the beginning of a long line',
    `[one]${LONG.slice(3)}`,
    ['1 | one two three four five six seven e…', '  | ^^^'],
  ],
  [
    'the end of a long line',
    `${LONG.slice(0, -6)}[twelve]`,
    ['1 | … seven eight nine ten eleven twelve', '  |                               ^^^^^^'],
  ],
  [
    'the middle of a long line',
    LONG.replace('seven', '[seven]'),
    ['1 | …ree four five six seven eight nine…', '  |                    ^^^^^'],
  ],
])('%s', (_, marked, rows) => {
  expect(frame(marked)).toEqual(rows);
});

describe('a line of any length', () => {
  test.each([20, 40, 79, 120])('fits %i columns', (columns) => {
    const word = 'Иванов 日本 👩‍👩‍👧 a\u0301 ';
    for (const before of [0, 1, 7, 100])
      for (const after of [0, 1, 7, 100]) {
        const rows = frame(`${word.repeat(before)}[${word}]${word.repeat(after)}`, columns);
        expect(rows).toHaveLength(2);
        for (const row of rows) expect(stringWidth(row)).toBeLessThanOrEqual(Math.max(columns, 24));
        expect(rows[1]).toContain('^');
      }
  });

  test('takes linear time', async () => {
    await expectLinear(
      (count) => () => frame(`${'слово '.repeat(count)}[x]${' word'.repeat(count)}`),
      20_000,
    );
  });

  test('never cuts a character in two', () => {
    for (let before = 590; before < 610; before += 1)
      expect(frame(`${'🙂'.repeat(before)}[x]${'🙂'.repeat(700)}`).join('')).not.toContain('\\ud');
  });
});

test('stylish shows the lines where it is asked to', async () => {
  const shown = await render('stylish', RESULT, { ...optionsFor('en'), codeFrame: 60 });
  expect(shown).toMatchSnapshot();
  for (const line of shown.split('\n').filter((each) => /^ {4}\d* *\|/.test(each)))
    expect(stringWidth(line)).toBeLessThanOrEqual(60);
});

test('stylish breaks its texts at words where there is a terminal', async () => {
  const shown = await render('stylish', RESULT, { ...optionsFor('en'), columns: 60 });
  expect(shown).toMatch(/^ {3}9:1 {2}info {5}Nothing says how it ended\.\n {17}number-without-base$/m);
  for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(60);
  const narrow = await render('stylish', RESULT, { ...optionsFor('en'), columns: 30 });
  expect(narrow).toMatch(
    /^ {2}3:42 {2}error\n {4}Nothing says how it ended\.\n {4}missing-result\n {4}Say what/m,
  );
});
