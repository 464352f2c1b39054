import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf, roomFor } from '../../src/terminal/frame.js';
import { graphemes } from '../../src/terminal/graphemes.js';
import { columnOf, layOut, offsetAt, rowOf, scroll } from '../../src/terminal/layout.js';

const rowsOf = (text: string, width: number) =>
  layOut(text, width).map(({ start, end }) => text.slice(start, end));

test.each([
  ['', 5, ['']],
  ['one two', 10, ['one two']],
  ['one two', 5, ['one ', 'two']],
  ['abcde fgh', 5, ['abcde ', 'fgh']],
  ['abcdefgh', 5, ['abcde', 'fgh']],
  ['кто-то там', 7, ['кто-то ', 'там']],
  ['a\n\nb', 5, ['a', '', 'b']],
  ['a\n', 5, ['a', '']],
  ['漢字漢字', 5, ['漢字', '漢字']],
])('%j in %d cells', (text, width, expected) => {
  expect(rowsOf(text, width)).toEqual(expected);
});

const texts = fc.string({
  unit: fc.constantFrom('a', 'bc', ' ', '  ', '\n', 'ж', '-', '👨‍👩‍👧', 'é', '漢'),
  maxLength: 200,
});
const widths = fc.integer({ min: 1, max: 40 });

test('rows cover the text, in order, and fit the window', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      const rows = layOut(text, width);
      let at = 0;
      for (const row of rows) {
        expect(row.start).toBe(at);
        const parts = graphemes(text.slice(row.start, row.end));
        const room = parts.reduce((sum, part) => sum + part.room, 0);
        // One grapheme wider than the window has to stand somewhere; one space may hang.
        if (parts.length > 1) expect(room).toBeLessThanOrEqual(width + 1);
        if (!row.soft && row.end < text.length) expect(text[row.end]).toBe('\n');
        at = row.soft ? row.end : row.end + 1;
      }
      expect(at).toBe(text.length + 1);
    }),
  );
});

test('an offset is found again by its row and column', () => {
  fc.assert(
    fc.property(texts, widths, fc.nat(), (text, width, place) => {
      const rows = layOut(text, width);
      const edges = [0];
      for (const line of text.split('\n'))
        for (const part of graphemes(line)) edges.push((edges.at(-1) ?? 0) + part.text.length);
      const starts = rows.flatMap((row) => {
        const offsets = [row.start];
        for (const part of graphemes(text.slice(row.start, row.end)))
          offsets.push((offsets.at(-1) ?? 0) + part.text.length);
        return offsets;
      });
      const offset = starts[place % starts.length] ?? 0;
      const row = rows[rowOf(rows, offset)];
      if (!row) throw new Error('no row');
      expect(offsetAt(text, row, columnOf(text, row, offset))).toBe(offset);
    }),
  );
});

test('the row of the cursor is always in the window', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.nat(100),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(100),
      (rows, at, height, top) => {
        const count = rows + 1;
        const cursor = at % count;
        const first = scroll(count, cursor, height, top);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(cursor).toBeGreaterThanOrEqual(first);
        expect(cursor).toBeLessThan(first + height);
      },
    ),
  );
});

test('a frame is never taller than the terminal, nor a row of the text wider', () => {
  fc.assert(
    fc.property(
      texts,
      fc.nat(),
      fc.integer({ min: 20, max: 90 }),
      fc.integer({ min: 2, max: 30 }),
      (text, place, columns, rows) => {
        const cursor = place % (text.length + 1);
        const options = {
          heading: ['one', 'two', ''],
          status: ['words', 'keys'],
          columns,
          rows,
          top: 0,
          gutter: '│ ',
          more: { up: '↑ ', down: '↓ ' },
        };
        const frame = frameOf({ text, cursor, goal: null, killed: '' }, options);
        expect(frame.above.length + frame.below.length).toBeLessThan(rows);
        expect(roomFor(options).screen.height).toBeGreaterThan(0);
        const line = (frame.above.at(-1) ?? '') + frame.row;
        // Exactly a full line would make the library draw one more.
        expect(line.length).toBeLessThan(columns);
        expect(line.length).toBeGreaterThan(0);
        expect(frame.cursor).toBeGreaterThanOrEqual(0);
        expect(frame.cursor).toBeLessThanOrEqual(frame.row.length);
      },
    ),
  );
});
