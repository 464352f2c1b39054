import { readFileSync, statSync } from 'node:fs';
import * as z from 'zod';
import type { Translate } from '../content/messages.js';
import { InputError, type Problem } from '../content/problems.js';
import { validate } from '../content/validate.js';
import { unsafeAt, visibleLine, visibleName } from '../content/visible.js';
import { LONGEST_YAML, type ParsedYaml, parseYaml } from '../content/yaml.js';
import { asTick, type Tick } from './checklist.js';
import { asDraft, type Draft } from './drafts.js';
import { errorCode } from './error-code.js';
import { EXPORT_FORMAT, EXPORT_VERSION } from './export-text.js';
import { type JournalEntry, readJournalLine } from './journal-line.js';
import { jsonFaultAt } from './json-fault.js';

/** What an export holds. */
export interface Exported {
  readonly entries: readonly JournalEntry[];
  /** Name → text. */
  readonly answers: ReadonlyMap<string, string>;
  /** Ticks in the checklists of guides. */
  readonly ticks: readonly Tick[];
  /** Answers that were being typed. */
  readonly drafts: readonly Draft[];
}

/** Largest export that is read, in bytes: fifty years of practice. */
export const LARGEST = 256_000_000;

/** A name that stays in its folder on every system. */
const ANSWER_NAME = /^[^./\\:*?"<>|][^/\\:*?"<>|]{0,150}\.md$/u;

const exportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  version: z.literal(EXPORT_VERSION),
  exported: z.string(),
  journal: z.array(z.record(z.string(), z.unknown())),
  answers: z.record(z.string(), z.string()),
  checklist: z.array(z.record(z.string(), z.unknown())).default([]),
  drafts: z.array(z.record(z.string(), z.unknown())).default([]),
});

/**
 * Reads an untrusted export.
 *
 * @param file absolute path, or what came on stdin
 * @param path as shown in problems
 * @throws InputError with all problems
 */
export function readExport(file: string | Buffer, path: string, t: Translate): Exported {
  const text = textOf(file, path, t);
  const data = parsed(text, path, t);
  // Of an export by a later version nothing but that is worth saying.
  if (isLater(data)) throw problem({ path, line: 1, column: 1, message: t('data.newer-export') });
  const { value, problems } = validate(exportSchema, data, t);
  const faults: Problem[] = [...(problems ?? []), ...badNames(data, t)];
  if (value === null) throw new InputError('', { problems: faults.sort(inOrder) });
  /**
   * The items of a list that can be read; what is wrong with the others goes to the faults.
   *
   * @param read gives the item, or the key of what is wrong with it
   */
  const itemsOf = <Item extends object>(
    list: 'journal' | 'checklist' | 'drafts',
    read: (data: object) => Item | string,
  ): Item[] =>
    value[list].flatMap((source, index) => {
      const item = read(source);
      if (typeof item !== 'string') return [item];
      const message = t(item, { number: index });
      faults.push({ path, ...data.locate([list, index]), message });
      return [];
    });
  const entries = itemsOf('journal', (line) => {
    const read = readJournalLine(JSON.stringify(line));
    if (read.type === 'answer') return read.entry;
    return read.type === 'newer' ? 'data.newer-export' : 'data.not-an-answer';
  });
  const ticks = itemsOf('checklist', (line) => asTick(line) ?? 'data.not-a-tick');
  const drafts = itemsOf('drafts', (line) => asDraft(line) ?? 'data.not-a-draft');
  if (faults.length > 0) throw new InputError('', { problems: faults.sort(inOrder) });
  return { entries, answers: new Map(Object.entries(value.answers)), ticks, drafts };
}

function badNames(data: ParsedYaml, t: Translate): Problem[] {
  const answers = (data.data as { readonly answers?: unknown } | null)?.answers;
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return [];
  return Object.keys(answers)
    .filter((name) => !ANSWER_NAME.test(name) || unsafeAt(name) >= 0)
    .map((name) => ({
      path: data.path,
      ...data.locate(['answers', name], 'key'),
      message: t('data.bad-name', { name: visibleName(name) }),
    }));
}

function inOrder(one: Problem, other: Problem): number {
  return one.line - other.line || one.column - other.column;
}

function textOf(file: string | Buffer, path: string, t: Translate): string {
  const fault = (name: string) =>
    new InputError(t(`content.file.${name}`, { path, most: LARGEST / 1_000_000 }));
  let bytes: Buffer;
  try {
    bytes = typeof file === 'string' ? wholeFile(file, fault) : file;
    if (bytes.length > LARGEST) throw fault('too-large');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = errorCode(error);
    throw fault(code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem({ path, line: 1, column: 1, message: t('content.file.not-utf-8') });
  }
}

function wholeFile(file: string, fault: (name: string) => InputError): Buffer {
  const stats = statSync(file);
  if (stats.isDirectory()) throw fault('folder');
  if (!stats.isFile()) throw fault('unreadable');
  if (stats.size > LARGEST) throw fault('too-large');
  return readFileSync(file);
}

/** JSON with the places of its values; of a very large file all places are its beginning. */
function parsed(text: string, path: string, t: Translate): ParsedYaml {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    const before = text.slice(0, jsonFaultAt(text, error as SyntaxError)).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    throw problem({ path, ...place, message: t('data.not-json') });
  }
  let places: ParsedYaml | null = null;
  const locate: ParsedYaml['locate'] = (at, on) => {
    if (text.length > LONGEST_YAML) return { line: 1, column: 1 };
    places ??= parseYaml(text, path, t);
    return places.problems.length > 0 ? { line: 1, column: 1 } : places.locate(at, on);
  };
  return { path, data, problems: [], locate };
}

function isLater({ data }: ParsedYaml): boolean {
  const version = (data as { readonly version?: unknown } | null)?.version;
  return typeof version === 'number' && version > EXPORT_VERSION;
}

function problem(found: Problem): InputError {
  return new InputError('', { problems: [{ ...found, path: visibleLine(found.path) }] });
}
