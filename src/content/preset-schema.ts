import * as z from 'zod';
import { RULE_LEVELS, type RuleLevel, SEVERITIES } from './severities.js';
import { id, localized, type SchemaOptions } from './text-schema.js';
import type { Localized, RuleData, Severity } from './types.js';

const severity = z.enum(SEVERITIES);
const level = z.enum(RULE_LEVELS);

/** One file of `data/presets/`: what a config may name in `extends`. */
export interface PresetSource {
  readonly name: string;
  readonly about: Localized;
  /** Severity a rule ships with → severity here; one that is not named stays. */
  readonly severities: Readonly<Partial<Record<Severity, Severity | undefined>>>;
  /** Single rules, above `severities`. */
  readonly rules: Readonly<Record<string, RuleLevel | undefined>>;
}

/** @param rules ids of all rules; null: not all are known */
export function presetSchema(
  options: SchemaOptions,
  rules: readonly string[] | null,
): z.ZodType<PresetSource> {
  return z.strictObject({
    name: id,
    about: localized(options),
    severities: z.partialRecord(severity, severity),
    rules:
      rules === null
        ? z.record(id, level)
        : z.strictObject(Object.fromEntries(rules.map((rule) => [rule, level.optional()]))),
  });
}

/** The severity of every rule under a preset. */
export function presetLevels(
  { severities, rules: single }: PresetSource,
  rules: readonly Pick<RuleData, 'id' | 'severity'>[],
): Record<string, RuleLevel> {
  return Object.fromEntries(
    rules.map(({ id, severity }) => [id, single[id] ?? severities[severity] ?? severity]),
  );
}
