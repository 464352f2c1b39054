import type { Span } from '../text/types.js';
import type { BlankRanges } from './blank.js';
import { type DelimiterRun, pairRuns, readRun } from './emphasis.js';
import { htmlTag } from './inline-html.js';
import { linkTail, normalLabel } from './inline-link.js';

/** What the inline markup of a file needs from its blocks, and gives back. */
export interface InlineMarkup {
  readonly blanks: BlankRanges;
  /** Texts in double emphasis, as ranges of the file. */
  readonly strong: Span[];
  readonly comments: Span[];
  /** Labels of link definitions, normal form. */
  readonly definitions: ReadonlySet<string>;
}

interface Bracket {
  readonly at: number;
  readonly image: boolean;
  /** Number of delimiter runs before it. */
  readonly runs: number;
  active: boolean;
}

/** Without one of these a paragraph has no inline markup. */
const MARKUP = /[\\`*_~[<&]|:\/\//;

/** Entities people and editors put into texts. Not the whole list of HTML: "S&OP;" is no entity. */
const ENTITIES = new Set(
  (
    'amp lt gt quot apos nbsp ensp emsp thinsp shy zwj zwnj ndash mdash hellip laquo raquo ldquo rdquo bdquo ' +
    'lsquo rsquo sbquo lsaquo rsaquo copy reg trade times divide plusmn minus ne le ge asymp deg middot bull ' +
    'sect para numero rarr larr uarr darr euro pound cent yen frac12 frac14 frac34'
  ).split(' '),
);

/** A paragraph, heading or table row that is being read. */
interface InlineText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly markup: InlineMarkup;
  readonly runs: DelimiterRun[];
  readonly brackets: Bracket[];
  /** Where runs of so many backticks begin; found at the first of them. */
  codeMarks: Map<number, number[]> | null;
  /** True once a comment was not closed: then none is that begins after it. */
  commentsEnd: boolean;
}

/**
 * Finds the inline markup of one paragraph, heading or table row and adds it to the blanks: emphasis, code
 * marks, links (their text stays), images, tags, comments, entities, escapes, bare addresses. Linear.
 *
 * @param text the file with its block markup already blanked
 */
export function readInline(text: string, start: number, end: number, markup: InlineMarkup): void {
  if (!MARKUP.test(text.slice(start, end))) return;
  const runs: DelimiterRun[] = [];
  const piece: InlineText = {
    text,
    start,
    end,
    markup,
    runs,
    brackets: [],
    codeMarks: null,
    commentsEnd: false,
  };
  for (let at = start; at < end; ) at = readMark(piece, at);
  pairRuns(runs, 0, markup.blanks, markup.strong);
}

/** @returns where to read on */
function readMark(piece: InlineText, at: number): number {
  switch (piece.text[at]) {
    case '\\':
      return readEscape(piece, at);
    case '`':
      return readCode(piece, at);
    case '*':
    case '_':
    case '~':
      return readDelimiters(piece, at);
    case '[':
      return openBracket(piece, at, false);
    case '!':
      return piece.text[at + 1] === '[' ? openBracket(piece, at, true) : at + 1;
    case ']':
      return closeBracket(piece, at);
    case '<':
      return readAngle(piece, at);
    case '&':
      return readEntity(piece, at);
    case ':':
      return readAddress(piece, at);
    default:
      return at + 1;
  }
}

function readEscape({ text, end, markup: { blanks } }: InlineText, at: number): number {
  if (isEscapable(text.charCodeAt(at + 1)) && at + 1 < end) {
    blanks.push(at, at + 1);
    return at + 2;
  }
  if (text[at + 1] === '\n' || text[at + 1] === '\r') blanks.push(at, at + 1);
  return at + 1;
}

function readCode(piece: InlineText, at: number): number {
  const { text, start, end, markup } = piece;
  piece.codeMarks ??= backtickRuns(text, start, end);
  const length = runLength(text, at, end);
  const close = nextRun(piece.codeMarks.get(length), at + length);
  if (close < 0) return at + length;
  markup.blanks.push(at, at + length, close, close + length);
  return close + length;
}

function readDelimiters({ text, start, end, runs }: InlineText, at: number): number {
  const run = readRun(text, at, start, end);
  if (text[at] !== '~' || run.count === 2) runs.push(run);
  return at + run.count;
}

function openBracket({ brackets, runs }: InlineText, at: number, image: boolean): number {
  brackets.push({ at, image, runs: runs.length, active: true });
  return at + (image ? 2 : 1);
}

function closeBracket(piece: InlineText, close: number): number {
  const { markup, runs, brackets } = piece;
  const opener = brackets.pop();
  if (opener === undefined || !opener.active) return close + 1;
  const tail = referenceEnd(piece, opener.at + (opener.image ? 2 : 1), close);
  if (tail < 0) return close + 1;
  if (opener.image) {
    runs.length = opener.runs;
    markup.blanks.push(opener.at, tail);
    return tail;
  }
  pairRuns(runs, opener.runs, markup.blanks, markup.strong);
  markup.blanks.push(opener.at, opener.at + 1, close, tail);
  // A link holds no other link.
  for (let index = brackets.length - 1; index >= 0; index -= 1) {
    const outer = brackets[index];
    if (outer === undefined || outer.image) continue;
    if (!outer.active) break;
    outer.active = false;
  }
  return tail;
}

/** A tag, a comment, an address in angle brackets. */
function readAngle(piece: InlineText, at: number): number {
  const { text, end, markup } = piece;
  const isComment = text.startsWith('<!--', at);
  const close = isComment && piece.commentsEnd ? -1 : angle(text, at, end, markup.blanks);
  if (isComment) {
    if (close < 0) piece.commentsEnd = true;
    else markup.comments.push({ start: at, end: close });
  }
  return close < 0 ? at + 1 : close;
}

function readEntity({ text, end, markup }: InlineText, at: number): number {
  const close = entity(text, at, end);
  if (close <= 0) return at + 1;
  markup.blanks.push(at, close);
  return close;
}

/** A bare address, known by what stands around `://`. */
function readAddress({ text, start, end, markup }: InlineText, at: number): number {
  if (!text.startsWith('://', at)) return at + 1;
  const scheme = schemeStart(text, at, start);
  if (scheme < 0) return at + 3;
  const close = addressEnd(text, at + 3, end);
  markup.blanks.push(scheme, close);
  return close;
}

/** Where the link or image ends whose text stands from `from` to the bracket at `close`, or -1 where it is none. */
function referenceEnd(
  { text, end, markup: { definitions } }: InlineText,
  from: number,
  close: number,
): number {
  if (text[close + 1] === '(' && close + 1 < end) {
    const tail = linkTail(text, close + 1, end);
    if (tail > 0) return tail;
  }
  if (definitions.size === 0) return -1;
  const own = close - from < 1000 && definitions.has(normalLabel(text.slice(from, close)));
  if (text[close + 1] === '[') {
    const length = text.slice(close, Math.min(close + 1000, end)).indexOf(']', 2);
    if (length >= 0) {
      const labelEnd = close + length;
      if (length === 2) return own ? labelEnd + 1 : -1;
      return definitions.has(normalLabel(text.slice(close + 2, labelEnd))) ? labelEnd + 1 : -1;
    }
  }
  return own ? close + 1 : -1;
}

/** Start offsets of the runs of backticks, by length; each list in order. */
function backtickRuns(text: string, start: number, end: number): Map<number, number[]> {
  const byLength = new Map<number, number[]>();
  let at = text.indexOf('`', start);
  while (at >= 0 && at < end) {
    const length = runLength(text, at, end);
    const list = byLength.get(length);
    if (list === undefined) byLength.set(length, [at]);
    else list.push(at);
    at = text.indexOf('`', at + length);
  }
  for (const list of byLength.values()) list.reverse();
  return byLength;
}

/** First run of the list at or after `from`; runs before it are dropped. Lists are kept back to front. */
function nextRun(list: number[] | undefined, from: number): number {
  while (list !== undefined && list.length > 0 && (list.at(-1) ?? 0) < from) list.pop();
  return list?.at(-1) ?? -1;
}

function runLength(text: string, at: number, end: number): number {
  let after = at;
  while (after < end && text[after] === '`') after += 1;
  return after - at;
}

/** Comment, tag or `<address>` at `at`: blanks it and returns its end, or -1. */
function angle(text: string, at: number, end: number, blanks: BlankRanges): number {
  if (text.startsWith('<!--', at)) {
    const length = text.slice(at, end).indexOf('-->', 4);
    if (length < 0) return -1;
    blanks.push(at, at + length + 3);
    return at + length + 3;
  }
  const tag = htmlTag(text, at, end);
  if (tag > 0) {
    blanks.push(at, tag);
    return tag;
  }
  const close = autolinkEnd(text, at, end);
  if (close < 0) return -1;
  // An address to write to is the candidate's text (and private data); one to open is not.
  if (text.slice(at, close).includes('@')) blanks.push(at, at + 1, close - 1, close);
  else blanks.push(at, close);
  return close;
}

const AUTOLINK = /^<(?:[a-z][a-z\d+.-]{1,31}:[^\s<>]*|[^\s<>@:]+@[^\s<>@]+)>$/i;

/** `<https://…>`, `<mailto:…>`, `<name@example.org>`: no spaces inside. */
function autolinkEnd(text: string, at: number, end: number): number {
  for (let here = at + 1; here < end; here += 1) {
    const code = text.charCodeAt(here);
    if (code === 62) return AUTOLINK.test(text.slice(at, here + 1)) ? here + 1 : -1;
    if (code <= 32 || code === 60) return -1;
  }
  return -1;
}

function entity(text: string, at: number, end: number): number {
  const close = text.slice(at, Math.min(at + 12, end)).indexOf(';');
  if (close < 2) return -1;
  const name = text.slice(at + 1, at + close);
  const known = name[0] === '#' ? /^#(\d{1,7}|[xX][\da-fA-F]{1,6})$/.test(name) : ENTITIES.has(name);
  return known ? at + close + 1 : -1;
}

function schemeStart(text: string, colon: number, from: number): number {
  for (const scheme of ['https', 'http'])
    if (colon - scheme.length >= from && text.slice(colon - scheme.length, colon).toLowerCase() === scheme)
      return colon - scheme.length;
  return -1;
}

/** A bare address ends at white space, a `<`, or the punctuation of the sentence around it. */
function addressEnd(text: string, from: number, end: number): number {
  let here = from;
  while (here < end && !/[\s<»”"]/.test(text[here] ?? ' ')) here += 1;
  while (here > from && '.,;:!?)]*_'.includes(text[here - 1] ?? ' ')) here -= 1;
  return here;
}

/** ASCII punctuation, which a backslash may precede. */
function isEscapable(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
