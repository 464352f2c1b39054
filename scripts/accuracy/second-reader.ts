import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LabelledAnswer, readCorpus, sliceOf } from './corpus.js';
import { measure } from './measure.js';
import { labelKappa } from './metrics.js';

/** What a second reader says of an answer; the sentences are given. */
export interface SecondReading {
  readonly id: string;
  readonly labels: readonly string[];
  readonly also: readonly (string | null)[];
  readonly missing: readonly string[];
  readonly story: boolean;
  readonly result_metric: boolean;
}

export interface Agreement {
  readonly answers: number;
  readonly sentences: number;
  /** Cohen's kappa over the five labels of sentences. */
  readonly kappa: number;
  /** Mean F1 over S T A R of single sentences, the first reader being right. */
  readonly sentenceF1: number;
  /** Mean F1 of "this part is missing" over the parts that an answer lacks. */
  readonly missingF1: number;
  readonly storyF1: number;
  /** Does a number quantify the result. */
  readonly resultMetricF1: number;
}

/** Both readers' labels of the same answers. */
export type ReadTwice = readonly { readonly answer: LabelledAnswer; readonly second: SecondReading }[];

/**
 * The answers of a language that were read twice.
 *
 * @throws Error where a second reading fits no answer: one of the files is out of date
 */
export function readTwice(code: string, folder = 'test/corpus'): ReadTwice {
  const answers = new Map(readCorpus(join(folder, `${code}.jsonl`)).map((answer) => [answer.id, answer]));
  return readdirSync(folder)
    .filter((file) => file.startsWith(`second-${code}`) && file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .map((line) => ({ file, line })),
    )
    .filter(({ line }) => line.trim() !== '')
    .map(({ file, line }) => {
      const second = JSON.parse(line) as SecondReading;
      const answer = answers.get(second.id);
      if (answer?.sentences.length !== second.labels.length)
        throw new Error(`${file}: '${second.id}' is no answer of ${code}.jsonl with as many sentences`);
      return { answer, second };
    });
}

/** How far two readers agree; the first one counts as right, which changes no F1 but the mean's parts. */
export function agreementOf(pairs: ReadTwice): Agreement {
  const labels = pairs.flatMap(({ answer, second }) =>
    answer.sentences.map(({ label }, index): [string, string] => [label, second.labels[index] ?? 'O']),
  );
  const measured = measure(
    pairs.map(({ answer, second: { id, labels: own, also, missing, story, result_metric } }) => ({
      answer,
      prediction: {
        id,
        labels: own,
        also,
        parts: {},
        story,
        resultNumber: result_metric,
        findings: [],
        reported: missing,
        figures: [],
      },
    })),
  );
  return {
    answers: pairs.length,
    sentences: labels.length,
    kappa: labelKappa(labels),
    sentenceF1: measured.sentenceF1,
    missingF1: measured.missingF1,
    storyF1: measured.story.f1,
    resultMetricF1: measured.resultNumber.f1,
  };
}

/** Slices that were read twice, each with its answers. */
export function bySlice(pairs: ReadTwice): [string, ReadTwice][] {
  const slices = [...new Set(pairs.map(({ answer }) => sliceOf(answer)))].sort((a, b) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return slices.map((slice) => [slice, pairs.filter(({ answer }) => sliceOf(answer) === slice)]);
}
