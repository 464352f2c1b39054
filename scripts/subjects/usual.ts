/** An answer of the corpus read as one to a question of a bank. */
export interface Pair {
  /** First competency of the question. */
  readonly first: string;
  /** What `fitOf` gives without what is usual. */
  readonly odds: number;
  /** True where the question is its own. */
  readonly own: boolean;
  readonly good: boolean;
}

/**
 * Share of good answers to their own question that may be reported: a little less than the hundredth that is aimed at,
 * since a limit set on some answers lets more of others below it.
 */
export const MOST_WRONG = 0.008;

/** So many pairs as usual as all are added to the own ones of a competency: some have few, or none. */
const ADDED = 20;

/**
 * What is usual for a competency, so that nought is halfway between answers to other questions and to their own:
 * stories of a decision share fewer words than those of a quarrel. How many own answers there are must not shift it, or
 * whoever is asked what the corpus seldom asks is reported sooner. What no question of the banks asks for first has
 * what is usual for all.
 */
export function usualOf(pairs: readonly Pair[], competencies: readonly string[]): Record<string, number> {
  const others = pairs.filter(({ own }) => !own);
  const elsewhere = new Map(
    competencies.map((name) => {
      const these = others.filter(({ first }) => first === name);
      return [name, mean((these.length > 0 ? these : others).map(oddsOf))];
    }),
  );
  const above = pairs
    .filter(({ own }) => own)
    .map(({ first, odds }) => ({ first, distance: odds - (elsewhere.get(first) ?? 0) }));
  const ofAll = mean(above.map(({ distance }) => distance));
  return Object.fromEntries(
    [...elsewhere].map(([name, odds]) => {
      const own = above.filter(({ first }) => first === name).map(({ distance }) => distance);
      const distance = mean([...own, ...Array.from({ length: ADDED }, () => ofAll)]);
      return [name, rounded(odds + distance / 2)];
    }),
  );
}

/**
 * The odds below which an answer is reported.
 *
 * @param pairs their odds without what is usual, all from answers that were not seen by what judges them
 */
export function limitOf(pairs: readonly Pair[]): number {
  const own = pairs
    .filter((pair) => pair.own && pair.good)
    .map(oddsOf)
    .sort((a, b) => a - b);
  return Math.floor((own[Math.floor(own.length * MOST_WRONG)] ?? 0) * 100) / 100;
}

function oddsOf({ odds }: Pair): number {
  return odds;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(odds: number): number {
  return Math.round(odds * 100) / 100;
}
