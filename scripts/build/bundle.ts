import { createHash } from 'node:crypto';
import { rolldown } from 'rolldown';

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

/**
 * What is always loaded together, in one file: to find, open and wrap a file costs as much as to read a few
 * kilobytes of code. A module that only some of the callers need stays out, and finds its chunk by itself.
 */
const GROUPS = [
  {
    name: 'program',
    test: /[\\/]node_modules[\\/]commander[\\/]|[\\/]src[\\/]cli[\\/](?:run|program|paint|language|commands|own-banks)\.ts$/,
  },
  {
    name: 'content',
    test: /rolldown[\\/]runtime|[\\/]src[\\/](?:store[\\/]content|content[\\/](?:messages|problems|visible|nearest))\.ts$/,
  },
  {
    name: 'analysis',
    test: /[\\/]natural[\\/]|[\\/]src[\\/](?:analyze|(?:analysis|numbers|text)[\\/].*|cli[\\/]analysis-context|rules[\\/](?!schema|claims).*|reports[\\/]escape|content[\\/]packed-weights)\.ts$/,
  },
  { name: 'read', test: /[\\/]src[\\/](?:answers[\\/](?!.*yaml).*|store[\\/]read-file)\.ts$/ },
  { name: 'answer', test: /[\\/]src[\\/]reports[\\/]answer-(?!json)[^.]*\.ts$|fast-(?:wrap-ansi|string)/ },
];

/** Stands in `src/start.ts` for the fingerprint of the build, by which kept code is told from that of others. */
const BUILD = '__BUILD__';

/**
 * The program as CommonJS: `start` for the binary, `run` that it loads, `index` for other programs, one chunk a
 * command that is loaded only when the command is called. Nothing is written.
 *
 * @throws Error where the fingerprint of the build has no place
 */
export async function bundle(): Promise<Bundle> {
  const build = await rolldown({
    input: { start: 'src/start.ts', run: 'src/cli/run.ts', index: 'src/index.ts' },
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [{ name: 'start-no-programs', transform: withoutPrograms }],
  });
  const { output } = await build.generate({
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    minify: true,
    codeSplitting: { groups: GROUPS },
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const hash = createHash('sha256');
  for (const { code } of chunks) hash.update(code);
  const fingerprint = hash.digest('hex').slice(0, 16);
  if (!chunks.some(({ code }) => code.includes(BUILD))) throw new Error(`no file has '${BUILD}'`);
  return {
    files: chunks.map(({ fileName, code, modules }) => ({
      path: fileName,
      code: code.replace(BUILD, fingerprint),
      modules: Object.keys(modules),
    })),
    inputs: [...new Set(chunks.flatMap(({ modules }) => Object.keys(modules)))].sort(),
  };
}
