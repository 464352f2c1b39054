import { digits } from '../table.js';
import { linear, type Size, steps } from './growth.js';
import type { Figure, Figures } from './measure.js';
import type { NpxFigures } from './npx.js';
import { figure, kept, type Promised, promises } from './promises.js';

export interface Circumstances {
  /** Version of Node. */
  readonly node: string;
  readonly npx: NpxFigures | null;
}

/** What is promised beside what was measured, on a terminal and on the page. */
function promiseRows(promised: readonly Promised[]): string[][] {
  return promised.map((promise) => {
    const { what, value, unit, most, least } = promise;
    const shown = (amount: number) => `${digits(amount)} ${unit}`;
    const limit = most !== null ? `≤ ${shown(most)}` : least !== null ? `≥ ${shown(least)}` : '';
    const verdict = { true: 'kept', false: '**not kept**', null: '' }[String(kept(promise))] ?? '';
    return [what, shown(value), limit, verdict];
  });
}

/** The section of docs/benchmark.md on other programs. */
export function peersSection(figures: Figures, { node, npx }: Circumstances): string {
  const { answers, 'few-answers': few, sources } = figures.folders;
  const own = figure(answers, 'own');
  return `## Beside others

Measured by \`npm run bench -- --peers --write\` on Node ${node}.

${table(['', 'now', 'promised', ''], promiseRows(promises(figures, npx)))}

### ${own.files} answer files

${folderTable([...answers, ...sources.filter(({ id }) => id !== 'reading')], answers, sources)}

oxlint and biome check code: they get as many JavaScript modules, each as long as an answer, and are compared with
reading those. They are native programs with threads; processor time counts all threads.

### ${figure(few, 'own').files} answer files

${folderTable(few, few, few)}

### One file

${oneTable(figures.one)}
${npx === null ? '' : `\n### From the tarball, with nothing installed or cached\n\n${npxTable(npx)}\n`}
### How it is measured

- The figures are processor time, user and system, of whole processes with all threads and all programs they start.
  Commands take turns, and the median counts. Slow ones get fewer runs, as the column "runs" says, spread over all
  turns. One run is no median: take its figure as rough.
- Answers are Markdown files of about 175 words, one answer each, Russian and English in turn, put together from the
  labelled corpus. All output is made and thrown away.
- The other programs run as their users run them, with the rules that come with them. textlint has none of its own:
  it gets write-good, terminology, common-misspellings and no-todo. retext is a script with indefinite-article,
  intensify, passive and repeated-words. They know only English, so half of the files give them little to find.
- The programs look for different things. The tables say what checking a folder costs, not what it is worth. Before
  anything is measured, each program has to find something in a file made for it.
- star-coach keeps compiled code between starts, as it does for its users. \`--cache\` is its second run over files
  that did not change.
- Versions are pinned in \`scripts/bench/peers/versions.json\` and installed in a folder of their own.
`;
}

/** The section of docs/benchmark.md on larger folders. */
export function growthSection(sizes: readonly Size[], node: string): string {
  const rows = sizes.map(({ files, runs, cpu, reading, peak }) => [
    String(files),
    String(runs),
    seconds(cpu),
    `${digits(cpu / reading)} ×`,
    megabytes(peak),
  ]);
  const between = steps(sizes);
  const more = between.map(({ from, to, cpu, memory }) => [
    `${from} to ${to}`,
    `${digits(cpu * 1000)} µs`,
    `${digits(memory / 1000)} kB`,
  ]);
  const said = (cost: 'cpu' | 'memory', name: string) =>
    `${name} ${linear(between, cost) ? 'grows no faster than the number of files' : '**grows faster than the number of files**'}`;
  return `## Larger folders

Measured by \`npm run bench -- --growth --write\` on Node ${node}.

${table(['files', 'runs', 'CPU', '÷ reading', 'peak memory'], rows)}

What one more file costs:

${table(['from', 'CPU', 'memory'], more)}

${said('cpu', 'Time')}; ${said('memory', 'memory')}. A quarter more a file in the last step than in the first is let pass.
`;
}

/** From the least processor time to the most. */
function folderTable(
  figures: readonly Figure[],
  answers: readonly Figure[],
  sources: readonly Figure[],
): string {
  const own = figure(answers, 'own');
  const rows = [...figures]
    .sort((a, b) => a.cpu - b.cpu)
    .map(({ id, name, runs, cpu, peak }) => {
      const code = sources !== answers && sources.some((one) => one.id === id) && id !== 'reading';
      const reading = figure(code ? sources : answers, 'reading');
      return [
        id === 'own' ? `**${name}**` : name,
        String(runs),
        seconds(cpu),
        `${digits(cpu / reading.cpu)} ×`,
        id === 'own' ? '' : compared(cpu, own.cpu),
        megabytes(peak),
      ];
    });
  return table(['', 'runs', 'CPU', '÷ reading', 'beside star-coach', 'peak memory'], rows);
}

function oneTable(figures: readonly Figure[]): string {
  const [own, empty] = [figure(figures, 'own'), figure(figures, 'empty')];
  const rows = [...figures]
    .sort((a, b) => a.cpu - b.cpu)
    .map(({ id, name, runs, cpu, peak }) => [
      id === 'own' ? `**${name}**` : name,
      String(runs),
      `${digits(cpu / empty.cpu)} ×`,
      id === 'own' ? '' : compared(cpu, own.cpu),
      megabytes(peak),
    ]);
  return table(['', 'runs', '÷ an empty script', 'beside star-coach', 'peak memory'], rows);
}

function npxTable({ version, nothing, tarball, installed, packages, runs }: NpxFigures): string {
  const row = (name: string, cpu: number) => [name, String(runs), seconds(cpu), `${digits(cpu / version)} ×`];
  return table(
    ['', 'runs', 'CPU', '÷ npx --version'],
    [
      row('`npx --version`', version),
      row('a package with one program that does nothing', nothing),
      row('`star-coach --version`', tarball),
      ...(installed === null
        ? []
        : [row(`the same with its ${packages} dependencies to install`, installed)]),
    ],
  );
}

/** How much more or less than `own`. */
function compared(cpu: number, own: number): string {
  return cpu >= own ? `${digits(cpu / own)} × slower` : `${digits(own / cpu)} × faster`;
}

function seconds(milliseconds: number): string {
  return `${digits(milliseconds / 1000)} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
