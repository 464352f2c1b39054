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
 * The program as CommonJS: `start` for the binary, `index` for other programs, one chunk a command that
 * is loaded only when the command is called. Nothing is written.
 */
export async function bundle(): Promise<Bundle> {
  const build = await rolldown({
    input: { start: 'src/start.ts', index: 'src/index.ts' },
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    plugins: [{ name: 'start-no-programs', transform: withoutPrograms }],
  });
  const { output } = await build.generate({
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: 'chunks/[name].cjs',
    minify: true,
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  return {
    files: chunks.map(({ fileName, code, modules }) => ({
      path: fileName,
      code,
      modules: Object.keys(modules),
    })),
    inputs: [...new Set(chunks.flatMap(({ modules }) => Object.keys(modules)))].sort(),
  };
}
