import * as z from 'zod';
import type { LanguageCode } from '../text/types.js';
import { RULE_LEVELS } from './severities.js';

/** What a YAML file of answers can name. */
export interface AnswersSchemaOptions {
  readonly rules: readonly string[];
  /** Languages answers are read in. */
  readonly languages: readonly LanguageCode[];
  readonly frameworks: readonly string[];
  /** Ids of the questions that ship; one's own banks have others. */
  readonly questions: readonly string[];
}

/**
 * A YAML file of answers, for editors: the program itself reads it node by node (`src/answers/yaml.ts`),
 * because it needs the place of every word.
 */
export function answersSchema(options: AnswersSchemaOptions): z.ZodType {
  const level = z.enum(RULE_LEVELS);
  const settings = {
    lang: z.enum([...options.languages]).optional(),
    framework: z.enum([...options.frameworks]).optional(),
    rules: z.strictObject(Object.fromEntries(options.rules.map((id) => [id, level.optional()]))).optional(),
  };
  const question = z
    .union([z.enum([...options.questions]), z.string()])
    .nullable()
    .optional();
  const answer = z.strictObject({ question, text: z.string(), ...settings });
  return z.strictObject({
    role: z.string().optional(),
    ...settings,
    answers: z.array(answer),
  });
}
