import { readdirSync, readFileSync } from 'node:fs';
import { fillPlaces } from '../docs/written.js';
import { type LabelledAnswer, PARTS, readCorpus, sliceOf } from './corpus.js';
import { agreementOf, bySlice, type ReadTwice, readTwice } from './second-reader.js';
import { figure, markdownTable } from './table.js';

/** A page by hand with places that are filled from the corpus. */
export const PAGE = 'docs/corpus.md';

/** The page as it should be. */
export function corpusPage(): string {
  return fillPlaces(readFileSync(PAGE, 'utf8'), (wanted) => {
    if (wanted === 'counts') return countsTable().trimEnd();
    if (wanted === 'agreement') return agreementTable().trimEnd();
    throw new Error(`nobody knows how to write '${wanted}'`);
  });
}

/** Answers, sentences and labels of every slice. */
export function countsTable(): string {
  const rows = languages().flatMap((code) => {
    const corpus = readCorpus(`test/corpus/${code}.jsonl`);
    const slices = [...new Set(corpus.map(sliceOf))].sort((a, b) =>
      a.localeCompare(b, 'en', { numeric: true }),
    );
    return [
      ...slices.map((slice) =>
        countsOf(
          slice,
          corpus.filter((answer) => sliceOf(answer) === slice),
        ),
      ),
      countsOf(`${code}, all`, corpus),
    ];
  });
  return markdownTable([
    [
      'slice',
      'answers',
      'sentences',
      'S T A R O',
      'lack S T A R',
      'complete',
      'stories',
      'result in figures',
    ],
    ...rows,
  ]);
}

function countsOf(name: string, answers: readonly LabelledAnswer[]): string[] {
  const sentences = answers.flatMap((answer) => answer.sentences);
  const count = (holds: (answer: LabelledAnswer) => boolean) => answers.filter(holds).length;
  return [
    name,
    String(answers.length),
    String(sentences.length),
    [...PARTS, 'O'].map((part) => sentences.filter(({ label }) => label === part).length).join(' '),
    PARTS.map((part) => count(({ missing }) => missing.includes(part))).join(' '),
    String(count(({ missing }) => missing.length === 0)),
    String(count(({ story }) => story)),
    String(count((answer) => answer.result_metric)),
  ];
}

/** How far the second reader agrees with the first, for each slice that was read twice. */
export function agreementTable(): string {
  const rows = languages().flatMap((code) => {
    const pairs = readTwice(code);
    if (pairs.length === 0) return [];
    return [...bySlice(pairs), [`${code}, all`, pairs] as const].map(([name, own]) =>
      agreementRow(name, own),
    );
  });
  return markdownTable([
    [
      'slice',
      'answers',
      'sentences',
      'kappa',
      'sentence F1',
      'missing F1',
      'story F1',
      'result in figures F1',
    ],
    ...rows,
  ]);
}

function agreementRow(name: string, pairs: ReadTwice): string[] {
  const { answers, sentences, kappa, sentenceF1, missingF1, storyF1, resultMetricF1 } = agreementOf(pairs);
  const figures = [kappa, sentenceF1, missingF1, storyF1, resultMetricF1].map(figure);
  return [name, String(answers), String(sentences), ...figures];
}

function languages(): string[] {
  return readdirSync('test/corpus')
    .filter((file) => /^[a-z]+\.jsonl$/.test(file))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();
}
