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

/** Share of good answers to their own question that may be reported; texts that may not lower it further. */
export const MOST_WRONG = 0.01;

/**
 * What is usual for a competency, so that nought is where own and other questions are equally likely: stories of a
 * decision share fewer words than those of a quarrel.
 */
export function usualOf(pairs: readonly Pair[]): Record<string, number> {
  const others = pairs.filter(({ own }) => !own).length;
  const weight = (pairs.length - others) / others;
  const usual: Record<string, number> = {};
  for (const first of [...new Set(pairs.map((pair) => pair.first))].sort()) {
    const these = pairs.filter((pair) => pair.first === first);
    let [low, high] = [-6, 6];
    for (let i = 0; i < 30; i++) {
      const middle = (low + high) / 2;
      let slope = middle;
      for (const { odds, own } of these)
        slope += (own ? 1 : 0) - (own ? 1 : weight) / (1 + Math.exp(middle - odds));
      if (slope > 0) high = middle;
      else low = middle;
    }
    usual[first] = Math.round(((low + high) / 2) * 100) / 100;
  }
  return usual;
}

/** The odds below which an answer is reported. */
export function limitOf(pairs: readonly Pair[], usual: Readonly<Record<string, number>>): number {
  const own = pairs
    .filter((pair) => pair.own && pair.good)
    .map(({ odds, first }) => odds - (usual[first] ?? 0))
    .sort((a, b) => a - b);
  return Math.round((own[Math.floor(own.length * MOST_WRONG)] ?? 0) * 100) / 100;
}
