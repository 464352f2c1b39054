import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hasTime, measure, measureWhole, said, type Usage } from '../child.js';
import { READ_ALL } from '../measures.js';
import type { Stage } from '../stage.js';
import { median } from '../statistics.js';
import { answerFiles, answerSizes, type Files, sourceFiles } from './folders.js';
import { plannedRuns, rounds } from './rounds.js';
import type { Load, Tool } from './tools.js';

/** One command over one load, from all its runs. */
export interface Figure {
  readonly id: string;
  readonly name: string;
  readonly files: number;
  readonly runs: number;
  /** Milliseconds of processor time, the median. */
  readonly cpu: number;
  /** Bytes, the median. */
  readonly peak: number;
}

export interface Figures {
  /** Over folders; those of the program itself are `own`, with the cache `cached`, reading the files `reading`. */
  readonly folders: Readonly<Record<Load, readonly Figure[]>>;
  /** Over one file; an empty script is `empty`. */
  readonly one: readonly Figure[];
}

export interface Sizes {
  readonly many: number;
  readonly few: number;
}

interface Command extends Pick<Tool, 'id' | 'name' | 'whole' | 'codes'> {
  readonly files: number;
  readonly load: Load;
  readonly args: readonly string[];
}

const MOST_RUNS = 9;
const STARTS = 5;

/**
 * Runs the program and its peers over folders by turns.
 *
 * @param seconds about how long all may take; those that are slow get fewer runs
 * @throws Error where a peer does not find what it must
 */
export function measurePeers(
  stage: Stage,
  tools: readonly Tool[],
  { sizes, seconds, version }: { sizes: Sizes; seconds: number; version: string },
): Figures {
  const begun = performance.now();
  const able = tools.filter(({ whole }) => !whole || hasTime());
  for (const { name } of tools.filter((tool) => !able.includes(tool)))
    process.stderr.write(`${name} is left out: GNU time is not there\n`);
  const own = `star-coach ${version}`;
  for (const tool of able) prove(stage, tool);
  const one = oneFiles(stage, able, own);
  const loads: Record<Load, Files> = {
    answers: answerFiles(stage.folder, 'many', sizes.many),
    'few-answers': answerFiles(stage.folder, 'few', sizes.few),
    sources: sourceFiles(stage.folder, 'sources', answerSizes(sizes.many)),
  };
  const cached = [stage.program, 'lint', '--cache', '--cache-location', 'kept', loads.answers.folder];
  const base = (load: Load, id: string, name: string, args: readonly string[]): Command => ({
    id,
    name,
    load,
    args,
    files: loads[load].paths.length,
  });
  const reading = (load: Load) =>
    base(load, 'reading', 'reading the files', ['-e', READ_ALL, loads[load].folder]);
  const lint = (load: Load) => base(load, 'own', own, [stage.program, 'lint', loads[load].folder]);
  const commands: Command[] = [
    reading('answers'),
    lint('answers'),
    base('answers', 'cached', `${own}, --cache, nothing has changed`, cached),
    reading('few-answers'),
    lint('few-answers'),
    reading('sources'),
    ...able.map((tool) => ({
      ...tool,
      files: loads[tool.load].paths.length,
      args: tool.args(loads[tool.load]),
    })),
  ];
  measure(cached, stage.folder);
  const left = seconds - (performance.now() - begun) / 1000;
  const figures = byTurns(commands, stage.folder, left);
  const of = (load: Load) =>
    commands.flatMap((command, index) =>
      command.load === load && figures[index] !== undefined ? [figures[index]] : [],
    );
  return {
    folders: { answers: of('answers'), 'few-answers': of('few-answers'), sources: of('sources') },
    one,
  };
}

/** Starts with one file, by turns with an empty script. */
function oneFiles(stage: Stage, tools: readonly Tool[], own: string): Figure[] {
  const answer = answerFiles(stage.folder, 'one-answer', 1);
  const source = sourceFiles(stage.folder, 'one-source', answerSizes(1));
  const base = { files: 1, load: 'answers' as const };
  const commands: Command[] = [
    { ...base, id: 'empty', name: 'an empty script', args: ['-e', '0'] },
    { ...base, id: 'own', name: own, args: [stage.program, 'lint', ...answer.paths] },
    ...tools.map((tool) => ({
      ...tool,
      files: 1,
      args: tool.args(tool.load === 'sources' ? source : answer),
    })),
  ];
  return inRounds(commands, rounds(commands.map(() => STARTS)), stage.folder);
}

function byTurns(commands: readonly Command[], cwd: string, seconds: number): Figure[] {
  const first: Usage[] = [];
  const took = commands.map((command) => {
    const before = performance.now();
    first.push(run(command, cwd));
    const took = (performance.now() - before) / 1000;
    process.stderr.write(`${command.name}, ${command.files} files: ${took.toFixed(1)} s\n`);
    return took;
  });
  const more = plannedRuns(took, { seconds, most: MOST_RUNS }).map((runs) => runs - 1);
  return inRounds(commands, rounds(more), cwd, first);
}

/** @param first what was measured before, one usage a command */
function inRounds(
  commands: readonly Command[],
  turns: readonly (readonly number[])[],
  cwd: string,
  first: readonly Usage[] = [],
): Figure[] {
  const used = commands.map((_, index) => first.slice(index, index + 1));
  for (const turn of turns)
    for (const index of turn) {
      const command = commands[index];
      if (command !== undefined) used[index]?.push(run(command, cwd));
    }
  return commands.map(({ id, name, files }, index) => {
    const runs = used[index] ?? [];
    return {
      id,
      name,
      files,
      runs: runs.length,
      cpu: median(runs.map(({ cpu }) => cpu)),
      peak: median(runs.map(({ peak }) => peak)),
    };
  });
}

function run({ args, whole, codes }: Command, cwd: string): Usage {
  return whole ? measureWhole(args, cwd, { codes }) : measure(args, cwd, { codes });
}

function prove(stage: Stage, { id, name, load, args, proof }: Tool): void {
  const path = `proof-${id}.${load === 'sources' ? 'js' : 'md'}`;
  writeFileSync(join(stage.folder, path), proof.text);
  const answer = said(args({ folder: '.', paths: [path] }), stage.folder);
  if (!answer.includes(proof.says))
    throw new Error(`${name} does not say ${proof.says} of ${JSON.stringify(proof.text)}:\n${answer}`);
}
