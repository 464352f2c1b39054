import type { Import, Source } from './sources.js';
import type { Table, Unit } from './table.js';

/**
 * Everything in the sources that crosses a border of the table, one line each.
 *
 * @returns no lines where all is well; finding no file, or no import at all, is a fault of the checker
 */
export function architectureFaults(sources: readonly Source[], table: Table): string[] {
  if (sources.length === 0) return ['no source files found'];
  if (!sources.some(({ imports }) => imports.some(({ outside }) => !outside))) return ['no imports found'];
  const units = new Set(sources.map(({ unit }) => unit));
  return [
    ...[...units].filter((unit) => !(unit in table)).map((unit) => `${unit} is not in the table`),
    ...Object.keys(table)
      .filter((unit) => !units.has(unit))
      .map((unit) => `${unit} is in the table and not in the sources`),
    ...sources.flatMap((source) => {
      const unit = table[source.unit];
      return unit === undefined ? [] : faultsOf(source, unit);
    }),
    ...cycles(sources),
  ];
}

function faultsOf({ path, unit, imports, impure }: Source, allowed: Unit): string[] {
  const crossing = imports.filter(
    (one) => !(one.outside ? mayUse(one, allowed) : mayImport(unit, one, allowed)),
  );
  return [
    ...crossing.map(
      ({ to, typeOnly }) => `${path}: ${unit} may not import ${typeOnly ? 'types of ' : ''}${to}`,
    ),
    ...(allowed.pure ? impure.map((name) => `${path}: ${unit} is pure and may not use ${name}`) : []),
  ];
}

function mayImport(unit: string, { to, typeOnly }: Import, { code, types }: Unit): boolean {
  return to === unit || code.includes(to) || (typeOnly && types.includes(to));
}

const LESS = { any: 'no files', 'no files': 'none' } as const;

function mayUse({ to }: Import, { packages, node }: Pick<Unit, 'packages' | 'node'>): boolean {
  if (!to.startsWith('node:')) return packages.includes(to);
  return node === 'any' || (node === 'no files' && !/^node:fs(\/|$)/.test(to));
}

/** Entries of the table that allow what no source does, one line each. */
export function unusedAllowances(sources: readonly Source[], table: Table): string[] {
  return Object.entries(table).flatMap(([unit, { code, types, packages, node }]) => {
    const imports = sources.filter((source) => source.unit === unit).flatMap((source) => source.imports);
    const imported = (to: string, typesToo: boolean): boolean =>
      imports.some((one) => one.to === to && (typesToo || !one.typeOnly));
    const modules = imports.filter(({ to }) => to.startsWith('node:'));
    const isTooMuch = node !== 'none' && modules.every((one) => mayUse(one, { packages, node: LESS[node] }));
    return [
      ...code.filter((to) => !imported(to, false)).map((to) => `code of ${to}`),
      ...types.filter((to) => code.includes(to) || !imported(to, true)).map((to) => `types of ${to}`),
      ...packages.filter((to) => !imported(to, true)),
      ...(isTooMuch ? [node === 'any' ? 'files' : 'Node'] : []),
    ].map((what) => `${unit} needs no ${what}`);
  });
}

/** Which units a unit imports, code or types. */
export function unitImports(sources: readonly Source[]): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>();
  for (const { unit, imports } of sources) {
    const targets = graph.get(unit) ?? new Set();
    graph.set(unit, targets);
    for (const { to, outside } of imports) if (!outside && to !== unit) targets.add(to);
  }
  return graph;
}

/** The first cycle found from each unit that no earlier cycle names. */
function cycles(sources: readonly Source[]): string[] {
  const graph = unitImports(sources);
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (unit: string, path: readonly string[]): void => {
    const at = path.indexOf(unit);
    if (at >= 0) found.push(`cycle: ${[...path.slice(at), unit].join(' → ')}`);
    if (at >= 0 || done.has(unit)) return;
    for (const next of graph.get(unit) ?? []) walk(next, [...path, unit]);
    done.add(unit);
  };
  for (const unit of graph.keys()) walk(unit, []);
  return found;
}
