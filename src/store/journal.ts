import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { LastPractice } from '../rehearsal/choose.js';
import type { Outcome } from '../rehearsal/outcome.js';

/** One line of the journal: a version of an answer as it was given. */
export interface JournalEntry {
  /** Version of the line's format. */
  readonly v: 1;
  readonly type: 'answer';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly session: string;
  readonly mode: 'practice' | 'mock';
  readonly role: string;
  readonly question: string;
  /** From 1: which version of the answer in its session. */
  readonly attempt: number;
  readonly text: string;
  /** Seconds at the prompt. */
  readonly seconds: number;
  readonly outcome: Outcome;
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** True where the last line was cut off in the middle of writing, and was dropped. */
  readonly torn: boolean;
  /** Other lines that cannot be read (damaged, or of a newer version), from 1. */
  readonly unreadable: readonly number[];
}

/**
 * Adds a line. It goes to the disk in one append, so that two sessions at once do not mix their lines, and
 * begins a new line where the last one was torn.
 *
 * @throws Error of the file system (`code`)
 */
export function appendToJournal(path: string, entry: JournalEntry): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a+');
  try {
    const line = Buffer.from(`${endsWithLine(file) ? '' : '\n'}${JSON.stringify(entry)}\n`);
    if (writeSync(file, line) !== line.length)
      throw Object.assign(new Error(`only a part was written: ${path}`), { code: 'ENOSPC' });
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A journal that does not exist is an empty one. */
export function readJournal(path: string): Journal {
  let source: string;
  try {
    source = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return { entries: [], torn: false, unreadable: [] };
    throw error;
  }
  const lines = source.split('\n');
  const entries: JournalEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const entry = parseEntry(line);
    if (entry) entries.push(entry);
    else unreadable.push(index + 1);
  }
  const torn = !source.endsWith('\n') && unreadable.at(-1) === lines.length;
  return { entries, torn, unreadable: torn ? unreadable.slice(0, -1) : unreadable };
}

/** Question → its last practice. */
export function lastPractices(entries: readonly JournalEntry[]): Map<string, LastPractice> {
  const last = new Map<string, LastPractice>();
  for (const { question, at, outcome } of entries) {
    const known = last.get(question);
    // Lines of two sessions may interleave: the later date counts, not the later line.
    if (!known || at >= known.at) last.set(question, { at, outcome });
  }
  return last;
}

function endsWithLine(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] === 0x0a;
}

function parseEntry(line: string): JournalEntry | null {
  try {
    const entry = JSON.parse(line) as Partial<JournalEntry> | null;
    return entry !== null &&
      typeof entry === 'object' &&
      entry.v === 1 &&
      entry.type === 'answer' &&
      isWhole(entry)
      ? (entry as JournalEntry)
      : null;
  } catch {
    return null;
  }
}

function isWhole({
  at,
  session,
  role,
  question,
  attempt,
  text,
  seconds,
  outcome,
}: Partial<JournalEntry>): boolean {
  return (
    [at, session, role, question, text].every((value) => typeof value === 'string') &&
    [attempt, seconds, outcome?.figures, outcome?.words, outcome?.speakingSeconds].every(Number.isFinite) &&
    typeof outcome?.parts === 'object' &&
    outcome.parts !== null &&
    Array.isArray(outcome.findings) &&
    outcome.findings.every(
      (finding) => typeof finding?.rule === 'string' && typeof finding.severity === 'string',
    )
  );
}
