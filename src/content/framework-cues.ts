import type { Cue, Framework, LanguageModel } from './types.js';

/** The cues that a reader of a framework knows: those of the language, and after them the framework's own. */
export function cuesOf(framework: Framework, { code, cues }: Pick<LanguageModel, 'code' | 'cues'>): Cue[] {
  const own = framework.parts.flatMap((part) =>
    part.cues.map(({ id, about, patterns }) => ({ id, about, patterns: patterns[code] ?? [] })),
  );
  return [...cues, ...own];
}
