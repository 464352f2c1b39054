/** Columns of docs/accuracy.md that the README quotes, with its own words for them. */
const QUOTED: readonly (readonly [string, string])[] = [
  ['sentence F1', 'part of a sentence, F1'],
  ['missing F1', 'missing part, F1'],
  ['complete flagged', 'complete answers wrongly flagged'],
  ['figure F1', 'figure proves the result, F1'],
];

/**
 * The figures of all answers, a row a language.
 *
 * @param page docs/accuracy.md
 * @throws Error where the page has no such table: then the README says something that is not so
 */
export function accuracySummary(page: string): string {
  const rows = page.split('\n').filter((line) => line.startsWith('| '));
  const cells = (row: string) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const tables = rows.flatMap((row, at) => (cells(row)[1] === 'answers' ? [at] : []));
  const body = tables.map((at) => {
    const [language = '', ...names] = cells(rows[at] ?? '');
    const all = cells(rows.slice(at + 1).find((row) => cells(row)[0] === 'all') ?? '');
    const values = [...QUOTED.map(([name]) => name), 'answers'].map((name) => {
      const value = all[names.indexOf(name) + 1];
      if (names.indexOf(name) < 0 || value === undefined)
        throw new Error(`docs/accuracy.md: no '${name}' for '${language}'`);
      return value;
    });
    return `| ${[language, ...values].join(' | ')} |`;
  });
  if (body.length === 0) throw new Error('docs/accuracy.md: no table');
  return [
    `| | ${[...QUOTED.map(([, shown]) => shown), 'answers'].join(' | ')} |`,
    `|---|${'---|'.repeat(QUOTED.length + 1)}`,
    ...body,
  ].join('\n');
}
