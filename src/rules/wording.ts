import { type PatternSet, patternSet } from '../text/patterns.js';
import type { LanguageCode } from '../text/types.js';

/** Patterns of `src/text/patterns.ts` per language of the answer. */
export type Wording = Readonly<Record<LanguageCode, readonly string[]>>;

const NONE: readonly string[] = [];

/** The patterns of a wording in a language; none where it has none. */
export function patternsOf(wording: Wording, language: LanguageCode): PatternSet {
  return patternSet(wording[language] ?? NONE);
}
