// Builds what is published: dist/*.cjs (a dispatcher and one file a command), dist/content/*.json, dist/types.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { InputError } from '../src/content/problems.js';
import { compileContent } from '../src/store/compile-content.js';

rmSync('dist', { recursive: true, force: true });
try {
  compileContent('data', 'dist/content');
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  for (const { path, line, column, message } of error.problems)
    console.error(`${path}:${line}:${column}: ${message}`);
  process.exit(1);
}

const bundle = await rolldown({
  input: { start: 'src/start.ts' },
  platform: 'node',
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
});
const { output } = await bundle.write({
  dir: 'dist',
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name].cjs',
  minify: true,
});
await bundle.close();
const inputs = output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
writeFileSync('dist/inputs.json', JSON.stringify(inputs, null, 1));
void readFileSync;
