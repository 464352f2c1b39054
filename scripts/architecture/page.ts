import { unitImports } from './faults.js';
import type { Source } from './sources.js';
import type { Table } from './table.js';

const HEAD = `# Architecture

Written by \`npm run docs\` from the imports in \`src/\`; do not edit. What each folder *may* import is listed in
\`scripts/architecture/table.ts\`; \`test/architecture.test.ts\` fails on any other import.
`;

/** `docs/architecture.md`: a graph and a table of who imports what. */
export function architecturePage(sources: readonly Source[], table: Table): string {
  return `${HEAD}
## Which folder imports which

An arrow points from a folder to one it imports. Arrows that follow from others are left out; the table below has all.

${graph(sources, table)}

## What each folder imports

Folders in *italics* are imported for their types only. Pure means: no \`node:\`, no process, no console, no clock, no
randomness.

${rows(sources, table)}
`;
}

function graph(sources: readonly Source[], table: Table): string {
  const imports = unitImports(sources);
  // A cycle is told by the checker; here it must end.
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(imports.get(from) ?? [])].some((next) => {
      if (next === to) return true;
      if (seen.has(next)) return false;
      return reaches(next, to, seen.add(next));
    });
  const arrows = Object.keys(table).flatMap((from) => {
    const targets = [...(imports.get(from) ?? [])].sort();
    return targets
      .filter((to) => !targets.some((other) => other !== to && reaches(other, to)))
      .map((to) => `  ${from} --> ${to}`);
  });
  const shapes = Object.entries(table).map(
    ([unit, { pure }]) => `  ${unit}${pure ? `(${unit})` : `[${unit}]`}`,
  );
  return [
    '```mermaid',
    'graph TD',
    ...shapes,
    ...arrows,
    '```',
    '',
    'Round corners: pure. Square: uses files, the terminal or the system.',
  ].join('\n');
}

function rows(sources: readonly Source[], table: Table): string {
  const lines = Object.entries(table).map(([unit, { about, pure }]) => {
    const all = sources.filter((source) => source.unit === unit).flatMap(({ imports }) => imports);
    const named = (outside: boolean) => {
      const ours = all.filter((one) => one.outside === outside && one.to !== unit);
      return [...new Set(ours.map(({ to }) => to))].sort().map((to) => {
        const typeOnly = ours.every((one) => one.to !== to || one.typeOnly);
        const name = outside ? `\`${to}\`` : to;
        return typeOnly ? `*${name}*` : name;
      });
    };
    return `| ${unit} | ${about} | ${pure ? 'pure' : ''} | ${named(false).join(', ')} | ${named(true).join(', ')} |`;
  });
  return ['| folder | what it is | | imports | packages |', '|---|---|---|---|---|', ...lines].join('\n');
}
