import type { Severity } from './types.js';

/** How grave a finding may be, the gravest first. */
export const SEVERITIES = ['error', 'warn', 'info'] as const satisfies readonly Severity[];

/** What a config, a file or a flag may make of a rule. */
export const RULE_LEVELS = [...SEVERITIES, 'off'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** Severities from which on a run may be told to fail; `never`: whatever is found. */
export const FAIL_LEVELS = [...SEVERITIES, 'never'] as const;
export type FailLevel = (typeof FAIL_LEVELS)[number];

/** Whether a word of a file or of the command line is a level of a rule. */
export function isRuleLevel(word: string): word is RuleLevel {
  return (RULE_LEVELS as readonly string[]).includes(word);
}

const RANKS: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

/** Order of severities, the gravest first: negative where the first is the graver one. */
export function bySeverity(one: Severity, other: Severity): number {
  return RANKS[one] - RANKS[other];
}

/** Whether a finding of a severity makes a run fail. */
export function fails(severity: Severity, from: FailLevel): boolean {
  return from !== 'never' && bySeverity(severity, from) <= 0;
}
