import { readFileSync } from 'node:fs';

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

export function readCorpus(path: string): LabelledAnswer[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as LabelledAnswer);
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
