import * as z from 'zod';
import { answersSchema } from '../../content/answers-schema.js';
import { bankSchema } from '../../content/bank-schema.js';
import { frameworkSchema } from '../../content/framework-schema.js';
import { localText } from '../../content/localized.js';
import { REPORT_NAMES } from '../../reports/reports.js';
import { schemaOfConfig } from '../../store/config-file.js';
import type { ContentStore } from '../../store/content.js';
import type { CommandContext } from '../context.js';
import { described, type JsonSchema } from './describe.js';

/** What a schema is made of. */
type Show = Pick<CommandContext, 'content' | 'language' | 't'>;

/** Every schema the program can show, by the name it is asked for. */
const SCHEMAS: Readonly<Record<SchemaName, (content: ContentStore) => z.ZodType>> = {
  config: (content) => schemaOfConfig({ content, formats: REPORT_NAMES }),
  answers: (content) =>
    answersSchema({
      rules: content.rules().map(({ id }) => id),
      languages: content.index.answerLanguages,
      frameworks: content.index.frameworks,
      questions: content.index.banks.flatMap(({ questions }) => questions),
    }),
  bank: (content) =>
    bankSchema({
      languages: languagesOf(content),
      frameworks: partsOf(content),
      rules: content.rules().map(({ id }) => id),
      own: true,
    }),
  framework: (content) => frameworkSchema({ languages: languagesOf(content), own: false }),
};

export const SCHEMA_NAMES = ['config', 'answers', 'bank', 'framework'] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];

/** One schema as JSON Schema of draft 7, with its words in the language of the interface. */
export function jsonSchema(name: SchemaName, { content, language, t }: Show): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(SCHEMAS[name](content), {
    target: 'draft-7',
    io: 'input',
  }) as JsonSchema;
  const rules = new Map(content.rules().map(({ id, summary }) => [id, localText(summary, language)]));
  const codes = languagesOf(content);
  const texts = content.messages(language);
  // A schema or a key without words is one all the same; a test finds those that lack them.
  const wordsAt = (key: string): string | null => (Object.hasOwn(texts, key) ? t(key) : null);
  const words = described(schema, (path) => {
    const last = path.at(-1) ?? '';
    if (codes.includes(last)) return null;
    const above = path.slice(0, -1).lastIndexOf('rules');
    const inRules = above >= 0 && (name === 'config' || name === 'answers');
    if (inRules && above === path.length - 2) return rules.get(last) ?? null;
    const named = path.filter((step) => !codes.includes(step)).join('/');
    return wordsAt(inRules ? `schema.option.${last}` : `schema.${name}.${named}`);
  });
  const title = wordsAt(`schema.${name}.title`);
  return { $schema, ...(title === null ? {} : { title }), ...words };
}

function languagesOf({ index }: ContentStore): string[] {
  return [...new Set([...index.interfaceLanguages, ...index.answerLanguages])].sort();
}

function partsOf(content: ContentStore): Record<string, readonly string[]> {
  return Object.fromEntries(
    content.index.frameworks.map((id) => [id, content.framework(id).parts.map((part) => part.id)]),
  );
}
