import { readBaselines, storeBaselines, storedValue } from './baselines.js';
import {
  type Effort,
  type Measure,
  measureFolder,
  measureKeys,
  measurePackage,
  measureReading,
  measureStarts,
} from './measures.js';
import type { Stage } from './stage.js';
import { plainTable, type Row, rowOf } from './table.js';

const SHORT: Effort = { starts: 9, readings: 1, readingTime: 1000, folders: 3 };
const LONG: Effort = { starts: 21, readings: 5, readingTime: 4000, folders: 9 };

/** Measures the program alone and prints it beside what is stored; fails on a regression, but not when it stores. */
export function benchOwn(
  stage: Stage,
  { files, short, update }: { files: number; short: boolean; update: boolean },
): Row[] {
  const effort = short ? SHORT : LONG;
  const { measures: starts, empty } = measureStarts(stage, effort);
  const measures: Measure[] = [
    ...starts,
    ...['ru', 'en'].flatMap((language) => measureReading(stage, language, effort)),
    ...measureKeys(stage, effort),
    ...measureFolder(stage, files, effort),
    ...measurePackage(),
  ];
  const baselines = readBaselines();
  const rows = measures.map((measure) =>
    rowOf(measure, storedValue(measure, baselines, empty), baselines.tolerance[measure.unit]),
  );
  console.log(plainTable(rows));
  console.log(`\nAn empty script took ${empty.toFixed(1)} ms of processor time.`);
  const missed = rows.filter((row) => row.missed).map(({ measure }) => measure.what);
  if (missed.length > 0) console.log(`Over budget: ${missed.join('; ')}.`);
  const regressed = rows.filter((row) => row.regressed).map(({ measure }) => measure.what);
  if (regressed.length > 0) console.log(`Slower than stored: ${regressed.join('; ')}.`);
  if (update) storeBaselines(measures, empty);
  else if (regressed.length > 0) process.exitCode = 1;
  return rows;
}
