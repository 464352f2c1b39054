import type { RuleData } from '../content/types.js';
import type { LanguageCode } from '../text/types.js';
import { KINDS } from './kinds.js';
import { createPhrases, indexPhrases, type PhraseIndex, type Phrases } from './phrase-finder.js';
import type { Rule } from './types.js';
import type { Wording } from './wording.js';

/**
 * Turns the data of rules into rules that can run. The data is valid: it was checked by `schema.ts` when the
 * content was compiled.
 *
 * @param indexOf phrases of these very rules in a language, where the build has written them
 * @throws Error on a kind of check that does not exist
 */
export function parseRules(
  data: readonly RuleData[],
  indexOf?: (language: LanguageCode) => PhraseIndex | null,
): Rule[] {
  return rulesWith(data, createPhrases(indexOf));
}

/** What {@link parseRules} is spared where the build has worked it out. */
export function indexRules(data: readonly RuleData[], language: LanguageCode): PhraseIndex {
  const wordings: Wording[] = [];
  rulesWith(data, {
    add: (wording) => {
      wordings.push(wording);
      return () => [];
    },
  });
  return indexPhrases(wordings, language);
}

function rulesWith(data: readonly RuleData[], phrases: Phrases): Rule[] {
  return data.map((rule) => {
    const { kind: name, ...options } = rule.check;
    const kind = KINDS.find(({ kind }) => kind === name);
    if (kind === undefined) throw new Error(`rule '${rule.id}': no kind of check is called '${name}'`);
    return {
      id: rule.id,
      severity: rule.severity,
      data: rule,
      check: kind.create(options as never, phrases),
    };
  });
}
