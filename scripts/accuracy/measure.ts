import { type LabelledAnswer, PARTS } from './corpus.js';
import { type Counts, count, mean, newCounts, type Scores, scores } from './metrics.js';
import type { Prediction } from './predict.js';

export interface Measured {
  readonly answers: number;
  readonly sentences: Readonly<Record<string, Scores>>;
  /** Mean F1 over S T A R of single sentences. */
  readonly sentenceF1: number;
  readonly missing: Readonly<Record<string, Scores>>;
  /** Mean F1 over S T A R of "this part is missing". */
  readonly missingF1: number;
  /** Share of complete answers in which S, A or R is reported missing. */
  readonly completeFlagged: number;
  readonly story: Scores;
  readonly resultNumber: Scores;
}

export interface Pair {
  readonly answer: LabelledAnswer;
  readonly prediction: Prediction;
}

/** A part counts as missing where the candidate is told so. */
export function measure(pairs: readonly Pair[]): Measured {
  const sentence = countsFor(PARTS);
  const missing = countsFor(PARTS);
  const story = newCounts();
  const resultNumber = newCounts();
  let complete = 0;
  let flagged = 0;
  for (const { answer, prediction } of pairs) {
    answer.sentences.forEach(({ label }, index) => {
      for (const part of PARTS)
        count(sentence[part] as Counts, prediction.labels[index] === part, label === part);
    });
    const absent = PARTS.filter((part) => prediction.reported.includes(part));
    for (const part of PARTS)
      count(missing[part] as Counts, absent.includes(part), answer.missing.includes(part));
    count(story, prediction.story, answer.story);
    count(resultNumber, prediction.resultNumber, answer.result_metric);
    if (answer.missing.length === 0) {
      complete++;
      if (absent.some((part) => part !== 'T')) flagged++;
    }
  }
  const bySentence = scoresOf(sentence);
  const byMissing = scoresOf(missing);
  return {
    answers: pairs.length,
    sentences: bySentence,
    sentenceF1: mean(Object.values(bySentence).map(({ f1 }) => f1)),
    missing: byMissing,
    missingF1: mean(Object.values(byMissing).map(({ f1 }) => f1)),
    completeFlagged: flagged / (complete || 1),
    story: scores(story),
    resultNumber: scores(resultNumber),
  };
}

function countsFor(names: readonly string[]): Record<string, Counts> {
  return Object.fromEntries(names.map((name) => [name, newCounts()]));
}

function scoresOf(counts: Readonly<Record<string, Counts>>): Record<string, Scores> {
  return Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, scores(value)]));
}
