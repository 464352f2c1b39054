import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, measure, type Usage } from './child.js';
import type { KeyTimes } from './keys-script.js';
import type { PastedTime, ReadingTimes } from './reading-script.js';
import { sampleAnswers } from './sample-answers.js';
import { GROWN, type Stage } from './stage.js';
import { median } from './statistics.js';

export type Unit = '×' | 'µs' | 'MB' | 'kB';

/** One figure of the benchmark. */
export interface Measure {
  readonly id: string;
  readonly what: string;
  readonly unit: Unit;
  readonly value: number;
  /** The most it may be; null where it is only shown. */
  readonly budget: number | null;
}

export interface Effort {
  /** Runs of each start, interleaved with the others. */
  readonly starts: number;
  /** Processes that read answers, one after the other, and milliseconds for each. */
  readonly readings: number;
  readonly readingTime: number;
  /** Runs over the folder of answer files. */
  readonly folders: number;
}

/** Starts of the program beside an empty script. */
export function measureStarts(stage: Stage, { starts }: Effort): { measures: Measure[]; empty: number } {
  const commands = [
    { id: 'start.version', args: ['--version'], budget: 1.2 },
    { id: 'start.help', args: ['--help'], budget: 2 },
    { id: 'start.check', args: ['check', stage.answer], budget: 2 },
    { id: 'start.lint', args: ['lint', stage.answer], budget: 2 },
    { id: 'start.check.first', args: ['check', stage.answer], budget: null, first: true },
    { id: 'start.lint.first', args: ['lint', stage.answer], budget: null, first: true },
  ];
  const [empty = [], grown = [], ...runs] = interleaved(
    [
      { args: ['-e', '0'] },
      { args: [stage.grown, 'check', stage.answer], code: 'grown-code' },
      ...commands.map(({ args, first }) => ({ args: [stage.program, ...args], first })),
    ],
    starts,
    stage.folder,
  );
  const base = median(empty.map(({ cpu }) => cpu));
  const measures = commands.map(
    ({ id, args, budget, first }, index): Measure => ({
      id,
      what: `star-coach ${args.join(' ')}${first ? ', the first start ever' : ''}`,
      unit: '×',
      value: median((runs[index] ?? []).map(({ cpu }) => cpu)) / base,
      budget,
    }),
  );
  const check = measures.find(({ id }) => id === 'start.check')?.value ?? Number.NaN;
  const growth: Measure = {
    id: 'start.content',
    what: `check, ${GROWN} times as many questions in the banks: ratio to check`,
    unit: '×',
    value: median(grown.map(({ cpu }) => cpu)) / base / check,
    budget: 1.1,
  };
  return { empty: base, measures: [...measures, growth] };
}

/** One answer of 300 words read again and again in one process, as at keystrokes. */
export function measureReading(stage: Stage, language: string, effort: Effort): Measure[] {
  const answers = join(stage.folder, `${language}.json`);
  writeFileSync(answers, JSON.stringify(sampleAnswers([language], { count: 1, words: 300 })));
  const content = join(stage.folder, 'dist/content');
  const runs = Array.from({ length: effort.readings }, () =>
    ask<ReadingTimes>([stage.reading, content, answers, String(effort.readingTime)], stage.folder),
  );
  const pasted = runs.map(() =>
    ask<PastedTime>([stage.reading, content, answers, 'pasted', language], stage.folder),
  );
  const row = (name: string, what: string, times: readonly number[], budget: number | null) => ({
    id: `reading.${language}.${name}`,
    what: `300 words, ${language}: ${what}`,
    unit: 'µs' as const,
    value: median(times),
    budget,
  });
  const of = (name: string, what: string, time: (run: ReadingTimes) => number, budget: number | null) =>
    row(name, what, runs.map(time), budget);
  return [
    of('median', 'read again, median', (run) => run.median, 500),
    of('p95', 'read again, 95 of 100', (run) => run.p95, 1500),
    row(
      'pasted',
      'the first answer of a session, pasted',
      pasted.map((run) => run.pasted),
      25_000,
    ),
    of('first', 'the first answer of a process, with its content', (run) => run.first, null),
    of('document', '— sentences, words, forms', ({ steps }) => steps.document, null),
    of('quantities', '— figures', ({ steps }) => steps.quantities, null),
    of('features', '— features', ({ steps }) => steps.features, null),
    of('decode', '— decoding', ({ steps }) => steps.decode, null),
    of('rules', '— rules', ({ steps }) => steps.rules, null),
  ];
}

/** An answer of 300 words typed key by key: from each key to what is written for it, layout and drawing. */
export function measureKeys(stage: Stage, { readings }: Effort): Measure[] {
  const answers = join(stage.folder, 'typed.json');
  writeFileSync(answers, JSON.stringify(sampleAnswers(['ru'], { count: 1, words: 300 })));
  const content = join(stage.folder, 'dist/content');
  const runs = Array.from({ length: readings }, () =>
    ask<KeyTimes>([stage.keys, content, answers, '2'], stage.folder),
  );
  const of = (name: string, what: string, time: (run: KeyTimes) => number, budget: number | null) => ({
    id: `keys.${name}`,
    what: `300 words typed: from a key to the screen, ${what}`,
    unit: 'µs' as const,
    value: median(runs.map(time)),
    budget,
  });
  return [of('median', 'median', (run) => run.median, null), of('p99', '99 of 100', (run) => run.p99, 4000)];
}

/** Reads all files of the folder in its argument. */
export const READ_ALL =
  "const{readdirSync,readFileSync}=require('fs');let n=0;for(const f of readdirSync(process.argv[1],{recursive:true,withFileTypes:true}))if(f.isFile())n+=readFileSync(f.path+'/'+f.name,'utf8').length";

/** A folder of answer files: linting it beside reading it. */
export function measureFolder(stage: Stage, files: number, { folders }: Effort): Measure[] {
  const [empty = [], reading = [], one = [], lint = []] = interleaved(
    [
      { args: ['-e', '0'] },
      { args: ['-e', READ_ALL, stage.answers] },
      { args: [stage.program, 'lint', stage.answer] },
      { args: [stage.program, 'lint', stage.answers] },
    ],
    folders,
    stage.folder,
  );
  const cpu = (runs: readonly Usage[]) => median(runs.map((run) => run.cpu));
  return [
    {
      id: `folder.${files}.lint`,
      what: `lint ${files} files, ratio to reading them`,
      unit: '×',
      value: cpu(lint) / cpu(reading),
      budget: files >= 10_000 ? 8 : 15,
    },
    {
      id: `folder.${files}.file`,
      what: '— CPU time a file, start-up left out',
      unit: 'µs',
      value: Math.round(((cpu(lint) - cpu(one)) * 1000) / files),
      budget: null,
    },
    {
      id: `folder.${files}.reading`,
      what: '— reading a file, start-up left out',
      unit: 'µs',
      value: Math.round(((cpu(reading) - cpu(empty)) * 1000) / files),
      budget: null,
    },
    {
      id: `folder.${files}.memory`,
      what: `lint ${files} files, peak memory`,
      unit: 'MB',
      value: median(lint.map(({ peak }) => peak)) / 1e6,
      budget: 120,
    },
  ];
}

/** What `npm pack` would make of the last `npm run build`; nothing where there was none. */
export function measurePackage(): Measure[] {
  if (!existsSync('dist/start.cjs')) return [];
  const listing = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  const [{ size, unpackedSize }] = JSON.parse(listing) as [{ size: number; unpackedSize: number }];
  return [
    { id: 'package.packed', what: 'tarball', unit: 'kB', value: size / 1000, budget: 800 },
    { id: 'package.unpacked', what: 'unpacked', unit: 'kB', value: unpackedSize / 1000, budget: 4000 },
  ];
}

interface Command {
  readonly args: readonly string[];
  /** Nothing is left of starts before. */
  readonly first?: boolean | undefined;
  /** Folder of its compiled code, where it is not that of the others. */
  readonly code?: string | undefined;
}

/** Runs of each command by turns, so that what else the machine does hits all of them. */
function interleaved(commands: readonly Command[], runs: number, cwd: string): Usage[][] {
  const used: Usage[][] = commands.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [index, { args, first, code }] of commands.entries())
      used[index]?.push(measure(args, cwd, { code: first ? `first-${index}-${run}` : code }));
  return used;
}
