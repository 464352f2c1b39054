import type { Document } from 'yaml';
import { CLOSING, type OpenMarks } from './yaml-tokens.js';

/** Something wrong in a YAML text. */
export interface YamlFault {
  readonly offset: number;
  /** Of its message. */
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Codes of `yaml`, and of ours, that deserve a sentence of their own; all others are plain syntax errors. */
const WORDED: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'content.yaml.tab',
  BAD_INDENT: 'content.yaml.indent',
  BAD_SCALAR_START: 'content.yaml.quote-start',
  BLOCK_AS_IMPLICIT_KEY: 'content.yaml.quote-colon',
  MULTILINE_IMPLICIT_KEY: 'content.yaml.key-lines',
  NON_STRING_KEY: 'content.yaml.key-text',
  BAD_DQ_ESCAPE: 'content.yaml.escape',
  MULTIPLE_DOCS: 'content.yaml.documents',
  'no-comma': 'content.yaml.comma',
  'no-colon': 'content.yaml.colon',
  'no-dash': 'content.yaml.indent',
  deeper: 'content.yaml.indent',
  'behind-quote': 'content.yaml.behind-quote',
};

/** The parser's words for what has no code of its own, but that of indentation or of any missing character. */
const OPEN_BRACKET = /^Flow (?:map|sequence) (?:in block collection must be|must end with)/;
const OPEN_QUOTE = /^Missing closing /;
const NO_COMMA = /^Missing , /;
const NO_COLON = /^Implicit map keys need to be followed by map values/;
const NO_DASH = /^Sequence item without - indicator/;
const BEHIND_VALUE = /^Unexpected scalar at node end/;
/** Codes of faults that say that a line stands in the wrong column, and of those that may only follow from one. */
const MISPLACED: ReadonlySet<string> = new Set(['TAB_AS_INDENT', 'BAD_INDENT', 'no-dash']);
const FOLLOWING: ReadonlySet<string> = new Set([
  'BAD_INDENT',
  'no-dash',
  'BLOCK_AS_IMPLICIT_KEY',
  'MULTILINE_IMPLICIT_KEY',
  'NON_STRING_KEY',
  'no-colon',
]);

/** A text, and what its tokens show. */
interface Written {
  readonly text: string;
  readonly open: OpenMarks;
  readonly json: boolean;
}

/** What the parser found wrong, each fault once and where it was made. */
export function syntaxFaults(document: Document.Parsed, { text, open, json }: Written): YamlFault[] {
  const { errors } = document;
  const has = (words: RegExp) => errors.some(({ message }) => words.test(message));
  // In JSON a text ends with its line: what YAML makes of the quotes after one that is open is one off.
  const torn = json && errors.length > 0 ? openQuoteInJson(text) : null;
  const quotes = torn !== null ? [torn] : has(OPEN_QUOTE) ? open.quotes : [];
  // What closes the brackets before it stands inside of the open quote.
  const brackets = has(OPEN_BRACKET)
    ? open.brackets.filter(({ offset }) => !quotes.some((quote) => offset < quote))
    : [];
  const rest = errors.filter(
    ({ message }) => torn === null && !OPEN_BRACKET.test(message) && !OPEN_QUOTE.test(message),
  );
  const placed = rest
    .map(({ code, pos: [offset], message }) => ({ code: codeOf(code, message, text, offset), offset }))
    .sort((one, other) => one.offset - other.offset);
  return [
    ...quotes.map((offset) => ({ offset, key: 'content.yaml.quote', values: { quote: text[offset] ?? '' } })),
    ...brackets.map(({ offset, brokenOff }) => {
      const bracket = text[offset] ?? '';
      const values = { open: bracket, close: CLOSING[bracket] ?? '' };
      return { offset, key: brokenOff ? 'content.yaml.bracket-lines' : 'content.yaml.bracket', values };
    }),
    ...withoutFollowing(placed, text).map(({ code, offset }) => {
      const bracket = text[offset] ?? '';
      if (code === 'UNEXPECTED_TOKEN' && Object.values(CLOSING).includes(bracket))
        return { offset, key: 'content.yaml.bracket-close', values: { close: bracket } };
      const key = WORDED[code] ?? 'content.yaml.syntax';
      return { offset, key, values: { format: json ? 'JSON' : 'YAML' } };
    }),
  ];
}

interface PlacedFault {
  readonly code: string;
  readonly offset: number;
}

/** The parser's code, or one of ours where it has none for what it says. */
function codeOf(code: string, message: string, text: string, offset: number): string {
  if (NO_COMMA.test(message)) return 'no-comma';
  if (NO_COLON.test(message)) return 'no-colon';
  if (NO_DASH.test(message)) return 'no-dash';
  let before = offset - 1;
  while (text[before] === ' ') before -= 1;
  const quoted = text[before] === '"' || text[before] === "'";
  return quoted && BEHIND_VALUE.test(message) ? 'behind-quote' : code;
}

/**
 * Without what a line in the wrong column makes of those around it: what follows may only be told of once a line stands
 * less deep than it. Of two faults at one place the first counts.
 */
function withoutFollowing(faults: readonly PlacedFault[], text: string): PlacedFault[] {
  const kept: PlacedFault[] = [];
  let until = -1;
  let last = -1;
  for (const { code, offset } of faults) {
    const following = FOLLOWING.has(code);
    if (following && (offset < until || offset === last)) continue;
    last = offset;
    const deeper = code === 'BLOCK_AS_IMPLICIT_KEY' ? deeperLine(text, offset) : null;
    kept.push(deeper === null ? { code, offset } : { code: 'deeper', offset: deeper });
    if (offset >= until && (deeper !== null || MISPLACED.has(code)))
      until = endOfDepth(text, deeper ?? offset);
  }
  return kept;
}

/** Where the next line begins whose colon makes it no part of the text at an offset; null where the text has its own. */
function deeperLine(text: string, offset: number): number | null {
  const ahead = /:(?=\s|$)|\n/g;
  ahead.lastIndex = offset;
  const found = ahead.exec(text);
  return found?.[0] === '\n' ? found.index + 1 : null;
}

/** Where the first line below begins that is indented less by spaces than that of an offset. */
function endOfDepth(text: string, offset: number): number {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const depth = depthAt(text, start);
  for (let at = text.indexOf('\n', start); at >= 0; at = text.indexOf('\n', at + 1)) {
    const next = text[at + 1 + depthAt(text, at + 1)];
    const says = next !== undefined && next !== '\n' && next !== '\r' && next !== '#';
    if (says && depthAt(text, at + 1) < depth) return at + 1;
  }
  return text.length;
}

function depthAt(text: string, lineStart: number): number {
  let at = lineStart;
  while (text[at] === ' ') at += 1;
  return at - lineStart;
}

/** Texts of JSON, which end with their lines, and the beginnings of comments. */
const JSON_TEXT = /"[^"\\\n]*(?:\\.[^"\\\n]*)*("?)|(?<![^\s,{}[\]"])(?:\/\/|\/\*)/g;

/** Offset of the first comment of a text that should be JSON; null where it has none. */
export function commentInJson(text: string): number | null {
  for (const { 0: found, index } of text.matchAll(JSON_TEXT)) if (found.startsWith('/')) return index;
  return null;
}

/** Offset of the first quote that is not closed on its line. */
function openQuoteInJson(text: string): number | null {
  for (const { 0: found, 1: closing, index } of text.matchAll(JSON_TEXT))
    if (closing === '' && found.startsWith('"')) return index;
  return null;
}
