import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { appendToJournal, type JournalEntry, lastPractices, readJournal } from '../../src/store/journal.js';
import { outcome } from '../rehearsal/question.js';

const fresh = () => join(mkdtempSync(join(tmpdir(), 'star-journal-')), 'home', 'journal.jsonl');

function entry(question: string, own: Partial<JournalEntry> = {}): JournalEntry {
  return {
    v: 1,
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
  expect(readJournal(path)).toEqual({ entries: [entry('a'), entry('b')], torn: false, unreadable: [] });
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
});

test('there need not be a journal', () => {
  expect(readJournal(fresh())).toEqual({ entries: [], torn: false, unreadable: [] });
});

test('a torn last line is dropped, and the next one begins on its own line', () => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendFileSync(path, JSON.stringify(entry('b')).slice(0, 40));
  expect(readJournal(path)).toEqual({ entries: [entry('a')], torn: true, unreadable: [] });
  appendToJournal(path, entry('c'));
  expect(readJournal(path)).toEqual({ entries: [entry('a'), entry('c')], torn: false, unreadable: [2] });
});

test.each([
  ['{"v":2,"type":"answer"}'],
  ['null'],
  ['[]'],
  ['"x"'],
  [JSON.stringify({ ...entry('a'), outcome: null })],
  [JSON.stringify({ ...entry('a'), seconds: 'x' })],
])('the line %s is left out and counted', (line) => {
  const path = fresh();
  appendToJournal(path, entry('a'));
  appendFileSync(path, `${line}\n`);
  appendToJournal(path, entry('c'));
  expect(readJournal(path)).toEqual({ entries: [entry('a'), entry('c')], torn: false, unreadable: [2] });
});

test('the last practice goes by date, not by line', () => {
  const last = lastPractices([
    entry('a', { at: '2026-01-02T00:00:00.000Z' }),
    entry('a', { at: '2026-01-01T00:00:00.000Z', outcome: outcome() }),
  ]);
  expect(last.get('a')).toEqual({ at: '2026-01-02T00:00:00.000Z', outcome: outcome('vague') });
});

test('sessions that write at once do not mix their lines', async () => {
  const path = fresh();
  appendToJournal(path, entry('first'));
  const program = join(mkdtempSync(join(tmpdir(), 'star-writer-')), 'write.mts');
  const source = join(import.meta.dirname, '../../src/store/journal.ts');
  writeFileSync(
    program,
    `import { appendToJournal } from ${JSON.stringify(source)};
     const [path, name] = process.argv.slice(2);
     for (let n = 0; n < 40; n += 1) appendToJournal(path, { ...${JSON.stringify(entry('x'))}, question: name, text: name.repeat(3000) });`,
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
}, 30_000);
