import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { entryKey, JOURNAL_VERSION, type JournalEntry, readJournalLine } from './journal-line.js';
import { makeFolder } from './make-folder.js';

/** What could be read of a journal. */
export interface Journal {
  /** In the order of their lines. */
  readonly entries: readonly JournalEntry[];
  /** True where the last line was cut off in the middle of writing, and was dropped. */
  readonly torn: boolean;
  /** Other lines that cannot be read, from 1. */
  readonly unreadable: readonly number[];
  /** The first line of a later version of the program; null where there is none. */
  readonly newer: { readonly line: number; readonly version: number } | null;
}

const EMPTY: Journal = { entries: [], torn: false, unreadable: [], newer: null };

/**
 * Adds a line. It goes to the disk in one append, so that two sessions at once do not mix their lines, and
 * begins a new line where the last one was torn.
 *
 * @throws Error of the file system (`code`); then the file is as it was
 */
export function appendToJournal(path: string, entry: JournalEntry): void {
  append(path, `${JSON.stringify(entry)}\n`);
}

/**
 * Adds lines that count all or not at all: the one that ends them is written last.
 *
 * @throws Error of the file system (`code`); then the file is as it was
 */
export function appendBatch(path: string, entries: readonly JournalEntry[]): void {
  if (entries.length === 0) return;
  const batch = randomUUID();
  const lines = entries.map((entry) => JSON.stringify({ ...entry, batch }));
  const end = { v: JOURNAL_VERSION, type: 'batch', batch, lines: entries.length };
  append(path, `${lines.join('\n')}\n${JSON.stringify(end)}\n`);
}

/**
 * A journal that does not exist is an empty one.
 *
 * @throws Error of the file system (`code`)
 */
export function readJournal(path: string): Journal {
  const stats = statSync(path, { throwIfNoEntry: false });
  // A device or a pipe may never end.
  if (!stats?.isFile()) return EMPTY;
  const source = readFileSync(path, 'utf8');
  const lines = source.split('\n');
  const read: { readonly entry: JournalEntry; readonly batch: string | null }[] = [];
  const inBatch = new Map<string, number>();
  const whole = new Set<string>();
  const unreadable: number[] = [];
  let newer: Journal['newer'] = null;
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue;
    const line = readJournalLine(text);
    if (line.type === 'answer') {
      read.push(line);
      if (line.batch !== null) inBatch.set(line.batch, (inBatch.get(line.batch) ?? 0) + 1);
    } else if (line.type === 'batch') {
      if (inBatch.get(line.batch) === line.lines) whole.add(line.batch);
    } else if (line.type === 'torn') {
      if (unreadable.at(-1) === index) unreadable.pop();
    } else if (line.type === 'newer') newer ??= { line: index + 1, version: line.version };
    else unreadable.push(index + 1);
  }
  // A whole last line has an empty one after it.
  const torn = unreadable.at(-1) === lines.length;
  const counted = read.filter(({ batch }) => batch === null || whole.has(batch));
  return {
    // Two imports at once may have brought the same answer.
    entries: [...new Map(counted.map(({ entry }) => [entryKey(entry), entry])).values()],
    torn,
    unreadable: torn ? unreadable.slice(0, -1) : unreadable,
    newer,
  };
}

function append(path: string, text: string): void {
  makeFolder(dirname(path));
  const file = openSync(path, 'a+');
  try {
    const mark = endsWithLine(file) ? '' : `\n${JSON.stringify({ v: JOURNAL_VERSION, type: 'torn' })}\n`;
    const bytes = Buffer.from(mark + text);
    const before = fstatSync(file).size;
    let written = 0;
    try {
      written = writeSync(file, bytes);
      if (written !== bytes.length)
        throw Object.assign(new Error(`only a part was written: ${path}`), { code: 'ENOSPC' });
    } catch (error) {
      // What another session has written meanwhile stays.
      if (written > 0 && fstatSync(file).size === before + written) ftruncateSync(file, before);
      throw error;
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function endsWithLine(file: number): boolean {
  const stats = fstatSync(file);
  if (!stats.isFile() || stats.size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, stats.size - 1);
  return last[0] === 0x0a;
}
