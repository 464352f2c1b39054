// npm run accuracy: how well answers are read, per language.
//   npm run accuracy                       each slice of test/corpus read with weights fitted without it (long)
//   npm run accuracy -- --write            the same, and writes docs/accuracy.md
//   npm run accuracy -- --shipped          the corpus read with the weights that ship, which have seen it (quick)
//   npm run accuracy -- --language ru --slices ru1,ru2     only these
//   npm run accuracy -- --corpus FILE      any labelled file, with the weights that ship
//   npm run accuracy -- --corpus FILE --predictions    one JSON object an answer instead of the table
//   npm run accuracy -- --content FOLDER …  with content that has been compiled, instead of data/
//   npm run accuracy -- --baseline         stores the figures that test/accuracy compares with
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { openContent } from '../src/store/content.js';
import { writeBaseline } from './accuracy/baseline.js';
import { type LabelledAnswer, readCorpus, sliceOf } from './accuracy/corpus.js';
import { experiment, times } from './accuracy/experiments.js';
import { intervals, measure, type Pair } from './accuracy/measure.js';
import { interfaceOf } from './accuracy/predict.js';
import { heldOutReaders, predict, type ReaderOf, readerFor } from './accuracy/readers.js';
import { details, type Row, table } from './accuracy/report.js';
import { compileContent } from './build/compile-content.js';
import { readOptions } from './options.js';

const { values } = readOptions('scripts/accuracy.ts', {
  options: {
    corpus: { type: 'string' },
    content: { type: 'string' },
    predictions: { type: 'boolean', default: false },
    shipped: { type: 'boolean', default: false },
    language: { type: 'string' },
    slices: { type: 'string' },
    write: { type: 'boolean', default: false },
    baseline: { type: 'boolean', default: false },
  },
});

// A folder of its own: measuring takes long, and several may run.
const folder = `node_modules/.cache/star-coach/accuracy-${process.pid}`;
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
if (values.content === undefined) compileContent('data', folder);
const content = openContent(values.content ?? folder);
const shipped = readerFor(content);
const codes = content.index.answerLanguages.filter(
  (code) => values.language === undefined || values.language === code,
);
const narrowed = values.language !== undefined || values.slices !== undefined || values.shipped;

if (values.write && (narrowed || values.corpus !== undefined)) {
  refuse('--write goes with the whole measurement only: without --shipped, --language, --slices, --corpus');
} else if (codes.length === 0) {
  refuse(`--language: one of ${content.index.answerLanguages.join(', ')}`);
} else if (values.corpus !== undefined) {
  outside(readCorpus(values.corpus, { needsLabels: !values.predictions }));
} else if (values.baseline) {
  writeBaseline(new Map(codes.map((code) => [code, corpusOf(code)])), shipped);
} else {
  const sections = codes.map(section).filter((text) => text !== null);
  if (sections.length === 0) refuse(`--slices: no slice is named ${values.slices}`);
  if (values.write) {
    const head = readFileSync('scripts/accuracy/head.md', 'utf8');
    writeFileSync('docs/accuracy.md', `${head}\n${sections.join('\n')}`.replaceAll(/\n{3,}/g, '\n\n'));
  }
}

function corpusOf(code: string): LabelledAnswer[] {
  return readCorpus(`test/corpus/${code}.jsonl`);
}

/** A file of others, read as the program reads it. */
function outside(answers: readonly LabelledAnswer[]): void {
  const pairs = answers.map((answer) => ({ answer, prediction: predict(answer, shipped) }));
  if (values.predictions) {
    for (const { prediction } of pairs) console.log(JSON.stringify(interfaceOf(prediction)));
    return;
  }
  for (const code of new Set(answers.map(({ lang }) => lang)))
    console.log(table(code, rowsOf(pairs.filter(({ answer }) => answer.lang === code))));
}

/** Measures one language and prints it; null where none of the wanted slices is in it. */
function section(code: string): string | null {
  const corpus = corpusOf(code);
  const wanted = values.slices?.split(',');
  const slices = [...new Set(corpus.map(sliceOf))]
    .filter((slice) => wanted?.includes(slice) ?? true)
    // Some slices arrived out of order.
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  if (slices.length === 0) return null;
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const readerOf: ReaderOf = values.shipped
    ? () => shipped
    : heldOutReaders(code, corpus, content, { slices, tell });
  const pairs = slices.flatMap((slice) =>
    corpus
      .filter((answer) => sliceOf(answer) === slice)
      .map((answer) => ({ answer, prediction: predict(answer, readerOf(answer)) })),
  );
  const rows = rowsOf(pairs);
  const main = table(code, rows);
  console.log(main);
  const framework = content.framework('star');
  const rest = details(pairs, measure(pairs), {
    experiments: experiment(code, pairs, { readerOf, shipped, framework }),
    time: times(pairs, shipped),
  });
  console.log(rest);
  return `## ${code}\n\n${main}\n${rest}`;
}

/** One row for all answers and one for each slice. */
function rowsOf(pairs: readonly Pair[]): Row[] {
  const slices = [...new Set(pairs.map(({ answer }) => sliceOf(answer)))];
  const row = (name: string, own: readonly Pair[]): Row => [name, measure(own), intervals(own)];
  return [
    row('all', pairs),
    ...slices.map((slice) =>
      row(
        slice,
        pairs.filter(({ answer }) => sliceOf(answer) === slice),
      ),
    ),
  ];
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 2;
}
