import type { Measure } from './measures.js';

/** A measure beside what is stored and what is allowed. */
export interface Row {
  readonly measure: Measure;
  readonly stored: number | null;
  /** More than is allowed. */
  readonly missed: boolean;
  /** More than what is stored by more than the tolerance. */
  readonly regressed: boolean;
}

/** @param tolerance share by which a measure may be over what is stored */
export function rowOf(measure: Measure, stored: number | null, tolerance: number): Row {
  const { value, budget } = measure;
  return {
    measure,
    stored,
    missed: budget !== null && value > budget,
    regressed: stored !== null && value > stored * (1 + tolerance),
  };
}

const HEAD = ['', 'now', 'stored', 'budget', ''];

/** Columns for a terminal. */
export function plainTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 || column === 4
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** The same for a page, without what is stored. */
export function markdownTable(rows: readonly Row[]): string {
  const cells = rows.map((row) => cellsOf(row).filter((_, column) => column !== 2));
  return [['', 'now', 'budget', ''], ['---', '--:', '--:', '---'], ...cells]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function cellsOf({ measure, stored, missed, regressed }: Row): string[] {
  const { what, value, unit, budget } = measure;
  const shown = (amount: number | null) => (amount === null ? '' : `${digits(amount)} ${unit}`);
  const said = [missed ? 'over budget' : '', regressed ? 'slower than stored' : ''].filter(
    (text) => text !== '',
  );
  return [what, shown(value), shown(stored), shown(budget), said.join(', ')];
}

/** A figure with as many digits as it deserves. */
export function digits(amount: number): string {
  return amount < 20 && !Number.isInteger(amount) ? amount.toFixed(2) : String(Math.round(amount));
}
