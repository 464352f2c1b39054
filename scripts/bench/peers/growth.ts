import { measure } from '../child.js';
import { READ_ALL } from '../measures.js';
import type { Stage } from '../stage.js';
import { median } from '../statistics.js';
import { answerFiles } from './folders.js';

/** Linting a folder of some size, from all runs. */
export interface Size {
  readonly files: number;
  readonly runs: number;
  /** Milliseconds of processor time. */
  readonly cpu: number;
  readonly reading: number;
  /** Bytes. */
  readonly peak: number;
}

/** What one more file costs between two sizes. */
export interface Step {
  readonly from: number;
  readonly to: number;
  /** Milliseconds of processor time a file. */
  readonly cpu: number;
  /** Bytes a file; below 0 where memory was freed in between. */
  readonly memory: number;
}

/** A file may cost this much more among many than among few where it is called linear. */
const SLACK = 1.25;

/** @param counts numbers of files, ascending */
export function measureGrowth(stage: Stage, counts: readonly number[]): Size[] {
  return counts.map((files) => {
    const { folder } = answerFiles(stage.folder, `grown-${files}`, files);
    const runs = files > 10_000 ? 1 : 3;
    const lint = [];
    const reading = [];
    for (let run = 0; run < runs; run++) {
      reading.push(measure(['-e', READ_ALL, folder], stage.folder));
      lint.push(measure([stage.program, 'lint', folder], stage.folder));
    }
    process.stderr.write(`${files} files: ${lint.map(({ cpu }) => `${Math.round(cpu)} ms`).join(', ')}\n`);
    return {
      files,
      runs,
      cpu: median(lint.map(({ cpu }) => cpu)),
      reading: median(reading.map(({ cpu }) => cpu)),
      peak: median(lint.map(({ peak }) => peak)),
    };
  });
}

/** What a file more costs between each size and the next. */
export function steps(sizes: readonly Size[]): Step[] {
  return sizes.slice(1).map((to, index) => {
    const from = sizes[index] as Size;
    const more = to.files - from.files;
    return {
      from: from.files,
      to: to.files,
      cpu: (to.cpu - from.cpu) / more,
      memory: (to.peak - from.peak) / more,
    };
  });
}

/** Whether a file costs no more in the last step than in the first, but for some slack. */
export function linear(all: readonly Step[], cost: 'cpu' | 'memory'): boolean {
  const [first, last] = [all[0], all.at(-1)];
  if (first === undefined || last === undefined) return true;
  return last[cost] <= Math.max(0, first[cost]) * SLACK;
}
