import type { Analysis } from '../analyze.js';
import { CRITERIA_RULE, NO_ANSWER_RULE } from '../content/rule-names.js';
import type { Question } from '../content/types.js';
import { summariseCompetencies } from '../rehearsal/competencies.js';
import type { Attempt, Turn } from '../rehearsal/types.js';
import { trimStop } from '../rules/criteria.js';
import { adviceOf } from '../rules/next-fix.js';
import { piecesOf } from '../rules/pieces.js';
import { clock } from './clock.js';
import { longDay } from './long-day.js';
import type { ProgressNames } from './progress-names.js';
import { competencyTable } from './session-competencies.js';
import { html, page, table } from './session-page.js';

export interface SessionPageOptions {
  readonly names: ProgressNames;
  readonly role: string;
  /** `2026-01-15`. */
  readonly date: string;
  readonly seed: number;
  /** The reading of an answer. */
  readonly analysisOf: (attempt: Attempt) => Analysis | null;
  /** A text of the bank in the reader's language. */
  readonly local: (text: Question['text']) => string;
}

/** A mock interview as one page that needs nothing beside itself. @param turns the answered ones */
export function sessionHtml(turns: readonly Turn[], options: SessionPageOptions): string {
  const { names, role, date, seed } = options;
  const { t, language } = names;
  const title = `${t('session.page.title')}: ${names.role(role)}`;
  const body = `<h1>${html(title)}</h1>
<p class="quiet">${html(t('session.page.about', { date: longDay(date, language), seed, count: turns.length }))}</p>
<h2>${html(t('session.competencies.title'))}</h2>
${table({ caption: t('session.competencies.title'), ...competencyTable(summariseCompetencies(turns), names), folds: true })}
${turns.map((turn, index) => answerSection(turn, index, options)).join('')}`;
  return page({ title, language, body });
}

function answerSection({ question, attempts }: Turn, index: number, options: SessionPageOptions): string {
  const { names, analysisOf, local } = options;
  const { t } = names;
  const last = attempts.at(-1);
  const analysis = last ? analysisOf(last) : null;
  if (last === undefined || analysis === null) return '';
  const { outcome } = last;
  const structured =
    question.framework !== null && !analysis.findings.some(({ rule }) => rule === NO_ANSWER_RULE);
  const badges = names.parts(question.framework ?? '').flatMap(({ id, letter, name }, at) => {
    const state = outcome.parts[id];
    if (!structured || state === undefined) return [];
    return `<span class="badge c${at % 6}">${html(`${letter} ${name}: ${t(`answer.state.${state}`)}`)}</span>`;
  });
  const facts = [
    t('session.summary.figures', { count: outcome.figures }),
    analysis.framework.spoken
      ? t('session.summary.speech', { time: clock(outcome.speakingSeconds) })
      : t('prompt.words', { count: outcome.words }),
    t('session.page.spent', { time: clock(attempts.reduce((sum, { seconds }) => sum + seconds, 0)) }),
  ].join(' · ');
  const asked = attempts.flatMap(({ replyTo }) => replyTo ?? []);
  const heading = `answer-${index + 1}`;
  return `<section aria-labelledby="${heading}">
<h2 id="${heading}">${index + 1}. ${html(local(question.text))}</h2>
<p class="quiet">${html(t(`session.stage.${question.stage}`))} · ${html(facts)}</p>
<div class="answer">${marked(analysis, structured)}</div>
${asked.map((text) => `<p class="quiet">${html(t('session.page.asked', { question: text }))}</p>\n`).join('')}${badges.length === 0 ? '' : `<p>${badges.join('')}</p>\n`}${criteria(question, outcome.criteria, options)}${findings(analysis, { t, question })}</section>
`;
}

/** The answer with a letter before every passage that carries a part. */
function marked(analysis: Analysis, structured: boolean): string {
  const { text } = analysis.document;
  if (!structured) return html(text);
  const order = analysis.framework.parts.map(({ id }) => id);
  return piecesOf(analysis)
    .map(({ start, end, part, after }) => {
      const words = html(text.slice(start, end));
      const shown =
        part === null
          ? words
          : `<mark class="c${order.indexOf(part.id) % 6}"><b>${html(part.letter)}</b>${words}</mark>`;
      return after + shown;
    })
    .join('');
}

/** What the criteria show is not said again, and what is to be mended first is advised once. */
function findings(
  { findings: found, nextFix }: Analysis,
  { t, question }: { readonly t: ProgressNames['t']; readonly question: Question },
): string {
  const listed = question.criteria.length > 0;
  const told = listed ? found.filter(({ rule }) => rule !== CRITERIA_RULE) : found;
  const items = told.map(
    ({ rule, severity, message, advice }) =>
      `<li><strong>${html(t(`report.severity.${severity}`))}</strong>: ${html(message)} <code>${html(rule)}</code>${
        advice === nextFix?.advice ? '' : `<br><span class="quiet">${html(advice)}</span>`
      }</li>\n`,
  );
  const first =
    nextFix === null
      ? ''
      : `<p><strong>${html(t('answer.next', { rule: nextFix.rule, advice: adviceOf(nextFix) }))}</strong></p>\n`;
  const clean = found.length === 0 ? 'answer.clean' : 'answer.clean-else';
  const list = told.length === 0 ? `<p>${html(t(clean))}</p>\n` : `<ul>\n${items.join('')}</ul>\n`;
  return `<h3>${html(t('answer.heading.findings'))}</h3>\n${list}${first}`;
}

function criteria(
  question: Question,
  touched: Readonly<Record<string, boolean>>,
  { names: { t }, local }: SessionPageOptions,
): string {
  if (question.criteria.length === 0) return '';
  const items = question.criteria.map(({ id, text }) => {
    const heard = touched[id] === true;
    const note = heard ? '' : ` <span class="quiet">(${html(t('answer.not-touched'))})</span>`;
    return `<li>${heard ? '✓' : '–'} ${html(trimStop(local(text)))}${note}</li>\n`;
  });
  return `<h3>${html(t('answer.heading.criteria'))}</h3>\n<ul class="marked">\n${items.join('')}</ul>\n`;
}
