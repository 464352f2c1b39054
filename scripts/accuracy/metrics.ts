import { createRandom } from '../../src/rehearsal/random.js';

/** Counts of a yes/no decision against what is right. */
export interface Counts {
  right: number;
  wrong: number;
  missed: number;
  /** Rightly said no. */
  absent: number;
}

export interface Scores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Cohen's kappa. */
  readonly kappa: number;
}

/** Counts of nothing yet. */
export function newCounts(): Counts {
  return { right: 0, wrong: 0, missed: 0, absent: 0 };
}

/** Counts one decision: what was said, and what is. */
export function count(counts: Counts, said: boolean, is: boolean): void {
  if (said && is) counts.right++;
  else if (said) counts.wrong++;
  else if (is) counts.missed++;
  else counts.absent++;
}

/** Scores of counted decisions; 0 where there is nothing to divide by. */
export function scores({ right, wrong, missed, absent }: Counts): Scores {
  const precision = right / (right + wrong || 1);
  const recall = right / (right + missed || 1);
  const all = right + wrong + missed + absent || 1;
  const chance = ((right + wrong) * (right + missed) + (missed + absent) * (wrong + absent)) / (all * all);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    kappa: ((right + absent) / all - chance) / (1 - chance || 1),
  };
}

/** 0 for no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** Spans that are found and spans that should be: a pair of figures found as one counts as both. */
export interface Overlaps {
  said: number;
  right: number;
  expected: number;
  found: number;
}

/** Overlaps of nothing yet. */
export function newOverlaps(): Overlaps {
  return { said: 0, right: 0, expected: 0, found: 0 };
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Counts spans by overlap: one character in common is enough. */
export function countOverlaps(counts: Overlaps, said: readonly Place[], expected: readonly Place[]): void {
  const touches = (a: Place, b: Place) => a.start < b.end && b.start < a.end;
  counts.said += said.length;
  counts.right += said.filter((place) => expected.some((other) => touches(place, other))).length;
  counts.expected += expected.length;
  counts.found += expected.filter((place) => said.some((other) => touches(place, other))).length;
}

/** Scores of counted overlaps. */
export function overlapScores({ said, right, expected, found }: Overlaps): Omit<Scores, 'kappa'> {
  const precision = right / (said || 1);
  const recall = found / (expected || 1);
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall || 1) };
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Percentile bootstrap (Efron 1979): the middle 95 % of a figure over samples drawn with replacement.
 *
 * @param count number of items to draw from
 * @param figure of the drawn items, given as indices
 */
export function bootstrap(
  count: number,
  figure: (drawn: Int32Array) => number,
  { seed, rounds }: { readonly seed: number; readonly rounds: number },
): Interval {
  const random = createRandom(seed);
  const drawn = new Int32Array(count);
  const figures = Array.from({ length: rounds }, () => {
    for (let at = 0; at < count; at++) drawn[at] = Math.floor(random() * count);
    return figure(drawn);
  }).sort((a, b) => a - b);
  const at = (share: number) => figures[Math.min(rounds - 1, Math.floor(share * rounds))] ?? 0;
  return { low: at(0.025), high: at(0.975) };
}

/**
 * Cohen's kappa of two readers who each give an item one of several labels.
 *
 * @param pairs labels of one item by the first and by the second reader
 */
export function labelKappa(pairs: readonly (readonly [string, string])[]): number {
  const share = (reader: 0 | 1, label: string) =>
    pairs.filter((pair) => pair[reader] === label).length / (pairs.length || 1);
  const agreed = pairs.filter(([one, other]) => one === other).length / (pairs.length || 1);
  const labels = new Set(pairs.flat());
  const chance = [...labels].reduce((sum, label) => sum + share(0, label) * share(1, label), 0);
  return chance === 1 ? 1 : (agreed - chance) / (1 - chance);
}
