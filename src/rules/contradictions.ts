import type { Span } from '../text/types.js';

/** A figure that another answer may contradict: the same subject must have the same value. */
export interface FigureClaim extends Span {
  /** What is counted, the way it went, the unit, and what it started from; equal for the same thing. */
  readonly subject: string;
  readonly value: number;
  /** Years the answer names: the same team may have another size in another year. */
  readonly years: readonly string[];
}

/** Two claims of one subject, the later of which disagrees with the earlier. */
export interface Contradiction<C extends FigureClaim> {
  readonly claim: C;
  readonly other: C;
}

/** Values of one subject that later claims are compared with: more would make many answers cost their square. */
const MOST_KEPT = 16;

/** Claims that disagree with an earlier one of the same subject; each is told once. */
export function contradictions<C extends FigureClaim>(
  claims: readonly C[],
  same: (a: C, b: C) => boolean,
): Contradiction<C>[] {
  const bySubject = new Map<string, C[]>();
  const found: Contradiction<C>[] = [];
  for (const claim of claims) {
    const before = bySubject.get(claim.subject) ?? [];
    bySubject.set(claim.subject, before);
    const other = before.find((earlier) => !same(earlier, claim) && disagree(earlier, claim));
    if (other !== undefined) found.push({ claim, other });
    // Ten thousand answers may speak of one thing: what they say is told by its first place.
    if (before.length < MOST_KEPT && !before.some(({ value }) => value === claim.value)) before.push(claim);
  }
  return found;
}

function disagree(a: FigureClaim, b: FigureClaim): boolean {
  if (a.value === b.value) return false;
  return a.years.length === 0 || b.years.length === 0 || a.years.some((year) => b.years.includes(year));
}
