import type { EffectiveConfig, Given, GivenRule } from '../../content/config.js';
import type { RuleLevel } from '../../content/severities.js';
import type { RuleData } from '../../content/types.js';

/** A rule as it counts for a file. */
export interface EffectiveRule {
  readonly id: string;
  readonly level: Given<RuleLevel>;
  readonly options: GivenRule['options'];
}

/** A key of the config and what it comes to; null where it is not set and has no default. */
export interface EffectiveValue {
  readonly key: string;
  readonly given: Given<string | number | readonly string[]> | null;
}

const byDefault = <T>(value: T): Given<T> => ({ value, origin: { kind: 'default' } });

/** Every rule with the severity that counts and who said so. */
export function effectiveRules(config: EffectiveConfig, rules: readonly RuleData[]): EffectiveRule[] {
  return rules.map(({ id, severity }) => {
    const given = config.rules.get(id);
    return { id, level: given?.level ?? byDefault<RuleLevel>(severity), options: given?.options ?? {} };
  });
}

/**
 * Every key beside the rules.
 *
 * @param lang the language of the interface, which may come from outside of any config
 */
export function effectiveValues({ values }: EffectiveConfig, lang: Given<string>): EffectiveValue[] {
  const { role, bank, ignore, failOn, maxWarnings, format } = values;
  return [
    { key: 'lang', given: lang },
    { key: 'role', given: role ?? null },
    { key: 'bank', given: bank === undefined ? null : { ...bank, value: bank.value.written } },
    { key: 'ignore', given: ignore ?? null },
    { key: 'failOn', given: failOn ?? byDefault('error') },
    { key: 'maxWarnings', given: maxWarnings ?? null },
    { key: 'format', given: format ?? byDefault('stylish') },
  ];
}
