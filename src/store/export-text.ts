import type { Ticks } from './checklist.js';
import type { Draft } from './drafts.js';
import type { JournalEntry } from './journal-line.js';

export const EXPORT_FORMAT = 'star-coach data';
/** A change that an earlier version could not read raises it. */
export const EXPORT_VERSION = 1;

/** Everything that is kept as one JSON text, an answer a line. docs/data.md says what stands where. */
export function exportText(
  entries: readonly JournalEntry[],
  answers: ReadonlyMap<string, string>,
  exported: string,
  { ticks = [], drafts = [] }: { readonly ticks?: Ticks; readonly drafts?: readonly Draft[] } = {},
): string {
  const head = JSON.stringify({ format: EXPORT_FORMAT, version: EXPORT_VERSION, exported }).slice(0, -1);
  const journal = entries.map((entry) => JSON.stringify(entry)).join(',\n');
  const files = [...answers].map(([name, text]) => `${JSON.stringify(name)}:${JSON.stringify(text)}`);
  return `${head},\n"journal":[\n${journal}\n],\n"answers":{\n${files.join(',\n')}\n}${list('checklist', ticks)}${list('drafts', drafts)}}\n`;
}

/** A list that is left out where it is empty. */
function list(name: string, items: readonly object[]): string {
  return items.length === 0
    ? ''
    : `,\n"${name}":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}
