// npm run bench: what the program costs, beside what is stored and what is allowed. Fails on a regression.
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readBaselines, storeBaselines, storedValue } from './bench/baselines.js';
import {
  type Effort,
  type Measure,
  measureFolder,
  measureKeys,
  measurePackage,
  measureReading,
  measureStarts,
} from './bench/measures.js';
import { benchmarkPage } from './bench/page.js';
import { buildStage } from './bench/stage.js';
import { plainTable, rowOf } from './bench/table.js';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    files: { type: 'string' },
  },
});
const files = Number(flags.files ?? (flags.short ? 200 : 1000));
if (!Number.isInteger(files) || files < 1) throw new Error(`--files ${flags.files}: a number is needed`);
const effort: Effort = flags.short
  ? { starts: 9, readings: 1, readingTime: 1000, folders: 3 }
  : { starts: 21, readings: 5, readingTime: 4000, folders: 9 };

const stage = await buildStage(files);
try {
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
  if (flags.write) writeFileSync('docs/benchmark.md', benchmarkPage(rows, { node: process.version, files }));
  if (flags.update) storeBaselines(measures, empty);
  else if (regressed.length > 0) process.exitCode = 1;
} finally {
  rmSync(stage.folder, { recursive: true, force: true });
}
