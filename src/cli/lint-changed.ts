import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { frontMatterLines } from '../answers/read.js';
import type { LintFinding } from '../reports/types.js';
import { isAnswerFile } from '../store/answer-files.js';
import { byPath, type FoundFile } from '../store/discover.js';
import { changedFiles, type GitChanges, type LineRange, readBlobs, stagedFiles } from '../store/git.js';
import { slashes } from '../store/shown-path.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import { typedCommand } from './typed-command.js';

export interface ChangeOptions {
  /** A commit; true: the default one. */
  readonly changed?: string | true;
  readonly staged?: boolean;
}

/** What git tells of the files of a call. */
export interface ChangedFiles {
  /** The files that changed, with those that are staged and no longer in the folder. */
  readonly among: (found: readonly FoundFile[], paths: readonly string[]) => FoundFile[];
  /** Absolute path → what is to be read instead of the file in the folder. */
  readonly stagedBytes: (files: readonly FoundFile[]) => ReadonlyMap<string, Buffer>;
  /** The checked files with the findings on answers that were touched. */
  readonly onlyTouched: (
    files: readonly FoundFile[],
    checked: readonly CheckedFile[],
  ) => Promise<CheckedFile[]>;
}

/**
 * Asks git what has changed.
 *
 * @throws InputError where there is no git, no repository or no such commit
 */
export function openChanges({ changed, staged }: ChangeOptions, context: CommandContext): ChangedFiles {
  const { io, t } = context;
  const options = { cwd: io.cwd, env: io.env, t };
  const ref = typeof changed === 'string' ? changed : null;
  const changes = staged
    ? stagedFiles(options)
    : changedFiles({ ...options, ref, again: typedCommand(io, 'lint', '--changed') });
  return {
    among: (found, paths) =>
      [...found.filter(({ absolute }) => changes.has(absolute)), ...stagedOnly(changes, paths, io.cwd)].sort(
        byPath,
      ),
    stagedBytes: (files) => stagedBytes(files, changes, context),
    onlyTouched: (files, checked) =>
      Promise.all(
        checked.map((file, index) => {
          const change = changes.get(files[index]?.absolute ?? '');
          return change === undefined ? file : onlyTouched(file, change.lines, context);
        }),
      ),
  };
}

/** Absolute path → the staged bytes, of the files that are asked for. */
function stagedBytes(
  files: readonly FoundFile[],
  changes: GitChanges,
  { io, t }: CommandContext,
): ReadonlyMap<string, Buffer> {
  const blobs = new Map(
    files.flatMap(({ absolute }) => {
      const blob = changes.get(absolute)?.blob ?? null;
      return blob === null ? [] : [[absolute, blob] as const];
    }),
  );
  const bytes = readBlobs([...new Set(blobs.values())], { cwd: io.cwd, env: io.env, t });
  return new Map(
    [...blobs].flatMap(([absolute, blob]) => {
      const found = bytes.get(blob);
      return found === undefined ? [] : [[absolute, found] as const];
    }),
  );
}

/**
 * The file with the findings on answers that were touched. What stands outside of answers is kept where its own
 * line changed; a file that cannot be read is told of all the same.
 *
 * @param lines null: the whole file is new
 */
async function onlyTouched(
  file: CheckedFile,
  lines: readonly LineRange[] | null,
  { t }: CommandContext,
): Promise<CheckedFile> {
  if (lines === null) return file;
  const yaml = /\.ya?ml$/i.test(file.path);
  // What stands above the answers changes how every one of them is read.
  const settings = yaml ? linesAbove(file.source) : await frontMatterLines(file.path, file.source, t);
  if (lines.some(([first]) => first <= settings)) return file;
  let before = 0;
  const answers = file.facts.answers().map(({ lines: [first, last] }) => {
    // In YAML the keys of an answer stand around its text, and nothing else is between two texts.
    const range: LineRange = [yaml ? before + 1 : first, last];
    before = last;
    return { range, touched: lines.some((changed) => meet(changed, range)) };
  });
  const isTouched = ({ rule, start: { line } }: LintFinding): boolean => {
    const answer = answers.find(({ range }) => meet([line, line], range));
    return (
      rule === 'parse-error' ||
      (answer === undefined ? lines.some((changed) => meet(changed, [line, line])) : answer.touched)
    );
  };
  return {
    ...file,
    findings: file.findings.filter(isTouched),
    suppressions: (file.suppressions ?? []).filter((known) => known.by === 'comment' || isTouched(known)),
  };
}

/** Lines of a YAML file above the list of its answers. */
function linesAbove(source: string): number {
  const list = /^answers[ \t]*:/m.exec(source);
  return list === null ? 0 : source.slice(0, list.index).split('\n').length - 1;
}

function meet([first, last]: LineRange, [from, to]: LineRange): boolean {
  return first <= to && from <= last;
}

/** Staged files that the folder no longer has: what is committed counts, and they are in it. */
function stagedOnly(changes: GitChanges, paths: readonly string[], cwd: string): FoundFile[] {
  const folders = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(cwd, path));
  return [...changes].flatMap(([absolute, { blob }]) => {
    const asked = folders.some((folder) => absolute.startsWith(`${folder}${sep}`));
    if (blob === null || !asked || !isAnswerFile(absolute) || existsSync(absolute)) return [];
    return [{ absolute, path: slashes(relative(cwd, absolute)) }];
  });
}
