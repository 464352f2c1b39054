import type { Translate } from '../../content/messages.js';
import type { LanguageCode } from '../../text/types.js';

export interface ConfigTemplateOptions {
  readonly role: string;
  readonly language: LanguageCode;
  /** Paths of banks of one's own, from the folder of the config. */
  readonly banks: readonly string[];
  /** Where an editor finds the schema: a path from the folder of the config. */
  readonly schema: string;
  readonly t: Translate;
}

/** A config that says little: what it leaves out has a default, and `star-coach config` shows it. */
export function configTemplate({ role, language, banks, schema, t }: ConfigTemplateOptions): string {
  return [
    modeline(schema),
    `# ${t('init.config')}`,
    'extends: recommended',
    `lang: ${language}`,
    `role: ${role}`,
    ...(banks.length === 0 ? [] : ['bank:', ...banks.map((path) => `  - ${JSON.stringify(path)}`)]),
    `# ${t('init.rules')}`,
    '# rules:',
    '#   number-without-method: off',
    '#   jargon: { severity: warn, allow: [SLA] }',
    '',
  ].join('\n');
}

/**
 * The line by which an editor finds the schema of a YAML file.
 *
 * @param schema path from the folder of the file, with forward slashes
 */
function modeline(schema: string): string {
  return `# yaml-language-server: $schema=${schema}`;
}
