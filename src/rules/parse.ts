import type { RuleData } from '../content/types.js';
import { KINDS } from './kinds.js';
import { createPhrases } from './phrase-finder.js';
import type { Rule } from './types.js';

/**
 * Turns the data of rules into rules that can run. The data is valid: it was checked by `schema.ts` when the
 * content was compiled.
 *
 * @throws Error on a kind of check that does not exist
 */
export function parseRules(data: readonly RuleData[]): Rule[] {
  const phrases = createPhrases();
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
