import type { Span } from '../text/types.js';
import type { BlankRanges } from './blank.js';
import { linkDestination, linkTitle, normalLabel, skipSpace } from './inline-link.js';

/** Offset of the first character from `at` on that is no blank. */
export function skipBlanks(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && (text.charCodeAt(here) === 32 || text.charCodeAt(here) === 9)) here += 1;
  return here;
}

/** A fence of code that is open. */
export interface Fence {
  readonly mark: string;
  readonly length: number;
  readonly start: number;
  readonly quoted: boolean;
}

/** `[ ]` and `[x]` of a list of things to do. */
export function taskBox(text: string, at: number, end: number, blanks: BlankRanges): number {
  if (text[at] !== '[' || text[at + 2] !== ']' || !' xX'.includes(text[at + 1] ?? '?')) return at;
  if (text[at + 3] !== ' ' || at + 3 >= end) return at;
  blanks.push(at, at + 3);
  return skipBlanks(text, at + 3, end);
}

/** Length of the fence that opens at `at`, or 0. The words after backticks may hold none. */
export function fenceLength(text: string, at: number, end: number): number {
  const mark = text[at];
  let here = at;
  while (here < end && text[here] === mark) here += 1;
  if (here - at < 3) return 0;
  if (mark === '`' && text.slice(here, end).includes('`')) return 0;
  return here - at;
}

/** True where a line closes the open fence. */
export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  let here = at;
  while (here < end && text[here] === fence.mark) here += 1;
  return here - at >= fence.length && skipBlanks(text, here, end) >= end;
}

/** Level of the heading that opens at `at`, or 0. */
export function headingLevel(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && text[here] === '#') here += 1;
  const level = here - at;
  return level <= 6 && (here >= end || text[here] === ' ' || text[here] === '\t') ? level : 0;
}

/** The `{#id}` that ends a heading; blanks around the id are no part of it. */
export function questionId(text: string, start: number, end: number): Span | null {
  if (text[end - 1] !== '}') return null;
  const open = text.slice(start, end).lastIndexOf('{#');
  if (open < 0) return null;
  const from = skipBlanks(text, start + open + 2, end - 1);
  const to = backBlanks(text, from, end - 1);
  return from < to && !/[\s{}]/.test(text.slice(from, to)) ? { start: from, end: to } : null;
}

/** The end without the blanks before it. */
export function backBlanks(text: string, start: number, end: number): number {
  let here = end;
  while (here > start && (text[here - 1] === ' ' || text[here - 1] === '\t')) here -= 1;
  return here;
}

/** `---`, `* * *`, `___`; under a paragraph also `--` and `===`, which would underline a heading. */
export function isRule(text: string, at: number, end: number, underParagraph: boolean): boolean {
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
export function rawElement(text: string, at: number): string | null {
  for (const name of ['script', 'style'])
    if (
      text.slice(at + 1, at + 1 + name.length).toLowerCase() === name &&
      /[\s>]/.test(text[at + 1 + name.length] ?? ' ')
    )
      return name;
  return null;
}

/** Where an element ends; the end of the text where it is not closed. */
export function closingTag(text: string, at: number, name: string): number {
  const pattern = new RegExp(`</${name}>`, 'gi');
  pattern.lastIndex = at;
  const close = pattern.exec(text);
  return close === null ? text.length : close.index + close[0].length;
}

/** `[label]: address "title"` in one line. */
export function definition(text: string, at: number, end: number, definitions: Set<string>): boolean {
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
export function isDelimiterRow(text: string, at: number, end: number): boolean {
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

/** True where a line has a cell. */
export function hasPipe(text: string, start: number, end: number): boolean {
  return text.slice(start, end).includes('|');
}

/** Adds the bars between the cells of a row to the blanks. */
export function blankPipes(text: string, start: number, end: number, blanks: BlankRanges): void {
  for (let here = start; here < end; here += 1) {
    if (text[here] === '\\') here += 1;
    else if (text[here] === '|') blanks.push(here, here + 1);
  }
}
