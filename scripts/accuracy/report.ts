import { PARTS } from './corpus.js';
import type { Measured, Pair } from './measure.js';

const COLUMNS: readonly [string, (measured: Measured) => string][] = [
  ['answers', ({ answers }) => String(answers)],
  ['sentence F1', ({ sentenceF1 }) => figure(sentenceF1)],
  ...PARTS.map((part): [string, (measured: Measured) => string] => [
    part,
    ({ sentences }) => figure(sentences[part]?.f1),
  ]),
  ['missing F1', ({ missingF1 }) => figure(missingF1)],
  ...PARTS.map((part): [string, (measured: Measured) => string] => [
    `-${part}`,
    ({ missing }) => figure(missing[part]?.f1),
  ]),
  [
    '-kappa',
    ({ missing }) => figure(PARTS.reduce((sum, part) => sum + (missing[part]?.kappa ?? 0), 0) / PARTS.length),
  ],
  ['complete flagged', ({ completeFlagged }) => `${(completeFlagged * 100).toFixed(0)} %`],
  ['story F1', ({ story }) => figure(story.f1)],
  ['figure F1', ({ resultNumber }) => figure(resultNumber.f1)],
];

/** A table in Markdown, which also reads well in a terminal. */
export function table(language: string, rows: readonly (readonly [string, Measured])[]): string {
  const lines = [
    [language, ...COLUMNS.map(([name]) => name)],
    ...rows.map(([name, measured]) => [name, ...COLUMNS.map(([, cell]) => cell(measured))]),
  ];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [row(head), row(widths.map((width) => '-'.repeat(width))), ...body.map(row), ''].join('\n');
}

/** A sentence read wrongly. */
export interface Mistake {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly read: string;
}

/** What was read wrongly, in the order of the corpus. */
export function mistakesOf(pairs: readonly Pair[]): Mistake[] {
  return pairs.flatMap(({ answer, prediction }) =>
    answer.sentences.flatMap(({ text, label, also }, index) => {
      const read = prediction.labels[index] ?? 'O';
      return read === label || read === also ? [] : [{ id: answer.id, text: text.trim(), label, read }];
    }),
  );
}

/** Mistakes shown in the page: ten, evenly spread over all of them. */
const SHOWN = 10;

export function page(
  language: string,
  rows: readonly (readonly [string, Measured])[],
  mistakes: readonly Mistake[],
): string {
  const shown = Array.from(
    { length: SHOWN },
    (_, index) => mistakes[Math.floor((index * mistakes.length) / SHOWN)],
  );
  const letters = [...PARTS, 'O'];
  const confusion = letters.map((label) => [
    label,
    ...letters.map((read) =>
      String(mistakes.filter((mistake) => mistake.label === label && mistake.read === read).length),
    ),
  ]);
  return [
    `## ${language}`,
    '',
    table(language, rows),
    `Sentences read wrongly, ${mistakes.length} in all (rows: what they are, columns: what was read):`,
    '',
    `| | ${letters.join(' | ')} |`,
    `|${'---|'.repeat(letters.length + 1)}`,
    ...confusion.map((row) => `| ${row.join(' | ')} |`),
    '',
    'Ten of them, evenly spread over the corpus:',
    '',
    ...shown.flatMap((mistake) =>
      mistake ? [`- ${mistake.label} read as ${mistake.read} (${mistake.id}): ${mistake.text}`] : [],
    ),
    '',
  ].join('\n');
}

function figure(value: number | undefined): string {
  return (value ?? 0).toFixed(3).replace(/^0/, '');
}
