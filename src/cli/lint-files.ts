import { resolve } from 'node:path';
import type { FoundFile } from '../store/discover.js';
import { decodeText, type ReadText, readTextFile } from '../store/read-file.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import type { ResultCache } from './lint-cache.js';
import type { FindingChoice } from './lint-findings.js';

/** Stands for the path of what is read from stdin. */
export const STDIN = '-';

/** The text of a file, from wherever this call reads it. */
export type ReadFile = (file: FoundFile) => Promise<ReadText>;

/**
 * Reads from the folder, from stdin, or what is staged.
 *
 * @param staged absolute path → the staged bytes
 */
export function fileReader(staged: ReadonlyMap<string, Buffer>, { io }: CommandContext): ReadFile {
  return async ({ absolute }) => {
    if (absolute === STDIN) return readStdin(io);
    const bytes = staged.get(absolute);
    return bytes === undefined ? readTextFile(absolute) : decodeText(bytes);
  };
}

/** The texts of files that were not kept, for the few that are asked for: what stands in the file now. */
export function readAgain({ io }: Pick<CommandContext, 'io'>) {
  return ({ path, source }: { readonly path: string; readonly source: string }): string =>
    source === '' ? (readTextFile(resolve(io.cwd, path)).source ?? '') : source;
}

async function readStdin({ stdin }: CommandContext['io']): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return decodeText(Buffer.concat(chunks));
}

/**
 * Reads and checks files one by one. What analyses answers is loaded with the first one that no cache knows.
 *
 * @param choice rules and content
 */
export function fileChecker(
  choice: FindingChoice,
  read: ReadFile,
  cache: ResultCache | null,
): (file: FoundFile) => Promise<CheckedFile> {
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
  return async (file) => {
    const { path } = file;
    const { source, fault } = await read(file);
    const key = { path, source: source ?? '', choice: named };
    const kept = fault === null && file.absolute !== STDIN ? cache?.files.get(key) : undefined;
    if (kept !== undefined) return Object.assign({}, kept, { path, source: key.source });
    loaded ??= load();
    const { linter, readAnswers } = await loaded;
    if (fault !== null)
      return linter.unreadable(path, { ...fault, message: t(`lint.problem.${fault.code}`, fault.values) });
    const checked = linter.lint(await readAnswers(path, source, t));
    const { path: _path, source: _source, ...result } = checked;
    if (file.absolute !== STDIN) cache?.files.set(key, result);
    return checked;
  };
}
