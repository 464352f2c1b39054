import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writeText } from './write-text.js';

/** Results of files, by what is in them. */
export interface LintCache<Result> {
  /** What was kept for a text under this choice of rules; undefined where that is not this very text. */
  readonly get: (key: CacheKey) => Result | undefined;
  readonly set: (key: CacheKey, result: Result) => void;
  /**
   * Writes what was added, whole or not at all, and drops what belongs to files that are gone.
   *
   * @throws Error of the file system (`code`)
   */
  readonly save: () => void;
}

export interface CacheKey {
  /** As shown: relative to the working directory. */
  readonly path: string;
  readonly source: string;
  /** Name of everything else that decides: version, content, rules, language. */
  readonly choice: string;
}

/** First words of the file; a format that readers of today cannot read gets another number. */
const HEAD = 'star-coach lint cache 1';

type Kept<Result> = readonly [text: string, choice: string, result: Result];

/**
 * Opens a cache. One that is absent, torn, edited or of another version is as good as empty.
 *
 * @param file absolute path
 * @param cwd what paths are relative to
 */
export function openLintCache<Result>(file: string, cwd: string): LintCache<Result> {
  const kept = new Map<string, Kept<Result>>(readKept(file));
  const seen = new Set<string>();
  let changed = false;
  return {
    get: ({ path, source, choice }) => {
      seen.add(path);
      const found = kept.get(path);
      return found?.[1] === choice && found[0] === nameOf(source) ? found[2] : undefined;
    },
    set: ({ path, source, choice }, result) => {
      seen.add(path);
      changed = true;
      kept.set(path, [nameOf(source), choice, result]);
    },
    save: () => {
      if (!changed) return;
      const files = [...kept].filter(([path]) => seen.has(path) || existsSync(resolve(cwd, path)));
      const body = JSON.stringify(files);
      writeText(file, `${HEAD} ${nameOf(body)}\n${body}`);
    },
  };
}

/** Changes when other content is put in the place of the one results were made with. */
export function contentStamp(contentDir: string): string {
  const { size, mtimeMs } = statSync(join(contentDir, 'index.json'));
  return `${size} ${mtimeMs}`;
}

/** A name for a text, or for its bytes in UTF-8, that no other text has. */
export function nameOf(text: string | Buffer): string {
  return hash('sha1', text, 'base64');
}

function readKept<Result>(file: string): [string, Kept<Result>][] {
  try {
    // Bytes, not a text: to name a text of ten megabytes it is put into bytes again.
    const bytes = readFileSync(file);
    const end = bytes.indexOf('\n');
    const body = bytes.subarray(end + 1);
    // Whoever edits a result, or tears the file, does not know its name.
    const head = bytes.toString('latin1', 0, end);
    return head === `${HEAD} ${nameOf(body)}` ? JSON.parse(body.toString('utf8')) : [];
  } catch {
    return [];
  }
}
