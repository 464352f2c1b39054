import type { Because } from '../analysis/types.js';
import type { Analysis } from '../analyze.js';
import type { Translate } from '../content/messages.js';
import { CRITERIA_RULE, NO_ANSWER_RULE } from '../content/rule-names.js';
import type { Cue } from '../content/types.js';
import { adviceOf } from '../rules/next-fix.js';
import { type Piece, piecesOf } from '../rules/pieces.js';
import { quote } from '../rules/quote.js';
import type { LanguageCode } from '../text/types.js';
import { explanation } from './answer-explain.js';
import { figureLines } from './answer-figures.js';
import { findingLines } from './answer-findings.js';
import { hanging, linesOf, reportWidth } from './answer-layout.js';
import { partLines } from './answer-parts.js';
import { clock } from './clock.js';
import { printable, printableLine } from './escape.js';
import type { Colour, Paint } from './types.js';

/** How the reading of one answer is shown. */
export interface AnswerTextOptions {
  readonly t: Translate;
  /** Returns the text unchanged where colours are off. */
  readonly paint: Paint;
  /** Language of the interface. */
  readonly language: LanguageCode;
  /** Columns of the window. */
  readonly width: number;
  /** False where the question asks for no structure: then nothing is said of parts. */
  readonly structured: boolean;
  /** What the interviewer listens for, and whether the answer speaks of it. */
  readonly criteria?: readonly TouchedCriterion[] | undefined;
  /** Tells sentence by sentence and figure by figure what decided. */
  readonly explain?: WhatExplains | undefined;
  /** What an interviewer would ask next; by default what the first thing to mend leads to. */
  readonly followUp?: string | null | undefined;
}

export interface WhatExplains {
  /** Cues of the language of the answer. */
  readonly cues: readonly Cue[];
  /** What decided what each figure of the analysis is for; empty where rules did. */
  readonly figures: readonly (readonly Because[])[];
}

export interface TouchedCriterion {
  readonly text: string;
  readonly touched: boolean;
  /** The candidate's words that touch it. */
  readonly quote?: string | undefined;
}

/** What a structure is for where the answer should be one past event; a plan is what a case asks for. */
const STORIES = 'behavioral';

/**
 * One answer as read, for people: its text with its parts marked by letter and colour, which parts are there,
 * figures, spoken time, findings, what to mend first, and what an interviewer would ask. Understood without
 * colour; untrusted text is escaped. Ends without a line break.
 */
export function renderAnswer(analysis: Analysis, options: AnswerTextOptions): string {
  const { document, findings, quantities } = analysis;
  const width = reportWidth(options.width);
  const next = nextLines(analysis, options, width);
  // What is to be mended first is advised below, once.
  const view = { options, width, advised: analysis.nextFix?.advice ?? null };
  if (document.language === null) return joined([findingLines(findings, view), next]);
  const structured = options.structured && !findings.some(({ rule }) => rule === NO_ANSWER_RULE);
  const pieces = piecesOf(analysis);
  const told =
    (options.criteria ?? []).length > 0 ? findings.filter(({ rule }) => rule !== CRITERIA_RULE) : findings;
  const clean = told.length < findings.length ? 'answer.clean-else' : 'answer.clean';
  const words = {
    ...options,
    framework: analysis.framework,
    cues: options.explain?.cues ?? [],
    text: document.text,
  };
  return joined([
    structured ? markedText(pieces, document.text, options.paint, width) : plainText(document.text, width),
    structured && analysis.framework.kind === STORIES ? storyLine(analysis, options, width) : '',
    structured ? partLines(analysis, pieces, options, width) : '',
    figureLines(quantities, document.text, options, width),
    spokenLine(analysis, options, width),
    criterionLines(options, width),
    findingLines(told, { ...view, clean, ...(structured ? { pieces, framework: analysis.framework } : {}) }),
    next,
    options.explain === undefined
      ? ''
      : structured
        ? explanation(analysis, options, words, width)
        : linesOf(options.t('answer.unstructured'), width).join('\n'),
  ]);
}

function joined(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** «S │ », then the text of the part; the letter stands where the part begins. */
function markedText(pieces: readonly Piece[], text: string, paint: Paint, width: number): string {
  const lines: string[] = [];
  for (const run of runsOf(pieces)) {
    const part = run[0]?.part ?? null;
    const colour = (part?.colour ?? 'dim') as Colour;
    if (run[0]?.after === '\n\n' && lines.length > 0) lines.push('');
    const margin = (letter: string) => `${paint(colour, `${letter} │`)} `;
    const body = linesOf(runText(run, text, paint, colour), width - 4);
    for (const [at, line] of body.entries())
      lines.push(`${margin(at === 0 ? (part?.letter ?? '·') : ' ')}${line}`.trimEnd());
  }
  return lines.join('\n');
}

function runsOf(pieces: readonly Piece[]): Piece[][] {
  const runs: Piece[][] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.part?.id === piece.part?.id) run.push(piece);
    else runs.push([piece]);
  }
  return runs;
}

function runText(run: readonly Piece[], text: string, paint: Paint, colour: Colour): string {
  return run
    .map(({ start, end, heading, after }, index) => {
      const words = printableLine(text.slice(start, end)).replace(/ {2,}/g, ' ').trim();
      const painted = paint(colour, heading ? paint('bold', words) : words);
      if (index === 0) return painted;
      // A heading and its text stay together.
      return `${run[index - 1]?.heading && after !== '' && after !== ' ' ? '\n' : after}${painted}`;
    })
    .join('');
}

function plainText(text: string, width: number): string {
  // Blanks that stand for masked markup are no part of the text.
  const said = printable(text.replace(/[^\S\r\n]+/g, ' ')).trim();
  return linesOf(said, width - 2)
    .map((line) => line.trim())
    .filter((line, at, lines) => line !== '' || lines[at - 1] !== '')
    .map((line) => (line === '' ? '' : `  ${line}`))
    .join('\n');
}

/** Quotations that show it is no story: more do not convince better. */
const QUOTES = 2;

/** What the answer is instead of a story; a finding that says so needs no line beside it. */
function storyLine(
  { story, document, findings }: Analysis,
  { t, paint }: AnswerTextOptions,
  width: number,
): string {
  if (story.kind === 'story' || findings.some(({ rule }) => rule === 'not-a-story')) return '';
  const quotes = story.spans
    .slice(0, QUOTES)
    .map((span) => t('answer.quoted', { quote: printableLine(quote(document.text, span)) }));
  const what = t(`answer.story.${story.kind}`);
  const said = quotes.length === 0 ? `${what}.` : `${what}: ${quotes.join(', ')}.`;
  return hanging(`${paint('yellow', '!')} `, said, width);
}

function spokenLine(
  { speakingSeconds, document, framework }: Analysis,
  { t }: AnswerTextOptions,
  width: number,
): string {
  const words = t('answer.words', { count: document.wordCount });
  if (!framework.spoken) return linesOf(words, width).join('\n');
  return linesOf(t('answer.aloud', { time: clock(speakingSeconds), words }), width).join('\n');
}

function criterionLines({ criteria = [], t, paint }: AnswerTextOptions, width: number): string {
  if (criteria.length === 0) return '';
  const lines = criteria.map(({ text, touched, quote: words }) => {
    const mark = touched ? paint('green', '✓') : paint('yellow', '–');
    const shown = printableLine(text);
    if (!touched)
      return hanging(`  ${mark} `, `${shown} ${paint('dim', `(${t('answer.not-touched')})`)}`, width);
    const line = hanging(`  ${mark} `, shown, width);
    if (words === undefined) return line;
    return `${line}\n${hanging('    ', paint('dim', t('answer.quoted', { quote: printableLine(words) })), width)}`;
  });
  return [paint('bold', t('answer.heading.criteria')), ...lines].join('\n');
}

/** What an interviewer asks about the first thing to mend, unless the advice already says it. */
export function followUpAsk(nextFix: Analysis['nextFix']): string | null {
  const ask = nextFix?.ask ?? null;
  return ask === null || nextFix?.advice.includes(ask) ? null : ask;
}

function nextLines({ nextFix }: Analysis, options: AnswerTextOptions, width: number): string {
  const { t, paint } = options;
  const ask = options.followUp === undefined ? followUpAsk(nextFix) : options.followUp;
  const lines: string[] = [];
  if (nextFix !== null) {
    const advice = printableLine(adviceOf(nextFix));
    lines.push(...linesOf(paint('bold', t('answer.next', { advice, rule: nextFix.rule })), width));
  }
  if (ask !== null) lines.push(...linesOf(t('answer.ask', { question: printableLine(ask) }), width));
  return lines.join('\n');
}
