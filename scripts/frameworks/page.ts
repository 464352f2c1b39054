import type { Framework } from '../../src/content/types.js';
import { type Counts, count, f1, precision, type Read, recall } from './measure.js';

/** The texts of one language, read by their frameworks. */
export interface Measured {
  readonly language: string;
  readonly frameworks: readonly { readonly framework: Framework; readonly reads: readonly Read[] }[];
}

const share = (value: number): string =>
  Number.isNaN(value) ? '–' : value === 1 ? '1.00' : value.toFixed(2).slice(1);

const cells = (counts: Counts): string[] => [
  String(counts.texts),
  share(precision(counts)),
  share(recall(counts)),
  share(f1(counts)),
];

const keptBack = (reads: readonly Read[]): Read[] => reads.filter(({ labelled }) => !labelled.seen);

/** A row a framework: all texts, and those that were kept back. */
export function summary(measured: readonly Measured[]): string {
  return measured
    .map(({ language, frameworks }) => {
      const rows = frameworks.map(({ framework, reads }) => [
        framework.id,
        ...cells(count(reads)),
        ...cells(count(keptBack(reads))),
      ]);
      const all = frameworks.flatMap(({ reads }) => reads);
      rows.push(['all', ...cells(count(all)), ...cells(count(keptBack(all)))]);
      const head = [language, 'texts', 'P', 'R', 'F1', 'kept back', 'P', 'R', 'F1'];
      return table(head, rows);
    })
    .join('\n');
}

/** The tables of `docs/frameworks.md`. */
export function frameworksPage(measured: readonly Measured[]): string {
  const parts = measured.map(({ language, frameworks }) => {
    const rows = frameworks.flatMap(({ framework, reads }) =>
      framework.parts.map(({ id }) => [framework.id, id, ...cells(count(reads, id)).slice(1)]),
    );
    return `### ${language}\n\n${table(['framework', 'part', 'P', 'R', 'F1'], rows)}`;
  });
  return `${summary(measured)}\n## Part by part\n\n${parts.join('\n')}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |\n`;
  return `${line(head)}${line(widths.map((width) => '-'.repeat(width)))}${rows.map(line).join('')}`;
}
