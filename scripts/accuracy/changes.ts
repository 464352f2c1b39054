import { createRandom, shuffle } from '../../src/rehearsal/random.js';
import { type LabelledAnswer, type LabelledSentence, PARTS, partsIn } from './corpus.js';
import type { Pair } from './measure.js';
import type { FullPrediction } from './predict.js';

/** Reads sentences in place of those of an answer. */
export type ReadAs = (answer: LabelledAnswer, sentences: readonly LabelledSentence[]) => FullPrediction;

export interface Deletion {
  readonly part: string;
  /** Answers from which the part was deleted. */
  readonly copies: number;
  /** Exactly this part is newly reported. */
  readonly exactly: number;
  /** This part is newly reported, and another one with it. */
  readonly alsoOthers: number;
}

/**
 * Deletes all sentences of one part from complete answers. Copies that lose another part with it, or everything, do
 * not count.
 */
export function deletions(pairs: readonly Pair[], read: ReadAs): Deletion[] {
  return PARTS.map((part) => {
    const counts = { part, copies: 0, exactly: 0, alsoOthers: 0 };
    for (const { answer, prediction } of pairs) {
      const kept = withoutPart(answer, part);
      if (kept === null) continue;
      counts.copies++;
      const added = read(answer, kept).reported.filter((name) => !prediction.reported.includes(name));
      if (!added.includes(part)) continue;
      if (added.length === 1) counts.exactly++;
      else counts.alsoOthers++;
    }
    return counts;
  });
}

/** What is left of a complete answer without one part; null where the answer does not serve. */
export function withoutPart(answer: LabelledAnswer, part: string): LabelledSentence[] | null {
  if (answer.missing.length > 0) return null;
  const kept = answer.sentences.filter(({ label, also }) => label !== part && also !== part);
  return partsIn(kept).length === PARTS.length - 1 ? kept : null;
}

export interface Insertion {
  readonly part: string;
  /** Answers that lack the part and are told so. */
  readonly copies: number;
  /** With a sentence of the part from elsewhere it is no longer reported. */
  readonly heard: number;
}

/** Puts a sentence of one part, from another answer, into answers that lack the part. */
export function insertions(pairs: readonly Pair[], read: ReadAs): Insertion[] {
  const random = createRandom(2);
  return PARTS.map((part) => {
    const sentences = pairs.flatMap(({ answer }) =>
      answer.sentences
        .filter(({ label, also }) => label === part && also === null)
        .map((sentence) => ({ id: answer.id, sentence })),
    );
    const counts = { part, copies: 0, heard: 0 };
    for (const { answer, prediction } of pairs) {
      const drawn = sentences[Math.floor(random() * sentences.length)];
      if (drawn === undefined || drawn.id === answer.id) continue;
      if (!answer.missing.includes(part) || !prediction.reported.includes(part)) continue;
      counts.copies++;
      if (!read(answer, withSentence(answer.sentences, drawn.sentence)).reported.includes(part))
        counts.heard++;
    }
    return counts;
  });
}

/** Puts a sentence where its part is expected: before the first sentence of a part that comes later in S T A R. */
export function withSentence(
  sentences: readonly LabelledSentence[],
  added: LabelledSentence,
): LabelledSentence[] {
  const rank = (label: string) => (PARTS as readonly string[]).indexOf(label);
  const later = sentences.findIndex(({ label }) => rank(label) > rank(added.label));
  const at = later < 0 ? sentences.length : later;
  return [...sentences.slice(0, at), added, ...sentences.slice(at)];
}

/** Other orders of the same sentences, by the name of the page. */
export const ORDERS: readonly (readonly [string, (answer: LabelledAnswer) => readonly LabelledSentence[]])[] =
  [
    ['as written', ({ sentences }) => sentences],
    [
      'results first',
      ({ sentences }) => [...sentences.filter(isResult), ...sentences.filter((one) => !isResult(one))],
    ],
    ['shuffled', ({ id, sentences }) => shuffle(sentences, createRandom(seedOf(id)))],
  ];

/** The answers with their sentences in another order, as if they had been written so. */
export function reordered(
  pairs: readonly Pair[],
  order: (answer: LabelledAnswer) => readonly LabelledSentence[],
  read: ReadAs,
): Pair[] {
  return pairs.map(({ answer }) => {
    const sentences = order(answer);
    return { answer: { ...answer, sentences }, prediction: read(answer, sentences) };
  });
}

function isResult({ label }: LabelledSentence): boolean {
  return label === 'R';
}

/** The same number for the same answer, whatever stands beside it. */
function seedOf(id: string): number {
  let seed = 0;
  for (const character of id) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) | 0;
  return seed;
}
