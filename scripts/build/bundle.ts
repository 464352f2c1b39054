import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { type OutputChunk, type OutputOptions, rolldown } from 'rolldown';

export interface Bundle {
  readonly files: readonly BundledFile[];
  /** Absolute path of every module in the bundle, sorted. */
  readonly inputs: readonly string[];
}

interface BundledFile {
  /** Relative to `dist/`. */
  readonly path: string;
  readonly code: string;
  /** Absolute path of every module in it. */
  readonly modules: readonly string[];
}

const PROGRAMS = "const childProcess = require('node:child_process');";

/**
 * Commander loads `node:child_process`, a third of its cost, for commands that are programs of their own.
 * There are none, so a start does without.
 *
 * @throws Error where commander no longer says so: look whether it is still needed
 */
function withoutPrograms(code: string, id: string): string | null {
  if (!/commander[\\/]lib[\\/]command\.js$/.test(id)) return null;
  if (!code.includes(PROGRAMS)) throw new Error(`${id} no longer loads node:child_process as it did`);
  return code.replace(PROGRAMS, 'const childProcess = {};');
}

const EXPRESSIONS = /^const (\w+_RE) = (\/.*\\p\{.*\/\w+);$/gm;
const MEASURE = 'const getStringTruncatedWidth = (input, truncationOptions = {}, widthOptions = {}) => {\n';

/**
 * The package that counts columns makes classes of Unicode ready when it is loaded, a twentieth of what a start
 * does that reads one answer, and most texts are counted without it: here they are made at the first call.
 *
 * @throws Error where the package is written in another way
 */
function withLateClasses(code: string, id: string): string | null {
  if (!/fast-string-truncated-width[\\/]dist[\\/]index\.js$/.test(id)) return null;
  const made = Array.from(code.matchAll(EXPRESSIONS), ([, name, value]) => `  ${name} ??= ${value};\n`);
  if (made.length !== 3 || !code.includes(MEASURE)) throw new Error(`${id} counts columns in another way`);
  return code.replace(EXPRESSIONS, 'let $1;').replace(MEASURE, MEASURE + made.join(''));
}

const OWN_REQUIRE = [
  ["import { createRequire } from 'node:module';\n", ''],
  ['createRequire(import.meta.url)', 'require'],
] as const;

/**
 * Our own files that load a part of Node only where they need it. In a module there is no way but by `node:module`,
 * which brings Node's loader of modules along and is a twentieth of a short start; a CommonJS file has its `require`.
 *
 * @throws Error where a file asks for `node:module` in another way
 */
function withOwnRequire(code: string): string | null {
  if (!code.includes('createRequire')) return null;
  return OWN_REQUIRE.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`no '${before.trim()}' where createRequire is used`);
    return text.replace(before, after);
  }, code);
}

/**
 * Lists of words typed over several lines, in one line: split at single spaces, which takes no regular expression
 * where the program starts.
 */
function withListsInLines(code: string): string {
  return code.replace(
    /(\b(?:listed|endings|beginnings|pieces)\(\s*|^ {2}\w+: )`([^`$\\]*\n[^`$\\]*)`/gm,
    (_, before: string, list: string) => `${before}\`${list.trim().replace(/\s+/g, ' ')}\``,
  );
}

/** Our own files. */
const OWN = /[\\/]src[\\/][^?]*\.ts$/;

const EXPRESSION = /^const ([A-Z][A-Z\d_]*) =\s+(\/(?![*/]).*\/[a-z]*);$/gm;

/**
 * Expressions that a file holds are made when they are first asked: an answer asks some of them, and one with
 * classes of Unicode takes a quarter of a millisecond. Where its name is a text, it stays one.
 */
export function withLateExpressions(code: string): string {
  const made = Array.from(code.matchAll(EXPRESSION), ([, name = '', value = '']) => ({ name, value }));
  let late = code.replace(EXPRESSION, 'let $1: RegExp | undefined;');
  for (const { name, value } of made)
    late = late.replace(new RegExp(`^(?! *\\*| *//|let ${name}:).*\\b${name}\\b.*$`, 'gm'), (line) =>
      line.replace(new RegExp(`(?<![\\w$.'"\`])${name}(?![\\w$:])`, 'g'), () => `(${name} ??= ${value})`),
    );
  return late;
}

/** Where lists of words stand. */
const LISTS = /[\\/]src[\\/](?:text|numbers)[\\/]/;

/** Commander asks for `node:process`, a file of Node's own that only hands on what is there anyway. */
const PROCESS = '\0process';

/**
 * Chunks of what is always loaded together, and the modules that need it: to find, open and wrap a file costs as
 * much as to read a few kilobytes of code. A module goes to the first chunk that has to have it; what none has to
 * have finds its chunk by itself, so that a command never loads what only another one needs.
 */
const TOGETHER: Readonly<Record<string, readonly string[]>> = {
  content: ['src/store/content.ts', 'src/content/messages.ts'],
  run: ['src/cli/run.ts'],
  // What a lint needs whose results were kept and which reads no answer: lines of any text, options, banks.
  frame: [
    'src/reports/code-frame.ts',
    'src/content/nearest.ts',
    'src/cli/own-banks.ts',
    'src/cli/config-options.ts',
    'src/cli/limit-options.ts',
    'src/store/config-content.ts',
    'src/store/read-file.ts',
    'src/answers/settings.ts',
    'src/answers/suppressions.ts',
  ],
  analysis: [
    'src/cli/analysis-context.ts',
    'src/analyze.ts',
    'src/answers/read.ts',
    'src/reports/answer-text.ts',
    'src/cli/heard-criteria.ts',
  ],
  lint: [
    'src/cli/commands/lint.ts',
    'src/cli/lint-findings.ts',
    'src/cli/lint-config.ts',
    'src/reports/stylish.ts',
    'src/reports/summary.ts',
  ],
};

/**
 * Chunks of small modules that serve one purpose and ask for no more than their likes: npm takes four milliseconds to
 * put a file in its place, and each of these would be one.
 */
const ALIKE: Readonly<Record<string, RegExp>> = {
  run: /\/src\/(?:cli\/(?:days|on-disk|subcommand|typed-command)|content\/interview|reports\/(?:json-text|rule-url)|store\/leads-out)\.ts$/,
  formats:
    /\/src\/reports\/(?:checkstyle|github|gitlab|json|junit|markdown|path-hash|sarif|sarif-rule|unix|uri|xml)\.ts$/,
  kept: /\/src\/(?:store\/(?:checklist|drafts|home|journal|journal-line)|cli\/history)\.ts$/,
  guide:
    /\/src\/(?:reports\/guide-(?:markdown|page|text)|cli\/commands\/guide|cli\/guide\/choose-guide)\.ts$/,
  progress:
    /\/src\/(?:rehearsal\/(?:periods|progress|streak)|reports\/(?:bars|long-day|progress-(?:csv|json|names|rows|text)))\.ts$/,
  opening: /\/src\/cli\/(?:commands\/(?:mock|practice)|mock\/voice|practice-opening)\.ts$/,
  rules: /\/src\/cli\/(?:commands\/(?:explain|rules)|rules\/[\w-]+)\.ts$/,
  init: /\/src\/(?:cli\/commands\/init|cli\/init\/[\w-]+|store\/create-file)\.ts$/,
};

/** @returns name of the chunk, where the module has one of those above */
function chunkOfAlike(module: string): string | null {
  const path = module.replaceAll('\\', '/');
  return Object.entries(ALIKE).find(([, modules]) => modules.test(path))?.[0] ?? null;
}

type ImportsOf = (module: string) => readonly string[];

/** @returns name of the chunk of each module that goes to one of those above */
function chunksTogether(importsOf: ImportsOf): ReadonlyMap<string, string> {
  const chunks = new Map<string, string>();
  for (const [chunk, roots] of Object.entries(TOGETHER)) {
    const open = roots.map((root) => resolve(root));
    for (let module = open.pop(); module !== undefined; module = open.pop()) {
      if (chunks.has(module)) continue;
      chunks.set(module, chunk);
      open.push(...importsOf(module));
    }
  }
  return chunks;
}

/** Stands in `src/start.ts` for the fingerprint of the build, by which kept code is told from that of others. */
const BUILD = '__BUILD__';

/**
 * The program as CommonJS: `start` for the binary, `run` that it loads, `index` for other programs, one chunk a
 * command that is loaded only when the command is called. Nothing is written.
 *
 * @throws Error where the fingerprint of the build has no place
 */
export async function bundle(): Promise<Bundle> {
  let chunkOf: ReadonlyMap<string, string> | undefined;
  const program = await chunksOf(
    { run: 'src/cli/run.ts', index: 'src/index.ts' },
    {
      groups: [
        {
          debugName: 'together',
          // Else a chunk would take what belongs to one before it.
          includeDependenciesRecursively: false,
          name: (module, graph) => {
            chunkOf ??= chunksTogether((id) => graph.getModuleInfo(id)?.importedIds ?? []);
            return chunkOf.get(module) ?? chunkOfAlike(module);
          },
        },
      ],
    },
  );
  // On its own, so that it shares nothing: `--version` loads this file and no other.
  const start = await chunksOf({ start: 'src/start.ts' }, false);
  const chunks = [...start, ...program];
  const hash = createHash('sha256');
  for (const { code } of chunks) hash.update(code);
  const fingerprint = hash.digest('hex').slice(0, 16);
  if (!chunks.some(({ code }) => code.includes(BUILD))) throw new Error(`no file has '${BUILD}'`);
  return {
    files: chunks.map(({ fileName, code, modules }) => ({
      path: fileName,
      code: inAscii(code.replace(BUILD, fingerprint)),
      modules: Object.keys(modules),
    })),
    inputs: [...new Set(chunks.flatMap(({ modules }) => Object.keys(modules)))].sort(),
  };
}

/**
 * Code in which other letters are escaped. It can be read as it lies, a byte a letter, and the engine keeps it so:
 * to decode Cyrillic and keep all of the code in two bytes a letter is a sixtieth of what a short start does.
 */
function inAscii(code: string): string {
  return code.replace(
    /[^\n\r\t -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Stands for what the stemmers' base classes load for whole texts, which nobody gives them. */
const NO_TOKENIZER = '\0no-tokenizer';
const TOKENIZER = /^\.\.\/(?:util\/stopwords|tokenizers\/aggressive_tokenizer)(?:_ru)?$/;

/** Stands for `net`, which the language server's package asks for and a server on stdio never uses. */
const NO_NET = '\0no-net';

async function chunksOf(
  input: Readonly<Record<string, string>>,
  codeSplitting: NonNullable<OutputOptions['codeSplitting']>,
): Promise<OutputChunk[]> {
  const build = await rolldown({
    input,
    platform: 'node',
    // What is together in a chunk may export more than its entry.
    preserveEntrySignatures: 'allow-extension',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [
      { name: 'start-no-programs', transform: withoutPrograms },
      { name: 'late-classes', transform: withLateClasses },
      {
        name: 'own-require',
        transform: (code, id) => (id.includes('node_modules') ? null : withOwnRequire(code)),
      },
      {
        name: 'late-expressions',
        transform: (code, id) => (OWN.test(id) ? withLateExpressions(code) : null),
      },
      {
        name: 'lists-in-lines',
        transform: (code, id) => (LISTS.test(id) ? withListsInLines(code) : null),
      },
      {
        name: 'process-at-hand',
        resolveId: (id) => (id === 'node:process' ? PROCESS : null),
        load: (id) => (id === PROCESS ? 'module.exports = process;' : null),
      },
      {
        name: 'stem-words-only',
        resolveId: (id, importer) =>
          TOKENIZER.test(id) && importer?.includes('natural') ? NO_TOKENIZER : null,
        load: (id) => (id === NO_TOKENIZER ? 'module.exports = {};' : null),
      },
      {
        name: 'open-no-connections',
        resolveId: (id) => (id === 'net' ? NO_NET : null),
        load: (id) => (id === NO_NET ? 'export default {};' : null),
      },
    ],
  });
  const { output } = await build.generate({
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    minify: true,
    codeSplitting,
  });
  await build.close();
  return output.filter((file) => file.type === 'chunk');
}
