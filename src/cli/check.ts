import { type Analysis, analyze } from '../analyze.js';
import { readAnswers } from '../answers/read.js';
import type { Answer, AnswerFile } from '../answers/types.js';
import { cuesOf } from '../content/framework-cues.js';
import { nearest } from '../content/nearest.js';
import { InputError } from '../content/problems.js';
import { isRuleLevel } from '../content/severities.js';
import type { Cue, Question } from '../content/types.js';
import { visibleLine, visibleName } from '../content/visible.js';
import type { TouchedCriterion } from '../reports/answer-text.js';
import { chooseNextFix } from '../rules/apply.js';
import type { ContentStore } from '../store/content.js';
import type { ReadText } from '../store/read-file.js';
import { lineIndex } from '../text/lines.js';
import type { LanguageCode } from '../text/types.js';
import { analysisContext } from './analysis-context.js';
import type { CommandContext } from './context.js';
import { heardCriteria } from './heard-criteria.js';
import { typedCommand } from './typed-command.js';

/** One answer of a file and the question it answers. */
export interface ChosenAnswer {
  readonly answer: Answer;
  /** Null where it is tied to none. */
  readonly question: Question | null;
}

export interface ReadingChoice {
  /** Id of a framework; stands above what the question asks for. */
  readonly framework?: string | undefined;
  /** Language of the answer; stands above what the file says. */
  readonly language?: LanguageCode | undefined;
  /** Severities of the config; those of the file stand above them. */
  readonly levels?: Readonly<Record<string, string>> | undefined;
}

/** What `check` says of an answer. */
export interface CheckedAnswer {
  readonly analysis: Analysis;
  /** False where the question asks for no structure. */
  readonly structured: boolean;
  readonly criteria: readonly TouchedCriterion[];
  /** Cues of the language of the answer. */
  readonly cues: readonly Cue[];
}

/**
 * The answers of an untrusted text.
 *
 * @param path as shown to the user; its extension decides how the text is read
 * @throws InputError where it is no text, is empty, or no answer in it can be read
 */
export async function readAnswerFile(
  path: string,
  { source, fault }: ReadText,
  { t, io }: Pick<CommandContext, 't' | 'io'>,
): Promise<AnswerFile> {
  const refuse = (place: { readonly line: number; readonly column: number }, message: string) =>
    new InputError('', { problems: [{ path: visibleLine(path), ...place, message }] });
  if (fault !== null) {
    if (fault.values.code === 'ENOENT')
      throw new InputError(t('content.file.absent', { path: visibleLine(path) }));
    throw refuse(fault, t(`lint.problem.${fault.code}`, fault.values));
  }
  if (source.trim() === '') throw refuse({ line: 1, column: 1 }, t('content.empty'));
  const file = await readAnswers(path, source, t);
  if (file.answers.length === 0)
    throw new InputError('', {
      problems:
        file.problems.length > 0
          ? file.problems
          : [{ path: visibleLine(path), line: 1, column: 1, message: t('content.empty') }],
    });
  for (const { line, column, message } of file.problems)
    io.stderr.write(`${visibleLine(path)}:${line}:${column}: ${message}\n`);
  return file;
}

/**
 * The one answer to check, and its question.
 *
 * @param id of a question: picks the answer that names it, or ties the only answer to it
 * @param again what is typed to have all answers of the file checked
 * @throws InputError where it is not clear which answer is meant, or the question does not exist
 */
export async function chooseAnswer(
  file: AnswerFile,
  id: string | undefined,
  context: Pick<CommandContext, 'content' | 't' | 'io' | 'language'>,
  again: readonly string[],
): Promise<ChosenAnswer> {
  const { content, t, io } = context;
  const { answers, path, source } = file;
  const named = id === undefined ? [] : answers.filter(({ question }) => question === id);
  const answer =
    named.find(({ text }) => text.trim() !== '') ?? named[0] ?? onlyAnswer(file, id, again, { t, io });
  if (answer.text.trim() === '') {
    const place = lineIndex(source)(answer.start);
    throw new InputError('', {
      problems: [{ path: visibleLine(path), ...place, message: t('answer.source.unwritten') }],
    });
  }
  refuseUnknownFramework(answer, file, { content, t });
  const wanted = id ?? answer.question;
  if (wanted === null) return { answer, question: null };
  const question = content.question(wanted);
  if (question !== null) return { answer, question };
  const near = nearest(
    wanted,
    content.index.banks.flatMap(({ questions }) => questions),
  );
  const advice =
    near === null ? await questionAdvice(wanted, context) : t('answer.source.did-you-mean', { near });
  const shown = { id: visibleName(wanted) };
  if (named.length === 0 && id !== undefined)
    throw new InputError(t('answer.source.no-such-question', shown), { advice });
  io.stderr.write(`${t('answer.source.read-without', shown)}\n${advice}\n`);
  return { answer, question: null };
}

/** Questions whose words are like those of an id that no bank has, and the command that lists them all. */
async function questionAdvice(
  id: string,
  { content, t, io, language }: Pick<CommandContext, 'content' | 't' | 'io' | 'language'>,
): Promise<string> {
  const { questionsLike } = await import('../content/like-questions.js');
  const questions = content.index.banks.flatMap(({ role }) => content.bank(role)?.questions ?? []);
  const like = questionsLike(id, questions, language);
  const list = t('answer.source.list-questions', { command: typedCommand(io, 'banks', 'show') });
  return like.length === 0 ? list : `${t('answer.source.like', { ids: like.join(', ') })}\n${list}`;
}

/** Read by another framework than its writer meant, a text would get wrong findings. */
function refuseUnknownFramework(
  { framework }: Answer,
  { path, source }: AnswerFile,
  { content, t }: Pick<CommandContext, 'content' | 't'>,
): void {
  const { frameworks } = content.index;
  if (framework === null || frameworks.includes(framework.id)) return;
  const values = { framework: visibleName(framework.id), known: frameworks.join(', ') };
  const near = nearest(framework.id, frameworks);
  throw new InputError('', {
    problems: [
      {
        path: visibleLine(path),
        ...lineIndex(source)(framework.start),
        message: t('lint.problem.unknown-framework', values),
      },
    ],
    ...(near === null ? {} : { advice: t('answer.source.did-you-mean', { near }) }),
  });
}

function onlyAnswer(
  { answers }: AnswerFile,
  id: string | undefined,
  again: readonly string[],
  { t, io }: Pick<CommandContext, 't' | 'io'>,
): Answer {
  const [first, ...others] = answers;
  if (first !== undefined && others.length === 0) return first;
  const ids = [...new Set(answers.flatMap(({ question }) => (question === null ? [] : [question])))];
  const near = id === undefined ? null : nearest(id, ids);
  const values = {
    ids: ids.map(visibleLine).join(', '),
    command: typedCommand(io, 'lint', ...again),
  };
  const pick = t(ids.length === 0 ? 'answer.source.lint-instead' : 'answer.source.pick', values);
  const message =
    id === undefined
      ? t('answer.source.several', { count: answers.length })
      : t('answer.source.none-of-them', { id: visibleName(id) });
  throw new InputError(message, {
    advice: near === null ? pick : `${t('answer.source.did-you-mean', { near: visibleLine(near) })}\n${pick}`,
  });
}

/** Reads the answer by what its question, its file and the caller ask for. */
export function checkAnswer(
  { answer, question }: ChosenAnswer,
  { framework, language, levels }: ReadingChoice,
  { content, language: interfaceLanguage }: Pick<CommandContext, 'content' | 'language'>,
): CheckedAnswer {
  const wanted = framework ?? question?.framework ?? answer.framework?.id;
  const context = analysisContext(content, {
    question,
    framework: wanted,
    interfaceLanguage,
    language: language ?? declaredLanguage(answer, content),
  });
  const asked = { ...levels, ...answer.rules };
  const read = analyze(answer.text, {
    ...context,
    markedHeadings: answer.markedHeadings,
    isOff: (rule) => Object.hasOwn(asked, rule) && asked[rule] === 'off',
  });
  const analysis = withLevels(read, asked, question);
  return {
    analysis,
    structured: question === null || wanted !== undefined,
    criteria: heardCriteria(analysis, context),
    cues: cuesRead(analysis, content),
  };
}

/** Cues that the reasons of the analysis may name. */
function cuesRead({ document, framework }: Analysis, content: ContentStore): readonly Cue[] {
  const language = content.languageModels().find(({ code }) => code === document.language);
  return language === undefined ? [] : cuesOf(framework, language);
}

function declaredLanguage({ language }: Answer, { index }: ContentStore): LanguageCode | undefined {
  return language !== null && index.answerLanguages.includes(language) ? language : undefined;
}

/** Findings by the severities that the file sets for its rules. */
function withLevels(
  analysis: Analysis,
  levels: Readonly<Record<string, string>>,
  question: Question | null,
): Analysis {
  const findings = analysis.findings.flatMap((finding) => {
    const level = Object.hasOwn(levels, finding.rule) ? levels[finding.rule] : undefined;
    if (level === undefined || !isRuleLevel(level)) return [finding];
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
  return { ...analysis, findings, nextFix: chooseNextFix(findings, question) };
}
