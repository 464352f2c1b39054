import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frameOf, roomFor } from '../../src/terminal/frame.js';
import { eachGrapheme } from '../../src/terminal/graphemes.js';
import { columnOf, createLayOut, offsetAt, rowOf, scroll } from '../../src/terminal/layout.js';

const layOut = createLayOut();
const rowsOf = (text: string, width: number) =>
  layOut(text, width).map(({ start, end }) => text.slice(start, end));

function graphemes(line: string): { text: string; room: number }[] {
  const all: { text: string; room: number }[] = [];
  eachGrapheme(line, (start, end, room) => all.push({ text: line.slice(start, end), room }));
  return all;
}

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

/** How the text is wrapped, said the slow way: word by word, with every grapheme of the whole line cut anew. */
function naively(text: string, width: number): string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  const room = (grapheme: string) => graphemes(grapheme)[0]?.room ?? 0;
  return text.split('\n').flatMap((line) => {
    const words: string[][] = [[]];
    for (const { segment } of segmenter.segment(line)) {
      words.at(-1)?.push(segment);
      if (segment === ' ' || segment === '-') words.push([]);
    }
    const rows: string[] = [''];
    let used = 0;
    const down = () => {
      rows.push('');
      used = 0;
    };
    for (const word of words) {
      const size = word.reduce((sum, each) => sum + room(each), 0);
      const visible = word.at(-1) === ' ' ? size - 1 : size;
      if (used > 0 && used + visible > width) down();
      for (const grapheme of word) {
        const hangs = grapheme === ' ' && used === width;
        if (used > 0 && used + room(grapheme) > width && !hangs) down();
        rows[rows.length - 1] += grapheme;
        used += room(grapheme);
      }
    }
    // Nothing is left of a word that ends the line.
    return rows.length > 1 && rows.at(-1) === '' ? rows.slice(0, -1) : rows;
  });
}

test.each([1, 7, 20, 57, 118])('as laid out naively in %d cells, key after key', (width) => {
  const kept = createLayOut();
  fc.assert(
    fc.property(texts, texts, fc.nat(), (text, added, place) => {
      for (const typed of [text, text.slice(0, place % (text.length + 1)) + added, text + added])
        expect(kept(typed, width).map(({ start, end }) => typed.slice(start, end))).toEqual(
          naively(typed, width),
        );
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

test('where the text has become shorter no row of the window stays empty', () => {
  expect(scroll(6, 5, 4, 2)).toBe(2);
  expect(scroll(3, 2, 4, 2)).toBe(0);
});

test('marks say where the text goes on beyond the window, and nowhere else', () => {
  const options = {
    ...{ layOut, heading: { lines: [], asked: 0 }, status: () => [], columns: 20, rows: 5 },
    ...{ gutter: '| ', more: { up: '^ ', down: 'v ' } },
  };
  const marks = (text: string, cursor: number, top = 0) =>
    frameOf({ text, cursor }, { ...options, top })
      .rows.map((row) => row[0])
      .join('');
  expect(marks('a\nb\nc', 0)).toBe('|||');
  expect(marks('a\nb\nc\nd\ne\nf', 0)).toBe('|||v');
  expect(marks('a\nb\nc\nd\ne\nf', 4, 1)).toBe('^||v');
  expect(marks('a\nb\nc\nd\ne\nf', 11, 0)).toBe('^|||');
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
          layOut,
          heading: { lines: ['one', 'two', ''], asked: 2 },
          status: () => ['words', 'keys'],
          columns,
          rows,
          top: 0,
          gutter: '│ ',
          more: { up: '↑ ', down: '↓ ' },
        };
        const frame = frameOf({ text, cursor }, options);
        expect(frame.rows.length).toBeLessThan(rows);
        expect(roomFor(options).height).toBeGreaterThan(0);
        for (const row of frame.rows) {
          const room = graphemes(row).reduce((sum, part) => sum + part.room, 0);
          // A full row wraps on some terminals.
          expect(room).toBeLessThan(columns);
        }
        expect(frame.rows[frame.at]?.startsWith(frame.before)).toBe(true);
      },
    ),
  );
});

test.each([
  [5, []],
  [7, []],
  [8, ['one', 'two']],
  [9, ['one', 'two', 'help']],
])('in %d rows a question is whole or not there', (rows, heading) => {
  const asked = { lines: ['one', 'two', 'help', ''], asked: 2 };
  const status = () => ['words', 'keys'];
  expect(roomFor({ heading: asked, status, columns: 20, rows, gutter: '│ ' }).heading).toEqual(heading);
});
