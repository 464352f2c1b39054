import type { RuleData } from '../content/types.js';
import { KINDS } from './kinds.js';
import type { Settable } from './types.js';

/** An option that a rule takes in a config beside its severity. */
export interface SettableOption {
  readonly name: string;
  /** What it is by itself; absent where the option adds to what the rule has. */
  readonly byDefault?: unknown;
}

/** What the kind of a rule lets a user set. */
export const settableOf = (rule: RuleData): Settable =>
  KINDS.find(({ kind }) => kind === rule.check.kind)?.settable ?? {};

/** The options of a rule: `allow`, `extra` where its kind has them, and what its own `check:` block has of the keys. */
export function settableOptions(rule: RuleData): readonly SettableOption[] {
  const { allow, extra, keys = [] } = settableOf(rule);
  return [
    ...(allow === undefined ? [] : [{ name: 'allow' }]),
    ...(extra === undefined ? [] : [{ name: 'extra' }]),
    ...keys
      .filter((name) => rule.check[name] !== undefined)
      .map((name) => ({ name, byDefault: rule.check[name] })),
  ];
}
