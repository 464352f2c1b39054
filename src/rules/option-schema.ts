import * as z from 'zod';
import type { RuleData } from '../content/types.js';
import { type Element, readElements } from '../text/pattern-elements.js';
import { patternFault } from '../text/pattern-faults.js';
import { KINDS } from './kinds.js';
import { checkSchema } from './schema.js';
import type { Settable } from './types.js';

// Loaded where a config of the user's is read, and where its schema is shown.

/** Longest phrase of a user's own; longer ones are no phrases. */
const LONGEST = 200;

const MOST_GAPS = 3;
const WIDEST_GAP = 20;
/** The widest gaps alone are under it. */
const MOST_WAYS = 10_000;

const plainText = z.string().regex(/\S/, 'content.blank').max(LONGEST);

const pattern = plainText.superRefine((value, context) => {
  const fault = patternFault(value);
  if (fault !== null) context.addIssue({ code: 'custom', message: `content.pattern.${fault}` });
  // Gaps, words that may be left out and phrases in brackets multiply the ways a pattern may fit, and a config may
  // come from anybody.
  const gaps = value.split(' ').filter((element) => element.startsWith('..'));
  if (gaps.length > MOST_GAPS || gaps.some((gap) => Number(gap.slice(2)) > WIDEST_GAP))
    context.addIssue({
      code: 'custom',
      message: 'content.pattern-gaps',
      params: { most: MOST_GAPS, widest: WIDEST_GAP },
    });
  else if (
    fault === null &&
    readElements(value).reduce((ways, element) => ways * waysOf(element), 1) > MOST_WAYS
  )
    context.addIssue({ code: 'custom', message: 'content.pattern-ways', params: { most: MOST_WAYS } });
});

/** In how many ways an element may go on from a token: words of which one fits go on in one. */
function waysOf(element: Element): number {
  if (element.kind === 'gap') return element.most + 1;
  if (element.kind === 'end') return 1;
  const { alternatives, single, optional } = element;
  return (single ? 1 : alternatives.length) + (optional ? 1 : 0);
}

const texts = (form: 'patterns' | 'text') => z.array(form === 'patterns' ? pattern : plainText).min(1);

/**
 * The options a rule takes in a config, as the shape of a zod object: `allow`, `extra` where its kind has
 * them, and the keys of its own `check:` block that its kind lets a user set.
 */
export function optionsOf(rule: RuleData): Record<string, z.ZodType> {
  const settable: Settable = KINDS.find(({ kind }) => kind === rule.check.kind)?.settable ?? {};
  const shape: Record<string, z.ZodType> = {};
  if (settable.allow !== undefined) shape.allow = texts(settable.allow).optional();
  if (settable.extra !== undefined) shape.extra = texts(settable.extra).optional();
  const block = checkSchema.options.find((option) => option.shape.kind.value === rule.check.kind)?.shape;
  for (const name of settable.keys ?? []) {
    const limit = (block as Readonly<Record<string, z.ZodType>> | undefined)?.[name];
    if (limit !== undefined && rule.check[name] !== undefined) shape[name] = z.optional(limit);
  }
  return shape;
}
