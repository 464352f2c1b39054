import type { PartState } from '../analysis/types.js';
import type { Framework } from '../content/types.js';
import type { Summary, SummaryLine } from '../rehearsal/summary.js';
import { hanging, reportWidth } from '../reports/answer-layout.js';
import { clock } from '../reports/clock.js';
import type { Paint } from '../reports/types.js';
import { inLanguage, type TextStyle } from './text-style.js';
import { wrap } from './wrap.js';

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
