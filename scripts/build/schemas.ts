import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonSchema, SCHEMA_NAMES } from '../../src/cli/schema/schemas.js';
import { translator } from '../../src/content/messages.js';
import { openContent } from '../../src/store/content.js';

/** The language of the schemas that ship; `star-coach schema` shows them in the others. */
const LANGUAGE = 'en';

/**
 * Writes the JSON Schemas that files of the user's may name.
 *
 * @param compiled folder of the compiled content
 * @param to folder for `config.json` and its like
 */
export function writeSchemas(compiled: string, to: string): void {
  const content = openContent(compiled);
  const t = translator(content.messages(LANGUAGE), LANGUAGE);
  mkdirSync(to, { recursive: true });
  for (const name of SCHEMA_NAMES)
    writeFileSync(
      join(to, `${name}.json`),
      `${JSON.stringify(jsonSchema(name, { content, language: LANGUAGE, t }))}\n`,
    );
}
