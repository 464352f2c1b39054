import * as z from 'zod';
import { KINDS } from './interview.js';
import type { MessageValues } from './messages.js';
import { distinct, id, localized, prose, type SchemaOptions } from './text-schema.js';
import type { Framework } from './types.js';

/** Name of a feature of the reader, as the weights call it: `cue:plan`, `change-with-figure`. */
const FEATURE = /^[a-z]+(?:-[a-z]+)*(?::[a-z]+(?:-[a-z]+)*)*$/;

/**
 * One file of `data/frameworks/`. What is left out has the plainest value: a part is its own label, and the
 * labels are those of the parts with a neutral one after them.
 */
export function frameworkSchema(options: SchemaOptions): z.ZodType<Framework> {
  const text = localized(options);
  const heading = prose.refine((words) => words === words.toLowerCase(), 'content.lower-case');
  const share = z.number().gt(0).lt(1);
  const ids = distinct(id, null);
  const features = distinct(z.string().regex(FEATURE, 'content.kebab-case'), null);
  const perLanguage = <T extends z.ZodType>(each: T) =>
    z.strictObject(Object.fromEntries(options.languages.map((code) => [code, each])));
  const cue = z
    .strictObject({
      id,
      weight: z.enum(['strong', 'weak']).default('strong'),
      about: text,
      patterns: perLanguage(distinct(prose, null)),
      examples: perLanguage(z.strictObject({ yes: z.array(prose), no: z.array(prose) })),
    })
    .transform(({ examples, ...compiled }) => compiled);
  const part = z
    .strictObject({
      id,
      letter: z.string().regex(/^\p{Lu}$/u, 'content.one-letter'),
      colour: z.enum(['blue', 'yellow', 'green', 'magenta', 'cyan', 'red']),
      name: text,
      label: id.optional(),
      shows: z.array(id).default([]),
      measured: z.boolean().default(false),
      targets: z.boolean().default(false),
      optional: z.boolean().default(false),
      brief: z.boolean().default(false),
      share: z.strictObject({ least: share.optional(), most: share.optional() }).optional(),
      headings: perLanguage(distinct(heading, null).min(1)),
      ask: text,
      like: id.nullable().default(null),
      cues: z.array(cue).default([]),
      uses: z
        .strictObject({ strong: features.default([]), weak: features.default([]) })
        .default({ strong: [], weak: [] }),
    })
    .transform((read) => ({ ...read, label: read.label ?? read.id }));
  return z
    .strictObject({
      id,
      name: text,
      about: text,
      labels: ids.min(2).optional(),
      neutral: id.default('other'),
      weights: z.enum(['fitted', 'cues']).default('cues'),
      like: id.nullable().default(null),
      kind: z.enum(KINDS).nullable().default('behavioral'),
      spoken: z.boolean().default(true),
      rules: z
        .strictObject({ with: ids.default([]), without: ids.default([]) })
        .default({ with: [], without: [] }),
      neededFirst: ids.default([]),
      parts: distinct(part, 'id').min(1),
    })
    .transform((read) => ({
      ...read,
      labels: read.labels ?? [...read.parts.map(({ label }) => label), read.neutral],
    }))
    .superRefine(checkNames);
}

/** Labels that parts name are among those of the framework; letters and cues are of one part each. */
function checkNames(
  { labels, neutral, parts, neededFirst }: Pick<Framework, 'labels' | 'neutral' | 'parts' | 'neededFirst'>,
  context: z.RefinementCtx,
): void {
  const report = (path: readonly (string | number)[], message: string, params: MessageValues) =>
    context.addIssue({ code: 'custom', path: [...path], message, params });
  const known = (path: readonly (string | number)[], name: string) => {
    if (!labels.includes(name)) report(path, 'content.stray', { name, known: labels.join(', ') });
  };
  const letters = new Set<string>();
  const cues = new Set<string>();
  const once = (seen: Set<string>, path: readonly (string | number)[], name: string) => {
    if (seen.has(name)) report(path, 'content.twice', { name });
    seen.add(name);
  };
  known(['neutral'], neutral);
  const partIds = parts.map(({ id }) => id);
  for (const [at, name] of neededFirst.entries())
    if (!partIds.includes(name))
      report(['neededFirst', at], 'content.stray', { name, known: partIds.join(', ') });
  for (const [index, part] of parts.entries()) {
    known(['parts', index, 'label'], part.label);
    for (const [at, shown] of part.shows.entries()) known(['parts', index, 'shows', at], shown);
    once(letters, ['parts', index, 'letter'], part.letter);
    for (const [at, { id }] of part.cues.entries()) once(cues, ['parts', index, 'cues', at, 'id'], id);
  }
}
