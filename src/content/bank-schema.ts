import * as z from 'zod';
import { KINDS, LEVELS, STAGES } from './interview.js';
import { distinct, id, localized, prose, type SchemaOptions } from './text-schema.js';
import type { Bank, Numbers } from './types.js';

const NUMBERS = ['required', 'welcome', 'none'] as const satisfies readonly Numbers[];

/** A label a sentence, and a second one after it where the sentence carries two: `S S TA A R O`. */
const SENTENCE_LABELS = /^[A-Z]{1,2}(?: [A-Z]{1,2})*$/;

export interface BankSchemaOptions extends SchemaOptions {
  /** Ids of the frameworks there are, each with the ids of its parts; null: not all are known. */
  readonly frameworks: Readonly<Record<string, readonly string[]>> | null;
  /** Names of rules that samples may expect; absent: any; reading the samples reports those that do not exist. */
  readonly rules?: readonly string[];
}

/** One file of `data/banks/`, or a bank of the user's own. */
export function bankSchema(options: BankSchemaOptions): z.ZodType<Bank> {
  const { languages, frameworks, rules, own } = options;
  const text = localized(options);
  const patterns = z.array(prose).min(1);
  const cues = z.strictObject(
    Object.fromEntries(languages.map((code) => [code, own ? orNone(patterns) : patterns])),
  );
  const criterion = z.strictObject({
    id,
    text,
    part: id.optional(),
    cues: cues.refine((lists) => Object.values(lists).some((list) => list.length > 0), 'content.no-cues'),
  });
  const sample = z
    .strictObject({
      grade: z.enum(['strong', 'weak']),
      language: z.enum(languages),
      text: prose,
      // What each sentence carries, for fitting and measuring; compiled content has none.
      labels: z.string().regex(SENTENCE_LABELS, 'content.sentence-labels').optional(),
      expect: z.strictObject({
        missing: orEmpty(distinct(id, null), own),
        findings: orEmpty(distinct(rules === undefined ? id : z.enum(rules), null), own),
        criteria: orEmpty(distinct(id, null), own),
      }),
    })
    .transform(({ labels, ...compiled }) => compiled);
  const question = z
    .strictObject({
      id,
      text,
      stage: z.enum(STAGES),
      kind: z.enum(KINDS),
      competencies: orEmpty(distinct(id, null), own),
      levels: own
        ? distinct(z.enum(LEVELS), null)
            .min(1)
            .default([...LEVELS])
        : distinct(z.enum(LEVELS), null).min(1),
      framework: (frameworks === null ? id : z.enum(Object.keys(frameworks))).nullable(),
      numbers: own ? z.enum(NUMBERS).default('welcome') : z.enum(NUMBERS),
      lesson: own ? z.boolean().default(false) : z.boolean(),
      criteria: orEmpty(distinct(criterion, 'id'), own),
      hint: text,
      byLevel: z.strictObject({ junior: text, middle: text, senior: text }).partial().optional(),
      followUps: orEmpty(z.array(text), own),
      samples: orEmpty(z.array(sample), own),
    })
    .superRefine(
      (value: unknown, context) => {
        for (const { path, ...params } of strayExpectations(value, frameworks))
          context.addIssue({ code: 'custom', path: [...path], message: 'content.stray', params });
      },
      { when: () => true },
    );
  return z.strictObject({ role: id, name: text, questions: distinct(question, 'id').min(1) });
}

/** A list that a user's own file may leave out. */
function orEmpty<T extends z.ZodArray>(list: T, own: boolean): T | z.ZodDefault<T> {
  return own ? list.default([] as z.util.NoUndefined<z.output<T>>) : list;
}

/** A list that may be left out, but not be written empty: an empty default would be none that the schema takes. */
function orNone<T extends z.ZodArray>(list: T) {
  return list.optional().transform((given) => given ?? []);
}

interface Stray {
  readonly path: readonly (string | number)[];
  readonly name: string;
  readonly known: string;
}

/**
 * Parts and criteria that a sample expects and its question does not have, and parts that criteria name. The question
 * may be broken elsewhere.
 */
function strayExpectations(value: unknown, frameworks: BankSchemaOptions['frameworks']): Stray[] {
  const question = value as LooseQuestion | null;
  const framework = question?.framework;
  const known = {
    missing:
      typeof framework === 'string' ? (frameworks?.[framework] ?? null) : framework === null ? [] : null,
    criteria: Array.isArray(question?.criteria) ? namesOf(question.criteria) : null,
  };
  const parts = known.missing;
  const named = list(question?.criteria).flatMap((criterion, at): Stray[] => {
    const name = (criterion as { part?: unknown } | null)?.part;
    if (parts === null || typeof name !== 'string' || parts.includes(name)) return [];
    return [{ path: ['criteria', at, 'part'], name, known: parts.join(', ') || '—' }];
  });
  const expected = list(question?.samples).flatMap((sample, at) =>
    (['missing', 'criteria'] as const).flatMap((field) => {
      const names = known[field];
      if (names === null) return [];
      return list((sample as LooseSample | null)?.expect?.[field]).flatMap((name, index) =>
        typeof name !== 'string' || names.includes(name)
          ? []
          : [{ path: ['samples', at, 'expect', field, index], name, known: names.join(', ') || '—' }],
      );
    }),
  );
  return [...named, ...expected];
}

interface LooseQuestion {
  readonly framework?: unknown;
  readonly criteria?: unknown;
  readonly samples?: unknown;
}

interface LooseSample {
  readonly expect?: { readonly missing?: unknown; readonly criteria?: unknown } | null;
}

function namesOf(criteria: readonly unknown[]): string[] {
  return criteria
    .map((criterion) => (criterion as { id?: unknown } | null)?.id)
    .filter((name) => typeof name === 'string');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
