import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, sep } from 'node:path';
import { parseSync } from 'rolldown/utils';

/** One file of `src/` as the borders see it. */
export interface Source {
  /** Relative to the root of the sources, with forward slashes. */
  readonly path: string;
  /** The folder it is in, or its own name where it lies beside the folders. */
  readonly unit: string;
  readonly imports: readonly Import[];
  /** What a pure file must not name: `process`, `Date.now`, `import.meta` … */
  readonly impure: readonly string[];
}

export interface Import {
  /** A unit of the sources; for anything outside, the specifier as it is written. */
  readonly to: string;
  readonly outside: boolean;
  readonly typeOnly: boolean;
}

const IMPURE_NAMES = [
  'process',
  'console',
  'performance',
  'crypto',
  'fetch',
  'globalThis',
  'require',
  'setTimeout',
  'setInterval',
  'setImmediate',
  '__dirname',
];

/** Paths of all TypeScript files under a folder, relative to it; declaration files aside. */
export function sourcePaths(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
}

/** What each file below a folder imports. */
export function readSources(root: string): Source[] {
  return sourcePaths(root).map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
}

/** @throws Error where the text is no TypeScript */
export function readSource(path: string, text: string): Source {
  const imports: Import[] = [];
  const impure = new Set<string>();
  visit(parseSource(path, text), (node) => {
    const specifier = specifierOf(node);
    if (specifier !== null) imports.push(resolveImport(path, specifier, isTypeOnly(node)));
    const name = impureName(node);
    if (name !== null) impure.add(name);
  });
  return { path, unit: unitOf(path), imports, impure: [...impure].sort() };
}

/** @throws Error where the text is no TypeScript */
export function parseSource(path: string, text: string): Tree {
  const { program, errors } = parseSync(path, text);
  const [error] = errors;
  if (error !== undefined) throw new Error(`${path}: ${error.message}`);
  return program as unknown as Tree;
}

/** A node of the syntax tree (ESTree with types), read by the names of its fields. */
export interface Tree {
  readonly type: string;
  readonly [field: string]: unknown;
}

export const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/** Visits a node and all below it, keys and names of properties left out. */
export function visit(node: Tree, see: (node: Tree) => void): void {
  see(node);
  for (const [field, value] of Object.entries(node)) {
    // Names of properties are no names of globals: `io.process`, `{ console: … }`.
    if ((field === 'property' || field === 'key') && node.computed !== true) continue;
    for (const child of Array.isArray(value) ? value : [value]) if (isTree(child)) visit(child, see);
  }
}

/** `import … from 'x'`, `export … from 'x'`, `import('x')`, and `import('x').T` in a type. */
export function specifierOf({ type, source }: Tree): string | null {
  if (!/^(Import|Export(All|Named))Declaration$|^(TS)?Import(Expression|Type)$/.test(type)) return null;
  return isTree(source) && typeof source.value === 'string' ? source.value : null;
}

function isTypeOnly({ type, importKind, exportKind, specifiers }: Tree): boolean {
  if (type === 'TSImportType' || importKind === 'type' || exportKind === 'type') return true;
  const named = (Array.isArray(specifiers) ? specifiers : []).filter(isTree);
  return named.length > 0 && named.every((one) => one.importKind === 'type' || one.exportKind === 'type');
}

function impureName(node: Tree): string | null {
  const { type, name, object, property, callee } = node;
  if (type === 'Identifier' && IMPURE_NAMES.includes(String(name))) return String(name);
  if (type === 'MetaProperty') return 'import.meta';
  if (type === 'MemberExpression' && isTree(object) && isTree(property)) {
    const path = `${object.name}.${property.name}`;
    return ['Date.now', 'Math.random'].includes(path) ? path : null;
  }
  if ((type === 'NewExpression' || type === 'CallExpression') && isTree(callee) && callee.name === 'Date')
    return (node.arguments as readonly unknown[]).length === 0 || type === 'CallExpression' ? 'Date()' : null;
  return null;
}

function resolveImport(from: string, specifier: string, typeOnly: boolean): Import {
  if (!specifier.startsWith('.')) return { to: specifier, outside: true, typeOnly };
  const path = posix.join(posix.dirname(from), specifier);
  return path.startsWith('..')
    ? { to: path, outside: true, typeOnly }
    : { to: unitOf(path), outside: false, typeOnly };
}

function unitOf(path: string): string {
  const [first = ''] = path.split('/');
  return first.replace(/\.[jt]s$/, '');
}
