import type { RuleData } from '../content/types.js';

/** What a config sets of a rule beside its severity: `allow`, `extra`, limits. Checked by `option-schema.ts`. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** Rules as a config wants them: its options stand in their `check:` blocks. */
export function withOptions(
  rules: readonly RuleData[],
  options: ReadonlyMap<string, RuleOptions>,
): readonly RuleData[] {
  if (options.size === 0) return rules;
  return rules.map((rule) => {
    const own = options.get(rule.id);
    return own === undefined ? rule : { ...rule, check: { ...rule.check, ...own } };
  });
}
