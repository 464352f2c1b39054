import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { architectureFaults, unusedAllowances } from '../scripts/architecture/faults.js';
import { architecturePage } from '../scripts/architecture/page.js';
import { readSource, readSources } from '../scripts/architecture/sources.js';
import { TABLE, type Unit } from '../scripts/architecture/table.js';
import {
  readUsage,
  readUsages,
  type Usage,
  unusedExports,
  unusedMessages,
} from '../scripts/architecture/unused.js';
import { content } from './support/content.js';

const sources = readSources('src');

test('no file crosses a border of scripts/architecture/table.ts', () => {
  expect(architectureFaults(sources, TABLE)).toEqual([]);
});

test('docs/architecture.md is as the sources are: npm run docs', () => {
  expect(readFileSync('docs/architecture.md', 'utf8')).toBe(architecturePage(sources, TABLE));
});

describe('the table itself', () => {
  const rows = Object.entries(TABLE);

  test('lets nobody below import the commands and the terminal', () => {
    const above = ['cli', 'index', 'start'];
    const importers = (of: string) =>
      rows.filter(([, { code, types }]) => [...code, ...types].includes(of)).map(([unit]) => unit);
    expect(importers('cli').filter((unit) => !above.includes(unit))).toEqual([]);
    expect(importers('terminal').filter((unit) => !above.includes(unit))).toEqual([]);
  });

  test('allows nothing that nobody does', () => {
    expect(unusedAllowances(sources, TABLE)).toEqual([]);
  });

  test('gives files to the store and the commands only', () => {
    expect(rows.filter(([, { node }]) => node === 'any').map(([unit]) => unit)).toEqual(['store', 'cli']);
  });

  test('gives a pure folder nothing of Node, and lets it stand on pure ones only', () => {
    const pure = rows.filter(([, unit]) => unit.pure);
    expect(pure.filter(([, { node }]) => node !== 'none')).toEqual([]);
    expect(pure.filter(([, { code }]) => code.some((unit) => TABLE[unit]?.pure !== true))).toEqual([]);
  });
});

test('biome minds the console in what is pure', () => {
  const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as {
    overrides: { includes: string[]; linter: { rules: { suspicious?: { noConsole?: string } } } }[];
  };
  const minded = overrides.filter(({ linter }) => linter.rules.suspicious?.noConsole === 'error');
  const pure = Object.keys(TABLE).filter((unit) => TABLE[unit]?.pure);
  const paths = pure.map((unit) => `src/${unit}${existsSync(`src/${unit}`) ? '/**' : '.ts'}`);
  expect(minded.flatMap(({ includes }) => includes).sort()).toEqual(paths.sort());
});

describe('what nobody uses', () => {
  const [program, scripts, tests] = ['src', 'scripts', 'test'].map(readUsages) as [Usage[], Usage[], Usage[]];

  test('exports: knip sees those of files that are imported at once', () => {
    const entries = ['src/start.ts', 'src/index.ts'];
    const found = unusedExports([...program, ...scripts], tests, entries);
    expect(found.filter((line) => line.startsWith('src/'))).toEqual([]);
  });

  test('files: all of src/ but schemas is part of the program', () => {
    const imports = new Map(program.map((usage) => [usage.path, usage.imports]));
    const reached = new Set(['src/start.ts', 'src/cli/run.ts', 'src/index.ts']);
    for (const path of reached) for (const next of imports.get(path) ?? []) reached.add(next);
    const others = program.map(({ path }) => path).filter((path) => !reached.has(path));
    expect(others.filter((path) => !/^src\/content\/[\w-]+-schema\.ts$/.test(path))).toEqual([]);
  });

  test('messages: those of schemas are held by test/cli/schema.test.ts', () => {
    const keys = Object.keys(content.messages('en')).filter((key) => !key.startsWith('schema.'));
    const competencies = content.index.banks.flatMap(({ role }) =>
      (content.bank(role)?.questions ?? []).flatMap((question) => question.competencies),
    );
    const build = scripts.filter(({ path }) => path.startsWith('scripts/build/'));
    expect(unusedMessages(keys, [...program, ...build], competencies)).toEqual([]);
  });

  const usages = (files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => readUsage(path, text));

  test.each([
    ['named behind the import', "export const c = async () => (await import('./a.js')).used;"],
    [
      'taken out of it',
      "export const c = async () => { const { used } = await import('./a.js'); return used; };",
    ],
    ['taken out later', "export const c = () => import('./a.js').then(({ used }) => used);"],
    ['imported at once', "import { used } from './a.js'; export const c = used;"],
  ])('an export is found whose file is loaded, and not one that is %s', (_, text) => {
    const files = usages({
      'src/a.ts': 'export const used = 1; export function dead() {} export interface Shape {}',
      'src/b.ts': `${text} export const start = c;`,
    });
    expect(unusedExports(files, [], ['src/b.ts'])).toEqual(['src/a.ts: dead is exported for nobody']);
  });

  test('a test does not keep alive what nobody else uses', () => {
    const files = usages({
      'src/a.ts': "export const own = 1; export const more = own + 1; export { far } from './far.js';",
      'src/b.ts': "import { more } from './a.js'; export const start = more;",
      'src/far.ts': 'export const far = 1;',
    });
    const tests = usages({ 'src/a.test.ts': "import { own, far } from './a.js'; own + far;" });
    expect(unusedExports(files, tests, ['src/b.ts'])).toEqual(['src/a.ts: far is exported for nobody']);
  });

  /** `<name>` as the gap of a template. */
  const withGaps = (text: string) => text.replace(/<(\w+)>/g, (_, name) => `$\{${name}}`);

  test.each([
    ['menu.title', "t('menu.title')"],
    ['menu.open', 't(`menu.<name>`); const name: string = "open";'],
    ['menu.shut', 't(`menu.<name>`); const names = { shut: 1 };'],
    ['menu.stage.hr', 't(`menu.stage.<stage>`); const stages = ["hr"];'],
    ['menu.line.2', 't(`menu.line.<number>`)'],
    ['menu.not-open', 't(`menu.<fault>`); const fault = `not-<what>`; const what = "open";'],
    ['menu.form.plural', 't(`menu.<family>.<name>`); see("form:plural");'],
    ['menu.topic', 't(`menu.<name>`)'],
  ])('the message %s is asked for by %s', (key, text) => {
    expect(unusedMessages([key], usages({ 'src/a.ts': withGaps(text) }), ['topic'])).toEqual([]);
  });

  test.each([
    "t('menu.titles')",
    't(`<menu>.title`); const menu = "menu";',
    't(`menu.<name>`); const name = "open";',
    't(`menu.title.<name>`)',
  ])('the message menu.title is not asked for by %s', (text) => {
    expect(unusedMessages(['menu.title'], usages({ 'src/a.ts': withGaps(text) }), [])).toEqual([
      'menu.title',
    ]);
  });
});

describe('the checker, on a made-up tree', () => {
  const unit = (over: Partial<Unit> = {}): Unit => ({
    about: '',
    pure: true,
    code: [],
    types: [],
    packages: [],
    node: 'none',
    ...over,
  });
  const table = {
    low: unit(),
    high: unit({ code: ['low'], types: ['top'], packages: ['zod'] }),
    top: unit(),
  };
  const good = {
    'low/a.ts': 'export const a = 1;',
    'high/b.ts': "import * as z from 'zod'; import { a } from '../low/a.js'; export const b = z.literal(a);",
    'top.ts': 'export interface Top { readonly process: string }',
  };
  const faults = (files: Readonly<Record<string, string>>, rows: Record<string, Unit> = table) =>
    architectureFaults(
      Object.entries(files).map(([path, text]) => readSource(path, text)),
      rows,
    );

  test('finds nothing in a tree that keeps to the table', () => {
    expect(faults(good)).toEqual([]);
  });

  test('finds it strange to find nothing', () => {
    expect(faults({})).toEqual(['no source files found']);
    expect(faults({ 'low/a.ts': 'export const a = 1;' })).toEqual(['no imports found']);
  });

  test('finds a folder without a row, and a row without a folder', () => {
    expect(faults({ ...good, 'new/x.ts': '' })).toEqual(['new is not in the table']);
    expect(faults(good, { ...table, gone: unit() })).toEqual(['gone is in the table and not in the sources']);
  });

  test.each([
    ['code', "import { b } from '../high/b.js';", 'low may not import high'],
    ['code among types', "import { b, type B } from '../high/b.js';", 'low may not import high'],
    ['types', "import type { B } from '../high/b.js';", 'low may not import types of high'],
    ['types, named one by one', "import { type B } from '../high/b.js';", 'low may not import types of high'],
    ['a type in place', "export type X = import('../high/b.js').B;", 'low may not import types of high'],
    ['code, handed on', "export * from '../high/b.js';", 'low may not import high'],
    ['code, loaded later', "export const b = () => import('../high/b.js');", 'low may not import high'],
    ['an import for its effect', "import '../high/b.js';", 'low may not import high'],
    ['a package', "import { stem } from 'natural';", 'low may not import natural'],
    ['a module of Node', "import { join } from 'node:path';", 'low may not import node:path'],
    ['a file beside the sources', "import data from '../../data.json';", 'low may not import ../data.json'],
  ])('finds %s where it may not be', (_, text, fault) => {
    const lines = faults({ ...good, 'low/bad.ts': text }).filter((line) => !line.startsWith('cycle'));
    expect(lines).toEqual([`low/bad.ts: ${fault}`]);
  });

  test.each<[string, Partial<Unit>, string]>([
    ['code', { code: ['low', 'top'] }, 'high needs no code of top'],
    ['code of which types are imported alone', { code: ['low', 'types'] }, 'high needs no code of types'],
    ['types', { types: ['types', 'top'] }, 'high needs no types of top'],
    ['types of what code is imported from', { types: ['types', 'low'] }, 'high needs no types of low'],
    ['a package', { packages: ['zod', 'zod/mini'] }, 'high needs no zod/mini'],
    ['files', { node: 'any' }, 'high needs no files'],
  ])('finds %s that may be imported and is not', (_, over, fault) => {
    const files = { ...good, 'high/c.ts': "import type { T } from '../types.js'; import 'node:path';" };
    const high = unit({ code: ['low'], types: ['types'], packages: ['zod'], node: 'no files' });
    const read = Object.entries(files).map(([path, text]) => readSource(path, text));
    const rows = { low: unit(), top: unit(), types: unit() };
    expect(unusedAllowances(read, { ...rows, high })).toEqual([]);
    expect(unusedAllowances(read, { ...rows, high: { ...high, ...over } })).toContain(fault);
  });

  test('finds Node allowed to who has no use for it', () => {
    const read = Object.entries(good).map(([path, text]) => readSource(path, text));
    expect(unusedAllowances(read, { low: unit({ node: 'no files' }) })).toEqual(['low needs no Node']);
  });

  test('tells types from code where only types may be imported', () => {
    const from = (clause: string) => faults({ ...good, 'high/c.ts': `import ${clause} from '../top.js';` });
    expect(from('type { Top }')).toEqual([]);
    expect(from('{ type Top }')).toEqual([]);
    expect(from('{ Top }')).toEqual(['high/c.ts: high may not import top']);
  });

  test('lets a package in by its whole path only', () => {
    expect(faults({ ...good, 'high/c.ts': "import { x } from 'zod/mini';" })).toEqual([
      'high/c.ts: high may not import zod/mini',
    ]);
  });

  test('keeps files from who may use Node otherwise', () => {
    const rows = { ...table, low: unit({ pure: false, node: 'no files' }) };
    const from = (name: string) => faults({ ...good, 'low/c.ts': `import * as x from '${name}';` }, rows);
    expect(from('node:readline')).toEqual([]);
    expect(from('node:fs')).toEqual(['low/c.ts: low may not import node:fs']);
    expect(from('node:fs/promises')).toEqual(['low/c.ts: low may not import node:fs/promises']);
  });

  test.each([
    ['process.env.HOME', 'process'],
    ['console.log(1)', 'console'],
    ['Date.now()', 'Date.now'],
    ['new Date()', 'Date()'],
    ['Date()', 'Date()'],
    ['Math.random()', 'Math.random'],
    ['globalThis.process', 'globalThis'],
    ['import.meta.dirname', 'import.meta'],
    ['[1].map(console.log)', 'console'],
  ])('finds %s in a pure folder', (expression, name) => {
    expect(faults({ ...good, 'low/c.ts': `export const c = ${expression};` })).toEqual([
      `low/c.ts: low is pure and may not use ${name}`,
    ]);
  });

  test.each(['new Date(0)', 'Math.max(1, 2)', '{ console: 1 }.console', 'io.process'])(
    'minds nothing in %s',
    (expression) => {
      expect(faults({ ...good, 'low/c.ts': `export const c = ${expression};` })).toEqual([]);
    },
  );

  test('finds a cycle, of types too', () => {
    const rows = { ...table, low: unit({ types: ['high'] }) };
    expect(faults({ ...good, 'low/c.ts': "import type { B } from '../high/b.js';" }, rows)).toEqual([
      'cycle: low → high → low',
    ]);
    const tangled = { ...good, 'low/c.ts': "import type { B } from '../high/b.js';" };
    const page = architecturePage(
      Object.entries(tangled).map(([path, text]) => readSource(path, text)),
      rows,
    );
    expect(page).toContain('  low --> high');
  });
});
