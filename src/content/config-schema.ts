import * as z from 'zod';
import type { LanguageCode } from '../text/types.js';
import { nearest } from './nearest.js';
import { filesFault, ignoreFault, type PatternFault } from './path-patterns.js';
import { FAIL_LEVELS, type FailLevel, RULE_LEVELS, type RuleLevel } from './severities.js';
import { prose } from './text-schema.js';

/** What a config can name depends on the content and on the program around. */
export interface ConfigSchemaOptions {
  /** Rule → the options it takes, as the shape of a zod object. */
  readonly rules: ReadonlyMap<string, Readonly<Record<string, z.ZodType>>>;
  readonly presets: readonly string[];
  /** Languages of the interface. */
  readonly languages: readonly LanguageCode[];
  /** Names of reports; absent: any name will do. */
  readonly formats?: readonly string[] | undefined;
}

/** What a config may say of a rule: a severity, or a map with options. */
export type RuleSetting =
  | RuleLevel
  | { readonly severity?: RuleLevel | undefined; readonly [option: string]: unknown };

export type RuleSettings = Readonly<Record<string, RuleSetting | undefined>>;

/** A value, or several of them. */
export type OneOrMore = string | readonly string[];

export interface OverrideData {
  readonly files: OneOrMore;
  readonly rules?: RuleSettings | undefined;
  readonly role?: string | undefined;
  readonly bank?: OneOrMore | undefined;
}

/** A config file as it is written. */
export interface ConfigData {
  readonly $schema?: string | undefined;
  readonly extends?: OneOrMore | undefined;
  readonly lang?: LanguageCode | undefined;
  readonly role?: string | undefined;
  readonly bank?: OneOrMore | undefined;
  readonly rules?: RuleSettings | undefined;
  readonly overrides?: readonly OverrideData[] | undefined;
  readonly ignore?: OneOrMore | undefined;
  readonly failOn?: FailLevel | undefined;
  readonly maxWarnings?: number | undefined;
  readonly format?: string | undefined;
}

const level = z.enum(RULE_LEVELS);

/** A file beside the config, told from the name of a preset by its beginning. */
const RELATIVE_FILE = /^\.{1,2}\/.*\.(?:yaml|yml|json)$/;

/** Longest pattern of paths, and how many stars it may hold: matchers try all ways to fit them. */
const LONGEST_PATTERN = 200;
const MOST_STARS = 3;
const MOST_DOUBLE_STARS = 2;

/** A config file. It is data: there is nothing in it that could run, and no path it writes to. */
export function configSchema(options: ConfigSchemaOptions): z.ZodType<ConfigData> {
  const { rules: shapes, presets, languages, formats } = options;
  const rules = z.strictObject(
    Object.fromEntries([...shapes].map(([id, shape]) => [id, ruleEntry(shape).optional()])),
  );
  const role = prose;
  const bank = oneOrMore(prose);
  const override = z.strictObject({
    files: oneOrMore(pathPattern.superRefine(neverMatches(filesFault))),
    rules: rules.optional(),
    role: role.optional(),
    bank: bank.optional(),
  });
  return z.strictObject({
    $schema: z.string().optional(),
    extends: oneOrMore(extended(presets)).optional(),
    lang: z.enum([...languages]).optional(),
    role: role.optional(),
    bank: bank.optional(),
    rules: rules.optional(),
    overrides: z.array(override).optional(),
    ignore: oneOrMore(pathPattern.superRefine(neverMatches(ignoreFault))).optional(),
    failOn: z.enum(FAIL_LEVELS).optional(),
    maxWarnings: z.int().min(0).max(1_000_000_000).optional(),
    format: (formats === undefined ? z.string() : z.enum([...formats])).optional(),
  });
}

/** The map comes first: of two ways to be wrong, `validate` tells of the first. */
function ruleEntry(shape: Readonly<Record<string, z.ZodType>>): z.ZodType<RuleSetting> {
  return z.union([z.strictObject({ severity: level.optional(), ...shape }), level]);
}

function oneOrMore<T extends z.ZodType>(one: T) {
  return z.union([z.array(one).min(1), one]);
}

function extended(presets: readonly string[]): z.ZodType<string> {
  const known = [...presets, './….yaml'].join(', ');
  return z
    .string()
    .superRefine((value, context) => {
      if (presets.includes(value) || RELATIVE_FILE.test(value)) return;
      const near = nearest(value, presets);
      context.addIssue(
        near === null
          ? { code: 'custom', message: 'content.not-one-of', params: { known } }
          : { code: 'custom', message: 'content.not-one-of-near', params: { near } },
      );
    })
    .meta({ anyOf: [{ enum: [...presets] }, { pattern: RELATIVE_FILE.source }] });
}

const pathPattern = prose.max(LONGEST_PATTERN).refine(hasFewStars, {
  message: 'content.stars',
  params: { most: MOST_STARS, deep: MOST_DOUBLE_STARS },
});

function neverMatches(faultOf: (pattern: string) => PatternFault) {
  return (pattern: string, context: z.core.$RefinementCtx<string>): void => {
    const fault = faultOf(pattern);
    if (fault === null) return;
    const [key, write] = fault;
    context.addIssue({ code: 'custom', message: `content.path.${key}`, params: { write } });
  };
}

function hasFewStars(pattern: string): boolean {
  const segments = pattern.split('/');
  const stars = (segment: string) => segment.split('*').length - 1;
  const deep = segments.filter((segment) => segment.includes('**')).length;
  return deep <= MOST_DOUBLE_STARS && segments.every((segment) => stars(segment) <= MOST_STARS);
}
