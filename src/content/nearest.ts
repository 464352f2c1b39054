import { distance } from 'fastest-levenshtein';

/**
 * The known name a mistyped one was probably meant to be: at most a third of its letters differ, and never
 * more than three; two letters that changed places are one slip. Case does not count.
 *
 * @returns null where nothing is near; the first of equals
 */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > 100) return null;
  const wanted = name.toLowerCase();
  let best: string | null = null;
  let least = Math.min(3, Math.max(1, Math.floor(name.length / 3))) + 1;
  for (const candidate of known) {
    const far = slips(wanted, candidate.toLowerCase());
    if (far < least) {
      best = candidate;
      least = far;
    }
  }
  return best;
}

function slips(a: string, b: string): number {
  const far = distance(a, b);
  const isSwap = far === 2 && [...a].sort().join('') === [...b].sort().join('');
  return isSwap ? 1 : far;
}
