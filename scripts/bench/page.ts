import { markdownTable, type Row } from './table.js';

/** docs/benchmark.md. */
export function benchmarkPage(
  rows: readonly Row[],
  { node, files }: { node: string; files: number },
): string {
  return `# Speed and size

Written by \`npm run bench -- --write\` on Node ${node}; do not edit.

${markdownTable(rows)}

## How it is measured

- **Ratios (×)** compare processor time, user and system, of whole processes. A start of the program is
  compared with \`node -e 0\`, linting ${files} files with a script that reads them by \`readFileSync\`. The
  commands run by turns and the median counts, so that whatever else the machine does hits all of them.
- A start finds the compiled code that the one before left; **the first start ever** finds none, and writes it.
- **Times (µs)** are of this machine and compare with each other only. What \`npm run bench\` stores in
  \`scripts/bench/baselines.json\` are multiples of \`node -e 0\` in the same run.
- "Read again" is what a live meter would do: the last letters of an answer of 300 words are typed, and at each
  of them the whole answer is read and all rules look at it. The rows with a dash are its steps.
- "The first answer" is the first a process reads, with loading and compiling what reading takes.
- Answers are put together from the labelled corpus, Russian and English by turns.
- \`NODE_EXTRA_CA_CERTS\` is set aside: Node 20 reads that file before anything else, which would make an empty
  script three times as slow and every ratio look better than it is.

\`npm run bench\` fails where a figure is worse than the stored one by more than the tolerance of its unit.
\`npm run bench -- --update\` stores new ones, \`--short\` takes under 20 seconds, \`--files 10000\` makes the
folder larger.
`;
}
