import { basename, dirname, relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { frontMatterLines, readAnswers } from '../answers/read.js';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import type { CheckedDocument, Checker, Explainable, Workspace } from '../lsp/types.js';
import { isAnswerFile } from '../store/answer-files.js';
import { matching } from '../store/config-patterns.js';
import type { ContentStore } from '../store/content.js';
import { decodeText } from '../store/read-file.js';
import { repositoryOf } from '../store/repository.js';
import { climbsOut, slashes } from '../store/shown-path.js';
import { type AnswerMemory, rememberAnswers } from './answer-memory.js';
import type { CommandContext } from './context.js';
import { openTexts } from './language.js';
import { createLinter, type Linter, type ToldAnswer } from './lint.js';
import type { CheckedFile } from './lint-across.js';
import { decisions } from './lint-cache.js';
import { openLintConfigs } from './lint-config.js';
import type { FindingChoice } from './lint-findings.js';
import { aboutQuestion, aboutRule, nameAt } from './lsp-about.js';

/** Milliseconds of work after which other messages of the client get their turn. */
const SLICE = 10;

/** Checks documents of an editor as `lint` would check the files in their folder, its configs included. */
export function lspChecker(workspace: Workspace, context: Pick<CommandContext, 'io' | 'content'>): Checker {
  const { folders, textsFor, readerOf, reload } = documentReaders(workspace, context);
  return {
    around: folders.flatMap((folder) => repositoryOf(folder) ?? []).filter((root) => !folders.includes(root)),
    reload,
    bodyLine: (path, source) => frontMatterLines(path, source, (key) => key),
    texts: async (absolute) => {
      const { language, t } = await textsFor(absolute);
      return {
        explain: (rule, kind) => aboutRule(rule, kind, { content: context.content, language, t }),
        suppressNext: (rule) => t('command.lsp.suppress-next', { rule }),
        suppressFile: (rule) => t('command.lsp.suppress-file', { rule }),
        reason: t('command.lsp.reason'),
      };
    },
    named: async (absolute, source, offset) => {
      try {
        const reader = await readerOf(absolute);
        return reader === null ? null : await explainable(source, offset, reader);
      } catch (error) {
        // A config that is broken is told by the check.
        if (error instanceof InputError) return null;
        throw error;
      }
    },
    check: async (absolute, source, isCancelled) => {
      try {
        const reader = await readerOf(absolute);
        return reader === null ? null : await checkDocument(source, reader, isCancelled);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        return { problem: problemOf(error) };
      }
    },
  };
}

/** What reads one document, as the config of its folder wants it. */
interface DocumentReader {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly t: Translate;
  readonly choice: FindingChoice;
  readonly linter: Linter;
}

/** Finds the readers of documents. Configs are read once for each folder, until they are reloaded. */
function documentReaders(
  { folders: named, files, locale }: Workspace,
  { io, content }: Pick<CommandContext, 'io' | 'content'>,
) {
  const matches = matching(files);
  /** The folder itself may be the one that holds the answers. */
  const isAnswers = (folder: string, path: string) => matches(path) || matches(`${basename(folder)}/${path}`);
  const folders = named.length === 0 ? [io.cwd] : named;
  /** By folder: a config that is broken in one keeps no other from being checked. */
  const opened = new Map<string, ReturnType<typeof openIn>>();
  const memories = answerMemories(content);
  const textsIn = (folder: string) => openTexts({ ...io, cwd: folder }, content, locale);
  const openIn = async (folder: string) => {
    const { language, t } = await textsIn(folder);
    const configs = await openLintConfigs({}, { io: { ...io, cwd: folder }, content, t });
    const base = { content, language, t, levels: new Map(), only: null };
    const make = (choice: FindingChoice) => ({ choice, linter: createLinter(choice, memories.of(choice)) });
    return { t, keep: configs.keep, linterOf: configs.each(base, make) };
  };
  /** Where no folder of the workspace holds a document, its own folder counts as lying in one. */
  const folderOf = (absolute: string) =>
    folders.find((folder) => !climbsOut(relative(folder, absolute))) ?? dirname(dirname(absolute));
  return {
    folders,
    textsFor: (absolute: string) => textsIn(folderOf(absolute)),
    /** @returns null for a document that is no answer file of the user's */
    readerOf: async (absolute: string): Promise<DocumentReader | null> => {
      const folder = folderOf(absolute);
      const path = slashes(relative(folder, absolute));
      if (!isAnswerFile(absolute) || !isAnswers(folder, path)) return null;
      const ready = opened.get(folder) ?? openIn(folder);
      opened.set(folder, ready);
      try {
        const { t, keep, linterOf } = await ready;
        const [own] = await linterOf(await keep([{ path, absolute }], true));
        return own === undefined ? null : { ...own.made, path, t };
      } catch (error) {
        // It may be mended by the time it is asked for again.
        if (opened.get(folder) === ready) opened.delete(folder);
        throw error;
      }
    },
    reload: (): void => {
      opened.clear();
      memories.reload();
    },
  };
}

/** What stands under an offset of a document, where it is a name that can be explained. */
async function explainable(
  source: string,
  offset: number,
  { path, choice, t }: DocumentReader,
): Promise<Explainable | null> {
  const { source: text } = decodeText(Buffer.from(source));
  if (text === null) return null;
  const name = nameAt(await readAnswers(path, text, t), offset);
  if (name === null) return null;
  const question = name.kind === 'question' ? choice.content.question(name.id) : null;
  const explain: Explainable['explain'] = (kind) => {
    if (name.kind === 'rule') return aboutRule(name.id, kind, choice);
    return question === null ? null : aboutQuestion(question, kind, choice);
  };
  return { start: name.start, end: name.end, explain };
}

/** Checks a document as its file would be checked; null where that is cancelled meanwhile. */
async function checkDocument(
  source: string,
  { path, linter, t }: DocumentReader,
  isCancelled: () => boolean,
): Promise<CheckedDocument> {
  // As the file would be read: one that is too long is refused, half a character is none.
  const { source: text, fault } = decodeText(Buffer.from(source));
  const findings = (checked: CheckedFile) => linter.compare([checked])[0]?.findings ?? [];
  if (fault !== null) {
    const message = t(`lint.problem.${fault.code}`, fault.values);
    return { findings: findings(linter.unreadable(path, { ...fault, message })) };
  }
  const read = await readAnswers(path, text, t);
  let since = performance.now();
  for (const answer of read.answers) {
    linter.tell(answer);
    if (performance.now() - since < SLICE) continue;
    await setImmediate();
    if (isCancelled()) return null;
    since = performance.now();
  }
  return { findings: findings(linter.lint(read)) };
}

/** What is remembered of answers by what decides how they are read: it outlasts a reload that changes none of it. */
function answerMemories(content: ContentStore) {
  let recent = new Map<string, AnswerMemory<ToldAnswer>>();
  let older: ReadonlyMap<string, AnswerMemory<ToldAnswer>> = new Map();
  return {
    of: (choice: FindingChoice): AnswerMemory<ToldAnswer> => {
      const name = JSON.stringify(decisions(choice, { content }));
      const memory = recent.get(name) ?? older.get(name) ?? rememberAnswers();
      recent.set(name, memory);
      return memory;
    },
    reload: (): void => {
      // Where nothing was opened since the last reload, what was remembered before it still counts.
      if (recent.size > 0) older = recent;
      recent = new Map();
    },
  };
}

function problemOf({ problems, message }: InputError): string {
  const places = problems.map((each) => `${each.path}:${each.line}:${each.column}: ${each.message}`);
  return [...places, ...(message === '' ? [] : [message])].join('\n');
}
