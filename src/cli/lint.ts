import { type Analysis, type AnalysisContext, analyze } from '../analyze.js';
import type { Answer, AnswerFile } from '../answers/types.js';
import { visibleLine } from '../content/visible.js';
import type { LintedAnswer, Position } from '../reports/types.js';
import { claimsOf } from '../rules/claims.js';
import type { FigureClaim } from '../rules/contradictions.js';
import { type Signature, signatureOf } from '../rules/likeness.js';
import { firstPast } from '../text/first-past.js';
import { recogniseLanguage } from '../text/language.js';
import { lineIndex, lineStarts } from '../text/lines.js';
import type { Span } from '../text/types.js';
import { ownCopy } from '../text/words.js';
import { analysisContext } from './analysis-context.js';
import type { AnswerMemory } from './answer-memory.js';
import {
  type AnswerFacts,
  type CheckedFile,
  compareFiles,
  type FileFacts,
  NO_FACTS,
  type PlacedClaim,
} from './lint-across.js';
import {
  type FindingChoice,
  type FindingMaker,
  findingMaker,
  fingerprint,
  finish,
  type RawFinding,
} from './lint-findings.js';
import { nameCheck } from './lint-names.js';
import { type ShownText, shownAt, shownText } from './lint-pieces.js';
import { hiddenFindings, suppress } from './lint-suppress.js';

/** Something that keeps a file, or a place of it, from being read. */
export interface FileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** Checks files one at a time; what shows only across files is added at the end. */
export interface Linter {
  /** What there is to tell of one answer; a linter with a memory does not read it again when its file is checked. */
  readonly tell: (answer: Answer) => ToldAnswer;
  readonly lint: (file: AnswerFile) => CheckedFile;
  /** The same files with what only shows when all of them have been read ({@link compareFiles}). */
  readonly compare: (files: readonly CheckedFile[]) => CheckedFile[];
  /** The result of a file whose text there is not. */
  readonly unreadable: (path: string, problem: FileProblem & Position) => CheckedFile;
}

/** Shortest answer that is called the same as another. */
const LEAST_SAME = 20;

/** One for all: what most of ten thousand files have none of. */
const NONE: readonly never[] = [];

/** What is told of an answer wherever it stands in a file: places are those in its text. */
export interface ToldAnswer {
  readonly findings: readonly Omit<RawFinding, 'answer'>[];
  readonly claims: readonly (FigureClaim & { readonly quote: string })[];
  readonly signature: Signature | null;
  readonly summary: Pick<LintedAnswer, 'language' | 'story' | 'parts'>;
  readonly shown: ShownText | null;
}

/**
 * Checks answer files one by one; what it learns of questions and rules serves all of them.
 *
 * @param memory for texts that come again with few changes
 */
export function createLinter(choice: FindingChoice, memory?: AnswerMemory<ToldAnswer>): Linter {
  const maker = findingMaker(choice);
  const { own, keep, isOff } = maker;
  const { unknownNames, isMisnamed } = nameCheck(choice, own);
  const analysed = answerReader(choice, isOff);
  const tell = memory === undefined ? analysed : (answer: Answer) => memory(answer, analysed);

  const lint = (file: AnswerFile): CheckedFile => {
    const { path, source, suppressions } = file;
    const place = lineIndex(source);
    const offsetOf = offsetsIn(source);
    const raw = [
      ...file.problems.map((problem) => syntaxFinding(problem, offsetOf, own)),
      ...unknownNames(file),
    ];
    const facts: AnswerFacts[] = [];
    const answers = file.answers.map((answer): LintedAnswer => {
      const told = tell(answer);
      // Of an empty answer one thing is to be said, not that each part of it is missing.
      if (answer.text.trim() === '') raw.push(emptyAnswerFinding(answer, path, own));
      else if (!isMisnamed(answer)) raw.push(...ruleFindings(told, answer));
      const known = factsOf(told, answer, (offset) => place(offset).line);
      facts.push(known);
      const shown = told.shown === null ? {} : shownAt(told.shown, answer.start);
      const { language, story, parts } = told.summary;
      const { question, title } = known;
      return { language, story, parts, question, title, line: place(answer.start).line, ...shown };
    });
    const told = suppress(raw.flatMap(keep), suppressions, source);
    return {
      path,
      source,
      answers,
      findings: told.kept.length === 0 ? NONE : finish(told.kept, place),
      suppressed: told.hidden.length,
      suppressions: hiddenFindings(told, place),
      facts: new ReadFacts(
        file.role,
        suppressions.length === 0 ? NONE : suppressions,
        told.used,
        facts.length === 0 ? NONE : [...facts],
      ),
    };
  };

  return {
    tell,
    lint,
    compare: (files) => compareFiles(files, () => maker),
    unreadable: (path, problem) => unreadableFile(path, problem, maker),
  };
}

/** Reads an answer and keeps what there is to tell of it. */
function answerReader(choice: FindingChoice, isOff: FindingMaker['isOff']): (answer: Answer) => ToldAnswer {
  const contextOf = answerContexts(choice);
  const summarize = summaries();
  return (answer) => {
    const analysis = analyze(
      answer.text,
      Object.assign({}, contextOf(answer), {
        markedHeadings: answer.markedHeadings,
        isOff: (rule: string) => isOff(rule, answer),
      }),
    );
    return {
      findings: findingsOf(analysis),
      claims: claimsOf(analysis).map((claim) =>
        Object.assign({}, claim, { quote: ownCopy(visibleLine(answer.text.slice(claim.start, claim.end))) }),
      ),
      signature: analysis.document.wordCount < LEAST_SAME ? null : signatureOf(toldWords(analysis)),
      summary: summarize(analysis),
      shown: choice.texts ? shownText(analysis, choice.language) : null,
    };
  };
}

/** How each answer is to be read; answers to one question in one language share it. */
function answerContexts({ content, language: interfaceLanguage }: FindingChoice) {
  const { answerLanguages, frameworks } = content.index;
  const contexts = new Map<string, AnalysisContext>();
  return ({ question: id, language: named, framework: asked, text }: Answer): AnalysisContext => {
    const declared = named !== null && answerLanguages.includes(named) ? named : undefined;
    // What a file declares is for texts that leave it open: one answer may be in another language than the rest.
    const language = declared === undefined ? undefined : (recogniseLanguage(text) ?? declared);
    const framework = asked !== null && frameworks.includes(asked.id) ? asked.id : undefined;
    const question = id === null ? null : content.question(id);
    // A question that no bank has is as good as none: of a folder each file may name another.
    const key = `${question?.id ?? ''}\n${language ?? ''}\n${framework ?? ''}`;
    let context = contexts.get(key);
    if (context === undefined) {
      context = analysisContext(content, {
        question,
        // What the question asks for stands above what a whole file says.
        framework: question?.framework ?? framework,
        interfaceLanguage,
        language,
      });
      contexts.set(key, context);
    }
    return context;
  };
}

/** The file is not written as answer files are. */
function syntaxFinding(
  { line, column, message }: FileProblem,
  offsetOf: (line: number, column: number) => number,
  own: FindingMaker['own'],
): RawFinding {
  const start = offsetOf(line, column);
  return own({
    rule: 'parse-error',
    span: { start, end: start },
    answer: null,
    values: { problem: message },
    words: message,
  });
}

function emptyAnswerFinding(answer: Answer, path: string, own: FindingMaker['own']): RawFinding {
  const title = visibleLine(answer.title ?? answer.question ?? path);
  return own({
    rule: 'unanswered-question',
    span: answer.questionSpan,
    answer,
    values: { question: title },
    words: title,
  });
}

/** What the rules found in an answer. */
function findingsOf(analysis: Analysis): ToldAnswer['findings'] {
  const { text } = analysis.document;
  return analysis.findings.map(({ rule, severity, span, message, advice }) => ({
    rule,
    severity,
    span: narrowed(span, text),
    message,
    advice,
    words: wordsAround(span, analysis),
  }));
}

/** The same at its place in the file. */
function ruleFindings({ findings }: ToldAnswer, answer: Answer): RawFinding[] {
  return findings.map(({ rule, severity, span, message, advice, words }) => ({
    rule,
    severity,
    span: inFile(span, answer),
    message,
    advice,
    answer,
    words,
  }));
}

function unreadableFile(
  path: string,
  { line, column, offset, message }: FileProblem & Position,
  { own, keep }: FindingMaker,
): CheckedFile {
  const at: Position = { line, column, offset };
  const raw = own({
    rule: 'parse-error',
    span: { start: 0, end: 0 },
    answer: null,
    values: { problem: message },
    words: message,
  });
  const findings = keep(raw).map(({ rule, severity, message: text, advice }) => ({
    ...{ rule, severity, message: text, advice, start: at, end: at },
    fingerprint: fingerprint([rule, '', message]),
  }));
  return { path, source: '', answers: [], findings, suppressed: 0, facts: NO_FACTS };
}

/** A class, since a function of its own for each file would be a tenth of all that is kept of it. */
class ReadFacts implements FileFacts {
  readonly role: FileFacts['role'];
  readonly suppressions: FileFacts['suppressions'];
  readonly used: FileFacts['used'];
  readonly #answers: readonly AnswerFacts[];

  /** @param answers with no room to grow: thousands are kept */
  constructor(
    role: FileFacts['role'],
    suppressions: FileFacts['suppressions'],
    used: FileFacts['used'],
    answers: readonly AnswerFacts[],
  ) {
    this.role = role;
    this.suppressions = suppressions;
    this.used = used;
    this.#answers = answers;
  }

  answers(): readonly AnswerFacts[] {
    return this.#answers;
  }
}

function factsOf(told: ToldAnswer, answer: Answer, lineAt: (offset: number) => number): AnswerFacts {
  const { question, rules, start, end, text } = answer;
  const span = inFile(narrowed({ start: 0, end: text.length }, text), answer);
  const claims = told.claims.map((claim): PlacedClaim => {
    const from = start + claim.start;
    return Object.assign({}, claim, { start: from, end: start + claim.end, line: lineAt(from) });
  });
  return {
    question,
    title: titleOf(answer),
    rules,
    line: lineAt(span.start),
    lines: [lineAt(start), lineAt(Math.max(start, end - 1))],
    span,
    claims: claims.length === 0 ? NONE : claims,
    signature: told.signature,
  };
}

/** The words of an answer without its headings, which many answers share. */
function toldWords({ document: { tokens, sentences } }: Analysis): string[] {
  const headings: Span[] = [];
  for (const { heading } of sentences) if (heading !== null) headings.push(heading);
  const words: string[] = [];
  let at = 0;
  for (const { kind, norm, start } of tokens) {
    while ((headings[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1;
    if (kind !== 'mark' && start < (headings[at]?.start ?? Number.POSITIVE_INFINITY)) words.push(norm);
  }
  return words;
}

/** Longest words that are taken whole: thousands of findings may lie in one sentence. */
const LONG_WORDS = 2000;

/** What is taken before and after a finding in longer ones. */
const WORDS_BESIDE = 200;

/** The sentences a finding lies in; of what is absent, the whole answer. */
function wordsAround({ start, end }: Span, { document: { text }, sentences }: Analysis): string {
  if (start === end) return text;
  const first = firstPast(sentences, (sentence) => sentence.end > start);
  const from = sentences[first];
  let to = from;
  for (let next = first + 1; (sentences[next]?.start ?? end) < end; next += 1) to = sentences[next] ?? to;
  // A text in a language that is not read has no sentences.
  const words = {
    start: Math.min(from?.start ?? 0, start),
    end: Math.max(to?.end ?? text.length, end),
  };
  return words.end - words.start <= LONG_WORDS
    ? text.slice(words.start, words.end)
    : text.slice(Math.max(words.start, start - WORDS_BESIDE), Math.min(words.end, end + WORDS_BESIDE));
}

/** The title without the file that it stands in. */
function titleOf({ title }: Answer): string | null {
  return title === null ? null : ownCopy(title);
}

/** What is said of a whole answer; of thousands that have the same parts, one object says so. */
function summaries() {
  const known = new Map<string, LintedAnswer['parts']>();
  return ({ document, story, parts }: Analysis): Pick<LintedAnswer, 'language' | 'story' | 'parts'> => {
    const states = parts.map(({ part, state }) => `${part} ${state}`).join();
    let all = known.get(states);
    if (all === undefined) {
      all = Object.fromEntries(parts.map(({ part, state }) => [part, state]));
      known.set(states, all);
    }
    return { language: document.language, story: story.kind, parts: all };
  };
}

/**
 * A finding about what is absent lies at the answer's beginning or covers its end; in a file neither may
 * point at markup, so spans are narrowed to the words they hold.
 */
function narrowed({ start, end }: Span, text: string): Span {
  let from = start;
  while (from < end && isSpace(text, from)) from += 1;
  if (from === end) return { start, end: start };
  let to = end;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return { start: from, end: to };
}

function inFile({ start, end }: Span, answer: Answer): Span {
  return { start: answer.start + start, end: answer.start + end };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? 'x');
}

/** The way from lines and columns to offsets; where lines begin is looked for once, however many places are asked for. */
function offsetsIn(source: string): (line: number, column: number) => number {
  let starts: readonly number[] | undefined;
  return (line, column) => {
    starts ??= lineStarts(source);
    const start = starts[Math.min(line, starts.length) - 1] ?? 0;
    return Math.min(start + column - 1, source.length);
  };
}
