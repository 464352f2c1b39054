import type { FoundFile } from '../store/discover.js';
import { type Changes, readBlobs } from '../store/git.js';
import { decodeText, type ReadText, readTextFile } from '../store/read-file.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import type { FindingChoice } from './lint-findings.js';

/** Stands for the path of what is read from stdin. */
export const STDIN = '-';

/** The text of a file, from wherever this call reads it. */
export type ReadFile = (file: FoundFile) => Promise<ReadText>;

/** Reads from the folder, from stdin, or what is staged. */
export function fileReader(changes: Changes | null, { io, t }: CommandContext): ReadFile {
  const blobs = [...(changes?.values() ?? [])].flatMap(({ blob }) => blob ?? []);
  const staged = readBlobs(blobs, { cwd: io.cwd, env: io.env, t });
  return async ({ absolute }) => {
    if (absolute === STDIN) return readStdin(io);
    const blob = changes?.get(absolute)?.blob;
    const bytes = blob == null ? undefined : staged.get(blob);
    return bytes === undefined ? readTextFile(absolute) : decodeText(bytes);
  };
}

async function readStdin({ stdin }: CommandContext['io']): Promise<ReadText> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  return decodeText(Buffer.concat(chunks));
}

/**
 * Reads and checks files one by one. What analyses answers is loaded with the first one.
 *
 * @param choice rules and content
 */
export function fileChecker(
  choice: FindingChoice,
  read: ReadFile,
): (file: FoundFile) => Promise<CheckedFile> {
  const { t } = choice;
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
    loaded ??= load();
    const { linter, readAnswers } = await loaded;
    return fault === null
      ? linter.lint(await readAnswers(path, source, t))
      : linter.unreadable(path, { ...fault, message: t(`lint.problem.${fault.code}`, fault.values) });
  };
}
