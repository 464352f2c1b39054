import { type LabelledAnswer, PARTS } from './corpus.js';
import { figuresOf } from './figures.js';
import {
  bootstrap,
  type Counts,
  count,
  countOverlaps,
  type Interval,
  mean,
  newCounts,
  newOverlaps,
  overlapScores,
  type Scores,
  scores,
} from './metrics.js';
import type { FullPrediction } from './predict.js';

export interface Measured {
  readonly answers: number;
  readonly sentences: Readonly<Record<string, Scores>>;
  /** Mean F1 over S T A R of single sentences. */
  readonly sentenceF1: number;
  readonly missing: Readonly<Record<string, Scores>>;
  /** Answers that lack the part. */
  readonly lacking: Readonly<Record<string, number>>;
  /** Mean F1 of "this part is missing" over the parts that an answer lacks; 0 where none lacks any. */
  readonly missingF1: number;
  /** Complete answers. */
  readonly complete: number;
  /** Share of complete answers in which S, A or R is reported missing. */
  readonly completeFlagged: number;
  readonly story: Scores;
  /** Share of answers read as stories. */
  readonly takenForStory: number;
  readonly resultNumber: Scores;
  /** Answers in which a figure quantifies the result. */
  readonly withResultNumber: number;
  /**
   * Numbers found, dates and names among them. Precision is of those that are said to measure something: readers do
   * not label every "one" and "second".
   */
  readonly figures: Omit<Scores, 'kappa'>;
  /** Numbers found that tell an effect. */
  readonly effects: Omit<Scores, 'kappa'>;
}

export interface Pair {
  readonly answer: LabelledAnswer;
  readonly prediction: FullPrediction;
}

/** A part counts as missing where the candidate is told so. */
export function measure(pairs: readonly Pair[]): Measured {
  const story = newCounts();
  const resultNumber = newCounts();
  const figures = newOverlaps();
  const measuring = newOverlaps();
  const effects = newOverlaps();
  let complete = 0;
  let flagged = 0;
  for (const { answer, prediction } of pairs) {
    count(story, prediction.story, answer.story);
    count(resultNumber, prediction.resultNumber, answer.result_metric);
    const expected = figuresOf(answer);
    countOverlaps(figures, prediction.figures, expected);
    countOverlaps(
      measuring,
      prediction.figures.filter((figure) => figure.measures),
      expected,
    );
    const effect = (figure: { readonly effect: boolean }) => figure.effect;
    countOverlaps(effects, prediction.figures.filter(effect), expected.filter(effect));
    if (answer.missing.length === 0) {
      complete++;
      if (prediction.reported.some((part) => part !== 'T')) flagged++;
    }
  }
  const sentences = scoresOf(pairs, countSentences);
  const missing = scoresOf(pairs, countMissing);
  const told = new Set(pairs.flatMap(({ answer }) => answer.sentences.map(({ label }) => label)));
  const lacking = Object.fromEntries(
    PARTS.map((part) => [part, pairs.filter(({ answer }) => answer.missing.includes(part)).length]),
  );
  return {
    answers: pairs.length,
    sentences,
    sentenceF1: meanF1(sentences, (part) => told.has(part)),
    missing,
    lacking,
    missingF1: meanF1(missing, (part) => lacking[part] !== 0),
    complete,
    completeFlagged: flagged / (complete || 1),
    story: scores(story),
    takenForStory: (story.right + story.wrong) / (pairs.length || 1),
    resultNumber: scores(resultNumber),
    withResultNumber: resultNumber.right + resultNumber.missed,
    figures: overlapScores({ ...figures, said: measuring.said, right: measuring.right }),
    effects: overlapScores(effects),
  };
}

const BOOTSTRAP = { seed: 1, rounds: 1000 };

export interface Intervals {
  readonly sentenceF1: Interval;
  readonly missingF1: Interval;
}

/** 95 % intervals of both mean F1 over answers drawn again and again. */
export function intervals(pairs: readonly Pair[]): Intervals {
  const interval = (counting: Counting) => {
    const counted = pairs.map((pair) => PARTS.map((part) => counting(pair, part)));
    const drawnF1 = (drawn: Int32Array) => {
      const sums = PARTS.map(newCounts);
      for (const at of drawn)
        sums.forEach((sum, part) => {
          add(sum, counted[at]?.[part] as Counts);
        });
      // As in `measure`: a part that no sentence carries, or no answer lacks, has no F1.
      return mean(sums.filter(({ right, missed }) => right + missed > 0).map((sum) => scores(sum).f1));
    };
    return bootstrap(pairs.length, drawnF1, BOOTSTRAP);
  };
  return { sentenceF1: interval(countSentences), missingF1: interval(countMissing) };
}

type Counting = (pair: Pair, part: string) => Counts;

function countSentences({ answer, prediction }: Pair, part: string): Counts {
  const counts = newCounts();
  answer.sentences.forEach(({ label }, index) => {
    count(counts, prediction.labels[index] === part, label === part);
  });
  return counts;
}

function countMissing({ answer, prediction }: Pair, part: string): Counts {
  const counts = newCounts();
  count(counts, prediction.reported.includes(part), answer.missing.includes(part));
  return counts;
}

function add(sum: Counts, { right, wrong, missed, absent }: Counts): void {
  sum.right += right;
  sum.wrong += wrong;
  sum.missed += missed;
  sum.absent += absent;
}

function scoresOf(pairs: readonly Pair[], counting: Counting): Record<string, Scores> {
  return Object.fromEntries(
    PARTS.map((part) => {
      const sum = newCounts();
      for (const pair of pairs) add(sum, counting(pair, part));
      return [part, scores(sum)];
    }),
  );
}

function meanF1(byPart: Readonly<Record<string, Scores>>, counts = (_part: string) => true): number {
  const parts = PARTS.filter(counts);
  return mean(parts.map((part) => byPart[part]?.f1 ?? 0));
}
