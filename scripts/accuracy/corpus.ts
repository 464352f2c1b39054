import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { InputError, type Problem } from '../../src/content/problems.js';

/** One labelled answer; the schema is described in docs/corpus.md. */
export interface LabelledAnswer {
  readonly id: string;
  readonly lang: string;
  readonly question: string;
  readonly style: string;
  readonly sentences: readonly LabelledSentence[];
  readonly missing: readonly string[];
  readonly story: boolean;
  readonly result_metric: boolean;
  /** Null where nobody labelled them. */
  readonly figures: readonly { readonly text: string; readonly role: string }[] | null;
  readonly grade: 'good' | 'weak' | 'bad';
}

export interface LabelledSentence {
  readonly text: string;
  /** S, T, A, R or O. */
  readonly label: string;
  readonly also: string | null;
}

/** An answer put together from its sentences, with the place of each. */
export interface CorpusText {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly end: number }[];
}

export const PARTS = ['S', 'T', 'A', 'R'] as const;

interface CorpusReading {
  /** False where the answers are only to be read: their labels need not be there. */
  readonly needsLabels?: boolean;
}

/** @throws InputError with everything that is wrong with every line */
export function readCorpus(path: string, { needsLabels = true }: CorpusReading = {}): LabelledAnswer[] {
  const problems: Problem[] = [];
  const lines = readFileSync(path, 'utf8').split('\n');
  for (const [index, line] of lines.entries())
    if (line.trim() !== '')
      for (const message of faultsOfLine(line, { needsLabels }))
        problems.push({ path, line: index + 1, column: 1, message });
  if (problems.length > 0) throw new InputError('', { problems });
  return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as LabelledAnswer);
}

const text = z.string();
const unlabelled = z.looseObject({
  id: text,
  lang: text,
  sentences: z.array(z.looseObject({ text })).min(1),
});

const label = z.enum([...PARTS, 'O']);
const labelled = unlabelled.extend({
  sentences: z.array(z.looseObject({ text, label, also: label.nullish() })).min(1),
  missing: z.array(z.enum(PARTS)),
  story: z.boolean(),
  result_metric: z.boolean(),
});

/**
 * What is wrong with a line of a corpus, one text for each fault: it is no JSON, lacks what an answer needs, has labels
 * that there are not, or a part both labelled and missing.
 *
 * @param needsLabels false where the answer is only to be read
 */
function faultsOfLine(line: string, { needsLabels }: { readonly needsLabels: boolean }): string[] {
  let answer: unknown;
  try {
    answer = JSON.parse(line);
  } catch (error) {
    return [`no JSON: ${(error as Error).message}`];
  }
  const { error } = (needsLabels ? labelled : unlabelled).safeParse(answer);
  if (error !== undefined)
    return error.issues.map(
      ({ path, message }) => `${path.length === 0 ? 'the line' : path.join('.')}: ${message}`,
    );
  if (!needsLabels) return [];
  const { sentences, missing } = answer as LabelledAnswer;
  return partsIn(sentences)
    .filter((part) => missing.includes(part))
    .map((part) => `missing: ${part} is the label of a sentence`);
}

/**
 * Joins sentences by one space, or by the line break that a sentence ends with.
 *
 * @param join what stands between two sentences instead of a space
 */
export function textOf(sentences: readonly LabelledSentence[], join = ' '): CorpusText {
  let text = '';
  const places = sentences.map((sentence, index) => {
    if (index > 0 && !text.endsWith('\n')) text += join;
    const start = text.length;
    text += sentence.text;
    return { start, end: start + sentence.text.trimEnd().length };
  });
  return { text, places };
}

/** The circle of imagined people an answer comes from: the id before its number. */
export function sliceOf({ id }: { readonly id: string }): string {
  return id.slice(0, id.lastIndexOf('-'));
}

/** Parts that labels say are there, first or second in a sentence. */
export function partsIn(sentences: readonly LabelledSentence[]): string[] {
  return PARTS.filter((part) => sentences.some(({ label, also }) => label === part || also === part));
}
