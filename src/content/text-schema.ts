import * as z from 'zod';
import type { LanguageCode } from '../text/types.js';
import type { Localized } from './types.js';
import { unsafeAt } from './visible.js';

/** Whose content is checked: what ships is complete, a user's own may leave out what has a sensible default. */
export interface SchemaOptions {
  /** Languages a text may be in. */
  readonly languages: readonly LanguageCode[];
  /** True for a user's own file: one language is enough, the others are filled in from it. */
  readonly own: boolean;
}

/*
 * A message that starts with `content.` is the key of a text; `validate` puts it in the reader's language.
 */

/** Text for people: something in it, nothing a terminal would act on. */
export const prose = z
  .string()
  .regex(/\S/, 'content.blank')
  .refine((text) => unsafeAt(text) < 0, 'content.control-character');

/** Name in kebab case: `sm-churn-2`. */
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'content.kebab-case');

/** A text in the languages of the content. */
export function localized({ languages, own }: SchemaOptions): z.ZodType<Localized> {
  if (!own) return z.strictObject(Object.fromEntries(languages.map((code) => [code, prose])));
  return z
    .strictObject(Object.fromEntries(languages.map((code) => [code, prose.optional()])), {
      error: ({ code, input }) =>
        code === 'invalid_type' && typeof input === 'string' ? 'content.without-language' : undefined,
    })
    .refine((texts) => Object.keys(texts).length > 0, 'content.no-language')
    .transform((texts) => {
      const given = Object.values(texts).find((text) => text !== undefined) ?? '';
      return Object.fromEntries(languages.map((code) => [code, texts[code] ?? given]));
    });
}

/**
 * A list in which no two entries share a name. Runs on entries that are wrong elsewhere too, so that a
 * reader learns of everything at once.
 *
 * @param key where an entry keeps its name; null where the entry is the name
 */
export function distinct<T extends z.ZodType>(entry: T, key: string | null): z.ZodArray<T> {
  return z.array(entry).superRefine(
    (entries: readonly unknown[], context) => {
      const seen = new Set<unknown>();
      for (const [index, each] of entries.entries()) {
        const name = key === null ? each : (each as Record<string, unknown> | null)?.[key];
        if (typeof name !== 'string') continue;
        const path = key === null ? [index] : [index, key];
        if (seen.has(name))
          context.addIssue({ code: 'custom', path, message: 'content.twice', params: { name } });
        seen.add(name);
      }
    },
    { when: ({ value }) => Array.isArray(value) },
  );
}
