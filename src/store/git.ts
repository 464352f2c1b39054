import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from './error-code.js';

export interface GitOptions {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly t: Translate;
}

export interface ChangedOptions extends GitOptions {
  /** The commit to compare with; null: the default branch of `origin`, else the upstream of the branch, else HEAD. */
  readonly ref: string | null;
  /** What is typed to ask for the same without a commit. */
  readonly again: string;
}

/** Lines from 1, both ends included. */
export type LineRange = readonly [first: number, last: number];

/** A file that differs from what it is compared with, and still exists. */
export interface ChangedFile {
  /** Lines of the new text that are new, or after which something is gone; null: the file as a whole. */
  readonly lines: readonly LineRange[] | null;
  /** Object of the staged text; null where the file in the folder is meant. */
  readonly blob: string | null;
}

/** Absolute path → what changed. */
export type GitChanges = ReadonlyMap<string, ChangedFile>;

/** What is asked of git whatever the user's configuration says. */
const DIFF = [
  ...['-c', 'diff.relative=false', 'diff', '--raw', '-p', '-z', '-U0', '--inter-hunk-context=0', '-a', '-M'],
  ...['--no-abbrev', '--no-color', '--no-ext-diff', '--no-textconv', '--ignore-submodules=all'],
];

/** Modes of plain files; links and submodules hold no answers. */
const PLAIN = /^100/;

/**
 * What the work tree has that a commit has not: edited, renamed and new files, untracked ones included.
 * They are compared with the commit where that and HEAD part.
 *
 * @throws InputError where there is no git, no repository, no such commit or no common one
 */
export function changedFiles(options: ChangedOptions): GitChanges {
  const root = repositoryRoot(options);
  const base = baseCommit(options);
  const changes = new Map(readDiff(git([...DIFF, base, '--'], options), root, false));
  const untracked = git(['ls-files', '--others', '--exclude-standard', '--full-name', '-z', ':/'], options);
  for (const path of untracked.toString('utf8').split('\0'))
    if (path !== '') changes.set(resolve(root, path), { lines: null, blob: null });
  return changes;
}

/**
 * What the next commit brings; each file with the object that holds its staged text.
 *
 * @throws InputError where there is no git or no repository
 */
export function stagedFiles(options: GitOptions): GitChanges {
  const root = repositoryRoot(options);
  return readDiff(git([...DIFF, '--cached', '--'], options), root, true);
}

/** The staged bytes of objects, in one call. */
export function readBlobs(blobs: readonly string[], options: GitOptions): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (blobs.length === 0) return found;
  const output = git(['cat-file', '--batch'], options, `${blobs.join('\n')}\n`);
  for (let at = 0; at < output.length; ) {
    const lineEnd = output.indexOf(10, at);
    const [name = '', , size = '0'] = output.toString('latin1', at, lineEnd).split(' ');
    const end = lineEnd + 1 + Number(size);
    found.set(name, output.subarray(lineEnd + 1, end));
    at = end + 1;
  }
  return found;
}

function repositoryRoot(options: GitOptions): string {
  const { stdout, status, stderr } = run(['rev-parse', '--show-cdup'], options);
  if (status === 0) return resolve(options.cwd, stdout.toString('utf8').replace(/\n$/, ''));
  const { t } = options;
  if (/not a git repository|must be run in a work tree/.test(stderr))
    throw new InputError(t('lint.git.no-repository'));
  throw new InputError(t('lint.git.failed', { problem: firstLine(stderr) }));
}

function baseCommit(options: ChangedOptions): string {
  const { ref, t } = options;
  const head = commit('HEAD', options);
  // Before the first commit everything is new.
  if (head === null && ref === null) return text(git(['hash-object', '-t', 'tree', '--stdin'], options, ''));
  if (ref !== null) {
    const other = commit(ref, options);
    const base = other === null ? null : mergeBase(other, options);
    if (base !== null) return base;
    const shallow = text(git(['rev-parse', '--is-shallow-repository'], options)) === 'true';
    if (other === null)
      throw new InputError(t('lint.git.unknown-ref', { ref: visibleLine(ref) }), {
        advice: t(`lint.git.unknown-ref-${shallow ? 'shallow' : 'advice'}`, {
          ref: visibleLine(ref),
          command: options.again,
        }),
      });
    throw new InputError(t(`lint.git.${shallow ? 'shallow' : 'unrelated'}`, { ref: visibleLine(ref) }));
  }
  for (const name of ['refs/remotes/origin/HEAD', '@{upstream}']) {
    const other = commit(name, options);
    const base = other === null ? null : mergeBase(other, options);
    if (base !== null) return base;
  }
  return head ?? 'HEAD';
}

function commit(ref: string, options: GitOptions): string | null {
  const { status, stdout } = run(
    ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`],
    options,
  );
  return status === 0 ? text(stdout) : null;
}

function mergeBase(other: string, options: GitOptions): string | null {
  const { status, stdout } = run(['merge-base', other, 'HEAD'], options);
  return status === 0 ? text(stdout) : null;
}

/**
 * The records and the patch of `git diff --raw -p -z`: names come from the records, which quote nothing, and
 * the blocks of the patch stand in their order.
 */
function readDiff(output: Buffer, root: string, staged: boolean): Map<string, ChangedFile> {
  const changes = new Map<string, ChangedFile>();
  const records: {
    readonly path: string;
    readonly blob: string;
    readonly status: string;
    readonly mode: string;
  }[] = [];
  let at = 0;
  while (output[at] === 58) {
    const [head = '', afterHead] = field(output, at);
    const [, mode = '', , blob = '', status = ''] = head.slice(1).split(' ');
    let [path = '', next] = field(output, afterHead);
    if (/^[RC]/.test(status)) [path, next] = field(output, next);
    records.push({ path, blob, status, mode });
    at = next;
  }
  const blocks = hunks(output.toString('latin1', at));
  for (const { path, blob, status, mode } of records) {
    // In the middle of a merge there is no text that anyone meant, and no block in the patch.
    if (status === 'U') {
      if (!staged) changes.set(resolve(root, path), { lines: null, blob: null });
      continue;
    }
    // A file that became a link, or the other way round, is taken out and put in.
    const [block] = blocks.splice(0, status === 'T' ? 2 : 1);
    if (status === 'D' || !PLAIN.test(mode)) continue;
    const whole = /^[AT]/.test(status) || block === undefined;
    changes.set(resolve(root, path), { lines: whole ? null : block, blob: staged ? blob : null });
  }
  return changes;
}

function field(output: Buffer, from: number): [text: string, next: number] {
  const end = output.indexOf(0, from);
  return [output.toString('utf8', from, end < 0 ? output.length : end), end < 0 ? output.length : end + 1];
}

/**
 * The changed lines of each file of a patch, in its order. Lines of texts begin with `+`, `-`, ` ` or `\`. Empty
 * lines before what is put in only part it from what stands above.
 */
function hunks(patch: string): LineRange[][] {
  const files: LineRange[][] = [];
  for (const [, diff, taken, first, length, empty = ''] of patch.matchAll(
    /^(?:\0?(diff) --git |@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@.*\n((?:\+[ \t\r]*\n)*))/gm,
  )) {
    if (diff !== undefined) files.push([]);
    else {
      const start = Math.max(Number(first), 1);
      const lines = Math.max(Number(length ?? 1), 1);
      const parting = empty.split('\n').length - 1;
      const skipped = taken === '0' && parting < lines ? parting : 0;
      files.at(-1)?.push([start + skipped, start + lines - 1]);
    }
  }
  return files;
}

/** @throws InputError with git's own first line where it fails */
function git(args: readonly string[], options: GitOptions, input?: string): Buffer {
  const { status, stdout, stderr } = run(args, options, input);
  if (status !== 0) throw new InputError(options.t('lint.git.failed', { problem: firstLine(stderr) }));
  return stdout;
}

function run(args: readonly string[], { cwd, env, t }: GitOptions, input?: string) {
  const { error, status, stdout, stderr } = spawnSync('git', args, {
    cwd,
    // Messages are looked at, and nobody waits for the index.
    env: { ...env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
    maxBuffer: 1 << 30,
    windowsHide: true,
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined && status === null) {
    const code = errorCode(error);
    throw new InputError(
      code === 'ENOENT' ? t('lint.git.missing') : t('lint.git.failed', { problem: code ?? '' }),
    );
  }
  return { status, stdout, stderr: stderr.toString('utf8') };
}

function text(output: Buffer): string {
  return output.toString('utf8').trim();
}

function firstLine(stderr: string): string {
  return visibleLine(stderr.trim().split('\n')[0] ?? '');
}
