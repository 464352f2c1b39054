import type { PracticeRecord } from '../rehearsal/record.js';

/** Version of the lines that are written. A change of what a line holds raises it and adds a migration. */
export const JOURNAL_VERSION = 2;

/** One line of the journal: a version of an answer as it was given. */
export interface JournalEntry extends PracticeRecord {
  readonly v: typeof JOURNAL_VERSION;
  readonly type: 'answer';
  /** As typed. */
  readonly text: string;
}

/** Tells answers apart: two entries with one key are one answer, kept twice. */
export function entryKey({ at, session, role, question, attempt }: JournalEntry): string {
  return JSON.stringify([at, session, role, question, attempt]);
}

/** What one line of the file is. */
export type JournalLine =
  | { readonly type: 'answer'; readonly entry: JournalEntry; readonly batch: string | null }
  /** Ends what was brought in at once: without it its lines do not count. */
  | { readonly type: 'batch'; readonly batch: string; readonly lines: number }
  /** The line before was cut off in the middle of writing, and is known to be. */
  | { readonly type: 'torn' }
  /** Written by a later version of the program. */
  | { readonly type: 'newer'; readonly version: number }
  | { readonly type: 'unreadable' };

type RawLine = Readonly<Record<string, unknown>>;

/** Version → what makes a line of it one of the next version. */
const MIGRATIONS: Readonly<Record<number, (line: RawLine) => RawLine>> = {
  // Version 1 did not keep which criteria of the question were touched.
  1: (line) => ({ ...line, v: 2, outcome: { ...(line.outcome as object), criteria: {} } }),
};

/** Reads a line of any version up to the present one. */
export function readJournalLine(source: string): JournalLine {
  let line: RawLine;
  try {
    const parsed: unknown = JSON.parse(source);
    if (!isMap(parsed)) return { type: 'unreadable' };
    line = parsed;
  } catch {
    return { type: 'unreadable' };
  }
  if (!Number.isInteger(line.v)) return { type: 'unreadable' };
  if (Number(line.v) > JOURNAL_VERSION) return { type: 'newer', version: Number(line.v) };
  if (line.type === 'torn') return { type: 'torn' };
  if (line.type === 'batch' && typeof line.batch === 'string' && Number.isInteger(line.lines))
    return { type: 'batch', batch: line.batch, lines: Number(line.lines) };
  if (line.type !== 'answer' || !isMap(line.outcome)) return { type: 'unreadable' };
  while (line.v !== JOURNAL_VERSION) {
    const migrate = MIGRATIONS[Number(line.v)];
    if (migrate === undefined) return { type: 'unreadable' };
    line = migrate(line);
  }
  if (!isWhole(line)) return { type: 'unreadable' };
  const { batch, ...entry } = line;
  return {
    type: 'answer',
    entry: entry as unknown as JournalEntry,
    batch: typeof batch === 'string' ? batch : null,
  };
}

function isMap(value: unknown): value is RawLine {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole({ at, session, mode, role, question, attempt, text, seconds, outcome }: RawLine): boolean {
  if (!isMap(outcome)) return false;
  const { figures, words, speakingSeconds, parts, criteria, findings, resultNumber } = outcome;
  return (
    [at, session, role, question, text].every((value) => typeof value === 'string') &&
    Number.isFinite(Date.parse(String(at))) &&
    (mode === 'practice' || mode === 'mock') &&
    [attempt, seconds, figures, words, speakingSeconds].every(Number.isFinite) &&
    typeof resultNumber === 'boolean' &&
    isMap(parts) &&
    isMap(criteria) &&
    Array.isArray(findings) &&
    findings.every(
      (finding) => isMap(finding) && typeof finding.rule === 'string' && typeof finding.severity === 'string',
    )
  );
}
