import { spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { appendBatch, appendToJournal, readJournal } from '../../src/store/journal.js';
import type { JournalEntry } from '../../src/store/journal-line.js';
import { outcome } from '../rehearsal/question.js';

const folder = mkdtempSync(join(tmpdir(), 'star-journal-'));
const fresh = () => join(mkdtempSync(join(folder, 'own-')), 'home', 'journal.jsonl');
const NOTHING = { torn: false, unreadable: [], newer: null };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function entry(question: string, own: Partial<JournalEntry> = {}): JournalEntry {
  return {
    v: 2,
    type: 'answer',
    at: '2026-01-15T09:00:00.000Z',
    session: 's',
    mode: 'practice',
    role: 'support-manager',
    question,
    attempt: 1,
    text: 'Я\nпозвонил.',
    seconds: 5,
    outcome: outcome('vague'),
    ...own,
  };
}

test('what was appended is read', () => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendToJournal(path, entry('b'));
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a'), entry('b')] });
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
});

test('there need not be a journal', () => {
  expect(readJournal(fresh())).toEqual({ ...NOTHING, entries: [] });
});

test('a torn last line is dropped, and the next one begins on its own line', () => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendFileSync(path, JSON.stringify(entry('b')).slice(0, 40));
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a')], torn: true });
  appendToJournal(path, entry('c'));
  // It was told once; nobody has to be told again.
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a'), entry('c')] });
});

test('a mark of a torn line excuses the line before it alone', () => {
  const path = fresh();
  mkdirSync(dirname(path));
  writeFileSync(path, 'no answer\n');
  appendToJournal(path, entry('a'));
  appendFileSync(path, JSON.stringify(entry('b')));
  expect(readJournal(path).unreadable).toEqual([1]);
  appendFileSync(path, '\n{"v":2,"type":"torn"}\n');
  expect(readJournal(path)).toMatchObject({ torn: false, unreadable: [1] });
});

test.each([
  ['{"v":2,"type":"answer"}'],
  ['{"v":0,"type":"answer","outcome":{}}'],
  ['{"v":"2"}'],
  ['null'],
  ['[]'],
  ['"x"'],
  [JSON.stringify({ ...entry('a'), outcome: null })],
  [JSON.stringify({ ...entry('a'), seconds: 'x' })],
  [JSON.stringify({ ...entry('a'), at: 'yesterday' })],
  [JSON.stringify({ ...entry('a'), outcome: { ...entry('a').outcome, criteria: [] } })],
])('the line %s is left out and counted', (line) => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendFileSync(path, `${line}\n`);
  appendToJournal(path, entry('c'));
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a'), entry('c')], unreadable: [2] });
});

test('a line of version 1 is read as one of today', () => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  const { criteria, ...outcomeBefore } = entry('old').outcome;
  appendFileSync(path, `${JSON.stringify({ ...entry('old'), v: 1, outcome: outcomeBefore })}\n`);
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a'), entry('old')] });
  expect(criteria).toEqual({});
});

test('a line of a later version is named, wherever it stands', () => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendFileSync(path, '{"v":7,"type":"song"}\n');
  appendToJournal(path, entry('b'));
  appendFileSync(path, '{"v":8,"type":"song"}\n');
  expect(readJournal(path).newer).toEqual({ line: 2, version: 7 });
});

test('a batch counts all or not at all', () => {
  const path = fresh();
  appendBatch(path, [entry('a'), entry('b')]);
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [entry('a'), entry('b')] });
  const whole = readFileSync(path, 'utf8');
  for (const cut of [1, 40, 400, whole.trimEnd().lastIndexOf('\n') + 1]) {
    writeFileSync(path, whole.slice(0, -cut));
    appendToJournal(path, entry('c'));
    expect(
      readJournal(path).entries.map(({ question }) => question),
      `${cut} bytes lost`,
    ).toEqual(cut === 1 ? ['a', 'b', 'c'] : ['c']);
  }
});

test.skipIf(!existsSync('/dev/full'))('a full disk takes nothing and is told by its code', () => {
  const path = fresh();
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync('/dev/full', path);
  expect(() => appendToJournal(path, entry('a'))).toThrow(expect.objectContaining({ code: 'ENOSPC' }));
  // A device that never ends is not read.
  expect(readJournal(path)).toEqual({ ...NOTHING, entries: [] });
});

test('sessions that write at once do not mix their lines', async () => {
  const path = fresh();
  appendToJournal(path, entry('first'));
  const program = join(mkdtempSync(join(folder, 'writer-')), 'write.mts');
  const source = join(import.meta.dirname, '../../src/store/journal.ts');
  writeFileSync(
    program,
    `import { appendToJournal } from ${JSON.stringify(source)};
     const [path, name] = process.argv.slice(2);
     for (let n = 0; n < 40; n += 1) appendToJournal(path, { ...${JSON.stringify(entry('x'))}, question: name, attempt: n + 1, text: name.repeat(3000) });`,
  );
  const codes = await Promise.all(
    ['a', 'b', 'c'].map(
      (name) =>
        new Promise((done) => {
          spawn(process.execPath, ['--import', 'tsx', program, path, name]).on('close', done);
        }),
    ),
  );
  expect(codes).toEqual([0, 0, 0]);
  const { entries, torn, unreadable } = readJournal(path);
  expect({ entries: entries.length, torn, unreadable }).toEqual({
    entries: 121,
    torn: false,
    unreadable: [],
  });
});
