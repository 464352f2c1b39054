import type { Translate } from '../content/messages.js';
import type { Problem } from '../content/problems.js';
import { textStart } from '../text/lines.js';
import type { Span } from '../text/types.js';
import { type BlankRanges, blankOut } from './blank.js';
import { type BlockHeading, readBlocks } from './blocks.js';
import { readFrontMatter } from './front-matter.js';
import { readInline } from './inline.js';
import type { AnswerFault, Settings } from './settings.js';
import { mayHoldSuppressions, type Suppression } from './suppressions.js';
import { suppressionsInMarkdown } from './suppressions-markdown.js';
import type { Answer } from './types.js';

/** What was read from the source of an answer file; spans are offsets in it. */
export interface ReadResult {
  readonly answers: readonly Answer[];
  readonly faults: readonly AnswerFault[];
  /** Problems whose places are known already: syntax errors of YAML. */
  readonly problems: readonly Problem[];
  readonly suppressions: readonly Suppression[];
  readonly role: string | null;
  readonly roleSpan: Span | null;
}

/** A lead-in is a few words: longer bold text is emphasis. */
const MAX_LEAD_IN = 60;

/** Reads a Markdown file: every `##` heading begins an answer, a file without one is one answer. */
export async function readMarkdown(source: string, path: string, t: Translate): Promise<ReadResult> {
  const { settings, faults, problems, ...front } = await readFrontMatter(source, path, t);
  const bodyStart = Math.max(front.bodyStart, textStart(source));
  const blanks: BlankRanges = bodyStart === 0 ? [] : [0, bodyStart];
  const blocks = readBlocks(source, bodyStart, blanks);
  const withoutBlocks = blankOut(source, blanks);
  const { definitions } = blocks;
  const inline = { blanks: [] as BlankRanges, strong: [] as Span[], comments: [] as Span[], definitions };
  for (const { start, end } of blocks.prose) readInline(withoutBlocks, start, end, inline);
  const mask = blankOut(withoutBlocks, inline.blanks);
  const marked = [
    ...blocks.headings.filter((heading) => heading.level > 2 || heading.inside).map(({ words }) => words),
    ...inline.strong.filter((span) => isLeadIn(span, withoutBlocks, blocks.lineStarts)),
  ].sort((one, other) => one.start - other.start);

  const answers = cut(source, blocks.headings, bodyStart).map(({ heading, start, end }): Answer => {
    const id = heading?.id ?? null;
    return {
      start,
      end,
      text: mask.slice(start, end),
      question: id === null ? null : source.slice(id.start, id.end),
      questionSpan: id ?? heading?.words ?? { start, end: start },
      framework: settings.framework,
      title: heading === null ? null : source.slice(heading.words.start, heading.words.end),
      language: settings.language,
      languageSpan: settings.languageSpan,
      markedHeadings: marked
        .filter((span) => span.start >= start && span.end <= end && span.end > span.start)
        .map((span) => ({ start: span.start - start, end: span.end - start })),
      rules: settings.rules,
      ruleSpans: settings.ruleSpans,
    };
  });
  return {
    answers: withQuestion(answers, settings),
    faults: [
      ...faults,
      ...questionOfMany(answers, settings),
      ...blocks.unclosed.map(({ at, what }) => ({ at, code: `unclosed-${what}` })),
    ],
    problems,
    suppressions: mayHoldSuppressions(source)
      ? suppressionsInMarkdown(source, [...blocks.comments, ...inline.comments], blocks.headings)
      : [],
    role: settings.role,
    roleSpan: settings.roleSpan,
  };
}

interface Cut extends Span {
  readonly heading: BlockHeading | null;
}

/** The ranges of the answers. A `#` heading ends the answer before it, as the head of a new section. */
function cut(source: string, headings: readonly BlockHeading[], bodyStart: number): Cut[] {
  const outer = headings.filter(({ level, inside }) => level <= 2 && !inside);
  if (outer.some(({ level }) => level === 2))
    return outer.flatMap((heading, index) =>
      heading.level === 2
        ? [{ heading, start: heading.lineStart, end: outer[index + 1]?.lineStart ?? source.length }]
        : [],
    );
  const text = /\S/.exec(source.slice(bodyStart));
  const start = text === null ? bodyStart : bodyStart + text.index;
  return [{ heading: outer[0] ?? null, start, end: source.length }];
}

/** `question:` of the front matter belongs to the only answer of a file. */
function withQuestion(answers: readonly Answer[], settings: Settings): readonly Answer[] {
  const [only] = answers;
  const { question, questionSpan } = settings;
  if (only === undefined || answers.length > 1 || only.question !== null || question === null) return answers;
  return [{ ...only, question, questionSpan: questionSpan ?? only.questionSpan }];
}

/** Of several answers none is the one that the front matter may mean. */
function questionOfMany(answers: readonly Answer[], { question, questionSpan }: Settings): AnswerFault[] {
  if (answers.length < 2 || question === null || questionSpan === null) return [];
  return [{ at: questionSpan.start, code: 'question-of-many', values: { id: `{#${question}}` } }];
}

/** «**Ситуация.** Клиент ушёл…»: bold words that open a line. */
function isLeadIn(span: Span, text: string, lineStarts: ReadonlySet<number>): boolean {
  if (span.end - span.start > MAX_LEAD_IN) return false;
  let start = span.start;
  while (start > 0 && (text[start - 1] === '*' || text[start - 1] === '_')) start -= 1;
  return lineStarts.has(start);
}
