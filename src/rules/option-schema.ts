import * as z from 'zod';
import type { RuleData } from '../content/types.js';
import { ownPatternFault } from '../text/own-patterns.js';
import { checkSchema } from './schema.js';
import { settableOf, settableOptions } from './settable.js';

// Loaded where a config of the user's is read, and where its schema is shown.

/** Longest phrase of a user's own; longer ones are no phrases. */
const LONGEST = 200;

const plainText = z.string().regex(/\S/, 'content.blank').max(LONGEST);

const pattern = plainText.superRefine((value, context) => {
  const found = ownPatternFault(value);
  if (found === null) return;
  context.addIssue({ code: 'custom', message: `content.pattern.${found.fault}`, params: found.values });
});

const texts = (form: 'patterns' | 'text') => z.array(form === 'patterns' ? pattern : plainText).min(1);

/** The options a rule takes in a config, as the shape of a zod object. */
export function optionsOf(rule: RuleData): Record<string, z.ZodType> {
  const { allow, extra } = settableOf(rule);
  const shape: Record<string, z.ZodType> = {};
  if (allow !== undefined) shape.allow = texts(allow).optional();
  if (extra !== undefined) shape.extra = texts(extra).optional();
  const block = checkSchema.options.find((option) => option.shape.kind.value === rule.check.kind)?.shape;
  for (const { name } of settableOptions(rule)) {
    const limit = (block as Readonly<Record<string, z.ZodType>> | undefined)?.[name];
    if (limit !== undefined) shape[name] = z.optional(limit);
  }
  return shape;
}
