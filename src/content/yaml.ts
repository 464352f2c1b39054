import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type YAMLMap } from 'yaml';
import type { LineColumn } from '../text/lines.js';
import type { Translate } from './messages.js';
import type { Problem } from './problems.js';
import { firstAlias, MOST_ALIASES, refusals } from './yaml-refusals.js';
import { commentInJson, syntaxFaults } from './yaml-syntax.js';
import { cutYaml, DEEPEST } from './yaml-tokens.js';

/** The way to a value: names of keys and places in lists. */
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
  const { tokens, open, tooDeep } = cutYaml(text);
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
