import { stripVTControlCharacters } from 'node:util';
import type { Outcome, Slip } from './slips.js';
import type { Tool } from './tools.js';

export interface Row {
  readonly slip: Slip;
  /** In the order of the tools. */
  readonly outcomes: readonly (Outcome | null)[];
}

/** docs/comparison.md: who gets which slip right, and what was seen where one does not. */
export function comparisonPage(tools: readonly Tool[], rows: readonly Row[], own: string): string {
  const names = tools.map(({ name, version }) => `${name} ${version?.split('@').at(-1) ?? own}`);
  const marks = rows.map(({ slip, outcomes }) => {
    const cells = outcomes.map((outcome, at) => {
      const tool = tools[at];
      if (outcome === null || tool === undefined) return '–';
      return slip.right(outcome, tool) ? 'yes' : `**no** (${outcome.code})`;
    });
    return `| ${slip.name} | ${slip.wanted} | ${cells.join(' | ')} |`;
  });
  const sums = tools.map((tool, at) => {
    const asked = rows.filter(({ outcomes }) => outcomes[at] !== null);
    const right = asked.filter(({ slip, outcomes }) => slip.right(outcomes[at] as Outcome, tool));
    return `${right.length} of ${asked.length}`;
  });
  return `# The same mistakes, four linters

<!-- Written by scripts/comparison.ts: npm run comparison -->

What a linter does when something goes wrong decides whether a team keeps using it. Each row is a situation in which every
tool was run, in a folder with one good and one bad file of its kind. "Wanted" is what star-coach promises, and "yes" or
"**no**" says whether the tool does the same; the number is its exit code, and "–" means that the tool has no such
feature. This is no judgement of the other tools: they check other things than star-coach does, and may have decided
otherwise on purpose.

| situation | wanted | ${names.join(' | ')} |
|---|---|${'---|'.repeat(names.length)}
${marks.join('\n')}
| **together** | | ${sums.join(' | ')} |

## What was seen

The first lines of output for each "no".

${tools
  .map(({ name }, at) => seen(name, at, tools, rows))
  .filter((part) => part !== '')
  .join('\n')}`;
}

function seen(name: string, at: number, tools: readonly Tool[], rows: readonly Row[]): string {
  const parts = rows.flatMap(({ slip, outcomes }) => {
    const outcome = outcomes[at];
    const tool = tools[at];
    if (!outcome || tool === undefined || slip.right(outcome, tool)) return [];
    const said = stripVTControlCharacters(`${outcome.stdout}${outcome.stderr}`)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const lines = said.slice(0, 4).map((line) => line.slice(0, 110).trimEnd());
    const text = lines.length === 0 ? '(nothing is said)' : lines.join('\n');
    return [`${slip.name}: exit ${outcome.code}\n\n\`\`\`text\n${text}\n\`\`\`\n`];
  });
  return parts.length === 0 ? '' : `### ${name}\n\n${parts.join('\n')}`;
}
