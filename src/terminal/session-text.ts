import stringWidth from 'string-width';
import type { PartState } from '../analysis/types.js';
import { localText } from '../content/localized.js';
import type { Translate } from '../content/messages.js';
import { ANY_PART_RULE, CRITERIA_RULE } from '../content/rule-names.js';
import type { Framework, Level, Localized, Question, Sample } from '../content/types.js';
import { visible } from '../content/visible.js';
import type { Complaint, Revision } from '../rehearsal/outcome.js';
import type { Summary, SummaryLine } from '../rehearsal/summary.js';
import { hanging, reportWidth } from '../reports/answer-layout.js';
import { clock } from '../reports/clock.js';
import type { Paint } from '../reports/types.js';
import type { LanguageCode } from '../text/types.js';
import type { PromptHeading } from './frame.js';
import { cutTo, legendLine, type MeterView, meterLine } from './meter.js';
import { wrap } from './wrap.js';

/** What the texts of a session are made with. */
export interface TextStyle {
  readonly language: LanguageCode;
  readonly t: Translate;
  readonly paint: Paint;
  readonly columns: number;
}

/** A text of a bank in the language of the interface, else in any it has; safe to show. */
export function inLanguage(text: Localized, language: LanguageCode): string {
  return visible(localText(text, language));
}

/** Lines over the prompt: which question of how many, the question, what to think of. */
export function questionLines(
  asked: {
    readonly question: Question;
    readonly number: number;
    readonly of: number;
    readonly hint: boolean;
    /** Why it is asked, in words; null where that goes without saying. */
    readonly reason: string | null;
    /** What was to be mended in the answer that is being revised, in words; null for nothing. */
    readonly mend?: string | null;
  },
  style: TextStyle,
): PromptHeading {
  const { question, number, of, hint, reason, mend = null } = asked;
  const { language, t, paint, columns } = style;
  const where = t('prompt.number', { number, of, stage: t(`session.stage.${question.stage}`) });
  return headingOf(
    [
      paint('dim', wrap(reason === null ? where : `${where} · ${reason}`, columns)),
      paint('bold', wrap(inLanguage(question.text, language), columns)),
    ],
    [
      ...(hint ? [paint('dim', wrap(inLanguage(question.hint, language), columns))] : []),
      ...(mend === null ? [] : [paint('cyan', wrap(mend, columns))]),
    ],
  );
}

/** An empty line ends what stands over the prompt. */
function headingOf(asked: readonly string[], help: readonly string[]): PromptHeading {
  const linesOf = (blocks: readonly string[]) => blocks.flatMap((block) => block.split('\n'));
  return { lines: linesOf([...asked, ...help, '']), asked: linesOf(asked).length };
}

/** Lines over the prompt where the interviewer asks once more about the answer just given. */
export function followUpLines(
  asked: {
    readonly ask: string;
    readonly question: Question;
    readonly number: number;
    readonly of: number;
  },
  { t, paint, columns }: TextStyle,
): PromptHeading {
  const { ask, question, number, of } = asked;
  const stage = t(`session.stage.${question.stage}`);
  return headingOf(
    [
      paint('dim', wrap(t('session.follow-up-to', { number, of, stage }), columns)),
      paint('bold', wrap(ask, columns)),
    ],
    [],
  );
}

/** Lines under the prompt: the meter, and the keys or what has just happened. */
export function statusLines(
  view: MeterView & { readonly empty: boolean; readonly notice: string | null },
  style: TextStyle & { readonly unicode: boolean },
): string[] {
  const { t, paint, columns, unicode } = style;
  const { empty, notice } = view;
  const keys = t(empty ? 'prompt.keys-empty' : 'prompt.keys');
  const shown = unicode ? keys : keys.replaceAll(' · ', ' | ');
  // Keys that are needed most stand first: a narrow terminal drops the last ones.
  const separator = unicode ? ' · ' : ' | ';
  const fitting = shown.split(separator);
  while (fitting.length > 1 && stringWidth(fitting.join(separator)) > columns) fitting.pop();
  const below =
    notice === null
      ? paint('dim', cutTo(fitting.join(separator), columns, ''))
      : paint('yellow', cutTo(visible(notice), columns, unicode ? '…' : '...'));
  return [empty ? legendLine(view, style) : meterLine(view, style), below];
}

/**
 * What is said once where there is no line under the prompt.
 *
 * @param kept whether an answer that is left unfinished is kept
 */
export function plainHelp({ t, columns }: TextStyle, { kept }: { readonly kept: boolean }): string[] {
  return wrap(t(kept ? 'prompt.plain' : 'prompt.plain-unkept'), columns).split('\n');
}

/** How what a revision names by id is called in the language of the reader. */
export interface RevisionNames {
  readonly rule: (id: string) => string;
  readonly part: (id: string) => string;
  readonly criterion: (id: string) => string;
}

/**
 * After a revision: which findings it closed, which are new, which are still open, and what the interviewer now
 * hears or hears no longer; empty where nothing is to be told.
 */
export function revisionText(
  { closed, fresh, open, heard, lost }: Revision,
  names: RevisionNames,
  { t, paint, columns }: TextStyle,
): string {
  const complaint = ({ rule, part }: Complaint) =>
    part === null ? names.rule(rule) : t('session.revision.part', { part: names.part(part) });
  const list = (key: string, mark: string, items: readonly string[]) =>
    items.length === 0
      ? []
      : [
          paint('bold', t(`session.revision.${key}`)),
          ...items.map((item) => hanging(`  ${mark} `, item, reportWidth(columns))),
        ];
  return [
    ...list('closed', paint('green', '✓'), closed.map(complaint)),
    ...list('heard', paint('green', '✓'), heard.map(names.criterion)),
    ...list('fresh', paint('red', '✗'), fresh.map(complaint)),
    ...list('lost', paint('red', '–'), lost.map(names.criterion)),
    ...list('open', paint('yellow', '!'), open.map(complaint)),
  ].join('\n');
}

/** What an answer to the question must show at a level; empty where the bank says nothing of it. */
export function levelText(
  { byLevel }: Question,
  level: Level | undefined,
  { language, t, paint, columns }: TextStyle,
): string {
  const wanted = level === undefined ? undefined : byLevel?.[level];
  if (level === undefined || wanted === undefined) return '';
  const title = paint('bold', t('prompt.level', { level: t(`prompt.levels.${level}`) }));
  return wrap(`${title} ${inLanguage(wanted, language)}`, columns);
}

/**
 * Sample answers in the language of the candidate's own answer, in any other where there are none: strong ones
 * first, the weak ones with what they lack.
 */
export function samplesText(
  question: Question,
  names: Pick<RevisionNames, 'rule' | 'part'>,
  { language, t, paint, columns }: TextStyle,
): string {
  const own = question.samples.filter((sample) => sample.language === language);
  const all = own.length > 0 ? own : question.samples;
  return (['strong', 'weak'] as const)
    .flatMap((grade) => {
      const shown = all.filter((sample) => sample.grade === grade);
      return shown.map((sample, index) => {
        const which = `${index + 1}/${shown.length}`;
        const title = t(`session.sample.${grade}`) + (shown.length > 1 ? ` ${which}` : '');
        const paragraphs = visible(sample.text.trim()).split('\n');
        return [
          paint(grade === 'strong' ? 'green' : 'yellow', title),
          ...paragraphs.map((line) => wrap(line, columns, '  ')),
          ...(grade === 'weak' ? lacksOf(sample, question) : []).map((lack) =>
            hanging(`  ${paint('yellow', '!')} `, lack, reportWidth(columns)),
          ),
        ].join('\n');
      });
    })
    .join('\n\n');

  function lacksOf({ expect }: Sample, { criteria }: Question): string[] {
    const rules = expect.findings.filter((rule) => rule !== ANY_PART_RULE && rule !== CRITERIA_RULE);
    const parts = expect.missing.filter((part) => !rules.includes(`missing-${part}`));
    const [touched, asked] = [expect.criteria.length, criteria.length];
    return [
      ...parts.map((part) => t('session.revision.part', { part: names.part(part) })),
      ...rules.map(names.rule),
      ...(touched < asked ? [t('session.sample.criteria', { touched, asked })] : []),
    ];
  }
}

export interface SummaryView {
  readonly frameworks: (id: string) => Framework;
  /** How a rule is called in the language of the reader. */
  readonly rule: (id: string) => string;
  /** The command that asks a question once more. */
  readonly again: (question: string) => string;
  /** In how many days a question comes again; null where that is not planned. */
  readonly dueIn: (question: string) => number | null;
  readonly timed: boolean;
  readonly style: TextStyle;
}

/** What a session ends with: a block a question, what comes up again and again, what to practise next. */
export function summaryText(summary: Summary, view: SummaryView): string {
  const { language, t, paint, columns } = view.style;
  const item = (text: string) => hanging('  – ', text, reportWidth(columns));
  const blocks = summary.lines.map((line, index) => {
    // The number stands in the indent of the first line.
    const number = `${index + 1}.`.padEnd(3);
    const title = number + wrap(inLanguage(line.question.text, language), columns, '   ').slice(3);
    return `${title}\n${unbroken(measures(line, view), columns)}`;
  });
  const tail: string[] = [];
  if (summary.recurring.length > 0) {
    const rules = summary.recurring.map(({ rule, answers }) =>
      item(t('session.summary.rule', { rule: view.rule(rule), count: answers })),
    );
    tail.push([paint('bold', t('session.summary.recurring')), ...rules].join('\n'));
  }
  if (summary.again.length > 0) {
    const questions = summary.again.map(
      // A command is copied whole: the window breaks it, not we.
      ({ id, text }) => `${item(inLanguage(text, language))}\n    ${paint('dim', view.again(id))}`,
    );
    tail.push([paint('bold', t('session.summary.again')), ...questions].join('\n'));
  } else tail.push(wrap(t('session.summary.clean'), columns));
  return [
    paint('bold', t('session.summary.title', { count: summary.lines.length })),
    ...blocks,
    ...tail,
  ].join('\n\n');
}

/** Measures on as few lines as they take; a number stays with what it counts. */
function unbroken(measures: readonly string[], columns: number): string {
  const text = measures.map((measure) => measure.replaceAll(' ', '\u00a0')).join(' · ');
  return wrap(text, columns, '   ').replaceAll('\u00a0', ' ');
}

function measures(line: SummaryLine, { frameworks, dueIn, timed, style }: SummaryView): string[] {
  const { t, paint } = style;
  const { error, warn, info } = line.findings;
  const parts: string[] = [];
  const framework = line.question.framework;
  if (framework !== null) parts.push(partLetters(frameworks(framework), new Map(line.parts), paint));
  parts.push(t('session.summary.figures', { count: line.figures }));
  const { touched, asked } = line.criteria;
  if (asked > 0)
    parts.push(
      paint(touched * 2 < asked ? 'yellow' : 'dim', t('session.summary.criteria', { touched, asked })),
    );
  if (error + warn + info === 0) parts.push(paint('green', t('session.summary.no-findings')));
  else {
    if (error > 0) parts.push(paint('red', t('session.summary.errors', { count: error })));
    if (warn > 0) parts.push(paint('yellow', t('session.summary.warnings', { count: warn })));
    if (info > 0) parts.push(paint('dim', t('session.summary.notes', { count: info })));
  }
  const spoken = framework === null || frameworks(framework).spoken;
  parts.push(
    spoken
      ? t('session.summary.speech', { time: clock(line.speakingSeconds) })
      : t('prompt.words', { count: line.words }),
  );
  if (timed) parts.push(t('prompt.spent', { time: clock(line.seconds) }));
  if (line.attempts > 1) parts.push(t('session.summary.versions', { count: line.attempts }));
  const days = dueIn(line.question.id);
  if (days !== null)
    parts.push(paint('dim', t(`session.summary.${days > 1 ? 'due-in' : 'due-tomorrow'}`, { count: days })));
  return parts;
}

/** `S T (A) –R`: there, there, implied, missing or empty. An optional part that the answer does without has no state. */
function partLetters({ parts }: Framework, states: ReadonlyMap<string, PartState>, paint: Paint): string {
  return parts
    .flatMap(({ id, letter }) => {
      const state = states.get(id);
      if (state === undefined) return [];
      if (state === 'present') return paint('green', letter);
      return state === 'implied' ? paint('yellow', `(${letter})`) : paint('red', `–${letter}`);
    })
    .join(' ');
}
