import { resolve } from 'node:path';
import type { FoundFile } from '../store/discover.js';
import type { CacheKey } from '../store/lint-cache.js';
import { decodeText, type IsWhole, type ReadBytes, readBytes, readTextFile } from '../store/read-file.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import type { ResultCache } from './lint-cache.js';
import type { FindingChoice } from './lint-findings.js';
import type { KeptResult } from './lint-kept.js';
import { readStdin, STDIN } from './stdin.js';

/** Reads a file from wherever this call has it; the bytes are valid until the next file is read. */
export type ReadFile = (file: FoundFile, isWhole?: IsWhole) => ReadBytes;

/**
 * Reads from the folder, or what is staged, or what came on stdin.
 *
 * @param files that are to be read: stdin is waited for where it is one of them
 * @param staged absolute path → the staged bytes
 */
export async function fileReader(
  files: readonly FoundFile[],
  staged: ReadonlyMap<string, Buffer>,
  { io }: CommandContext,
): Promise<ReadFile> {
  const typed = files.some(({ absolute }) => absolute === STDIN) ? await readStdin(io.stdin) : null;
  return ({ absolute, listed, closed: code }, isWhole) => {
    if (code !== undefined)
      return {
        bytes: null,
        fault: {
          // A folder that a search has met is there: it is only its name that cannot be found.
          code: code === 'ENOENT' ? 'bad-name' : 'closed-folder',
          line: 1,
          column: 1,
          offset: 0,
          values: { code },
        },
      };
    const bytes = absolute === STDIN ? typed : staged.get(absolute);
    return bytes ? { bytes, fault: null } : readBytes(absolute, listed, isWhole);
  };
}

/** The texts of files that were not kept, for the few that are asked for: what stands in the file now. */
export function readAgain({ io }: Pick<CommandContext, 'io'>) {
  return ({ path, source }: { readonly path: string; readonly source: string }): string =>
    source === '' ? (readTextFile(resolve(io.cwd, path)).source ?? '') : source;
}

/** What serves all files of a call. */
export interface FileSource {
  readonly read: ReadFile;
  readonly cache: ResultCache | null;
  /** False: the texts of files are let go, but for those that are needed again. */
  readonly keepsTexts: boolean;
}

/** What checks the files of one choice. */
export interface FileChecker {
  /** True where a cache has seen the file under this choice: it need not be analysed, unless its text is another. */
  readonly isKept: (file: FoundFile) => boolean;
  readonly check: (file: FoundFile) => CheckedFile | Promise<CheckedFile>;
}

/**
 * Reads and checks files one by one. What analyses answers is loaded with the first one that no cache knows, and
 * waited for; what a cache knows of a file is there at once.
 *
 * @param choice rules and content
 */
export function fileChecker(choice: FindingChoice, { read, cache, keepsTexts }: FileSource): FileChecker {
  const { t } = choice;
  const named = cache?.nameOf(choice) ?? '';
  const load = async () => {
    const [{ createLinter }, { readAnswers }] = await Promise.all([
      import('./lint.js'),
      import('../answers/read.js'),
    ]);
    return { linter: createLinter(choice), readAnswers };
  };
  let loaded: ReturnType<typeof load> | undefined;
  /** Comments are looked at again when all files are read, and stdin cannot be read twice. */
  const keeps = ({ absolute }: FoundFile, { facts }: KeptResult) =>
    keepsTexts || absolute === STDIN || facts.suppressions.length > 0;
  const analyse = async (file: FoundFile, content: ReadBytes, key: CacheKey | null): Promise<CheckedFile> => {
    const { path } = file;
    const { source, fault } =
      content.fault === null ? decodeText(content.bytes) : { ...content, source: null };
    loaded ??= load();
    const { linter, readAnswers } = await loaded;
    if (fault !== null)
      return linter.unreadable(path, { ...fault, message: t(`lint.problem.${fault.code}`, fault.values) });
    const checked = linter.lint(await readAnswers(path, source, t));
    const { path: _path, source: _source, ...result } = checked;
    if (key !== null) cache?.files.set(key, result);
    return keeps(file, result) ? checked : { ...checked, source: '' };
  };
  const check = (file: FoundFile): CheckedFile | Promise<CheckedFile> => {
    const { path, absolute } = file;
    let key = null as CacheKey | null;
    let kept = undefined as KeptResult | undefined;
    /** What is kept was read to its end: a file that is read in part has other bytes. */
    const isKnown = (bytes: Buffer): boolean => {
      if (cache === null || absolute === STDIN) return false;
      key = { path, text: cache.nameOfText(bytes), choice: named };
      kept = cache.files.get(key);
      return kept !== undefined;
    };
    const content = read(file, isKnown);
    if (content.fault === null && kept === undefined) isKnown(content.bytes);
    if (content.fault !== null || kept === undefined) return analyse(file, content, key);
    const source = keeps(file, kept) ? (decodeText(content.bytes).source ?? '') : '';
    return Object.assign({}, kept, { path, source });
  };
  const isKept = cache?.files.keptUnder(named) ?? (() => false);
  return { check, isKept: ({ path }) => isKept(path) };
}
