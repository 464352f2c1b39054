import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measure, Unit } from './measures.js';

const FILE = join(import.meta.dirname, 'baselines.json');

/**
 * What was measured when it was last stored. Times are multiples of what an empty script takes in the same
 * run, so that they mean something on another machine.
 */
export interface Baselines {
  /** Unit → share by which a measure may be over what is stored. */
  readonly tolerance: Readonly<Record<Unit, number>>;
  readonly measures: Readonly<Record<string, number>>;
}

/** Measures as they were stored last. */
export function readBaselines(): Baselines {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Baselines;
}

/** @param empty milliseconds that an empty script takes in the same run */
export function storeBaselines(measures: readonly Measure[], empty: number): void {
  const { tolerance, measures: before } = readBaselines();
  const now = measures.map(({ id, value, unit }) => [id, rounded(unit === 'µs' ? value / empty : value)]);
  const stored: Baselines = { tolerance, measures: { ...before, ...Object.fromEntries(now) } };
  writeFileSync(FILE, `${JSON.stringify(stored, null, 2)}\n`);
}

/** What is stored for a measure in its own unit; null where nothing is. */
export function storedValue({ id, unit }: Measure, { measures }: Baselines, empty: number): number | null {
  const value = measures[id];
  if (value === undefined) return null;
  return unit === 'µs' ? value * empty : value;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
