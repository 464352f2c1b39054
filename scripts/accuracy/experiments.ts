import type { Framework } from '../../src/content/types.js';
import {
  type Deletion,
  deletions,
  type Insertion,
  insertions,
  ORDERS,
  type ReadAs,
  reordered,
} from './changes.js';
import { PARTS } from './corpus.js';
import { kindsOf } from './kinds.js';
import { MANNERS } from './manners.js';
import { type Measured, measure, type Pair } from './measure.js';
import { type Rejected, rejected } from './nonsense.js';
import { predict, type Reader, type ReaderOf } from './readers.js';

/** One more way to type the answers, and what it does. */
export interface MannerEffect {
  readonly name: string;
  /** Sentences that are typed otherwise. */
  readonly typedOtherwise: number;
  /** Share of all sentences whose label changes. */
  readonly changed: number;
  readonly measured: Measured;
}

/** What is learnt of one language beside its main table. */
export interface Experiments {
  readonly kinds: readonly (readonly [string, Measured])[];
  readonly deletions: readonly Deletion[];
  readonly insertions: readonly Insertion[];
  readonly orders: readonly (readonly [string, Measured])[];
  readonly manners: readonly MannerEffect[];
  readonly rejected: readonly Rejected[];
}

/**
 * @param pairs answers of one language with what was read
 * @param readerOf the readers they were read by
 * @param shipped reads what no slice has: nonsense
 */
export function experiment(
  code: string,
  pairs: readonly Pair[],
  { readerOf, shipped, framework }: { readerOf: ReaderOf; shipped: Reader; framework: Framework },
): Experiments {
  const read: ReadAs = (answer, sentences) => predict(answer, readerOf(answer), { sentences });
  return {
    kinds: kindsOf(framework)
      .map(([name, holds]) => [name, pairs.filter(({ answer }) => holds(answer))] as const)
      .filter(([, own]) => own.length > 0)
      .map(([name, own]) => [name, measure(own)] as const),
    deletions: deletions(pairs, read),
    insertions: insertions(pairs, read),
    orders: ORDERS.map(([name, order]) => [name, measure(reordered(pairs, order, read))] as const),
    manners: MANNERS.filter(({ languages }) => languages?.includes(code) ?? true).map((manner) =>
      mannerEffect(pairs, manner, readerOf),
    ),
    rejected: rejected(
      code,
      pairs.map(({ answer }) => answer),
      shipped,
    ),
  };
}

function mannerEffect(
  pairs: readonly Pair[],
  { name, sentence, join = ' ' }: (typeof MANNERS)[number],
  readerOf: ReaderOf,
): MannerEffect {
  let all = 0;
  let changed = 0;
  let typedOtherwise = 0;
  const others = pairs.map(({ answer, prediction }) => {
    const sentences = answer.sentences.map((one) => ({ ...one, text: sentence(one.text) }));
    const other = predict(answer, readerOf(answer), { sentences, join });
    answer.sentences.forEach(({ text }, index) => {
      all++;
      if (text !== sentences[index]?.text) typedOtherwise++;
      if (prediction.labels[index] !== other.labels[index]) changed++;
    });
    // Figures are looked for in the text as it was typed.
    const figures = (answer.figures ?? []).map((figure) => ({ ...figure, text: sentence(figure.text) }));
    return { answer: { ...answer, sentences, figures }, prediction: other };
  });
  return { name, typedOtherwise, changed: changed / (all || 1), measured: measure(others) };
}

/** Labels of sentences, in the order of tables. */
export const LETTERS: readonly string[] = [...PARTS, 'O'];

/** How often a label was read as another: rows and columns in the order of {@link LETTERS}. */
export function confusion(pairs: readonly Pair[]): number[][] {
  const rows = LETTERS.map(() => LETTERS.map(() => 0));
  for (const { answer, prediction } of pairs) {
    answer.sentences.forEach(({ label }, index) => {
      const row = rows[LETTERS.indexOf(label)];
      const column = LETTERS.indexOf(prediction.labels[index] ?? 'O');
      if (row !== undefined && column >= 0) row[column] = (row[column] ?? 0) + 1;
    });
  }
  return rows;
}

/** A sentence read wrongly. */
export interface Mistake {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly read: string;
}

/** What was read wrongly, in the order of the corpus; the second label of a sentence is no mistake. */
export function mistakesOf(pairs: readonly Pair[]): Mistake[] {
  return pairs.flatMap(({ answer, prediction }) =>
    answer.sentences.flatMap(({ text, label, also }, index) => {
      const read = prediction.labels[index] ?? 'O';
      return read === label || read === also ? [] : [{ id: answer.id, text: text.trim(), label, read }];
    }),
  );
}

/** So many of a list, evenly spread over it. */
export function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)] as T);
}

/** Milliseconds to read an answer, rules and all. */
export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly words: number;
}

/** Times single readings, after a first round that warms up. */
export function times(pairs: readonly Pair[], reader: Reader): Times {
  const answers = spread(
    pairs.map(({ answer }) => answer),
    200,
  );
  for (const answer of answers) predict(answer, reader);
  const taken = answers
    .map((answer) => {
      const started = performance.now();
      predict(answer, reader);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const words = answers.map(
    ({ sentences }) =>
      sentences
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/u).length,
  );
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95), words: words.sort((a, b) => a - b)[words.length >> 1] ?? 0 };
}
