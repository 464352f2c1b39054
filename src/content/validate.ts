import type * as z from 'zod';
import type { MessageValues, Translate } from './messages.js';
import { nearest } from './nearest.js';
import type { Problem } from './problems.js';
import { schemasAt } from './schema-at.js';
import { shortLine, visibleLine, visibleName } from './visible.js';
import type { DataPath, ParsedYaml } from './yaml.js';

/** The value, or everything that is wrong with it in line order. */
export type Validated<T> =
  | { readonly value: T; readonly problems: null }
  | { readonly value: null; readonly problems: readonly Problem[] };

/**
 * Checks a parsed file against a schema; problems of the YAML itself come first and alone.
 *
 * @param t puts the problems in the reader's language
 */
export function validate<T>(schema: z.ZodType<T>, parsed: ParsedYaml, t: Translate): Validated<T> {
  if (parsed.problems.length > 0) return { value: null, problems: parsed.problems };
  if (parsed.data === null)
    return {
      value: null,
      problems: [{ path: parsed.path, line: 1, column: 1, message: t('content.empty') }],
    };
  const result = schema.safeParse(parsed.data);
  if (result.success) return { value: result.data, problems: null };
  const problems = result.error.issues
    .flatMap((issue) => faults(issue, [], { schema, data: parsed.data, t }))
    .map(({ at, on, message }) => ({ path: parsed.path, ...parsed.locate(at, on), message }))
    .sort((one, other) => one.line - other.line || one.column - other.column);
  return { value: null, problems };
}

interface Fault {
  readonly at: DataPath;
  readonly on: 'key' | 'value';
  readonly message: string;
}

/** What is checked, by what, and the language in which it is told. */
interface Checked {
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly t: Translate;
}

/** @param above where the value stands that the path of the issue starts from */
function faults(issue: z.core.$ZodIssue, above: DataPath, checked: Checked): Fault[] {
  const { data, t } = checked;
  const at: DataPath = [
    ...above,
    ...issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
  ];
  const found = valueAt(data, at);
  const tell = ([key, values]: ProblemMessage): Fault[] => [
    { at, on: 'value', message: t(key, { where: placeIn(at, t), ...values }) },
  ];
  if (issue.message.startsWith('content.')) {
    const given = (issue.code === 'custom' ? issue.params : undefined) as MessageValues | undefined;
    return tell([issue.message, { value: quote(found), ...escapedValues(given ?? {}) }]);
  }
  if (found === undefined && issue.code !== 'unrecognized_keys' && issue.code !== 'custom') {
    const missing = { key: String(at.at(-1) ?? ''), where: placeIn(at.slice(0, -1), t) };
    return [{ at: at.slice(0, -1), on: 'value', message: t('content.missing-key', missing) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(key, at, checked));
    case 'invalid_union': {
      if (issue.errors.length === 0 && 'options' in issue && Array.isArray(issue.options))
        return tell(notOneOf(found, issue.options.map(String)));
      const nearestOption = deepest(issue.errors);
      return nearestOption.length > 0
        ? nearestOption.flatMap((inner) => faults(inner, at, checked))
        : tell(['content.invalid', { detail: issue.message }]);
    }
    default:
      return tell(wordingOf(issue, found, t));
  }
}

/** Key of a message and its values, but for the place that all messages have. */
type ProblemMessage = readonly [key: string, values: MessageValues];

function wordingOf(issue: z.core.$ZodIssue, found: unknown, t: Translate): ProblemMessage {
  switch (issue.code) {
    case 'invalid_type': {
      const expected = t(TYPES[issue.expected] ?? 'content.type.other');
      const unquoted =
        issue.expected === 'string' && (typeof found === 'number' || typeof found === 'boolean');
      const key = unquoted ? 'content.unquoted' : 'content.wrong-type';
      return [key, { expected, found: t(TYPES[typeOf(found)] ?? 'content.type.other') }];
    }
    case 'invalid_value':
      return notOneOf(found, issue.values.map(String));
    case 'too_small': {
      const least = Number(issue.minimum);
      if (least === 1 && issue.origin !== 'number') return ['content.blank', {}];
      if (SIZED.has(issue.origin)) return ['content.too-few', { least }];
      return [issue.inclusive === false ? 'content.not-above' : 'content.too-small', { least }];
    }
    case 'too_big': {
      const most = Number(issue.maximum);
      return [SIZED.has(issue.origin) ? 'content.too-many' : 'content.too-big', { most }];
    }
    default:
      return ['content.invalid', { detail: visibleLine(issue.message) }];
  }
}

const SIZED: ReadonlySet<string> = new Set(['array', 'string', 'set', 'map']);

/** Types of zod and of data, by the key of their name. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'content.type.text',
  number: 'content.type.number',
  int: 'content.type.integer',
  boolean: 'content.type.boolean',
  array: 'content.type.list',
  object: 'content.type.map',
  record: 'content.type.map',
  null: 'content.type.nothing',
  infinite: 'content.type.infinite',
  nan: 'content.type.nan',
};

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? 'nan' : 'infinite';
  return Array.isArray(value) ? 'array' : typeof value;
}

function unknownKey(key: string, around: DataPath, { schema, data, t }: Checked): Fault {
  const known = schemasAt(schema, around, data).flatMap((each) =>
    each._zod.def.type === 'object' ? Object.keys((each as z.core.$ZodObject)._zod.def.shape) : [],
  );
  const at = [...around, key];
  const near = nearest(key, known);
  const values = { key: visibleName(key), near: near ?? '', known: known.join(', ') };
  const told = (): string => {
    if (near !== null) return t('content.unknown-key-near', values);
    // In `{ en: First, then second }` the text is cut at its comma, and "then second" is a key with nothing after it.
    if (valueAt(data, at) === null) return t('content.unknown-key-comma', values);
    return t(known.length > 0 ? 'content.unknown-key' : 'content.unknown-key-bare', values);
  };
  return { at, on: 'key', message: told() };
}

function notOneOf(found: unknown, known: readonly string[]): ProblemMessage {
  const near = typeof found === 'string' ? nearest(found, known) : null;
  const values = { value: quote(found), near: near ?? '', known: known.join(', ') };
  return [near === null ? 'content.not-one-of' : 'content.not-one-of-near', values];
}

/** Of the ways a union failed, the one that came furthest into the value: the one that was meant. */
function deepest(ways: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) =>
    Math.max(0, ...issues.map(({ path, code }) => path.length + (code === 'invalid_type' ? 0 : 1)));
  return ways.reduce<readonly z.core.$ZodIssue[]>(
    (best, way) => (best.length === 0 || depth(way) > depth(best) ? way : best),
    [],
  );
}

function valueAt(data: unknown, path: DataPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

/** `questions[3].criteria[0].text`, or the words for the whole file. */
function placeIn(path: DataPath, t: Translate): string {
  if (path.length === 0) return t('content.whole-file');
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? visibleName(step) : `${text}.${visibleName(step)}`;
  }, '');
}

const LONGEST_QUOTE = 40;

function quote(value: unknown): string {
  return shortLine(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''), LONGEST_QUOTE);
}

/** Values for a message that come from a file. */
export function escapedValues(values: MessageValues): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? visibleLine(value) : value,
    ]),
  );
}
