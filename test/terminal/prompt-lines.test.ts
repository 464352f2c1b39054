import { expect, test } from 'vitest';
import { cutTo, type LiveReading } from '../../src/terminal/meter.js';
import { questionLines, statusLines } from '../../src/terminal/prompt-lines.js';
import { question } from '../rehearsal/question.js';
import { style } from './text-style.js';

const reading: LiveReading = {
  parts: [
    { letter: 'S', name: 'situation', state: 'present' },
    { letter: 'T', name: 'task', state: 'implied' },
    { letter: 'A', name: 'action', state: 'empty' },
    { letter: 'R', name: 'result', state: 'missing' },
  ],
  figures: 2,
  words: 121,
  speech: 67,
  gap: { letter: 'R', text: 'What changed in the end, and by how much?' },
};
const view = { reading, spent: null, limit: 120, cursorRow: null, empty: false, notice: null };

test.each([
  [
    119,
    'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud · R: What changed in the end, and by how much?',
  ],
  [
    100,
    'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud · R: What changed in the end, and by how…',
  ],
  [59, 'S✓ T~ A∅ R– · 2 figures · 121 words · ≈ 1:07 of 2:00 aloud'],
  [50, 'S✓ T~ A∅ R– · 2 figures · 121 words · 1:07'],
  [30, 'S✓ T~ A∅ R– · 121 words · 1:07'],
  [19, 'S✓ T~ A∅ R– · 1:07'],
  [5, ''],
])('the meter in %d columns', (columns, expected) => {
  expect(statusLines(view, { ...style('en', columns), unicode: true })[0]).toBe(expected);
});

test('the meter of an empty answer explains its letters where there is room', () => {
  const first = (columns: number, unicode = true) =>
    statusLines({ ...view, empty: true }, { ...style('en', columns), unicode })[0];
  expect(first(79)).toBe('S situation · T task · A action · R result');
  expect(first(79, false)).toBe('S situation | T task | A action | R result');
  expect(first(40)).toBe('S✓ T~ A∅ R– · 121 words · 1:07');
  const long = { ...reading, parts: [{ letter: 'R', name: 'risks and gains', state: 'missing' as const }] };
  const narrow = { ...style('en', 12), unicode: true };
  expect(statusLines({ ...view, empty: true, reading: long }, narrow)[0]).toBe('R risks');
  const bare = { ...view, empty: true, reading: { ...reading, parts: [] } };
  expect(statusLines(bare, { ...style('en', 79), unicode: true })[0]).toContain('121 words');
});

test('over a revision stands what is to be mended', () => {
  const asked = { question: question('a'), number: 1, of: 2, hint: false, reason: null };
  const mend = 'Fix first: End with what changed.';
  expect(questionLines({ ...asked, mend }, style('en')).lines.slice(-3)).toEqual(['About a?', mend, '']);
  expect(questionLines(asked, style('en')).lines.slice(-2)).toEqual(['About a?', '']);
});

test('the meter tells the limit that counts, and paints what is beyond it', () => {
  const painted = {
    ...style('en', 119),
    unicode: true,
    paint: (colour: string, text: string) => `<${colour}>${text}`,
  };
  const line = (limit: number) => statusLines({ ...view, limit }, painted)[0];
  expect(line(67)).toContain(' · ≈ 1:07 of 1:07 aloud');
  expect(line(20)).toContain(' · <yellow>≈ 1:07 of 0:20 aloud');
});

test('the meter in Russian fits 60 columns with the row of the cursor', () => {
  const [line] = statusLines(view, { ...style('ru', 59), unicode: true });
  expect(line).toBe('S✓ T~ A∅ R– · 2 цифры · 121 слово · вслух ≈ 1:07 из 2:00');
  const cursorRow = { row: 12, rows: 40 };
  expect(statusLines({ ...view, cursorRow }, { ...style('ru', 59), unicode: true })[0]).toBe(
    'S✓ T~ A∅ R– · 2 цифры · 121 слово · 1:07 · строка 12/40',
  );
});

test('the meter in ASCII, and where the question asks for no parts', () => {
  const ascii = { ...style('en', 80), unicode: false };
  expect(statusLines(view, ascii)[0]).toBe('S+ T~ A0 R- | 2 figures | 121 words | ~ 1:07 of 2:00 aloud');
  for (const line of statusLines({ ...view, empty: true }, ascii)) expect(line).toMatch(/^[\x20-\x7e]*$/);
  const bare = { ...reading, parts: [], figures: null };
  expect(statusLines({ ...view, reading: bare, spent: 61 }, ascii)[0]).toBe(
    '121 words | ~ 1:07 of 2:00 aloud | 1:01 spent',
  );
});

test('the meter of what is written counts words, and no time aloud', () => {
  const written = { ...view, reading: { ...reading, speech: null, gap: null } };
  const line = (columns: number) => statusLines(written, { ...style('en', columns), unicode: true })[0];
  expect(line(100)).toBe('S✓ T~ A∅ R– · 2 figures · 121 words');
  expect(line(30)).toBe('S✓ T~ A∅ R– · 121 words');
});

test('a narrow window drops the last keys, and a notice replaces them', () => {
  const at = (columns: number) => statusLines(view, { ...style('ru', columns), unicode: true })[1];
  expect(at(99)).toBe(
    'Ctrl-D — готово · Ctrl-C — выйти · Enter — новая строка · Ctrl-O — редактор · Alt-U — отменить',
  );
  expect(at(59)).toBe('Ctrl-D — готово · Ctrl-C — выйти · Enter — новая строка');
  expect(at(20)).toBe('Ctrl-D — готово');
  expect(statusLines({ ...view, notice: 'vi\u001b[2J failed' }, { ...style('en'), unicode: true })[1]).toBe(
    'vi\\u001b[2J failed',
  );
});

test.each([
  ['one two', 7, 'one two'],
  ['one two', 6, 'one…'],
  ['one two', 3, ''],
  ['one', 2, ''],
])('%j in %d cells is %j', (text, room, expected) => {
  expect(cutTo(text, room, '…')).toBe(expected);
});

test('advice of which only the first words would fit is left out', () => {
  const line = (columns: number) =>
    statusLines(
      { ...view, spent: 61, cursorRow: { row: 12, rows: 40 } },
      { ...style('en', columns), unicode: true },
    )[0];
  expect(line(99)).toMatch(/12\/40$/);
  expect(line(115)).toContain(' · R: What changed');
});
