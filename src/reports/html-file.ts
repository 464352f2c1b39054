import { printableLine } from './escape.js';
import { html } from './session-page.js';
import type { LintedAnswer, LintedFile, LintedPiece, LintFinding, ReportOptions } from './types.js';

/** A finding with its number on the page's file. */
interface Numbered extends LintFinding {
  readonly number: number;
  /** Of its element. */
  readonly id: string;
}

/** A file: open where it has findings, folded where it is clean. */
export function fileSection(
  { path, source, answers, findings }: LintedFile,
  index: number,
  options: ReportOptions,
): string {
  const { t } = options;
  const numbered = findings.map(
    (finding, at): Numbered => ({ ...finding, number: at + 1, id: `f${index + 1}-${at + 1}` }),
  );
  // Of the file itself are those that stand before its first answer.
  const homes = numbered.map(({ start }) => answers.findLastIndex(({ line }) => line <= start.line));
  const own = numbered.filter((_, at) => homes[at] === -1);
  const sections = answers.map((answer, at) =>
    answerSection(
      answer,
      numbered.filter((_, each) => homes[each] === at),
      { source, options },
    ),
  );
  const count = t('report.findings', { count: findings.length });
  return `<details class="file"${findings.length > 0 ? ' open' : ''}>
<summary><h2>${html(printableLine(path))}</h2> <span class="quiet">${html(count)}</span></summary>
${findingList(own, options)}${sections.join('')}</details>`;
}

interface Shown {
  readonly source: string;
  readonly options: ReportOptions;
}

function answerSection(
  { title, question, line, language, parts, pieces = [], framework = [] }: LintedAnswer,
  findings: readonly Numbered[],
  { source, options }: Shown,
): string {
  const { t } = options;
  const shownAs = title ?? question ?? t('report.page.answer', { line });
  const states = framework.flatMap(({ id, letter, name, colour }) => {
    const state = parts[id];
    if (state === undefined) return [];
    return [
      `<span class="badge ${toneOf(colour)}">${html(`${letter} ${name}: ${t(`answer.state.${state}`)}`)}</span>`,
    ];
  });
  const lang = language === null ? '' : ` lang="${html(language)}"`;
  const text = pieces.map((piece) => pieceMark(piece, findings, source)).join('');
  return `<section class="one">
<h3${lang}>${html(printableLine(shownAs))}</h3>
${states.length === 0 ? '' : `<p>${states.join('')}</p>\n`}${text === '' ? '' : `<div class="answer"${lang}>${text.trimEnd()}</div>\n`}${findingList(findings, options)}</section>
`;
}

/** A stretch of the text, with the numbers of the findings that begin in it. */
function pieceMark(
  { start, end, part, heading }: LintedPiece,
  findings: readonly Numbered[],
  source: string,
) {
  const here = findings.filter((finding) => finding.start.offset >= start && finding.start.offset < end);
  let text = '';
  let done = start;
  for (const finding of here) {
    text += textOf(source, done, finding.start.offset) + reference(finding);
    done = finding.start.offset;
  }
  text += textOf(source, done, end);
  // White space after the words is no part of what is marked.
  const words = text.trimEnd();
  const blank = text.slice(words.length);
  if (part === null) return text;
  const tone = toneOf(part.colour);
  const letter = heading ? '' : `<b title="${html(part.name)}">${html(part.letter)}</b>`;
  return `<mark class="${tone}">${letter}${words}</mark>${blank}`;
}

function textOf(source: string, start: number, end: number): string {
  return html(source.slice(start, end).replace(/\r\n?/g, '\n'));
}

function reference({ id, number, severity }: Numbered): string {
  return `<a class="${severity}" href="#${id}">${number}</a>`;
}

function findingList(findings: readonly Numbered[], { t }: ReportOptions): string {
  if (findings.length === 0) return '';
  const items = findings.map(({ id, number, rule, severity, message, advice, start }) => {
    const advised = advice === '' ? '' : `\n<p class="advice">${html(printableLine(advice))}</p>`;
    return `<li class="finding ${severity}" id="${id}"><p>${number}. <span class="badge">${html(t(`report.severity.${severity}`))}</span>${html(printableLine(message))}</p>${advised}
<p class="quiet"><code>${html(rule)}</code> · ${start.line}:${start.column}</p></li>`;
  });
  return `<ol class="findings">\n${items.join('\n')}\n</ol>\n`;
}

/** Classes of the page by the colours of parts. */
const TONES: Readonly<Record<string, string>> = {
  blue: 'c0',
  yellow: 'c1',
  magenta: 'c2',
  green: 'c3',
  red: 'c5',
};

function toneOf(colour: string): string {
  return TONES[colour] ?? 'c4';
}
