import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isTree, parseSource, sourcePaths, specifierOf, type Tree, visit } from './sources.js';

/** What a file gives to others, and every name and text in it. */
export interface Usage {
  /** Relative to the checkout, with forward slashes. */
  readonly path: string;
  /** Values, not types: those knip sees. Handed on: from another file, or a name of the file's own in a list. */
  readonly exports: readonly { readonly name: string; readonly handedOn: boolean }[];
  /** Files of the checkout it imports, at once or later. */
  readonly imports: ReadonlySet<string>;
  /** How often each name stands in it. */
  readonly names: ReadonlyMap<string, number>;
  /** Texts in quotes, and keys of objects. */
  readonly texts: ReadonlySet<string>;
  /** Templates with gaps: what stands around them. */
  readonly templates: readonly (readonly string[])[];
}

/** @throws Error where the text is no TypeScript */
export function readUsage(path: string, text: string): Usage {
  const imports = new Set<string>();
  const names = new Map<string, number>();
  const texts = new Set<string>();
  const templates: string[][] = [];
  const program = parseSource(path, text);
  visit(program, (node) => {
    const specifier = specifierOf(node);
    if (specifier?.startsWith('.'))
      imports.add(posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts'));
    // Keys and properties are not visited by themselves.
    for (const { type, name, value } of [node, node.key, node.property].filter(isTree)) {
      if (type === 'Identifier') names.set(String(name), (names.get(String(name)) ?? 0) + 1);
      if (type === 'Literal' && typeof value === 'string') texts.add(value);
    }
    if (isTree(node.key) && node.key.type === 'Identifier') texts.add(String(node.key.name));
    if (node.type !== 'TemplateLiteral') return;
    const [first = '', ...rest] = trees(node.quasis).map(({ value }) => (value as { cooked: string }).cooked);
    if (rest.length === 0) texts.add(first);
    else templates.push([first, ...rest]);
  });
  return { path, exports: exportsOf(program), imports, names, texts, templates };
}

const trees = (value: unknown): Tree[] => (Array.isArray(value) ? value.filter(isTree) : []);

/** What each file below a folder exports and uses. */
export function readUsages(root: string): Usage[] {
  return sourcePaths(root).map((path) =>
    readUsage(`${root}/${path}`, readFileSync(join(root, path), 'utf8')),
  );
}

function exportsOf(program: Tree): Usage['exports'] {
  return trees(program.body)
    .filter(({ type, exportKind }) => type === 'ExportNamedDeclaration' && exportKind !== 'type')
    .flatMap(({ declaration, specifiers }) => {
      const declared = isTree(declaration) ? [declaration, ...trees(declaration.declarations)] : [];
      const handedOn = trees(specifiers).filter(({ exportKind }) => exportKind !== 'type');
      return [
        ...declared.map(({ id }) => ({ id, handedOn: false })),
        ...handedOn.map(({ exported }) => ({ id: exported, handedOn: true })),
      ];
    })
    .flatMap(({ id, handedOn }) =>
      isTree(id) && typeof id.name === 'string' ? [{ name: id.name, handedOn }] : [],
    );
}

/**
 * Values that are exported for nobody, one line each: no other file of the program that imports theirs has their name
 * in it. For tests alone a file may give what it uses itself.
 *
 * @param entries files whose exports are for others
 */
export function unusedExports(
  program: readonly Usage[],
  tests: readonly Usage[],
  entries: readonly string[],
): string[] {
  const uses = (files: readonly Usage[], of: string, name: string): boolean =>
    files.some(({ path, imports, names }) => path !== of && imports.has(of) && names.has(name));
  return program
    .filter(({ path }) => !entries.includes(path))
    .flatMap(({ path, exports, names }) =>
      exports
        .filter(({ name, handedOn }) => {
          const isOwn = !handedOn && (names.get(name) ?? 0) > 1;
          return !uses(program, path, name) && !(isOwn && uses(tests, path, name));
        })
        .map(({ name }) => `${path}: ${name} is exported for nobody`),
    );
}

/**
 * Keys of messages that no source can ask for. A key is asked for by a text, or by a template that begins it and whose
 * gaps hold a text of the sources each, a figure, or another template filled so: `session.stage.${stage}`.
 *
 * @param known more that a gap may hold: ids from content
 */
export function unusedMessages(
  keys: readonly string[],
  files: readonly Usage[],
  known: Iterable<string>,
): string[] {
  const texts = new Set(known);
  // `form:plural` is the name of a family and one of it.
  for (const file of files)
    for (const text of file.texts) for (const part of [text, ...text.split(':')]) texts.add(part);
  const templates = files
    .flatMap((file) => file.templates)
    .filter(([first = '']) => /^[a-z][\w-]*[.-]/.test(first))
    .map(
      (around) =>
        new RegExp(`^${around.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('(.+)')}$`),
    );
  const isAsked = (text: string): boolean =>
    /^\d+$/.test(text) ||
    texts.has(text) ||
    templates.some((template) => template.exec(text)?.slice(1).every(isAsked) === true);
  return keys.filter((key) => !isAsked(key));
}
