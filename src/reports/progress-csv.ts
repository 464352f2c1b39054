import type { PracticeRecord } from '../rehearsal/record.js';
import { printableLine } from './escape.js';

/** Format version, in the first column; a change that breaks readers raises it. docs/data.md says more. */
const VERSION = 1;

/** Columns that every table has; the parts of the answers follow. */
const COLUMNS = [
  'version',
  'at',
  'role',
  'mode',
  'session',
  'question',
  'attempt',
  'language',
  'seconds',
  'speaking_seconds',
  'words',
  'figures',
  'result_number',
  'errors',
  'warnings',
  'notes',
  'criteria_touched',
  'criteria_asked',
  'rules',
] as const;

/** One row a version of an answer, oldest first (RFC 4180), with one column for each part that answers have. */
export function progressCsv(records: readonly PracticeRecord[]): string {
  const parts = [...new Set(records.flatMap(({ outcome }) => Object.keys(outcome.parts)))].sort();
  const rows = [...records]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((record) => [...cells(record), ...parts.map((part) => record.outcome.parts[part] ?? '')]);
  return [[...COLUMNS, ...parts.map((part) => `part_${part}`)], ...rows]
    .map((row) => `${row.map(cell).join(',')}\r\n`)
    .join('');
}

function cells({ at, role, mode, session, question, attempt, seconds, outcome }: PracticeRecord) {
  const count = (wanted: string) => outcome.findings.filter(({ severity }) => severity === wanted).length;
  const criteria = Object.values(outcome.criteria);
  return [
    VERSION,
    at,
    role,
    mode,
    session,
    question,
    attempt,
    outcome.language ?? '',
    seconds,
    outcome.speakingSeconds,
    outcome.words,
    outcome.figures,
    outcome.resultNumber,
    count('error'),
    count('warn'),
    count('info'),
    criteria.filter((touched) => touched).length,
    criteria.length,
    [...new Set(outcome.findings.map(({ rule }) => rule))].join(' '),
  ] satisfies readonly (string | number | boolean)[];
}

/** Quoted where it must be; what a spreadsheet would take for a formula is led in by an apostrophe. */
function cell(value: string | number | boolean): string {
  const text = printableLine(String(value));
  const safe = typeof value === 'string' && /^[=+\-@]/.test(text) ? `'${text}` : text;
  return /[",]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
