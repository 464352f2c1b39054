import { weightAt } from '../content/packed-subjects.js';
import type { Subjects } from '../content/types.js';
import { oncePer } from '../text/once-per.js';
import type { Token } from '../text/types.js';

/** Weights are counted per root of the words: what a long answer says twice as often is not twice as sure. */
export const SCALE = 8;

/** Words of an answer, each once; figures belong to no subject. */
export function wordsOf(tokens: readonly Token[]): string[] {
  const stems = tokens.flatMap(({ word }) => (word === null || /^\d/.test(word.stem) ? [] : [word.stem]));
  return [...new Set(stems)];
}

/** Word → its place among the weights. */
const placesOf = oncePer(
  ({ words }: Subjects): ReadonlyMap<string, number> =>
    new Map(words.split(' ').map((word, at) => [word, at])),
);

/** For each competency how much the words speak for it, in log odds over any answer. */
export function oddsOf(words: readonly string[], subjects: Subjects): Map<string, number> {
  const known = placesOf(subjects);
  const found = words.flatMap((word) => known.get(word) ?? []);
  const scale = SCALE / Math.sqrt(Math.max(1, words.length));
  return new Map(
    subjects.competencies.map((name, at) => {
      const column = subjects.columns[at] ?? '';
      return [name, scale * found.reduce((sum, word) => sum + weightAt(column, word), 0)];
    }),
  );
}

/** How much speaks for an answer being one to a question. */
export interface Fit {
  /** Log odds: the question's competencies against the likeliest other one, and its criteria. */
  readonly odds: number;
  /** Those other competencies, the likeliest first. */
  readonly others: readonly { readonly name: string; readonly odds: number }[];
  /** The first competency of the question of which anything is known. */
  readonly first: string;
}

/**
 * @param asked competencies of the question, the most important first
 * @param criteria how many criteria of the question the answer mentions
 * @returns null where nothing is known of any of the competencies
 */
export function fitOf(
  odds: ReadonlyMap<string, number>,
  asked: readonly string[],
  criteria: number,
  { usual }: Pick<Subjects, 'usual'>,
): Fit | null {
  const known = asked.filter((name) => odds.has(name));
  const first = known[0];
  if (first === undefined) return null;
  const others = [...odds]
    .filter(([name]) => !known.includes(name))
    .map(([name, value]) => ({ name, odds: value }))
    .sort((a, b) => b.odds - a.odds);
  const most = others[0]?.odds ?? -Infinity;
  const mean = known.reduce((sum, name) => sum + (odds.get(name) ?? 0), 0) / known.length;
  return {
    odds:
      OF_FIRST * (odds.get(first) ?? 0) +
      OF_ALL * mean -
      OF_OTHER * most +
      OF_CRITERIA * criteria -
      (usual[first] ?? 0),
    others,
    first,
  };
}

/** Found by a regression over answers to their own and to other questions; the same in both languages. */
const OF_FIRST = 0.4;
const OF_ALL = 1.2;
const OF_OTHER = 0.8;
const OF_CRITERIA = 0.5;
