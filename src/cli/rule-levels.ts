import { RULE_LEVELS } from '../answers/settings.js';
import type { RuleLevel } from '../content/config.js';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';

export interface RuleFlags {
  /** `name:severity`. */
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
}

/**
 * The levels that `--rule name:severity` and `--skip name` ask for.
 *
 * @throws InputError on a severity or a rule that does not exist
 */
export function ruleLevels(
  { rule = [], skip = [] }: RuleFlags,
  known: readonly string[],
  t: Translate,
): Map<string, RuleLevel> {
  const levels = new Map<string, RuleLevel>();
  for (const value of rule) {
    const colon = value.lastIndexOf(':');
    const level = value.slice(colon + 1);
    if (colon < 0 || !RULE_LEVELS.includes(level))
      throw new InputError(
        t('lint.bad-rule-option', { value: visibleLine(value), levels: RULE_LEVELS.join(', ') }),
      );
    levels.set(knownRule(value.slice(0, colon), known, t), level as RuleLevel);
  }
  for (const id of skip) levels.set(knownRule(id, known, t), 'off');
  return levels;
}

/** @throws InputError, with a name that is near, on one that no rule has */
export function knownRule(id: string, known: readonly string[], t: Translate): string {
  if (known.includes(id)) return id;
  const near = nearest(id, known);
  throw new InputError(t('lint.no-such-rule', { rule: visibleLine(id) }), {
    advice: near === null ? t('lint.list-rules') : t('lint.did-you-mean', { near }),
  });
}
