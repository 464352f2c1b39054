import type { Subjects } from './types.js';

/** The letter that stands for nought. */
const NOUGHT = 110;

/** Weights of one log odds: coarser ones are nought for most words and cost a quarter of what is found. */
export const STEPS = 10;

/** Furthest letters from it: `a` and `z`. */
const MOST = 12;

/**
 * @param rows a row a word: its weight for each competency, in {@link STEPS}
 * @param columns how many competencies there are
 */
export function packSubjects(
  words: readonly string[],
  rows: readonly (readonly number[])[],
  columns: number,
): Pick<Subjects, 'words' | 'columns'> {
  const letter = (weight: number) => String.fromCharCode(NOUGHT + Math.max(-MOST, Math.min(MOST, weight)));
  return {
    words: words.join(' '),
    columns: Array.from({ length: columns }, (_, at) => rows.map((row) => letter(row[at] ?? 0)).join('')),
  };
}

/** The weight of a word in a column, as log odds. */
export function weightAt(column: string, word: number): number {
  return (column.charCodeAt(word) - NOUGHT) / STEPS;
}
