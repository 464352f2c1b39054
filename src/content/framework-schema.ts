import * as z from 'zod';
import { distinct, id, localized, prose, type SchemaOptions } from './text-schema.js';
import type { Framework } from './types.js';

/** One file of `data/frameworks/`. */
export function frameworkSchema(options: SchemaOptions): z.ZodType<Framework> {
  const text = localized(options);
  const heading = prose.refine((words) => words === words.toLowerCase(), 'content.lower-case');
  const share = z.number().gt(0).lt(1);
  const part = z.strictObject({
    id,
    letter: z.string().regex(/^\p{Lu}$/u, 'content.one-letter'),
    colour: z.enum(['blue', 'yellow', 'green', 'magenta', 'cyan', 'red']),
    name: text,
    label: id,
    shows: z.array(id),
    measured: z.boolean(),
    share: z.strictObject({ least: share.optional(), most: share.optional() }).optional(),
    headings: z.strictObject(
      Object.fromEntries(options.languages.map((code) => [code, distinct(heading, null).min(1)])),
    ),
    ask: text,
  });
  return z
    .strictObject({
      id,
      name: text,
      about: text,
      labels: distinct(id, null).min(2),
      neutral: id,
      parts: distinct(part, 'id').min(1),
    })
    .superRefine(({ labels, neutral, parts }, context) => {
      const check = (path: (string | number)[], name: string) => {
        if (!labels.includes(name))
          context.addIssue({
            code: 'custom',
            path,
            message: 'content.stray',
            params: { name, known: labels.join(', ') },
          });
      };
      check(['neutral'], neutral);
      for (const [index, { label, shows }] of parts.entries()) {
        check(['parts', index, 'label'], label);
        for (const [at, shown] of shows.entries()) check(['parts', index, 'shows', at], shown);
      }
    });
}
