import type { RuleData } from '../../content/types.js';
import { settableOptions } from '../../rules/settable.js';
import type { CommandContext } from '../context.js';

/** What a config can set for a rule beside its severity, in words, with what it is by itself. */
export function optionLines(rule: RuleData, t: CommandContext['t']): string[] {
  return settableOptions(rule).map(({ name, byDefault }) => {
    const about = `${name}: ${t(`schema.option.${name}`)}`;
    return byDefault === undefined ? about : t('rules.by-default', { about, value: String(byDefault) });
  });
}
