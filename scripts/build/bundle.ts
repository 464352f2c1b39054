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

/**
 * The program as CommonJS: `start` for the binary, `index` for other programs, one chunk a command that
 * is loaded only when the command is called. Nothing is written.
 */
export async function bundle(): Promise<Bundle> {
  const build = await rolldown({
    input: { start: 'src/start.ts', index: 'src/index.ts' },
    platform: 'node',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
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
