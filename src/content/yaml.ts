import {
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type YAMLMap,
} from 'yaml';
import type { LineColumn } from '../text/lines.js';
import type { Translate } from './messages.js';
import type { Problem } from './problems.js';
import { visibleLine } from './visible.js';

export type DataPath = readonly (string | number)[];

/** Data of a YAML file that remembers where each of its values stood. */
export interface ParsedYaml {
  /** As shown to the user. */
  readonly path: string;
  /** Undefined where there are problems; null for an empty file. */
  readonly data: unknown;
  /** What is wrong with the file as YAML, in line order. */
  readonly problems: readonly Problem[];
  /** Where a value stands, or its key; the nearest thing around it where the path leads nowhere. */
  readonly locate: (path: DataPath, at?: 'key' | 'value') => LineColumn;
}

/** Longest YAML text that is read, in UTF-16 units. */
export const LONGEST_YAML = 2_000_000;
/** The parser of `yaml` recurses and dies with the process on deep input, so depth is bounded before it runs. */
const DEEPEST = 100;
/** Aliases in one file, and how far they may multiply what they stand for. */
const MOST_ALIASES = 100;
const REFUSED_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** What `!!` stands for. */
const TAG_PREFIX = 'tag:yaml.org,2002:';
const PLAIN_TAGS: ReadonlySet<string> = new Set(
  ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((name) => TAG_PREFIX + name),
);

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
/** What closes a bracket. */
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
/** What the lexer puts before a plain text, and where lines that are not indented break brackets off. */
const PLAIN_TEXT = '\u001f';
const BROKEN_OFF = '\u0018';

/**
 * Reads untrusted YAML 1.2 (and so JSON): nothing in it runs, what multiplies or shadows is refused.
 *
 * @param source text of the file; a byte order mark is skipped
 * @param path as shown in problems
 */
export function parseYaml(source: string, path: string, t: Translate): ParsedYaml {
  const text = withLineFeeds(source.startsWith('\uFEFF') ? source.slice(1) : source);
  const lines = lineCounter(text);
  const place = (offset: number): LineColumn => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const refuse = (offset: number, key: string, values = {}): ParsedYaml => ({
    path,
    data: undefined,
    problems: [{ path, ...place(offset), message: t(key, values) }],
    locate: () => place(offset),
  });
  if (text.length > LONGEST_YAML) return refuse(0, 'content.too-long', { most: LONGEST_YAML / 1_000_000 });
  const binary = text.indexOf('\0');
  if (binary >= 0) return refuse(binary, 'content.binary');
  const json = /\.json$/i.test(path);
  const comment = json ? commentInJson(text) : null;
  if (comment !== null) return refuse(comment, 'content.json-comment');
  const { tokens, open, tooDeep } = cut(text);
  if (tooDeep !== null) return refuse(tooDeep, 'content.yaml.depth', { most: DEEPEST });

  const composer = new Composer({
    stringKeys: true,
    uniqueKeys: false, // compares every key with every other; done below in one pass
    prettyErrors: false,
    logLevel: 'silent',
  });
  const documents = [...composer.compose(tokens, true, text.length)] as Document.Parsed[];
  const document = documents[0] as Document.Parsed;
  const faults = [...syntaxFaults(document, { text, open, json }), ...refusals(document)];
  if (documents[1]) faults.push({ offset: documents[1].range[0], key: 'content.yaml.documents', values: {} });
  let data: unknown;
  if (faults.length === 0) {
    try {
      data = document.toJS({ maxAliasCount: MOST_ALIASES });
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      faults.push({
        offset: firstAlias(document),
        key: 'content.yaml.aliases',
        values: { most: MOST_ALIASES },
      });
    }
  }
  const problems = faults
    .sort((one, other) => one.offset - other.offset)
    .map(({ offset, key, values }) => ({ path, ...place(offset), message: t(key, values) }));
  return { path, data: problems.length > 0 ? undefined : data, problems, locate: locator(document, place) };
}

/** Of the same length: a lone carriage return ends a line in YAML, and `yaml` does not know it. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n');
}

/** Filled from the text itself: the parser does not tell of every line of a broken file. */
function lineCounter(text: string): LineCounter {
  const lines = new LineCounter();
  for (let start = 0; start >= 0; ) {
    lines.addNewLine(start);
    const end = text.indexOf('\n', start);
    start = end < 0 ? -1 : end + 1;
  }
  return lines;
}

interface Fault {
  readonly offset: number;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What is opened and never closed. */
interface Open {
  /** Offset of a bracket, and whether a line that is not indented broke it off. */
  readonly brackets: { readonly offset: number; readonly brokenOff: boolean }[];
  /** Offsets of quotes. */
  readonly quotes: number[];
}

/** Cuts the text into the concrete syntax that `yaml` composes, and stops where it nests too deep. */
function cut(text: string) {
  const parser = new Parser();
  const tokens = [];
  const open: Open = { brackets: [], quotes: [] };
  /** Offsets of brackets that are still open. */
  const around: number[] = [];
  const breakOff = (from: number, brokenOff: boolean) => {
    for (const offset of around.splice(from)) open.brackets.push({ offset, brokenOff });
  };
  let before = '';
  for (const lexeme of new Lexer().lex(text)) {
    const { offset } = parser;
    if (before !== PLAIN_TEXT) {
      if (lexeme === '[' || lexeme === '{') around.push(offset);
      else if (lexeme === ']' || lexeme === '}') {
        const opening = around.findLastIndex((at) => CLOSING[text[at] ?? ''] === lexeme);
        if (opening >= 0) {
          breakOff(opening + 1, false);
          around.pop();
        }
      } else if (lexeme === BROKEN_OFF) breakOff(0, true);
      else if (isOpenQuote(lexeme)) open.quotes.push(offset);
    }
    before = lexeme;
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (parser.stack.length > DEEPEST) return { tokens: [], open, tooDeep: parser.offset };
  }
  breakOff(0, false);
  for (const token of parser.end()) tokens.push(token);
  return { tokens, open, tooDeep: null };
}

function isOpenQuote(lexeme: string): boolean {
  const quote = lexeme[0];
  return (quote === '"' || quote === "'") && (lexeme.length === 1 || !lexeme.endsWith(quote));
}

interface Written {
  readonly text: string;
  readonly open: Open;
  readonly json: boolean;
}

function syntaxFaults(document: Document.Parsed, { text, open, json }: Written): Fault[] {
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

function commentInJson(text: string): number | null {
  for (const { 0: found, index } of text.matchAll(JSON_TEXT)) if (found.startsWith('/')) return index;
  return null;
}

function openQuoteInJson(text: string): number | null {
  for (const { 0: found, 1: closing, index } of text.matchAll(JSON_TEXT))
    if (closing === '' && found.startsWith('"')) return index;
  return null;
}

/** What is good YAML and still not taken: duplicate and prototype keys, tags, aliases beyond the bound. */
function refusals(document: Document.Parsed): Fault[] {
  const faults: Fault[] = [];
  const anchors = new Set<string>();
  let aliases = 0;
  visit(document, {
    Node(_key, node, ancestors) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        aliases++;
        const circular = ancestors.some((around) => isCollection(around) && around.anchor === node.source);
        const values = { name: visibleLine(node.source), most: MOST_ALIASES };
        if (!anchors.has(node.source)) faults.push({ offset, key: 'content.yaml.alias-unknown', values });
        else if (circular) faults.push({ offset, key: 'content.yaml.alias-circular', values });
        else if (aliases === MOST_ALIASES + 1) faults.push({ offset, key: 'content.yaml.aliases', values });
        return;
      }
      if (node.anchor !== undefined) anchors.add(node.anchor);
      if (node.tag !== undefined && !PLAIN_TAGS.has(node.tag))
        faults.push({
          offset,
          key: 'content.yaml.tag',
          values: { tag: visibleLine(node.tag.replace(TAG_PREFIX, '!!')) },
        });
      if (isMap(node)) for (const fault of keyFaults(node)) faults.push(fault);
    },
  });
  return faults;
}

function keyFaults(map: YAMLMap): Fault[] {
  const faults: Fault[] = [];
  const seen = new Set<string>();
  for (const { key } of map.items) {
    if (!isScalar(key)) continue;
    const name = String(key.value);
    const fault = { offset: key.range?.[0] ?? 0, values: { key: visibleLine(name) } };
    if (REFUSED_KEYS.has(name)) faults.push({ ...fault, key: 'content.yaml.key-refused' });
    else if (seen.has(name)) faults.push({ ...fault, key: 'content.yaml.key-twice' });
    seen.add(name);
  }
  return faults;
}

function firstAlias(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias(_key, node) {
      offset = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function locator(document: Document.Parsed, place: (offset: number) => LineColumn): ParsedYaml['locate'] {
  const pairs = new WeakMap<YAMLMap, Map<string, YAMLMap['items'][number]>>();
  const pairOf = (map: YAMLMap, name: string) => {
    let byName = pairs.get(map);
    if (byName === undefined) {
      byName = new Map(map.items.map((pair) => [isScalar(pair.key) ? String(pair.key.value) : '', pair]));
      pairs.set(map, byName);
    }
    return byName.get(name);
  };
  return (path, at = 'value') => {
    let node: unknown = document.contents;
    let offset = startOf(node) ?? 0;
    for (const [index, step] of path.entries()) {
      const around = isAlias(node) ? node.resolve(document) : node;
      if (isMap(around)) {
        const pair = pairOf(around, String(step));
        if (pair === undefined) break;
        const keyOffset = startOf(pair.key) ?? offset;
        node = pair.value;
        const wantsKey = at === 'key' && index === path.length - 1;
        offset = wantsKey || isAbsent(node) ? keyOffset : (startOf(node) ?? keyOffset);
      } else if (isSeq(around)) {
        node = around.items[Number(step)];
        if (node === undefined) break;
        offset = startOf(node) ?? offset;
      } else break;
    }
    return place(offset);
  };
}

/** Offset where a node is written; null for one that is not. */
function startOf(node: unknown): number | null {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? null;
}

/** `key:` with nothing after it. */
function isAbsent(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}
