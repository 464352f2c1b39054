import { createHash } from 'node:crypto';
import { type Analysis, type AnalysisContext, analyze } from '../analyze.js';
import { RULE_LEVELS } from '../answers/settings.js';
import type { Answer, AnswerFile } from '../answers/types.js';
import { fill, type Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import type { Severity } from '../content/types.js';
import { visibleLine } from '../content/visible.js';
import type { LintedAnswer, LintedFile, LintFinding, Position } from '../reports/types.js';
import { type Claim, claimsOf, contradictions } from '../rules/claims.js';
import type { ContentStore } from '../store/content.js';
import { lineIndex, type Place } from '../text/lines.js';
import type { LanguageCode, Span } from '../text/types.js';
import { analysisContext } from './analysis-context.js';

/** A severity, or `off`. */
export type RuleLevel = Severity | 'off';

export interface LintChoice {
  /** Content with the user's own banks. */
  readonly content: ContentStore;
  readonly language: LanguageCode;
  readonly t: Translate;
  /** Levels of the command line: they stand above those of a file. */
  readonly levels: ReadonlyMap<string, RuleLevel>;
  /** Rules to report; null: all. A file that cannot be read is reported all the same. */
  readonly only: ReadonlySet<string> | null;
}

/** A finding on its way to a report: where in the file, and for which answer. */
interface Raw {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly advice: string;
  readonly answer: Pick<Answer, 'question' | 'title' | 'rules'> | null;
}

/** Something that keeps a file, or a place of it, from being read. */
export interface FileProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface Linter {
  readonly lint: (file: AnswerFile) => LintedFile;
  /**
   * The same files with what only shows when all of them have been read: answers that contradict each other,
   * or are the same. To be called once, behind the last file.
   */
  readonly compare: (files: readonly LintedFile[]) => LintedFile[];
  /** The result of a file whose text there is not. */
  readonly unreadable: (path: string, problem: FileProblem) => LintedFile;
}

/** Where an answer stands, for what is said of it elsewhere. */
interface AnswerPlace {
  readonly path: string;
  /** Line of its first word. */
  readonly line: number;
  /** Offset of the answer's text in the file. */
  readonly start: number;
  readonly answer: Pick<Answer, 'question' | 'title' | 'rules'>;
  /** The whole answer in the file. */
  readonly span: Span;
}

interface PlacedClaim extends Claim {
  readonly line: number;
  readonly place: AnswerPlace;
  readonly quote: string;
}

/** Shortest answer that is called the same as another: «нет опыта» may well stand twice. */
const LEAST_SAME = 20;

/** Severities of what the linter itself reports, where content has no rule of the name. */
const OWN_SEVERITY: Readonly<Record<string, Severity>> = {
  'parse-error': 'error',
  'unknown-question': 'error',
  'unknown-rule': 'warn',
  'unanswered-question': 'warn',
};

/** Ids of all rules that `lint` may report. */
export function ruleIds(content: ContentStore): readonly string[] {
  return [...new Set([...content.rules().map(({ id }) => id), ...Object.keys(OWN_SEVERITY)])];
}

/** Checks answer files one by one; what it learns of questions and rules serves all of them. */
export function createLinter(choice: LintChoice): Linter {
  const { content, t } = choice;
  const rules = new Map(content.rules().map((rule) => [rule.id, rule]));
  const ids = ruleIds(content);
  const contexts = new Map<string, AnalysisContext>();

  const contextOf = ({ question: id, language }: Answer): AnalysisContext => {
    const known =
      language !== null && content.index.answerLanguages.includes(language) ? language : undefined;
    const key = `${id ?? ''}\n${known ?? ''}`;
    let context = contexts.get(key);
    if (context === undefined) {
      const question = id === null ? null : content.question(id);
      context = analysisContext(content, { question, interfaceLanguage: choice.language, language: known });
      contexts.set(key, context);
    }
    return context;
  };

  /** A finding of the linter's own; its texts are those of the rule, where content has one. */
  const own = (
    rule: string,
    span: Span,
    answer: Raw['answer'],
    values: Record<string, string>,
    near?: string | null,
  ): Raw => {
    const data = rules.get(rule);
    const text = (kind: 'message' | 'advice') => {
      const template = data?.[kind][choice.language] ?? data?.[kind].en;
      return template === undefined ? t(`lint.finding.${rule}.${kind}`, values) : fill(template, values);
    };
    const advice = near ? t('lint.did-you-mean', { near }) : text('advice');
    return {
      rule,
      severity: data?.severity ?? OWN_SEVERITY[rule] ?? 'error',
      span,
      message: text('message'),
      advice,
      answer,
    };
  };

  const keep = (raw: Raw): Raw[] => {
    if (choice.only !== null && !choice.only.has(raw.rule) && raw.rule !== 'parse-error') return [];
    const level = choice.levels.get(raw.rule) ?? raw.answer?.rules[raw.rule];
    if (level === undefined || !RULE_LEVELS.includes(level)) return [raw];
    return level === 'off' ? [] : [{ ...raw, severity: level as Severity }];
  };

  const aboutSettings = (answers: readonly Answer[]): Raw[] => {
    const seen = new Set<string>();
    const once = (key: string, raw: () => Raw): Raw[] => (seen.has(key) ? [] : seen.add(key) && [raw()]);
    return answers.flatMap((answer) => {
      const { question, questionSpan, language } = answer;
      const found: Raw[] = [];
      if (question !== null && content.question(question) === null) {
        const questions = content.index.banks.flatMap((bank) => bank.questions);
        found.push(
          own(
            'unknown-question',
            questionSpan,
            answer,
            { question: visibleLine(question) },
            nearest(question, questions),
          ),
        );
      }
      for (const [rule, span] of Object.entries(answer.ruleSpans))
        if (!ids.includes(rule))
          found.push(
            ...once(`rule ${span.start}`, () =>
              own('unknown-rule', span, answer, { rule: visibleLine(rule) }, nearest(rule, ids)),
            ),
          );
      if (language !== null && !content.index.answerLanguages.includes(language))
        found.push(
          ...once(`language ${language}`, () => {
            const values = {
              language: visibleLine(language),
              known: content.index.answerLanguages.join(', '),
            };
            return own('parse-error', { start: answer.start, end: answer.start }, answer, {
              problem: t('lint.problem.unknown-language', values),
            });
          }),
        );
      return found;
    });
  };

  const claims: PlacedClaim[] = [];
  const texts = new Map<string, AnswerPlace>();
  const copies: { readonly place: AnswerPlace; readonly first: AnswerPlace }[] = [];

  /** Keeps the little of an answer that others are compared with: thousands of answers are to fit in memory. */
  const remember = (analysis: Analysis, answer: AnswerPlace, lineAt: (offset: number) => number): void => {
    const { start } = answer;
    for (const claim of claimsOf(analysis)) {
      const quote = visibleLine(analysis.document.text.slice(claim.start, claim.end));
      const span = { start: start + claim.start, end: start + claim.end };
      claims.push({ ...claim, ...span, line: lineAt(span.start), place: answer, quote });
    }
    const { tokens, wordCount } = analysis.document;
    if (wordCount < LEAST_SAME) return;
    const words = tokens.flatMap(({ kind, norm }) => (kind === 'mark' ? [] : [norm])).join(' ');
    const key = createHash('sha1').update(words).digest('base64');
    const first = texts.get(key);
    if (first === undefined) texts.set(key, answer);
    else copies.push({ place: answer, first });
  };

  const compare = (files: readonly LintedFile[]): LintedFile[] => {
    const added = new Map<string, Raw[]>();
    const add = (path: string, raw: Raw): void => {
      added.set(path, [...(added.get(path) ?? []), ...keep(raw)]);
    };
    const at = (path: string, line: number): string => `${visibleLine(path)}:${line}`;
    for (const { claim, other } of contradictions(claims, (a, b) => a.place === b.place))
      add(
        claim.place.path,
        own('contradictory-numbers', claim, claim.place.answer, {
          quote: claim.quote,
          place: at(other.place.path, other.line),
          other: other.quote,
        }),
      );
    for (const { place, first } of copies)
      add(
        place.path,
        own('duplicate-answer', place.span, place.answer, { place: at(first.path, first.line) }),
      );
    return files.map((file) => {
      const raw = added.get(file.path);
      if (raw === undefined) return file;
      const found = finish(raw, file.source, lineIndex(file.source));
      return { ...file, findings: [...file.findings, ...found].sort(inPlace) };
    });
  };

  const lint = (file: AnswerFile): LintedFile => {
    const { path, source, answers, problems } = file;
    let places: ((offset: number) => Place) | undefined;
    const place = (offset: number): Place => {
      places ??= lineIndex(source);
      return places(offset);
    };
    const raw: Raw[] = aboutSettings(answers);
    const linted = answers.map((answer): LintedAnswer => {
      const analysis = analyze(answer.text, { ...contextOf(answer), markedHeadings: answer.markedHeadings });
      // Of an empty answer one thing is to be said, not that each part of it is missing.
      if (answer.text.trim() === '') {
        const title = visibleLine(answer.title ?? answer.question ?? path);
        raw.push(own('unanswered-question', answer.questionSpan, answer, { question: title }));
      } else
        for (const { rule, severity, span, message, advice } of analysis.findings)
          raw.push({ rule, severity, span: inFile(span, answer), message, advice, answer });
      const { line } = place(answer.start);
      const span = inFile({ start: 0, end: answer.text.length }, answer);
      const { question, title } = answer;
      remember(
        analysis,
        {
          path,
          line: place(span.start).line,
          start: answer.start,
          answer: { question, title, rules: answer.rules },
          span,
        },
        (offset) => place(offset).line,
      );
      return {
        ...summarize(analysis),
        question: answer.question,
        title: answer.title,
        line,
      };
    });
    const kept = raw.flatMap(keep);
    const findings = problems.flatMap(({ line, column, message }) => {
      const start = offsetOf(source, line, column);
      return keep(own('parse-error', { start, end: start }, null, { problem: message }));
    });
    return {
      path,
      source,
      answers: linted,
      findings: finish([...findings, ...kept], source, place),
      suppressed: 0,
    };
  };

  const unreadable = (path: string, { line, column, message }: FileProblem): LintedFile => {
    const at: Position = { line, column, offset: 0 };
    const findings = keep(own('parse-error', { start: 0, end: 0 }, null, { problem: message })).map(
      (raw) => ({
        ...shown(raw, at, at),
        fingerprint: fingerprint([raw.rule, '', message]),
      }),
    );
    return { path, source: '', answers: [], findings, suppressed: 0 };
  };

  return { lint, compare, unreadable };
}

function summarize({ document, story, parts }: Analysis): Pick<LintedAnswer, 'language' | 'story' | 'parts'> {
  return {
    language: document.language,
    story: story.kind,
    parts: Object.fromEntries(parts.map(({ part, state }) => [part, state])),
  };
}

/**
 * A finding about what is absent lies at the answer's beginning or covers its end; in a file neither may
 * point at markup, so spans are narrowed to the words they hold.
 */
function inFile({ start, end }: Span, { start: offset, text }: Answer): Span {
  let from = start;
  while (from < end && isSpace(text, from)) from += 1;
  if (from === end) return { start: offset + start, end: offset + start };
  let to = end;
  while (to > from && isSpace(text, to - 1)) to -= 1;
  return { start: offset + from, end: offset + to };
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at] ?? 'x');
}

const ORDER: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

function finish(raw: readonly Raw[], source: string, place: (offset: number) => Place): LintFinding[] {
  const counts = new Map<string, number>();
  return [...raw]
    .sort(
      (a, b) =>
        a.span.start - b.span.start || ORDER[a.severity] - ORDER[b.severity] || (a.rule < b.rule ? -1 : 1),
    )
    .map((finding) => {
      const { rule, span, answer } = finding;
      const identity = [rule, answer?.question ?? answer?.title ?? '', source.slice(span.start, span.end)];
      const key = identity.join('\0');
      const count = counts.get(key) ?? 0;
      counts.set(key, count + 1);
      return {
        ...shown(
          finding,
          { ...place(span.start), offset: span.start },
          { ...place(span.end), offset: span.end },
        ),
        fingerprint: fingerprint(count === 0 ? identity : [...identity, String(count)]),
      };
    });
}

function inPlace(a: LintFinding, b: LintFinding): number {
  return (
    a.start.offset - b.start.offset || ORDER[a.severity] - ORDER[b.severity] || (a.rule < b.rule ? -1 : 1)
  );
}

function shown(
  { rule, severity, message, advice }: Raw,
  start: Position,
  end: Position,
): Omit<LintFinding, 'fingerprint'> {
  return { rule, severity, message, advice, start, end };
}

/** Half a SHA-256: enough to tell the findings of one project apart. */
function fingerprint(identity: readonly string[]): string {
  return createHash('sha256').update(identity.join('\0')).digest('hex').slice(0, 32);
}

function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  const breaks = /\r\n|\n|\r/g;
  for (let at = 1; at < line; at += 1) {
    if (breaks.exec(source) === null) break;
    start = breaks.lastIndex;
  }
  return Math.min(start + column - 1, source.length);
}
