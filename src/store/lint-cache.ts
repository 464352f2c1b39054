import { hash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CONTENT_FILE } from './content-file.js';
import { fileKind } from './file-kind.js';

/** Results of files, by what is in them. */
export interface LintCache<Result, Compared> {
  /** What was kept for a text under this choice of rules; undefined where that is not this very text. */
  readonly get: (key: CacheKey) => Result | undefined;
  /** Tells whether a path may have a result under this choice: true for some that have none, false for none that has one. */
  readonly keptUnder: (choice: string) => (path: string) => boolean;
  readonly set: (key: CacheKey, result: Result) => void;
  /**
   * What was kept of all files that were asked for, compared with each other; undefined where it was of others, or of
   * other texts.
   *
   * @param files how many there are: what has no key cannot be compared by keys
   */
  readonly compared: (files: number) => Compared | undefined;
  /** Keeps what comparing the files gave, for the files that were asked for. */
  readonly setCompared: (files: number, compared: Compared) => void;
  /**
   * Writes what was added, whole or not at all, and drops what belongs to files that are gone.
   *
   * @throws Error of the file system (`code`)
   */
  readonly save: () => Promise<void>;
}

/** What a kept result must agree with to be used again. */
export interface CacheKey {
  /** As shown: relative to the working directory. */
  readonly path: string;
  /** Name of what stands in the file, see {@link nameOf}. */
  readonly text: string;
  /** Name of everything else that decides: version, content, rules, language. */
  readonly choice: string;
}

/** How a result is written: small, and quick to read. */
export interface Packing<Value, Packed> {
  /** @param numberOf stands for a text that many results share */
  readonly pack: (value: Value, numberOf: (text: string) => number) => Packed;
  readonly unpack: (packed: Packed, textOf: (number: number) => string) => Value;
}

/** In two parts: of a result that is reported again, the second is hardly ever asked for. */
export interface ResultPacking<Result, Packed, Rest> {
  readonly pack: (result: Result, numberOf: (text: string) => number) => Packed;
  readonly packRest: (result: Result) => Rest;
  /**
   * @param restAt reads the second part, when it is asked for
   * @param place where the second part lies, for `restAt`
   */
  readonly unpack: (
    packed: Packed,
    textOf: (number: number) => string,
    restAt: (place: number) => Rest,
    place: number,
  ) => Result;
}

/** First words of the file; a format that readers of today cannot read gets another number. */
const KIND = 'star-coach lint cache';
const HEAD = `${KIND} 4`;

type Kept<Result> = readonly [text: string, choice: string, result: Result];
type CacheLine<Packed> = readonly [text: string, choice: number, result: Packed];

const TAB = 9;
const LINE_FEED = 10;

/**
 * Opens a cache. One that is absent, torn, edited or of another version is as good as empty. The file has a line of
 * the texts that its results share, one of what comparing the files gave, and a line a file: its path and the two
 * parts of what is kept, with tabs between, each read when it is asked for.
 *
 * @param file absolute path
 * @param cwd what paths are relative to
 */
export function openLintCache<Result, Packed, Rest, Compared, PackedCompared>(
  file: string,
  cwd: string,
  { pack, packRest, unpack }: ResultPacking<Result, Packed, Rest>,
  comparing: Packing<Compared, PackedCompared>,
): LintCache<Result, Compared> {
  const { body, texts, together, lines } = readLines<PackedCompared>(file);
  const asked = new Map<string, CacheKey>();
  const nameOfAsked = () =>
    nameOf(JSON.stringify([...asked.values()].map(({ path, text, choice }) => [path, text, choice])));
  let compared: readonly [files: string, outcome: Compared] | null = null;
  const added = new Map<string, Kept<Result>>();
  const textOf = (number: number): string => texts[number] ?? '';
  const restAt = (from: number): Rest => JSON.parse(body.toString('utf8', from, lineEnd(body, from)));
  /** What is kept of a file, where it is of this very text and choice. */
  const keptOf = (path: string, wanted?: CacheKey): Kept<Result> | undefined => {
    const from = lines.get(path);
    if (from === undefined) return undefined;
    const tab = body.indexOf(TAB, from);
    const [text, number, packed]: CacheLine<Packed> = JSON.parse(body.toString('utf8', from, tab));
    const choice = textOf(number);
    if (wanted !== undefined && (wanted.text !== text || wanted.choice !== choice)) return undefined;
    return [text, choice, unpack(packed, textOf, restAt, tab + 1)];
  };
  return {
    get: (key) => {
      asked.set(key.path, key);
      return keptOf(key.path, key)?.[2];
    },
    keptUnder: (choice) => {
      const isKnown = texts.includes(choice);
      return (path) => isKnown && lines.has(path);
    },
    set: ({ path, text, choice }, result) => {
      added.set(path, [text, choice, result]);
    },
    compared: (files) => {
      if (together === null || asked.size !== files || together[0] !== nameOfAsked()) return undefined;
      return comparing.unpack(together[1], textOf);
    },
    setCompared: (files, outcome) => {
      if (asked.size === files) compared = [nameOfAsked(), outcome];
    },
    save: async () => {
      if (added.size === 0 && compared === null) return;
      const numbers = new Map<string, number>();
      const numberOf = (text: string): number => {
        const number = numbers.get(text) ?? numbers.size;
        numbers.set(text, number);
        return number;
      };
      const written: string[] = [];
      for (const path of new Set([...lines.keys(), ...added.keys()])) {
        if (!asked.has(path) && !existsSync(resolve(cwd, path))) continue;
        const kept = added.get(path) ?? keptOf(path);
        if (kept === undefined) continue;
        const [text, choice, result] = kept;
        const line: CacheLine<Packed> = [text, numberOf(choice), pack(result, numberOf)];
        written.push([path, line, packRest(result)].map((part) => JSON.stringify(part)).join('\t'));
      }
      const outcome = compared === null ? null : [compared[0], comparing.pack(compared[1], numberOf)];
      const whole = [JSON.stringify([...numbers.keys()]), JSON.stringify(outcome), ...written].join('\n');
      const { writeText } = await import('./write-text.js');
      writeText(file, `${HEAD} ${nameOf(whole)}\n${whole}`);
    },
  };
}

/**
 * False for a file with something else in it, and for a device or a pipe: it may never end, and no file may take its
 * place.
 */
export function mayBeCache(file: string): boolean {
  if (fileKind(file) === 'other') return false;
  try {
    const start = readFileSync(file).toString('latin1', 0, KIND.length);
    return start === '' || start === KIND;
  } catch {
    return true;
  }
}

/** Changes when other content is put in the place of the one results were made with. */
export function contentStamp(contentDir: string): string {
  const { size, mtimeMs } = statSync(join(contentDir, CONTENT_FILE));
  return `${size} ${mtimeMs}`;
}

/** A name for a text, or for its bytes in UTF-8, that no other text has. */
export function nameOf(text: string | Buffer): string {
  return hash('sha1', text, 'base64');
}

/** The lines of a file, unread: path → where its line goes on after the tab. */
interface CacheLines<PackedCompared> {
  readonly body: Buffer;
  readonly texts: readonly string[];
  /** Name of the files that were compared, and what that gave. */
  readonly together: readonly [files: string, outcome: PackedCompared] | null;
  readonly lines: ReadonlyMap<string, number>;
}

function readLines<PackedCompared>(file: string): CacheLines<PackedCompared> {
  const none = { body: Buffer.alloc(0), texts: [], together: null, lines: new Map<string, number>() };
  try {
    const bytes = readFileSync(file);
    const end = bytes.indexOf(LINE_FEED);
    const body = bytes.subarray(end + 1);
    // Whoever edits a result, or tears the file, does not know its name.
    if (bytes.toString('latin1', 0, end) !== `${HEAD} ${nameOf(body)}`) return none;
    const first = lineEnd(body, 0);
    const second = lineEnd(body, first + 1);
    const lines = new Map<string, number>();
    for (let at = second + 1; at < body.length; ) {
      const tab = body.indexOf(TAB, at);
      lines.set(JSON.parse(body.toString('utf8', at, tab)), tab + 1);
      at = lineEnd(body, tab) + 1;
    }
    const texts = JSON.parse(body.toString('utf8', 0, first));
    return { body, texts, together: JSON.parse(body.toString('utf8', first + 1, second)), lines };
  } catch {
    return none;
  }
}

function lineEnd(body: Buffer, from: number): number {
  const end = body.indexOf(LINE_FEED, from);
  return end < 0 ? body.length : end;
}
