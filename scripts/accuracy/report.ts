import { PARTS } from './corpus.js';
import { confusion, type Experiments, LETTERS, mistakesOf, spread, type Times } from './experiments.js';
import type { Intervals, Measured, Pair } from './measure.js';
import type { Interval } from './metrics.js';
import { figure, markdownTable, percent } from './table.js';

/** One row of the main table: its name, its figures, their 95 % intervals where they were worked out. */
export type Row = readonly [name: string, measured: Measured, intervals?: Intervals];

type Column = readonly [string, (measured: Measured, intervals?: Intervals) => string];

const MAIN: readonly Column[] = [
  // Scripts of the pages find the table by this column.
  ['answers', ({ answers }) => String(answers)],
  ['sentence F1', ({ sentenceF1 }) => figure(sentenceF1)],
  ['95 %', (_, intervals) => interval(intervals?.sentenceF1)],
  ['missing F1', ({ missingF1 }) => figure(missingF1)],
  ['95 %', (_, intervals) => interval(intervals?.missingF1)],
  ['complete flagged', ({ completeFlagged }) => `${(completeFlagged * 100).toFixed(0)} %`],
  ['story F1', ({ story }) => figure(story.f1)],
  ['figure F1', ({ resultNumber }) => figure(resultNumber.f1)],
];

/** The parts one by one, and numbers. */
const SINGLE: readonly Column[] = [
  ...PARTS.map((part): Column => [part, ({ sentences }) => figure(sentences[part]?.f1)]),
  ...PARTS.map(
    (part): Column => [
      `-${part}`,
      ({ missing, lacking }) => figure(lacking[part] === 0 ? Number.NaN : missing[part]?.f1),
    ],
  ),
  ['numbers P', ({ figures }) => figure(figures.precision)],
  ['numbers R', ({ figures }) => figure(figures.recall)],
];

/** The main tables: all answers, then each slice; one of sums, one of the parts. */
export function table(language: string, rows: readonly Row[]): string {
  return [MAIN, SINGLE]
    .map((columns) =>
      markdownTable([
        [language, ...columns.map(([name]) => name)],
        ...rows.map(([name, measured, intervals]) => [
          name,
          ...columns.map(([, cell]) => cell(measured, intervals)),
        ]),
      ]),
    )
    .join('\n');
}

/** Precision, recall, F1 and kappa of single parts. */
function partsTable({ missing, sentences, lacking, answers }: Measured): string {
  return markdownTable([
    ['part', 'sentence P', 'R', 'F1', 'missing in', 'missing P', 'R', 'F1', 'kappa'],
    ...PARTS.map((part) => [
      part,
      figure(sentences[part]?.precision),
      figure(sentences[part]?.recall),
      figure(sentences[part]?.f1),
      percent(lacking[part] ?? 0, answers),
      figure(missing[part]?.precision),
      figure(missing[part]?.recall),
      figure(missing[part]?.f1),
      figure(missing[part]?.kappa),
    ]),
  ]);
}

function kindsTable(kinds: Experiments['kinds']): string {
  return markdownTable([
    ['kind', 'number', 'sentence F1', 'missing F1', 'complete flagged', 'taken for a story', 'figure F1'],
    ...kinds.map(([name, measured]) => [
      name,
      String(measured.answers),
      figure(measured.sentenceF1),
      figure(PARTS.every((part) => measured.lacking[part] === 0) ? Number.NaN : measured.missingF1),
      measured.complete === 0 ? '–' : percent(measured.completeFlagged),
      percent(measured.takenForStory),
      figure(measured.withResultNumber === 0 ? Number.NaN : measured.resultNumber.f1),
    ]),
  ]);
}

function changesTables({ deletions, insertions, orders }: Experiments): string {
  const copies = deletions.reduce((sum, { copies: own }) => sum + own, 0);
  const exactly = deletions.reduce((sum, { exactly: own }) => sum + own, 0);
  const others = deletions.reduce((sum, { alsoOthers }) => sum + alsoOthers, 0);
  const told = insertions.reduce((sum, { copies: own }) => sum + own, 0);
  const heard = insertions.reduce((sum, { heard: own }) => sum + own, 0);
  return [
    'A part taken out: all sentences of it deleted from complete answers:',
    '',
    markdownTable([
      ['deleted', 'copies', 'exactly this part newly reported', 'this part and another', 'not noticed'],
      ...[...deletions, { part: 'all', copies, exactly, alsoOthers: others }].map((row) => [
        row.part,
        String(row.copies),
        percent(row.exactly, row.copies),
        percent(row.alsoOthers, row.copies),
        percent(row.copies - row.exactly - row.alsoOthers, row.copies),
      ]),
    ]),
    'A part added: a sentence from another answer, put into answers in which the part is rightly reported as missing:',
    '',
    markdownTable([
      ['put in', 'copies', 'no longer reported'],
      ...[...insertions, { part: 'all', copies: told, heard }].map((row) => [
        row.part,
        String(row.copies),
        percent(row.heard, row.copies),
      ]),
    ]),
    'The same sentences in another order:',
    '',
    markdownTable([
      ['order', 'sentence F1', 'missing F1', 'complete flagged'],
      ...orders.map(([name, measured]) => [
        name,
        figure(measured.sentenceF1),
        figure(measured.missingF1),
        percent(measured.completeFlagged),
      ]),
    ]),
  ].join('\n');
}

function mannersTable(manners: Experiments['manners'], as: Measured): string {
  return markdownTable([
    ['typed otherwise', 'sentences touched', 'labels that change', 'sentence F1', 'missing F1', 'numbers R'],
    ['as typed', '', '', figure(as.sentenceF1), figure(as.missingF1), figure(as.figures.recall)],
    ...manners.map(({ name, typedOtherwise, changed, measured }) => [
      name,
      typedOtherwise === 0 ? '' : String(typedOtherwise),
      percent(changed),
      figure(measured.sentenceF1),
      figure(measured.missingF1),
      figure(measured.figures.recall),
    ]),
  ]);
}

function rejectedTable(rejected: Experiments['rejected']): string {
  return markdownTable([
    ['no answer', 'texts', 'told so', 'some error', 'read as having S, A and R'],
    ...rejected.map(({ kind, texts, nonsense, error, passed }) => [
      kind,
      String(texts),
      percent(nonsense, texts),
      percent(error, texts),
      percent(passed, texts),
    ]),
  ]);
}

/** Mistakes shown in the page. */
const SHOWN = 10;

function mistakesLists(pairs: readonly Pair[]): string {
  const mistakes = mistakesOf(pairs);
  return [
    'Rows: the label of a sentence. Columns: what it was read as. (Here, the second part of a sentence counts as wrong.)',
    '',
    markdownTable([
      ['', ...LETTERS],
      ...confusion(pairs).map((row, index) => [LETTERS[index] ?? '', ...row.map(String)]),
    ]),
    `${SHOWN} of the ${mistakes.length} sentences that are read wrongly, evenly spread over the corpus:`,
    '',
    ...spread(mistakes, SHOWN).map(
      ({ label, read, id, text }) => `- ${label} read as ${read} (${id}): ${text.replaceAll(/\s+/gu, ' ')}`,
    ),
    '',
  ].join('\n');
}

/** Everything of one language but the main table: that comes first, and is printed before the rest is worked out. */
export function details(
  pairs: readonly Pair[],
  all: Measured,
  { experiments, time }: { readonly experiments: Experiments; readonly time: Times },
): string {
  return [
    '### Part by part',
    partsTable(all),
    `Numbers that measure something: precision ${figure(all.figures.precision)}; recall over all labelled numbers, ` +
      `dates and names among them: ${figure(all.figures.recall)}. ` +
      `Numbers that tell an effect: precision ${figure(all.effects.precision)}, recall ${figure(all.effects.recall)}. ` +
      `Answers in which a figure quantifies the result: precision ${figure(all.resultNumber.precision)}, ` +
      `recall ${figure(all.resultNumber.recall)}.\n`,
    '### Kinds of answers',
    kindsTable(experiments.kinds),
    '### Changed answers',
    changesTables(experiments),
    '### Ways to type',
    mannersTable(experiments.manners, all),
    '### Texts that are no answers',
    rejectedTable(experiments.rejected),
    '### What is read wrongly',
    mistakesLists(pairs),
    '### Time',
    `${time.median.toFixed(1)} ms for an answer with all rules (median; 95 % take under ${time.p95.toFixed(1)} ms; ` +
      `median length ${time.words} words), in a process that has warmed up.\n`,
  ].join('\n\n');
}

function interval(found: Interval | undefined): string {
  return found === undefined ? '' : `${figure(found.low)}–${figure(found.high)}`;
}
