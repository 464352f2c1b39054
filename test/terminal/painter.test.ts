import xterm from '@xterm/headless';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { createPainter, type Picture } from '../../src/terminal/painter.js';

const COLUMNS = 30;
const ROWS = 12;

function openTerminal() {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  const written: string[] = [];
  const painter = createPainter((output) => {
    written.push(output);
    terminal.write(output);
  }, stringWidth);
  const screen = async () => {
    await new Promise<void>((done) => terminal.write('', done));
    const { active } = terminal.buffer;
    const rows = Array.from({ length: terminal.rows }, (_, index) =>
      (active.getLine(active.baseY + index)?.translateToString(true) ?? '').trimEnd(),
    );
    return { rows, x: active.cursorX, y: active.cursorY };
  };
  return { terminal, painter, written, screen };
}

const picture = (rows: readonly string[], at = rows.length - 1, column?: number): Picture => ({
  rows,
  at,
  before: rows[at]?.slice(0, column) ?? '',
});

const pictures = fc
  .array(fc.string({ unit: fc.constantFrom('a', 'ж', ' ', '.'), maxLength: COLUMNS - 1 }), {
    minLength: 1,
    maxLength: ROWS - 1,
  })
  .chain((rows) =>
    fc
      .tuple(fc.constant(rows), fc.nat(rows.length - 1), fc.nat(COLUMNS))
      .map(([all, at, column]) => picture(all, at, column)),
  );

test('after any pictures the screen shows the last one with its cursor', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(pictures, { minLength: 1, maxLength: 6 }), fc.nat(ROWS), async (all, lower) => {
      const { terminal, painter, screen } = openTerminal();
      terminal.write('\r\n'.repeat(lower));
      for (const each of all) painter.draw(each);
      const { rows, x, y } = await screen();
      const last = all.at(-1) as Picture;
      const top = y - last.at;
      expect(top).toBeGreaterThanOrEqual(0);
      expect(rows.slice(top, top + last.rows.length)).toEqual(last.rows.map((row) => row.trimEnd()));
      expect(rows.slice(top + last.rows.length).join('')).toBe('');
      expect(x).toBe(last.before.length);
    }),
    { numRuns: 60 },
  );
});

test('only rows that changed are written', () => {
  const { painter, written } = openTerminal();
  painter.draw(picture(['question', '', '| one', 'meter'], 2));
  written.length = 0;
  painter.draw(picture(['question', '', '| one t', 'meter'], 2));
  expect(written).toEqual(['\r| one t\u001b[K\r\u001b[7C']);
  painter.draw(picture(['question', '', '| one t', 'meter'], 2));
  expect(written).toHaveLength(1);
  painter.draw(picture(['question', '', '| one t', 'METER'], 2));
  expect(written[1]).not.toContain('one');
  expect(written.join('')).not.toMatch(/\u001b\[[0-3]?J/);
});

test('the cursor is hidden while more than one row is drawn, and in one piece', () => {
  const { painter, written } = openTerminal();
  painter.draw(picture(['a', 'b']));
  expect(written).toEqual([expect.stringMatching(/^\u001b\[\?25l.*\u001b\[\?25h$/s)]);
});

test.each([60, 20, 11])(
  'in a window of %d columns the picture is taken away, and what stood above it stays',
  async (columns) => {
    const { terminal, painter, screen } = openTerminal();
    terminal.write('above\r\n');
    painter.draw(picture(['a question of 24 letters', '| one two three four', '', 'meter'], 1, 5));
    await screen();
    terminal.resize(columns, ROWS);
    painter.resized(columns);
    painter.draw(picture(['question', '| one']));
    expect((await screen()).rows.filter((row) => row !== '')).toEqual(['above', 'question', '| one']);
  },
);

test('a joined emoji: the terminal itself goes to its end', async () => {
  const { painter, screen } = openTerminal();
  painter.draw(picture(['question', '| 👨‍👩‍👧 and more'], 1, '| 👨‍👩‍👧'.length));
  const { x } = await screen();
  const { painter: other, screen: own } = openTerminal();
  other.draw(picture(['question', '| 👨‍👩‍👧'], 1));
  expect(x).toBe((await own()).x);
});
