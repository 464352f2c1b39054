import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import { lineIndex, textStart } from '../text/lines.js';
import { readFrontMatter } from './front-matter.js';
import { type ReadResult, readMarkdown } from './markdown.js';
import type { AnswerFile } from './types.js';

/**
 * The answers of a file, by its extension: `.md` and `.markdown` are Markdown, `.yaml` and `.yml` are lists
 * of answers, all else is one answer in plain text. Every span is in UTF-16 offsets into `source`.
 * Asynchronous only because a YAML parser is loaded where a file needs one.
 *
 * @param path as shown to the user
 * @param t for the messages of the problems (`lint.problem.*`)
 */
export async function readAnswers(path: string, source: string, t: Translate): Promise<AnswerFile> {
  const { faults, ...read } = await readByExtension(path, source, t);
  let place: ReturnType<typeof lineIndex> | undefined;
  const placed = faults.map(({ at, code, values }) => {
    place ??= lineIndex(source);
    return { path, ...place(at), message: t(`lint.problem.${code}`, values) };
  });
  return { ...read, path, source, problems: [...read.problems, ...placed].sort(inOrder) };
}

/** How many lines of a file are front matter. */
export async function frontMatterLines(path: string, source: string, t: Translate): Promise<number> {
  if (!isMarkdown(path)) return 0;
  const { bodyStart } = await readFrontMatter(source, path, t);
  return bodyStart === 0 ? 0 : lineIndex(source)(bodyStart - 1).line;
}

function inOrder(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}

async function readByExtension(path: string, source: string, t: Translate): Promise<ReadResult> {
  if (isMarkdown(path)) return readMarkdown(source, path, t);
  if (/\.ya?ml$/i.test(path)) return (await import('./yaml.js')).readYaml(source, path, t);
  return readText(source);
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function readText(source: string): ReadResult {
  const start = textStart(source);
  const answer = {
    start,
    end: source.length,
    text: source.slice(start),
    question: null,
    questionSpan: { start, end: start },
    framework: null,
    title: null,
    language: null,
    languageSpan: null,
    markedHeadings: [],
    rules: {},
    ruleSpans: {},
  };
  return { answers: [answer], faults: [], problems: [], suppressions: [], role: null, roleSpan: null };
}
