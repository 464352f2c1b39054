import type { Progress } from '../rehearsal/progress.js';
import { clock } from './clock.js';
import { decimal, type PartName, type ProgressNames, percent } from './progress-names.js';

/** One measure over time: a line of a chart, a row of a table. */
export interface ProgressRow {
  /** One letter; empty where the measure has none. */
  readonly letter: string;
  readonly name: string;
  /** One value a period; null where there is nothing to measure. */
  readonly values: readonly (number | null)[];
  /** What the top of a chart stands for. */
  readonly top: number;
  readonly format: (value: number) => string;
}

export interface RowGroup {
  readonly title: string;
  readonly rows: readonly ProgressRow[];
}

/** Shares of the parts, a group for each structure. */
export function partGroups(progress: Progress, names: ProgressNames): RowGroup[] {
  return progress.frameworks.map(({ id, answers, parts }) => ({
    title: names.t('progress.parts', { framework: names.framework(id), count: answers }),
    rows: names
      .parts(id)
      .filter((part) => part.id in parts)
      .map(
        ({ id: part, letter, name }: PartName): ProgressRow => ({
          letter,
          name,
          values: parts[part] ?? [],
          top: 1,
          format: (share) => percent(share, names.t),
        }),
      ),
  }));
}

/** Longest answer that still is listened to, in seconds. */
export const TWO_MINUTES = 120;

/** Figures an answer, and the share of answers whose result has one. */
export function figureRows(
  { periods }: Progress,
  { t, language }: ProgressNames,
): [figures: ProgressRow, proven: ProgressRow] {
  const values = periods.map(({ figures }) => figures);
  return [
    {
      letter: '',
      name: t('progress.figures'),
      values,
      top: Math.max(1, ...values),
      format: (value) => decimal(value, language),
    },
    {
      letter: '',
      name: t('progress.proven'),
      values: periods.map(({ proven }) => proven),
      top: 1,
      format: (share) => percent(share, t),
    },
  ];
}

/** Seconds that an answer takes to say. */
export function lengthRow({ periods }: Progress, { t }: ProgressNames): ProgressRow {
  const values = periods.map(({ speakingSeconds }) => speakingSeconds);
  return {
    letter: '',
    name: t('progress.aloud'),
    values,
    top: Math.max(TWO_MINUTES, ...values.map((value) => value ?? 0)),
    format: clock,
  };
}

/** Errors and warnings an answer. */
export function findingRows(
  { periods }: Progress,
  { t, language }: ProgressNames,
): [errors: ProgressRow, warnings: ProgressRow] {
  const errors = periods.map((period) => period.errors);
  const warnings = periods.map((period) => period.warnings);
  const top = Math.max(1, ...errors, ...warnings);
  const format = (value: number) => decimal(value, language);
  return [
    { letter: '', name: t('progress.errors'), values: errors, top, format },
    { letter: '', name: t('progress.warnings'), values: warnings, top, format },
  ];
}

/** The first and the last value there is. */
export function ends({ values }: ProgressRow): { first: number; last: number } | null {
  const known = values.filter((value) => value !== null);
  const [first] = known;
  const last = known.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}
