import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Translate } from '../content/messages.js';
import { nearest } from '../content/nearest.js';
import type { Problem } from '../content/problems.js';
import { isRuleLevel, RULE_LEVELS } from '../content/severities.js';
import { parseYaml, withLineFeeds } from '../content/yaml.js';
import type { Span } from '../text/types.js';
import type { ReadResult } from './markdown.js';
import {
  type AnswerFault,
  isWordKey,
  NO_SETTINGS,
  type Settings,
  type SettingWord,
  settingsOfWords,
  type WordKey,
} from './settings.js';
import { mayHoldSuppressions } from './suppressions.js';
import { suppressionsInYaml } from './suppressions-yaml.js';
import type { Answer } from './types.js';
import { escapedLetter, maskScalar } from './yaml-scalar.js';

const SETTING_KEYS = ['role', 'lang', 'question', 'framework', 'rules'];
const FILE_KEYS = ['role', 'lang', 'framework', 'rules', 'answers'];
const ANSWER_KEYS = ['question', 'text', 'lang', 'framework', 'rules'];

const NOTHING = { answers: [], suppressions: [], role: null, roleSpan: null } as const;

/** Everything a reader of one YAML text passes along. */
interface YamlReader {
  /** Where the YAML begins in the file. */
  readonly offset: number;
  /** Lines of the file before it. */
  readonly linesBefore: number;
  readonly path: string;
  readonly t: Translate;
  readonly faults: AnswerFault[];
  /** Syntax errors, which have their places already. */
  readonly problems: Problem[];
}

/**
 * Reads front matter that is more than plain words.
 *
 * @param offset where the block begins in the file, on its second line; all positions count from the file's start
 */
export function readSettings(
  block: string,
  offset: number,
  path: string,
  t: Translate,
): { settings: Settings; faults: readonly AnswerFault[]; problems: readonly Problem[] } {
  const reading: YamlReader = { offset, linesBefore: 1, path, t, faults: [], problems: [] };
  const root = parse(block, reading);
  if (root !== null && !isMap(root)) reading.faults.push(fault(reading, root, 'not-a-map'));
  const settings = isMap(root) ? settingsOf(root, reading, SETTING_KEYS, false) : NO_SETTINGS;
  return { settings, faults: reading.faults, problems: reading.problems };
}

/** Reads a YAML file of the form `answers: [{question, text, lang?, framework?, rules?}]`. */
export function readYaml(source: string, path: string, t: Translate): ReadResult {
  const reading: YamlReader = { offset: 0, linesBefore: 0, path, t, faults: [], problems: [] };
  const { faults, problems } = reading;
  const root = parse(source, reading);
  if (problems.length > 0) return { ...NOTHING, faults, problems };
  const list = isMap(root) ? memberOf(root, 'answers') : null;
  if (!isMap(root) || !isSeq(list)) {
    // It may be any file of YAML: nothing is said of its other keys.
    faults.push(nearList(root, reading) ?? fault(reading, list ?? root, 'no-answers'));
    return { ...NOTHING, faults, problems };
  }
  const settings = settingsOf(root, reading, FILE_KEYS, true);
  const answers = list.items.filter(isNode).flatMap((item) => readAnswer(item, source, settings, reading));
  const suppressions = mayHoldSuppressions(source) ? suppressionsInYaml(source, answers) : [];
  return { answers, faults, problems, suppressions, role: settings.role, roleSpan: settings.roleSpan };
}

/** A key that is probably meant to be `answers`. */
function nearList(root: Node | null, reading: YamlReader): AnswerFault | null {
  if (!isMap(root)) return null;
  const pair = root.items.find(
    ({ key }) => isScalar(key) && nearest(String(key.value), ['answers']) !== null,
  );
  if (pair === undefined || memberOf(root, 'answers') !== undefined) return null;
  const key = String(keyOf(pair).value);
  return fault(reading, pair.key, 'unknown-key-near', { key, near: 'answers' });
}

function readAnswer(item: Node, source: string, file: Settings, reading: YamlReader): Answer[] {
  if (!isMap(item)) {
    reading.faults.push(fault(reading, item, 'not-an-answer'));
    return [];
  }
  const own = settingsOf(item, reading, ANSWER_KEYS, true);
  const text = memberOf(item, 'text');
  if (!isScalar(text)) {
    reading.faults.push(fault(reading, text ?? item, isAlias(text) ? 'alias' : 'no-text'));
    return [];
  }
  const { start, end, mask } = maskScalar(source, text);
  const escaped = escapedLetter(source, text);
  if (escaped !== null)
    reading.faults.push({
      at: escaped.start,
      code: 'escaped-letter',
      values: { escape: source.slice(escaped.start, escaped.end) },
    });
  return [
    {
      start,
      end,
      text: mask,
      question: own.question,
      questionSpan: own.questionSpan ?? { start, end: start },
      framework: own.framework ?? file.framework,
      title: null,
      language: own.language ?? file.language,
      languageSpan: own.languageSpan ?? file.languageSpan,
      markedHeadings: [],
      rules: { ...file.rules, ...own.rules },
      ruleSpans: { ...file.ruleSpans, ...own.ruleSpans },
    },
  ];
}

/** The root of the document; null where it is empty or not to be used, which `problems` then tells. */
function parse(source: string, reading: YamlReader): Node | null {
  const { problems } = parseYaml(source, reading.path, reading.t);
  for (const problem of problems)
    reading.problems.push({ ...problem, line: problem.line + reading.linesBefore });
  return problems.length > 0 ? null : parseDocument(withLineFeeds(source), { prettyErrors: false }).contents;
}

/**
 * The settings of a map.
 *
 * @param strict refuses keys of other programs too, which front matter may well have
 */
function settingsOf(map: YAMLMap, reading: YamlReader, known: readonly string[], strict: boolean): Settings {
  let { rules, ruleSpans } = NO_SETTINGS;
  const words: Partial<Record<WordKey, SettingWord>> = {};
  for (const pair of map.items) {
    const key = String(keyOf(pair).value);
    const value = isNode(pair.value) ? pair.value : null;
    if (!known.includes(key)) {
      const near = nearest(key, known);
      if (near !== null) reading.faults.push(fault(reading, pair.key, 'unknown-key-near', { key, near }));
      else if (strict)
        reading.faults.push(fault(reading, pair.key, 'unknown-key', { key, known: known.join(', ') }));
    } else if (key === 'rules') ({ rules, ruleSpans } = rulesOf(value, pair, reading));
    else if (isWordKey(key)) {
      const word = wordOf(value, pair, key, reading);
      if (word !== null) words[key] = word;
    }
  }
  return { ...settingsOfWords(words), rules, ruleSpans };
}

function rulesOf(value: Node | null, pair: Pair, reading: YamlReader): Pick<Settings, 'rules' | 'ruleSpans'> {
  if (!isMap(value)) {
    reading.faults.push(fault(reading, value ?? pair.key, 'rules-not-a-map'));
    return NO_SETTINGS;
  }
  const entries = value.items.flatMap((rule) => {
    const key = keyOf(rule);
    // YAML 1.1 reads `off` as false.
    const level = isScalar(rule.value) ? (rule.value.value === false ? 'off' : String(rule.value.value)) : '';
    if (isRuleLevel(level)) return [{ id: String(key.value), level, span: spanOf(reading, key) }];
    const values = { rule: String(key.value), levels: RULE_LEVELS.join(', ') };
    reading.faults.push(fault(reading, rule.value ?? key, 'rule-level', values));
    return [];
  });
  return {
    rules: Object.fromEntries(entries.map(({ id, level }) => [id, level])),
    ruleSpans: Object.fromEntries(entries.map(({ id, span }) => [id, span])),
  };
}

/** The key of a pair: `parseYaml` has refused all that are no scalars, and those that reach a prototype. */
function keyOf({ key }: Pair): Scalar {
  if (!isScalar(key)) throw new Error('a key of a map that is no scalar');
  return key;
}

function memberOf(map: YAMLMap, key: string): unknown {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value;
}

function wordOf(value: Node | null, pair: Pair, key: string, reading: YamlReader): SettingWord | null {
  if (isScalar(value) && typeof value.value === 'string' && value.value !== '') {
    const { start, end } = spanOf(reading, value);
    const quoted = value.type === 'QUOTE_DOUBLE' || value.type === 'QUOTE_SINGLE' ? 1 : 0;
    return { text: value.value, start: start + quoted, end: end - quoted };
  }
  // `question:` with nothing after it is a gap in a template, not a mistake.
  if (isScalar(value) && value.value === null) return null;
  reading.faults.push(fault(reading, value ?? pair.key, 'not-a-word', { key }));
  return null;
}

function spanOf(reading: YamlReader, node: { readonly range?: readonly number[] | null | undefined }): Span {
  const [start = 0, end = start] = node.range ?? [];
  return { start: reading.offset + start, end: reading.offset + end };
}

function fault(
  reading: YamlReader,
  node: unknown,
  code: string,
  values?: AnswerFault['values'],
): AnswerFault {
  const at = spanOf(reading, (node ?? {}) as { range?: number[] }).start;
  return values === undefined ? { at, code } : { at, code, values };
}
