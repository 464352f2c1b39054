import * as z from 'zod';
import { KINDS } from '../content/interview.js';
import { SEVERITIES } from '../content/severities.js';
import { patternFault } from '../text/pattern-faults.js';

// Loaded where content is compiled and in tests; a program that only reads answers never loads zod.

const text = z.string().trim().min(1);

/** A text people read, in both interface languages. */
const localized = z.strictObject({ en: text, ru: text });

const pattern = text.superRefine((value, context) => {
  const fault = patternFault(value);
  if (fault !== null)
    context.addIssue({ code: 'custom', message: `the pattern cannot be read as it is written: ${fault}` });
});

/** Patterns per answer language; a language without any is left empty on purpose. */
const wording = z.record(z.enum(['en', 'ru']), z.array(pattern));

const share = z.number().gt(0).lte(1);
const state = z.enum(['present', 'implied', 'empty', 'missing']);
/** Kinds of quantities that a rule can name. */
export const quantityKind = z.enum([
  'percent',
  'points',
  'money',
  'multiple',
  'fraction',
  'rating',
  'duration',
  'count',
  'pair',
  'approximate',
  'excluded',
]);
const subjects = z.enum(['speaker', 'team', 'dropped', 'unnamed', 'other', 'none']);

/** The `check:` blocks of all kinds, told apart by `kind`; strict, so that a misspelt key fails the build. */
export const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('criteria'), least: z.number().int().positive() }),
  z.strictObject({
    kind: z.literal('figure'),
    lacks: z.enum(['base', 'method']),
    of: z.array(quantityKind).min(1),
    exempt: wording.optional(),
  }),
  z.strictObject({ kind: z.literal('language') }),
  z.strictObject({
    kind: z.literal('length'),
    leastWords: z.number().int().positive().optional(),
    leastWordsElse: z.number().int().positive().optional(),
    hardlyBegun: z.number().int().positive().optional(),
    mostSeconds: z.number().positive().optional(),
  }),
  z.strictObject({ kind: z.literal('lesson'), label: text, words: wording }),
  z.strictObject({
    kind: z.literal('mismatch'),
    of: z.array(z.enum(['arithmetic', 'direction', 'percent-or-points'])).min(1),
  }),
  z.strictObject({
    kind: z.literal('nonsense'),
    buzzwords: wording,
    share,
    keyboard: z.array(z.string().min(4)),
  }),
  z.strictObject({ kind: z.literal('numbers'), when: z.enum(['required', 'welcome', 'none']) }),
  z.strictObject({
    kind: z.literal('order'),
    late: text,
    after: text,
    unless: z.array(text),
    words: wording,
    leastSentences: z.number().int().positive(),
    confidence: share,
  }),
  z.strictObject({
    kind: z.literal('part-state'),
    part: text.optional(),
    except: z.array(text).optional(),
    state,
    implied: localized.optional(),
  }),
  z.strictObject({
    kind: z.literal('particulars'),
    phrases: wording,
    bare: wording,
    ordinary: wording,
    share,
    least: z.number().int().positive(),
  }),
  z.strictObject({
    kind: z.literal('phrases'),
    patterns: wording,
    unless: wording.optional(),
    least: z.number().int().positive().optional(),
    notIn: text.optional(),
    nothingElse: text.optional(),
    besides: wording.optional(),
  }),
  z.strictObject({ kind: z.literal('placeholder'), words: z.array(z.string().toLowerCase()) }),
  z.strictObject({
    kind: z.literal('private'),
    names: z.partialRecord(
      z.enum(['email', 'phone', 'card', 'passport', 'taxpayer', 'insurance', 'name']),
      localized,
    ),
  }),
  z.strictObject({
    kind: z.literal('proportion'),
    leastWords: z.number().int().positive(),
    much: localized,
    little: localized,
  }),
  z.strictObject({
    kind: z.literal('relevance'),
    leastWords: z.number().int().positive(),
    leastInstead: z.number(),
    sure: z.number(),
    about: z.record(text, localized),
    instead: localized,
    either: localized,
    anyStory: z.array(text),
  }),
  z.strictObject({ kind: z.literal('reported-by-lint'), requireReason: z.boolean().optional() }),
  z.strictObject({
    kind: z.literal('story'),
    refuse: z.partialRecord(z.enum(['habit', 'plan', 'opinion', 'description', 'none']), localized),
  }),
  z.strictObject({
    kind: z.literal('subject'),
    label: text,
    acts: subjects,
    never: z.array(subjects),
    least: z.number().int().positive(),
    anywhere: z.number().int().positive().optional(),
  }),
]);

const questionKind = z.enum(KINDS);

const example = z.strictObject({
  language: z.enum(['en', 'ru']),
  text,
  numbers: z.enum(['required', 'welcome', 'none']).optional(),
  kind: questionKind.optional(),
  lesson: z.boolean().optional(),
  question: text.optional(),
  framework: text.optional(),
});

/** Examples in both answer languages. */
const examples = z
  .array(example)
  .refine((list) => ['en', 'ru'].every((code) => list.some(({ language }) => language === code)), {
    message: 'examples in both languages are needed',
  });

/** One entry of a file in `data/rules/`. */
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'an id is words in kebab case'),
  severity: z.enum(SEVERITIES),
  check: checkSchema,
  frameworks: z.array(text).optional(),
  kinds: z.array(questionKind).min(1).optional(),
  saidBy: z.array(text).min(1).optional(),
  summary: localized,
  message: localized,
  advice: localized,
  adviceAlone: localized.optional(),
  reason: localized,
  ask: localized.optional(),
  otherKinds: z
    .strictObject({
      message: localized.optional(),
      advice: localized.optional(),
      adviceAlone: localized.optional(),
      ask: localized.optional(),
    })
    .optional(),
  examples: z.strictObject({ good: examples, bad: examples }),
});

/** A file in `data/rules/`. */
export const ruleFileSchema = z.strictObject({ rules: z.array(ruleSchema) });
