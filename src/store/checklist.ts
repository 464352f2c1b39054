import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './error-code.js';
import { makeFolder } from './make-folder.js';

/** Version of the lines that are written. */
const CHECKLIST_VERSION = 1;

/** An item of a guide's checklist was ticked, or its tick taken back. */
export interface Tick {
  /** When, as ISO 8601 writes it. */
  readonly at: string;
  readonly role: string;
  readonly topic: string;
  readonly item: string;
  readonly done: boolean;
}

/** Every tick that is kept, in the order they were made. */
export type Ticks = readonly Tick[];

/**
 * Adds ticks. Each is a line that begins with its own line break and goes to the disk in one append: two sessions at
 * once do not mix their lines, and one that was torn spoils no other.
 *
 * @throws Error of the file system (`code`)
 */
export function keepTicks(path: string, ticks: Ticks): void {
  if (ticks.length === 0) return;
  makeFolder(dirname(path));
  const lines = ticks.map((tick) => `\n${JSON.stringify({ v: CHECKLIST_VERSION, ...tick })}`);
  appendFileSync(path, lines.join(''), { flush: true });
}

/**
 * A file that does not exist holds no ticks; what cannot be read, or is of a later version, counts for nothing.
 *
 * @throws Error of the file system (`code`)
 */
export function readTicks(path: string): Ticks {
  if (!isFile(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const tick = line.trim() === '' ? null : tickOf(line);
      return tick === null ? [] : [tick];
    });
}

/** False for a device or a pipe, which may never end. */
function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch (error) {
    // What should be a folder above it is a file.
    if (errorCode(error) === 'ENOTDIR') return false;
    throw error;
  }
}

/** Of the ticks another machine has kept, the last of each item, where it is newer than what is known here. */
export function newerTicks(known: Ticks, brought: Ticks): Tick[] {
  const key = ({ role, topic, item }: Tick) => JSON.stringify([role, topic, item]);
  const here = new Map(known.map((tick) => [key(tick), tick]));
  const there = new Map(brought.map((tick) => [key(tick), tick]));
  return [...there.values()].filter((tick) => {
    const before = here.get(key(tick));
    return before === undefined ? tick.done : before.at < tick.at && before.done !== tick.done;
  });
}

/** Ids of the items of one guide whose last word is a tick. */
export function tickedItems(ticks: Ticks, role: string, topic: string): ReadonlySet<string> {
  const ticked = new Set<string>();
  for (const tick of ticks) {
    if (tick.role !== role || tick.topic !== topic) continue;
    if (tick.done) ticked.add(tick.item);
    else ticked.delete(tick.item);
  }
  return ticked;
}

function tickOf(line: string): Tick | null {
  try {
    return asTick(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Untrusted data as a tick; null where it is none. */
export function asTick(value: unknown): Tick | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, at, role, topic, item, done } = value as Record<string, unknown>;
  if (v !== CHECKLIST_VERSION && v !== undefined) return null;
  const whole =
    typeof at === 'string' &&
    typeof role === 'string' &&
    typeof topic === 'string' &&
    typeof item === 'string' &&
    typeof done === 'boolean';
  return whole ? { at, role, topic, item, done } : null;
}
