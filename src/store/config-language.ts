import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import type { LanguageCode } from '../text/types.js';
import { openConfigs } from './config.js';
import { configSearch, type FoundConfig, PACKAGE_KEY } from './config-search.js';
import type { ContentStore } from './content.js';
import { errorCode } from './error-code.js';
import { fileKind } from './file-kind.js';

export interface ConfigLanguageOptions {
  /** Absolute working directory. */
  readonly cwd: string;
  /** As in `ConfigsOptions`. */
  readonly config: string | false | undefined;
  readonly content: ContentStore;
}

/**
 * The interface language that the config of the working directory asks for; null where it asks for none, or
 * cannot be read: the commands that use a config say what is wrong with it. Asked at every start, so it looks
 * into the text of the file before anything that reads YAML is loaded.
 */
export async function configLanguage({
  cwd,
  config,
  content,
}: ConfigLanguageOptions): Promise<LanguageCode | null> {
  if (config === false) return null;
  const wordless: Translate = (key) => key;
  try {
    const found = config === undefined ? configSearch(cwd, wordless)(cwd) : { path: resolve(cwd, config) };
    if (found === null) return null;
    const said = glance(found);
    if (said !== 'elsewhere') return said;
    const configs = openConfigs({ cwd, config, content, t: wordless });
    return (await configs.ofFolder(dirname(found.path))).values.lang?.value ?? null;
  } catch (error) {
    if (error instanceof InputError || errorCode(error) !== undefined) return null;
    throw error;
  }
}

/** The language a config itself names; `elsewhere` where only a file it extends may name one. */
function glance({ path }: Pick<FoundConfig, 'path'>): string | 'elsewhere' | null {
  // What a pipe gives can be read once, and a device may never end.
  if (fileKind(path) === 'other') return null;
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.json')) return inJson(text);
  const named = /^lang:[ \t]*["']?([A-Za-z]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(text);
  if (named !== null) return named[1] ?? null;
  return /^extends:/m.test(text) && text.includes('./') ? 'elsewhere' : null;
}

function inJson(text: string): string | 'elsewhere' | null {
  try {
    const data = JSON.parse(text) as Record<string, unknown> | null;
    const own = data?.[PACKAGE_KEY] ?? data;
    const { lang, extends: below } = own as { readonly lang?: unknown; readonly extends?: unknown };
    if (typeof lang === 'string') return lang;
    return below === undefined ? null : 'elsewhere';
  } catch {
    return null;
  }
}
