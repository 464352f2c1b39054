import type { Span } from '../text/types.js';
import type { BlankRanges } from './blank.js';
import {
  backBlanks,
  blankPipes,
  closesFence,
  closingTag,
  definition,
  type Fence,
  fenceLength,
  hasPipe,
  headingLevel,
  isDelimiterRow,
  isRule,
  questionId,
  rawElement,
  skipBlanks,
  taskBox,
} from './block-marks.js';

/** A heading of the `#` form. */
export interface BlockHeading {
  readonly level: number;
  /** Start of its line. */
  readonly lineStart: number;
  /** The words of the heading, without marks, `{#id}` and space around. */
  readonly words: Span;
  /** What stands in `{#…}`; null where there is none. */
  readonly id: Span | null;
  /** True inside a quote or a list, where a heading begins no answer. */
  readonly inside: boolean;
}

/** What the blocks of a Markdown text are. */
export interface Blocks {
  readonly headings: readonly BlockHeading[];
  /** Ranges that hold inline markup: paragraphs (all lines of one), headings, rows of tables. */
  readonly prose: readonly Span[];
  /** Starts of the lines of prose after list and quote marks: where a lead-in may stand. */
  readonly lineStarts: ReadonlySet<number>;
  readonly definitions: ReadonlySet<string>;
  /** Comments that stand outside of paragraphs, or open a line of one. */
  readonly comments: readonly Span[];
  /** Marks that are opened and never closed, so that they swallow the rest of the file. */
  readonly unclosed: readonly { readonly at: number; readonly what: 'fence' | 'comment' }[];
}

/**
 * Reads the blocks of Markdown line by line and adds their marks to the blanks: fences with their code,
 * comments, quote and list marks, heading marks, rules, tables, link definitions.
 *
 * CommonMark, with three exceptions made for people who type prose: text indented by four columns is a
 * paragraph (Russian typists indent the first line), a line of `---` or `===` under a paragraph makes no
 * heading of it, and unclosed fences and comments are reported.
 */
export function readBlocks(text: string, from: number, blanks: BlankRanges): Blocks {
  const blocks: Found = {
    headings: [],
    prose: [],
    lineStarts: new Set(),
    definitions: new Set(),
    comments: [],
    unclosed: [],
  };
  const reader: BlockReader = {
    text,
    blanks,
    blocks,
    paragraph: -1,
    paragraphEnd: -1,
    paragraphQuoted: false,
    lastLine: -1,
    ordered: false,
    inTable: false,
    fence: null,
  };
  const endOfLine = lineEnds(text);
  for (let start = from; start < text.length; ) {
    const end = endOfLine(start);
    const next = afterBreak(text, end);
    start = readCode(reader, start, end) ? next : (readLine(reader, readMarks(reader, start, end)) ?? next);
  }
  if (reader.fence !== null) {
    blanks.push(reader.fence.start, text.length);
    blocks.unclosed.push({ at: reader.fence.start, what: 'fence' });
  }
  closeParagraph(reader);
  return blocks;
}

interface Found extends Blocks {
  readonly headings: BlockHeading[];
  readonly prose: Span[];
  readonly lineStarts: Set<number>;
  readonly definitions: Set<string>;
  readonly comments: Span[];
  readonly unclosed: { at: number; what: 'fence' | 'comment' }[];
}

/** What is read so far, and what is open where the next line begins. */
interface BlockReader {
  readonly text: string;
  readonly blanks: BlankRanges;
  readonly blocks: Found;
  /** Start of the paragraph; -1: none is open. */
  paragraph: number;
  paragraphEnd: number;
  paragraphQuoted: boolean;
  /** Start of the paragraph's last line: the head of a table, should a row of dashes follow. */
  lastLine: number;
  /** True in a list of numbers. */
  ordered: boolean;
  inTable: boolean;
  fence: Fence | null;
}

/** A line whose quote and list marks are read. */
interface MarkedLine {
  readonly start: number;
  readonly end: number;
  /** Where its first character stands that is no blank and no mark of a quote or a list. */
  readonly at: number;
  /** End of its marks, with the blanks after; its start where it has none. */
  readonly content: number;
  readonly quoted: boolean;
  /** True inside a quote or a list. */
  readonly inside: boolean;
}

function closeParagraph(reader: BlockReader): void {
  const { paragraph, paragraphEnd, blocks } = reader;
  if (paragraph >= 0) blocks.prose.push({ start: paragraph, end: paragraphEnd });
  reader.paragraph = -1;
}

/** Ends the paragraph or the table. */
function closeBlock(reader: BlockReader): void {
  closeParagraph(reader);
  reader.inTable = false;
}

/**
 * Reads a line of the open fence; a fence that was opened in a quote is closed where the quote ends.
 *
 * @returns false where the line is no code and closes none: it is yet to be read
 */
function readCode(reader: BlockReader, start: number, end: number): boolean {
  const { text, blanks, fence } = reader;
  if (fence === null) return false;
  let at = skipBlanks(text, start, end);
  if (fence.quoted && text[at] !== '>') {
    blanks.push(fence.start, start);
    reader.fence = null;
    return false;
  }
  if (fence.quoted) at = skipBlanks(text, at + 1, end);
  if (closesFence(text, at, end, fence)) {
    blanks.push(fence.start, end);
    reader.fence = null;
  }
  return true;
}

/** Reads the marks of quotes and lists a line begins with. */
function readMarks(reader: BlockReader, start: number, end: number): MarkedLine {
  const { text, blanks } = reader;
  let at = skipBlanks(text, start, end);
  let content = start;
  let quoted = false;
  let inside = false;
  for (;;) {
    if (text[at] === '>') {
      if (!quoted && !reader.paragraphQuoted) closeParagraph(reader);
      blanks.push(at, at + 1);
      quoted = true;
      at = skipBlanks(text, at + 1, end);
    } else {
      const mark = listMark(reader, at, end, inside);
      if (mark < 0) return { start, end, at, content, quoted, inside };
      reader.ordered = text[mark - 1] === '.' || text[mark - 1] === ')';
      closeBlock(reader);
      blanks.push(at, mark);
      at = taskBox(text, skipBlanks(text, mark, end), end, blanks);
    }
    inside = true;
    content = at;
  }
}

/** Reads a line by what it opens, closes or goes on with. @returns where to go on; null: in the next line */
function readLine(reader: BlockReader, line: MarkedLine): number | null {
  const { text, blanks, blocks } = reader;
  const { at, end, quoted } = line;
  const inParagraph = reader.paragraph >= 0;
  const code = at < end ? text.charCodeAt(at) : -1;
  if (code === -1) closeBlock(reader);
  else if (code === 96 || code === 126) {
    const length = fenceLength(text, at, end);
    if (length === 0) addLine(reader, line);
    else {
      closeBlock(reader);
      reader.fence = { mark: text[at] ?? '`', length, start: at, quoted };
    }
  } else if (code === 35 && headingLevel(text, at, end) > 0) addHeading(reader, line);
  else if ((code === 45 || code === 42 || code === 95 || code === 61) && isRule(text, at, end, inParagraph)) {
    closeBlock(reader);
    blanks.push(at, end);
  } else if (code === 60 && text.startsWith('<!--', at)) return addComment(reader, at);
  else if (code === 60 && !inParagraph && rawElement(text, at) !== null) {
    const close = closingTag(text, at, rawElement(text, at) ?? '');
    blanks.push(at, close);
    return close;
  } else if (code === 91 && !inParagraph && definition(text, at, end, blocks.definitions))
    blanks.push(at, end);
  else if (
    inParagraph &&
    !reader.inTable &&
    isDelimiterRow(text, at, end) &&
    hasPipe(text, reader.lastLine, reader.paragraphEnd)
  ) {
    blanks.push(at, end);
    openTable(reader);
  } else addLine(reader, line);
  return null;
}

function addHeading(reader: BlockReader, line: MarkedLine): void {
  const { text, blanks, blocks } = reader;
  const { end, at, inside } = line;
  closeBlock(reader);
  reader.ordered = false;
  const heading = readHeading(text, line);
  blocks.headings.push(heading);
  if (heading.level <= 2 && !inside) blanks.push(at, end);
  else {
    blanks.push(at, heading.words.start, heading.words.end, end);
    blocks.prose.push(heading.words);
  }
}

/** @returns its end: what follows it in its line is text of its own */
function addComment(reader: BlockReader, at: number): number {
  const { text, blanks, blocks } = reader;
  closeParagraph(reader);
  const close = text.indexOf('-->', at + 4);
  const end = close < 0 ? text.length : close + 3;
  if (close < 0) blocks.unclosed.push({ at, what: 'comment' });
  else blocks.comments.push({ start: at, end });
  blanks.push(at, end);
  return end;
}

/** Makes the last line of the paragraph the head of a table. */
function openTable(reader: BlockReader): void {
  const { text, blanks, blocks, lastLine, paragraphEnd } = reader;
  blankPipes(text, lastLine, paragraphEnd, blanks);
  reader.paragraphEnd = lastLine;
  closeParagraph(reader);
  blocks.prose.push({ start: lastLine, end: paragraphEnd });
  reader.inTable = true;
}

/** Adds a line of prose: a row of the table, or a line of the paragraph. */
function addLine(reader: BlockReader, { end, at, content, quoted, inside }: MarkedLine): void {
  const { text, blanks, blocks } = reader;
  blocks.lineStarts.add(at);
  if (reader.inTable) {
    blankPipes(text, at, end, blanks);
    blocks.prose.push({ start: at, end });
    return;
  }
  if (reader.paragraph < 0) {
    // An unindented line after a blank one ends the list it does not belong to.
    if (!inside && at === content) reader.ordered = false;
    reader.paragraph = at;
    reader.paragraphQuoted = quoted;
  }
  reader.lastLine = at;
  reader.paragraphEnd = end;
}

/** The end of the line an offset is in. Lone carriage returns, which no editor writes now, cost more. */
function lineEnds(text: string): (at: number) => number {
  if (!text.includes('\r'))
    return (at) => {
      const end = text.indexOf('\n', at);
      return end < 0 ? text.length : end;
    };
  return (at) => {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end += 1;
    return end;
  };
}

function afterBreak(text: string, end: number): number {
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}

/**
 * End of the list mark at `at`, or -1. In a paragraph only a bullet or a `1.` with text after it begins a
 * list («в\n2019. Потом» does not); a list of numbers goes on with any.
 *
 * @param inside true after another mark of the line: then the paragraph above has ended
 */
function listMark(
  { text, paragraph, ordered }: BlockReader,
  at: number,
  end: number,
  inside: boolean,
): number {
  const inParagraph = paragraph >= 0 && !inside;
  const code = at < end ? text.charCodeAt(at) : 0;
  let here = at + 1;
  if (code >= 48 && code <= 57) {
    while (here < end && here - at < 10 && isDigit(text.charCodeAt(here))) here += 1;
    if (here - at > 9 || (text[here] !== '.' && text[here] !== ')') || here >= end) return -1;
    if (inParagraph && !ordered && text.slice(at, here) !== '1') return -1;
    here += 1;
  } else if (code !== 45 && code !== 42 && code !== 43) return -1;
  else if (code !== 43 && isRule(text, at, end, false)) return -1;
  if (here < end && text[here] !== ' ' && text[here] !== '\t') return -1;
  if (inParagraph && skipBlanks(text, here, end) >= end) return -1;
  return here;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readHeading(text: string, { start: lineStart, end: lineEnd, at, inside }: MarkedLine): BlockHeading {
  const level = headingLevel(text, at, lineEnd);
  const start = skipBlanks(text, at + level, lineEnd);
  let end = backBlanks(text, start, lineEnd);
  let marks = end;
  while (marks > start && text[marks - 1] === '#') marks -= 1;
  // `## C#` is a heading of "C#"; only marks that stand apart close it.
  if (marks < end && (marks === start || ' \t'.includes(text[marks - 1] ?? '')))
    end = backBlanks(text, start, marks);
  const id = questionId(text, start, end);
  if (id !== null) end = backBlanks(text, start, text.lastIndexOf('{#', id.start));
  return { level, lineStart, words: { start, end: Math.max(start, end) }, id, inside };
}
