import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../content/problems.js';
import { isAnswerFile } from '../store/answer-files.js';
import { watchFiles } from '../store/watch.js';
import type { CommandContext } from './context.js';
import type { CheckedFile } from './lint-across.js';
import { EXIT, printInputError } from './run.js';

/** Absolute path → the result of a file that has not changed since. */
export type LastChecks = Map<string, CheckedFile>;

/** Milliseconds of quiet after the last change: editors write a file in several steps. */
const QUIET = 100;

/** Files that decide how others are read. */
const SETTINGS = /^(?:star-coach\.config\.|\.star-coachrc\.|package\.json$|\.gitignore$)/;

/** Paths as typed. */
export interface Watched {
  readonly paths: readonly string[];
  /** Files that decide how others are read: banks, a config. */
  readonly settings: readonly string[];
  /** Files that each check writes: to check again because of them would never end. */
  readonly written: readonly string[];
}

/** Clears the screen and what has been scrolled off it. */
const CLEAR = '\u001b[2J\u001b[3J\u001b[H';

/**
 * Checks, and checks again whenever files change, until Ctrl-C. Only files that changed are read again. A config
 * that is broken for a moment ends nothing.
 *
 * @param check one whole check
 * @returns 130, once it has been interrupted
 */
export async function watchAndCheck(
  { paths, settings, written }: Watched,
  check: (lastChecks: LastChecks) => Promise<unknown>,
  { io, t }: CommandContext,
): Promise<number> {
  const lastChecks: LastChecks = new Map();
  const terminal = io.stdout.isTTY === true;
  const named = new Set(paths.map((path) => resolve(io.cwd, path)));
  const ours = new Set(written.map((path) => resolve(io.cwd, path)));
  const deciding = new Set(settings.map((path) => resolve(io.cwd, path)));
  const once = async (): Promise<void> => {
    if (terminal) io.stdout.write(CLEAR);
    try {
      await check(lastChecks);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      printInputError(error, io);
    }
    io.stderr.write(`${t('lint.watch.waiting')}\n`);
  };
  if (!terminal) io.stderr.write(`${t('lint.watch.no-terminal')}\n`);

  let running: Promise<void> = Promise.resolve();
  const close = await watchFiles({
    paths: [
      ...(paths.length === 0 ? ['.'] : paths).map((path) => fixedPart(resolve(io.cwd, path))),
      ...deciding,
    ],
    quiet: QUIET,
    changed: (changed) => {
      const all = [...changed].some((path) => SETTINGS.test(basename(path)) || deciding.has(path));
      const looked = [...changed].filter((path) => named.has(path) || isAnswerFile(path));
      if (!all && looked.every((path) => ours.has(path))) return;
      if (all) lastChecks.clear();
      else for (const path of changed) lastChecks.delete(path);
      // One check after the other: what changes during one is looked at by the next.
      running = running.then(once);
    },
  });
  const interrupted = new Promise<void>((stop) => process.once('SIGINT', stop));
  running = running.then(once);
  await Promise.race([interrupted, running.then(() => interrupted)]);
  await close();
  return EXIT.interrupted;
}

/** The file or folder itself; of a pattern the folder that it searches. */
function fixedPart(path: string): string {
  if (existsSync(path)) return path;
  const star = path.search(/[*?[{(]/);
  return star < 0 ? path : dirname(`${path.slice(0, star)}x`);
}
