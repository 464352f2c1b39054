import * as z from 'zod';
import { distinct, id, localized, prose, type SchemaOptions } from './text-schema.js';
import type { Localized } from './types.js';

export interface GuideSchemaOptions extends SchemaOptions {
  /** Roles there are banks for; null: not all are known. */
  readonly roles: readonly string[] | null;
  /** Ids of all questions of all banks; null: not all are known. */
  readonly questions: readonly string[] | null;
}

/** What a guide says to one of its roles only; null: to all of them. */
interface Addressed {
  readonly only: string | null;
}

/** A file of `data/guides/` as it is written: one topic, for one role or for several at once. */
export interface GuideSource {
  readonly topic: string;
  /** Place among the guides of a role; lower ones come first. */
  readonly order: number;
  readonly roles: readonly string[];
  readonly title: Localized;
  readonly aim: Localized;
  readonly who: Localized | null;
  readonly time: Localized | null;
  readonly facts: readonly (Addressed & { readonly text: Localized; readonly year: number | null })[];
  readonly sections: readonly (Addressed & {
    readonly title: Localized;
    readonly ordered: boolean;
    readonly points: readonly (Addressed & { readonly text: Localized })[];
  })[];
  /** Ids of questions; each role sees those of its own bank. */
  readonly questions: readonly string[];
  readonly faults: readonly (Addressed & {
    readonly fault: Localized;
    readonly bad: Localized;
    readonly good: Localized;
  })[];
  readonly checklist: readonly (Addressed & { readonly id: string; readonly text: Localized })[];
}

/** One file of `data/guides/`. Texts of lists stand beside their keys: `- { en: …, ru: …, only: role }`. */
export function guideSchema(options: GuideSchemaOptions): z.ZodType<GuideSource> {
  const { languages } = options;
  const role = options.roles === null ? id : z.enum(options.roles);
  const question = options.questions === null ? id : z.enum(options.questions);
  const text = localized(options);
  const only = role.nullable().default(null);
  const texts = Object.fromEntries(languages.map((code) => [code, prose]));
  const textOf = (entry: Readonly<Record<string, unknown>>): Localized =>
    Object.fromEntries(languages.map((code) => [code, String(entry[code])]));
  const point = z
    .strictObject({ ...texts, only })
    .transform((entry) => ({ only: entry.only as string | null, text: textOf(entry) }));
  const fact = z
    .strictObject({ ...texts, only, year: z.int().nullable().default(null) })
    .transform((entry) => ({
      only: entry.only as string | null,
      year: entry.year as number | null,
      text: textOf(entry),
    }));
  const item = z.strictObject({ ...texts, only, id }).transform((entry) => ({
    only: entry.only as string | null,
    id: entry.id as string,
    text: textOf(entry),
  }));
  return z.strictObject({
    topic: id,
    order: z.int(),
    roles: distinct(role, null).min(1),
    title: text,
    aim: text,
    who: text.nullable().default(null),
    time: text.nullable().default(null),
    facts: z.array(fact).default([]),
    sections: z
      .array(
        z.strictObject({
          title: text,
          only,
          ordered: z.boolean().default(false),
          points: z.array(point).min(1),
        }),
      )
      .min(1),
    questions: distinct(question, null).default([]),
    faults: z.array(z.strictObject({ fault: text, bad: text, good: text, only })).default([]),
    checklist: distinct(item, 'id').min(1),
  });
}
