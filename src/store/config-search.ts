import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { MAX_FILE_BYTES } from './file-size.js';
import { isRepository } from './repository.js';
import { shownPath } from './shown-path.js';

/** Names a config may have, beside a key of `package.json`. */
const CONFIG_NAMES: readonly string[] = ['star-coach.config', '.star-coachrc'].flatMap((name) =>
  ['yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
);

/** The key of `package.json` that holds a config. */
export const PACKAGE_KEY = 'star-coach';

/** A config file that has been found and not yet been read. */
export interface FoundConfig {
  /** Absolute. */
  readonly path: string;
  /** True where it is a key of `package.json`. */
  readonly inPackage: boolean;
  /** True where the user named it: then it may lie anywhere. */
  readonly named?: boolean;
}

/**
 * Finds the config that counts for the files of a folder: in the folder itself or the nearest one above, up
 * to the repository's root (the folder with `.git`) or the root of the file system. Reads no config; each
 * folder is looked at once.
 *
 * @param cwd for the paths of messages
 */
export function configSearch(cwd: string, t: Translate): (folder: string) => FoundConfig | null {
  const known = new Map<string, FoundConfig | null>();
  const search = (folder: string): FoundConfig | null => {
    let found = known.get(folder);
    if (found !== undefined) return found;
    found = configIn(folder, cwd, t);
    const above = dirname(folder);
    if (found === null && above !== folder && !isRepository(folder)) found = search(above);
    known.set(folder, found);
    return found;
  };
  return search;
}

/** True for a file that only a config may be named as. */
export function isConfigName(path: string): boolean {
  return CONFIG_NAMES.includes(basename(path));
}

/** Every config in a folder itself; more than one is an error of whoever put them there. */
export function configsIn(folder: string): FoundConfig[] {
  const found: FoundConfig[] = CONFIG_NAMES.map((name) => join(folder, name))
    .filter(isFile)
    .map((path) => ({ path, inPackage: false }));
  const manifest = join(folder, 'package.json');
  if (isFile(manifest) && holdsConfig(manifest)) found.push({ path: manifest, inPackage: true });
  return found;
}

function configIn(folder: string, cwd: string, t: Translate): FoundConfig | null {
  const found = configsIn(folder);
  if (found.length > 1) {
    const paths = found.map(({ path }) => `"${visibleLine(shownPath(path, cwd))}"`).join(', ');
    throw new InputError(t('config.several', { paths }), { advice: t('config.several-advice') });
  }
  return found[0] ?? null;
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false;
  }
}

/** Most manifests do not name us, and are not parsed. A broken one that does is reported when it is read. */
function holdsConfig(manifest: string): boolean {
  const text = manifestText(manifest);
  if (text === null || !text.includes(`"${PACKAGE_KEY}"`)) return false;
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && Object.hasOwn(data, PACKAGE_KEY);
  } catch {
    return new RegExp(`"${PACKAGE_KEY}"\\s*:\\s*\\{`).test(text);
  }
}

function manifestText(path: string): string | null {
  try {
    if (statSync(path).size > MAX_FILE_BYTES) return null;
    const text = readFileSync(path, 'utf8');
    return text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch {
    return null;
  }
}
