import { basename, dirname, relative } from 'node:path';
import { frontMatterLines, readAnswers } from '../answers/read.js';
import { InputError } from '../content/problems.js';
import type { Checker, Workspace } from '../lsp/types.js';
import { isAnswerFile } from '../store/answer-files.js';
import { matching } from '../store/config-patterns.js';
import { decodeText } from '../store/read-file.js';
import { climbsOut, slashes } from '../store/shown-path.js';
import type { CommandContext } from './context.js';
import { createLinter } from './lint.js';
import { openLintConfigs } from './lint-config.js';

/** Checks documents of an editor as `lint` would check the files, their configs included. */
export function lspChecker({ folders, files }: Workspace, context: CommandContext): Checker {
  const { io, content, language, t } = context;
  const isAnswers = matching(files);
  const [root = io.cwd] = folders;
  const open = async () => {
    const configs = await openLintConfigs({}, { io: { ...io, cwd: root }, content, t });
    const base = { content, language, t, levels: new Map(), only: null };
    return { keep: configs.keep, linterOf: configs.each(base, createLinter) };
  };
  let opened: ReturnType<typeof open> | null = null;
  return {
    reload: () => {
      opened = null;
    },
    bodyLine: (path, source) => frontMatterLines(path, source, t),
    check: async (absolute, source) => {
      const inFolder = pathIn(folders, absolute);
      if (!isAnswerFile(absolute) || !isAnswers(inFolder)) return null;
      const file = { path: inFolder, absolute };
      try {
        opened ??= open();
        const { keep, linterOf } = await opened;
        const [own] = await linterOf(await keep([file], true));
        if (own === undefined) return null;
        const { made: linter } = own;
        // As the file would be read: one that is too long is refused.
        const { fault } = decodeText(Buffer.from(source));
        const checked =
          fault === null
            ? linter.lint(await readAnswers(inFolder, source, t))
            : linter.unreadable(inFolder, {
                ...fault,
                message: t(`lint.problem.${fault.code}`, fault.values),
              });
        return { findings: linter.compare([checked])[0]?.findings ?? [] };
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        opened = null;
        return { problem: problemOf(error) };
      }
    },
  };
}

/** Relative to the folder of the workspace that holds it; to its own folder's parent where none does. */
function pathIn(folders: readonly string[], absolute: string): string {
  for (const folder of folders) {
    const path = relative(folder, absolute);
    if (!climbsOut(path)) return slashes(path);
  }
  return `${basename(dirname(absolute))}/${basename(absolute)}`;
}

function problemOf({ problems, message }: InputError): string {
  const places = problems.map((each) => `${each.path}:${each.line}:${each.column}: ${each.message}`);
  return [...places, ...(message === '' ? [] : [message])].join('\n');
}
