import { readFileSync, statSync } from 'node:fs';
import type { Translate } from '../content/messages.js';
import { InputError } from '../content/problems.js';
import { visibleLine } from '../content/visible.js';
import { errorCode } from './error-code.js';
import { writeText } from './write-text.js';

/** A finding that is known and waits. */
export interface BaselineEntry {
  readonly rule: string;
  /** Question or heading of its answer, for people. */
  readonly answer: string;
  /** Of the words it is about, so that it is known again wherever they stand. */
  readonly fingerprint: string;
}

/** Path, relative to the folder of the baseline's file, with forward slashes → what is known there: nothing, where others were compared with it. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** Format version. */
export const BASELINE_VERSION = 1;

/**
 * @param absolute path of the file
 * @param shown the same as typed
 * @param command what makes it
 * @throws InputError where there is none, or not what `--update-baseline` writes
 */
export async function readBaseline(
  absolute: string,
  shown: string,
  command: string,
  t: Translate,
): Promise<Baseline> {
  let text: string;
  try {
    // It may never end.
    if (statSync(absolute).isCharacterDevice()) throw noBaseline(shown, t);
    text = readFileSync(absolute, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    const code = errorCode(error);
    const path = visibleLine(shown);
    if (code === 'ENOENT')
      throw new InputError(t('lint.baseline.absent', { path }), {
        advice: t('lint.baseline.make', { command }),
      });
    throw new InputError(t('lint.baseline.unreadable', { path, code: code ?? String(error) }));
  }
  return parsed(text) ?? (await import('./baseline-problems.js')).refuseBaseline(text, shown, command, t);
}

/** Says that a file holds something else: it stays as it is. */
export function noBaseline(shown: string, t: Translate): InputError {
  return new InputError(t('lint.baseline.none', { path: visibleLine(shown) }));
}

/** Sorted by path, answer, rule; one finding a line, so that changes are easy to read. */
function baselineText(baseline: Baseline): string {
  const files = [...baseline]
    .sort(([one], [other]) => compare(one, other))
    .map(([path, entries]) => {
      const lines = [...entries]
        .sort(
          (one, other) =>
            compare(one.answer, other.answer) ||
            compare(one.rule, other.rule) ||
            compare(one.fingerprint, other.fingerprint),
        )
        .map(({ rule, answer, fingerprint }) => `\n      ${JSON.stringify({ rule, answer, fingerprint })}`);
      return `    ${JSON.stringify(path)}: [${lines.join(',')}${lines.length === 0 ? '' : '\n    '}]`;
    });
  const list = files.length === 0 ? '{}' : `{\n${files.join(',\n')}\n  }`;
  return `{\n  "version": ${BASELINE_VERSION},\n  "files": ${list}\n}\n`;
}

/** @throws InputError where the file cannot be written */
export function writeBaseline(absolute: string, shown: string, baseline: Baseline, t: Translate): void {
  try {
    writeText(absolute, baselineText(baseline));
  } catch (error) {
    const code = errorCode(error);
    throw new InputError(t('lint.cannot-write', { path: visibleLine(shown), code: code ?? String(error) }));
  }
}

/** Null for anything but a baseline: what is wrong with it is found out by what loads a schema. */
function parsed(text: string): Baseline | null {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(data) || data.version !== BASELINE_VERSION || !isObject(data.files)) return null;
  if (Object.keys(data).length !== 2) return null;
  const files = Object.entries(data.files);
  const whole = files.every(
    ([, entries]) => Array.isArray(entries) && entries.every((entry) => isEntry(entry)),
  );
  return whole ? new Map(files as [string, BaselineEntry[]][]) : null;
}

function isEntry(entry: unknown): entry is BaselineEntry {
  return (
    isObject(entry) &&
    Object.keys(entry).length === 3 &&
    [entry.rule, entry.answer, entry.fingerprint].every((value) => typeof value === 'string')
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
