import { sectionsOf, sectionText } from './sections.js';
import { markdownTable, type Row } from './table.js';

/** Sections of the page in their order; each is written by a run of its own. */
const ORDER = ['own', 'peers', 'growth'] as const;

export type Section = (typeof ORDER)[number];

/**
 * docs/benchmark.md with some sections anew; the others stay as they were measured.
 *
 * @param before the page as it was; may be empty
 */
export function benchmarkPage(before: string, sections: Partial<Readonly<Record<Section, string>>>): string {
  const written = sectionsOf(before);
  const parts = ORDER.flatMap((name) => {
    const text = sections[name] ?? written.get(name);
    return text === undefined ? [] : [sectionText(name, text)];
  });
  return `# Speed and size

Written by \`npm run bench\`; do not edit. Times of one section compare with each other, not with those of another:
each was measured at a time of its own. Ratios are what to look at.

${parts.join('\n')}`;
}

/** The section on the program alone. */
export function ownSection(rows: readonly Row[], { node, files }: { node: string; files: number }): string {
  return `## The program

Measured by \`npm run bench -- --write\` on Node ${node}.

${markdownTable(rows)}

### How it is measured

- **Ratios (×)** compare processor time, user and system, of whole processes. A start of the program is
  compared with \`node -e 0\`, linting ${files} files with a script that reads them by \`readFileSync\`. The
  commands run by turns and the median counts, so that whatever else the machine does hits all of them.
- A start finds the compiled code that the one before left; **the first start ever** finds none, and writes it.
- **Times (µs)** are of this machine and compare with each other only. What \`npm run bench\` stores in
  \`scripts/bench/baselines.json\` are multiples of \`node -e 0\` in the same run.
- "Read again" is what a live meter would do: the last letters of an answer of 300 words are typed, and at each
  of them the whole answer is read and all rules look at it. The rows with a dash are its steps.
- "The first answer of a process" is read with loading and compiling what reading takes. In a session some of the
  samples are read while the question stands there and nobody types; "the first answer of a session" comes behind them.
- Answers are put together from the labelled corpus, Russian and English by turns.
- \`NODE_EXTRA_CA_CERTS\` is set aside: Node 20 reads that file before anything else, which would make an empty
  script three times as slow and every ratio look better than it is.

\`npm run bench\` fails where a figure is worse than the stored one by more than the tolerance of its unit.
\`npm run bench -- --update\` stores new ones, \`--short\` takes under 20 seconds, \`--files 10000\` makes the
folder larger. \`--peers\` compares with other programs, \`--growth\` lints up to 100,000 files; \`--own\` beside them
measures the program alone as well. What is slow is run less often, so that all but \`--growth\` ends after
about 440 seconds, or as \`--seconds\` says; each is run once at least.
`;
}
