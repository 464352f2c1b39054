import * as z from 'zod';
import type { RunOnWeights } from '../text/types.js';
import { packSubjects } from './packed-subjects.js';
import { phasesOf, statesOf } from './phases.js';
import { distinct, id, localized, prose, type SchemaOptions } from './text-schema.js';
import type { LanguageModel, Subjects, Weights } from './types.js';

/** `data/languages/<code>/language.yaml`. */
export function languageSchema(
  options: SchemaOptions,
): z.ZodType<Pick<LanguageModel, 'code' | 'name' | 'speechRate' | 'stock' | 'habitual' | 'aims'>> {
  return z.strictObject({
    code: z.enum(options.languages),
    name: localized(options),
    speechRate: z.number().min(30).max(400),
    stock: z.array(prose).min(1),
    habitual: z.array(prose).min(1),
    aims: z.array(prose).min(1),
  });
}

/**
 * `data/languages/<code>/cues.yaml`. The examples of a cue are for those who write cues and for tests; they
 * are not compiled in.
 */
export function cuesSchema(options: SchemaOptions): z.ZodType<Pick<LanguageModel, 'cues'>> {
  const cue = z
    .strictObject({
      id,
      about: localized(options),
      patterns: z.array(prose).min(1),
      examples: z
        .strictObject({ yes: z.array(prose), no: z.array(prose) })
        .partial()
        .optional(),
    })
    .transform(({ examples, ...compiled }) => compiled);
  return z.strictObject({ cues: distinct(cue, 'id') });
}

/** `data/languages/<code>/run-on.yaml`. */
export const runOnSchema: z.ZodType<RunOnWeights> = z.strictObject({
  bias: z.number(),
  features: z.record(z.string(), z.number()),
});

/** `data/languages/<code>/subjects.yaml`: its rows, a word each, become columns, which compress better. */
export const subjectsSchema: z.ZodType<Subjects> = z
  .strictObject({
    limit: z.number(),
    competencies: z.array(z.string()),
    usual: z.record(z.string(), z.number()),
    weights: z.record(z.string(), z.string().regex(/^-?\d+( -?\d+)*$/)),
  })
  .refine(
    ({ competencies, weights }) =>
      Object.values(weights).every((row) => row.split(' ').length === competencies.length),
    'content.weights-row',
  )
  .transform(({ weights, ...rest }) => {
    const rows = Object.values(weights).map((row) => row.split(' ').map(Number));
    return { ...rest, ...packSubjects(Object.keys(weights), rows, rest.competencies.length) };
  });

const logOdds = z.strictObject({ bias: z.number(), signs: z.record(z.string(), z.number()) });

/**
 * `data/languages/<code>/weights.yaml`. A row of weights is one text, numbers with spaces between, in the
 * order of the labels: thousands of rows stay quick to parse and easy to compare.
 *
 * @param labels framework id → its labels; the weights must have the same ones in the same order
 */
export function weightsSchema(
  labels: Readonly<Record<string, readonly string[]>>,
): z.ZodType<{ readonly weights: Readonly<Record<string, Weights>> }> {
  const weights = (expected: readonly string[]): z.ZodType<Weights> => {
    const row = z
      .string()
      .transform((text) => text.split(' ').map(Number))
      .refine((row) => row.length === expected.length && row.every(Number.isFinite), 'content.weights-row');
    const label = z.string().refine((name) => expected.includes(name), 'content.labels-differ');
    const absenceLimits = z.record(z.string().regex(/^[1-9]\d*$/), z.number().min(0).max(1));
    return z
      .strictObject({
        labels: z
          .array(z.string())
          .refine((given) => given.join() === expected.join(), 'content.labels-differ'),
        phases: z.record(label, z.string()).optional(),
        features: z.record(z.string(), row),
        transitions: z.record(z.string(), row),
        inside: z.record(z.string(), row).optional(),
        sameSentence: z.number(),
        missingAbove: z.record(label, absenceLimits).optional(),
        missingAboveLong: z.record(label, absenceLimits).optional(),
        story: logOdds.optional(),
        figures: logOdds.optional(),
      })
      .refine(({ labels, phases, transitions, inside = {} }) => {
        const states = statesOf(labels, phasesOf(labels, phases));
        const befores = new Set(['start', ...states.map(({ name }) => name)]);
        return Object.keys({ ...transitions, ...inside }).every((before) => befores.has(before));
      }, 'content.labels-differ');
  };
  return z.strictObject({
    weights: z.strictObject(
      Object.fromEntries(Object.entries(labels).map(([framework, names]) => [framework, weights(names)])),
    ),
  });
}
