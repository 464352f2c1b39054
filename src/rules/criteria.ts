import type { Criterion } from '../content/types.js';
import { compilePatterns, matchPatterns, type PatternSet } from '../text/patterns.js';
import type { Document, Span } from '../text/types.js';

/** Criterion → language → its cues; a criterion is read anew where its bank is. */
const compiled = new WeakMap<Criterion, Map<string, PatternSet>>();

/** True where one of the criterion's patterns fits a clause of the answer. */
export function touches(document: Document, criterion: Criterion): boolean {
  const patterns = patternsOf(document, criterion);
  return document.sentences.some(({ clauses }) =>
    clauses.some(({ tokens }) => matchPatterns(patterns, tokens).length > 0),
  );
}

/** The clause that first touches a criterion, in UTF-16 offsets into the answer; null where none does. */
export function whereTouched(document: Document, criterion: Criterion): Span | null {
  const patterns = patternsOf(document, criterion);
  for (const { clauses } of document.sentences)
    for (const { start, end, tokens } of clauses)
      if (matchPatterns(patterns, tokens).length > 0) return { start, end };
  return null;
}

function patternsOf(document: Document, criterion: Criterion): PatternSet {
  const language = document.language ?? '';
  const sets = compiled.get(criterion) ?? new Map<string, PatternSet>();
  compiled.set(criterion, sets);
  let set = sets.get(language);
  if (set === undefined) {
    set = compilePatterns(criterion.cues[language] ?? []);
    sets.set(language, set);
  }
  return set;
}

/** Id of a criterion → whether the answer touches it. */
export function touchedCriteria(
  document: Document,
  criteria: readonly Criterion[],
): Readonly<Record<string, boolean>> {
  return Object.fromEntries(criteria.map((criterion) => [criterion.id, touches(document, criterion)]));
}
