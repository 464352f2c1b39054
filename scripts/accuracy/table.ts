/** A table in Markdown, which also reads well in a terminal. */
export function markdownTable(lines: readonly (readonly string[])[]): string {
  const [head = [], ...body] = lines.map((line) => line.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((cell, column) =>
    Math.max(3, cell.length, ...body.map((line) => line[column]?.length ?? 0)),
  );
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...body.map(row), ''].join('\n');
}

/** «.873», "1.000"; a figure that does not exist is a dash. */
export function figure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3).replace(/^(-?)0/, '$1');
}

/** A share in per cent with one decimal. */
export function percent(part: number, whole = 1): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}
