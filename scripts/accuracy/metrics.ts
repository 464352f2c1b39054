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

export function newCounts(): Counts {
  return { right: 0, wrong: 0, missed: 0, absent: 0 };
}

export function count(counts: Counts, said: boolean, is: boolean): void {
  if (said && is) counts.right++;
  else if (said) counts.wrong++;
  else if (is) counts.missed++;
  else counts.absent++;
}

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

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
