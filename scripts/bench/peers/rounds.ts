/**
 * How often each command is run: at least once, and more often, the cheap ones first, as long as there is time.
 *
 * @param seconds what one run of each takes
 * @param limit `seconds` for all runs together, the first ones among them, and the `most` of one command
 */
export function plannedRuns(
  seconds: readonly number[],
  limit: { readonly seconds: number; readonly most: number },
): number[] {
  const runs = seconds.map(() => 1);
  let spent = seconds.reduce((sum, one) => sum + one, 0);
  const cheapFirst = seconds.map((_, index) => index).sort((a, b) => (seconds[a] ?? 0) - (seconds[b] ?? 0));
  for (let wanted = 2; wanted <= limit.most; wanted++)
    for (const index of cheapFirst) {
      const one = seconds[index] ?? 0;
      if (runs[index] !== wanted - 1 || spent + one > limit.seconds) continue;
      runs[index] = wanted;
      spent += one;
    }
  return runs;
}

/**
 * Rounds by turns: which commands run in each, those with fewer runs spread over all rounds.
 *
 * @param runs how often each command is run
 */
export function rounds(runs: readonly number[]): number[][] {
  const count = Math.max(0, ...runs);
  return Array.from({ length: count }, (_, round) =>
    runs.flatMap((times, index) =>
      Math.floor(((round + 1) * times) / count) > Math.floor((round * times) / count) ? [index] : [],
    ),
  );
}
