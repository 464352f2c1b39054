import type { Span } from '../text/types.js';
import type { BlankRanges } from './blank.js';
import { linkDestination, linkTitle, normalLabel, skipSpace } from './inline-link.js';

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
  /** Starts of the lines of prose behind list and quote marks: where a lead-in may stand. */
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
  const headings: BlockHeading[] = [];
  const prose: Span[] = [];
  const lineStarts = new Set<number>();
  const definitions = new Set<string>();
  const comments: Span[] = [];
  const unclosed: { at: number; what: 'fence' | 'comment' }[] = [];
  const endOfLine = lineEnds(text);
  let paragraph = -1;
  let paragraphEnd = -1;
  let paragraphQuoted = false;
  /** Start of the paragraph's last line: the head of a table, should a row of dashes follow. */
  let lastLine = -1;
  let ordered = false;
  let inTable = false;
  let fence: { mark: string; length: number; start: number; quoted: boolean } | null = null;

  const closeParagraph = () => {
    if (paragraph >= 0) prose.push({ start: paragraph, end: paragraphEnd });
    paragraph = -1;
  };

  for (let lineStart = from; lineStart < text.length; ) {
    const lineEnd = endOfLine(lineStart);
    const next = afterBreak(text, lineEnd);
    let at = skipBlanks(text, lineStart, lineEnd);

    if (fence !== null && !(fence.quoted && text[at] !== '>')) {
      if (fence.quoted) at = skipBlanks(text, at + 1, lineEnd);
      if (closesFence(text, at, lineEnd, fence)) {
        blanks.push(fence.start, lineEnd);
        fence = null;
      }
      lineStart = next;
      continue;
    }
    if (fence !== null) {
      blanks.push(fence.start, lineStart);
      fence = null;
    }

    let quoted = false;
    let inside = false;
    let content = lineStart;
    for (;;) {
      if (text[at] === '>') {
        if (!quoted && !paragraphQuoted) closeParagraph();
        blanks.push(at, at + 1);
        quoted = true;
        inside = true;
        at = skipBlanks(text, at + 1, lineEnd);
      } else {
        const mark = listMark(text, at, lineEnd, paragraph >= 0 && !inside, ordered);
        if (mark < 0) break;
        ordered = text[mark - 1] === '.' || text[mark - 1] === ')';
        closeParagraph();
        inTable = false;
        inside = true;
        blanks.push(at, mark);
        at = taskBox(text, skipBlanks(text, mark, lineEnd), lineEnd, blanks);
      }
      content = at;
    }

    const code = at < lineEnd ? text.charCodeAt(at) : -1;
    if (code === -1) {
      closeParagraph();
      inTable = false;
    } else if (code === 96 || code === 126) {
      const length = fenceLength(text, at, lineEnd);
      if (length > 0) {
        closeParagraph();
        inTable = false;
        fence = { mark: text[at] ?? '`', length, start: at, quoted };
      } else addLine();
    } else if (code === 35 && headingLevel(text, at, lineEnd) > 0) {
      closeParagraph();
      inTable = false;
      ordered = false;
      const heading = readHeading(text, lineStart, at, lineEnd, inside);
      headings.push(heading);
      if (heading.level <= 2 && !inside) blanks.push(at, lineEnd);
      else {
        blanks.push(at, heading.words.start, heading.words.end, lineEnd);
        prose.push(heading.words);
      }
    } else if (
      (code === 45 || code === 42 || code === 95 || code === 61) &&
      isRule(text, at, lineEnd, paragraph >= 0)
    ) {
      closeParagraph();
      inTable = false;
      blanks.push(at, lineEnd);
    } else if (code === 60 && text.startsWith('<!--', at)) {
      closeParagraph();
      const close = text.indexOf('-->', at + 4);
      if (close < 0) unclosed.push({ at, what: 'comment' });
      const end = close < 0 ? text.length : close + 3;
      if (close >= 0) comments.push({ start: at, end });
      blanks.push(at, end);
      lineStart = end;
      // What follows the comment in its line is text of its own.
      continue;
    } else if (code === 60 && paragraph < 0 && rawElement(text, at) !== null) {
      const name = rawElement(text, at) ?? '';
      const close = closingTag(text, at, name);
      blanks.push(at, close);
      lineStart = close;
      continue;
    } else if (code === 91 && paragraph < 0 && definition(text, at, lineEnd, definitions)) {
      blanks.push(at, lineEnd);
    } else if (
      paragraph >= 0 &&
      !inTable &&
      isDelimiterRow(text, at, lineEnd) &&
      hasPipe(text, lastLine, paragraphEnd)
    ) {
      blanks.push(at, lineEnd);
      blankPipes(text, lastLine, paragraphEnd, blanks);
      const head = { start: lastLine, end: paragraphEnd };
      paragraphEnd = lastLine;
      closeParagraph();
      prose.push(head);
      inTable = true;
    } else addLine();
    lineStart = next;

    function addLine(): void {
      if (inTable) {
        blankPipes(text, at, lineEnd, blanks);
        prose.push({ start: at, end: lineEnd });
        lineStarts.add(at);
        return;
      }
      // An unindented line after a blank one ends the list it does not belong to.
      if (paragraph < 0 && !inside && at === content) ordered = false;
      if (paragraph < 0) {
        paragraph = at;
        paragraphQuoted = quoted;
      }
      lastLine = at;
      paragraphEnd = lineEnd;
      lineStarts.add(at);
    }
  }
  if (fence !== null) {
    blanks.push(fence.start, text.length);
    unclosed.push({ at: fence.start, what: 'fence' });
  }
  closeParagraph();
  return { headings, prose, lineStarts, definitions, comments, unclosed };
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

function skipBlanks(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && (text.charCodeAt(here) === 32 || text.charCodeAt(here) === 9)) here += 1;
  return here;
}

/**
 * End of the list mark at `at`, or -1. In a paragraph only a bullet or a `1.` with text behind it begins a
 * list («в\n2019. Потом» does not); a list of numbers goes on with any.
 */
function listMark(text: string, at: number, end: number, inParagraph: boolean, ordered: boolean): number {
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

/** `[ ]` and `[x]` of a list of things to do. */
function taskBox(text: string, at: number, end: number, blanks: BlankRanges): number {
  if (text[at] !== '[' || text[at + 2] !== ']' || !' xX'.includes(text[at + 1] ?? '?')) return at;
  if (text[at + 3] !== ' ' || at + 3 >= end) return at;
  blanks.push(at, at + 3);
  return skipBlanks(text, at + 3, end);
}

/** Length of the fence that opens at `at`, or 0. The words behind backticks may hold none. */
function fenceLength(text: string, at: number, end: number): number {
  const mark = text[at];
  let here = at;
  while (here < end && text[here] === mark) here += 1;
  if (here - at < 3) return 0;
  if (mark === '`' && text.slice(here, end).includes('`')) return 0;
  return here - at;
}

function closesFence(
  text: string,
  at: number,
  end: number,
  fence: { mark: string; length: number },
): boolean {
  let here = at;
  while (here < end && text[here] === fence.mark) here += 1;
  return here - at >= fence.length && skipBlanks(text, here, end) >= end;
}

function headingLevel(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && text[here] === '#') here += 1;
  const level = here - at;
  return level <= 6 && (here >= end || text[here] === ' ' || text[here] === '\t') ? level : 0;
}

function readHeading(
  text: string,
  lineStart: number,
  at: number,
  lineEnd: number,
  inside: boolean,
): BlockHeading {
  const level = headingLevel(text, at, lineEnd);
  const start = skipBlanks(text, at + level, lineEnd);
  let end = backBlanks(text, start, lineEnd);
  let marks = end;
  while (marks > start && text[marks - 1] === '#') marks -= 1;
  // `## C#` is a heading of "C#"; only marks that stand apart close it.
  if (marks < end && (marks === start || ' \t'.includes(text[marks - 1] ?? '')))
    end = backBlanks(text, start, marks);
  const id = questionId(text, start, end);
  if (id !== null) end = backBlanks(text, start, id.start - 2);
  return { level, lineStart, words: { start, end: Math.max(start, end) }, id, inside };
}

/** The `{#id}` that ends a heading. */
function questionId(text: string, start: number, end: number): Span | null {
  if (text[end - 1] !== '}') return null;
  const open = text.slice(start, end).lastIndexOf('{#');
  if (open < 0) return null;
  const from = start + open + 2;
  return from < end - 1 && !/[\s{}]/.test(text.slice(from, end - 1)) ? { start: from, end: end - 1 } : null;
}

function backBlanks(text: string, start: number, end: number): number {
  let here = end;
  while (here > start && (text[here - 1] === ' ' || text[here - 1] === '\t')) here -= 1;
  return here;
}

/** `---`, `* * *`, `___`; under a paragraph also `--` and `===`, which would underline a heading. */
function isRule(text: string, at: number, end: number, underParagraph: boolean): boolean {
  const mark = text.charCodeAt(at);
  let count = 0;
  let spaced = false;
  let here = at;
  for (; here < end; here += 1) {
    const code = text.charCodeAt(here);
    if (code === mark) count += 1;
    else if (code === 32 || code === 9) spaced = true;
    else return false;
  }
  if (mark === 61 || (underParagraph && mark === 45 && count < 3))
    return underParagraph && (!spaced || backBlanks(text, at, end) - at === count);
  return count >= 3;
}

/** Elements whose content is no text; null for all others. */
function rawElement(text: string, at: number): string | null {
  for (const name of ['script', 'style'])
    if (
      text.slice(at + 1, at + 1 + name.length).toLowerCase() === name &&
      /[\s>]/.test(text[at + 1 + name.length] ?? ' ')
    )
      return name;
  return null;
}

function closingTag(text: string, at: number, name: string): number {
  const pattern = new RegExp(`</${name}>`, 'gi');
  pattern.lastIndex = at;
  const close = pattern.exec(text);
  return close === null ? text.length : close.index + close[0].length;
}

/** `[label]: address "title"` in one line. */
function definition(text: string, at: number, end: number, definitions: Set<string>): boolean {
  const close = text.slice(at, end).indexOf(']:');
  if (close < 2) return false;
  const label = text.slice(at + 1, at + close);
  if (/(?<!\\)[[\]]/.test(label) || label.trim() === '') return false;
  let here = linkDestination(text, skipSpace(text, at + close + 2, end), end);
  if (here < 0) return false;
  const title = skipBlanks(text, here, end);
  if (title > here && title < end) {
    if (!'"\'('.includes(text[title] ?? ' ')) return false;
    here = linkTitle(text, title, end);
    if (here < 0) return false;
  }
  if (skipBlanks(text, here, end) < end) return false;
  definitions.add(normalLabel(label));
  return true;
}

/** The row of dashes under the head of a table: `|---|:-:|`. */
function isDelimiterRow(text: string, at: number, end: number): boolean {
  let pipes = 0;
  let dashes = 0;
  for (let here = at; here < end; here += 1) {
    const char = text[here];
    if (char === '|') pipes += 1;
    else if (char === '-') dashes += 1;
    else if (char !== ':' && char !== ' ' && char !== '\t') return false;
  }
  return pipes > 0 && dashes > 0;
}

function hasPipe(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('|');
}

function blankPipes(text: string, start: number, end: number, blanks: BlankRanges): void {
  for (let here = start; here < end; here += 1) {
    if (text[here] === '\\') here += 1;
    else if (text[here] === '|') blanks.push(here, here + 1);
  }
}
