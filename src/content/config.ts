import type { LanguageCode } from '../text/types.js';
import type { FailLevel, RuleLevel } from './severities.js';
import type { Bank } from './types.js';

/** Where a value comes from. */
export type Origin =
  | { readonly kind: 'default' }
  | { readonly kind: 'preset'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string; readonly line: number; readonly column: number }
  /** `name` as typed: `--rule`. */
  | { readonly kind: 'option'; readonly name: string }
  /** A variable, for the language. */
  | { readonly kind: 'environment'; readonly name: string };

/** A value that knows who said so. */
export interface Given<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The banks a config names. */
export interface GivenBanks {
  /** As written, relative to the file that names them. */
  readonly written: readonly string[];
  /** Absolute. */
  readonly paths: readonly string[];
  readonly banks: readonly Bank[];
}

/** What a config says beside its rules. */
export interface ConfigValues {
  readonly lang: LanguageCode;
  readonly role: string;
  readonly bank: GivenBanks;
  readonly ignore: readonly string[];
  readonly failOn: FailLevel;
  readonly maxWarnings: number;
  readonly format: string;
}

export type GivenValues = { readonly [Name in keyof ConfigValues]?: Given<ConfigValues[Name]> };

/** What is said of one rule. */
export interface GivenRule {
  readonly level?: Given<RuleLevel>;
  /** `allow`, `extra`, limits. */
  readonly options: Readonly<Record<string, Given<unknown>>>;
}

/** What one place says: a preset, the body of a file, one of its overrides, the command line. */
export interface Layer {
  /** Patterns of the files it is for; null: all files. */
  readonly files: readonly string[] | null;
  readonly values: GivenValues;
  readonly rules: Readonly<Record<string, GivenRule>>;
}

/** All layers of a file in one. */
export interface EffectiveConfig {
  readonly values: GivenValues;
  /** Rules that any layer speaks of. */
  readonly rules: ReadonlyMap<string, GivenRule>;
}

/**
 * Lays layers over each other: the later one wins, value by value. Lists take each other's place, they are
 * not joined; of a rule, its severity and each of its options count one by one.
 */
export function mergeLayers(layers: readonly Layer[]): EffectiveConfig {
  const rules = new Map<string, GivenRule>();
  let values: GivenValues = {};
  for (const layer of layers) {
    values = { ...values, ...layer.values };
    for (const [id, { level, options }] of Object.entries(layer.rules)) {
      const before = rules.get(id);
      const said = level ?? before?.level;
      rules.set(id, {
        ...(said === undefined ? {} : { level: said }),
        options: { ...before?.options, ...options },
      });
    }
  }
  return { values, rules };
}
