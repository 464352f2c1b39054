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

Written by \`npm run bench\`; do not edit. The sections were measured at different times, so compare times within a section
only. Ratios (×) are what to look at; × without another word means times \`node -e 0\`, a script that does nothing.

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
  commands take turns and the median counts, so that other work on the machine affects all of them.
- A start uses the compiled code that the start before it left; **the first start ever** has none, and writes it.
- **Times (µs)** are those of this machine. \`scripts/bench/baselines.json\` stores them as multiples of \`node -e 0\` in
  the same run.
- "Read again" is what the meter of a rehearsal does: the last letters of an answer of 300 words are typed, and after
  each the whole answer is read and all rules are applied. The rows with a dash are its steps.
- "The first answer of a process" includes loading and compiling the code that reads. In a rehearsal, some samples are
  read while the question is shown and nobody types; "the first answer of a session" comes after them.
- Answers are put together from the labelled corpus, Russian and English in turn.
- \`NODE_EXTRA_CA_CERTS\` is set aside: Node 20 reads that file before anything else, which would make an empty
  script three times as slow and every ratio look better than it is.

\`npm run bench\` fails if a figure is worse than the stored one by more than the tolerance of its unit.
\`npm run bench -- --update\` stores new figures, \`--short\` takes under 20 seconds, \`--files 10000\` makes the
folder larger. \`--peers\` compares with other programs, \`--growth\` lints up to 100,000 files; add \`--own\` to
measure the program alone as well. Slow programs run fewer times, at least once, so that everything but \`--growth\`
ends after about 440 seconds, or the number given by \`--seconds\`.
`;
}
