import { compilePatterns, type PatternSet } from '../text/patterns.js';
import type { LanguageCode } from '../text/types.js';

/** Patterns of `src/text/patterns.ts` per language of the answer. */
export type Wording = Readonly<Record<LanguageCode, readonly string[]>>;

const compiled = new WeakMap<Wording, Map<LanguageCode, PatternSet>>();

/** The patterns of a wording in a language, compiled when they are first asked for; none where it has none. */
export function patternsOf(wording: Wording, language: LanguageCode): PatternSet {
  const sets = compiled.get(wording) ?? new Map<LanguageCode, PatternSet>();
  compiled.set(wording, sets);
  let set = sets.get(language);
  if (set === undefined) {
    set = compilePatterns(wording[language] ?? []);
    sets.set(language, set);
  }
  return set;
}
