import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/**
 * What only people read, and no answer is read by, lies compressed: a fifth less to download than by what npm
 * does alone. To open it takes 4 ms, as long as the rest of a short command.
 */
const COMPRESSED = /^(?:samples|guide|rule-texts)(?:\.|$)/;

/** Loaded where it is needed: most commands are done before it would be. */
const zlib = (): typeof import('node:zlib') => createRequire(import.meta.url)('node:zlib');

/** Writes a piece of compiled content. */
export function writePiece(folder: string, name: string, text: string): void {
  if (!COMPRESSED.test(name)) writeFileSync(join(folder, `${name}.json`), text);
  else writeFileSync(join(folder, `${name}.json.br`), compressed(text));
}

/** The last level takes more than twice the time of the one before it for a hundredth. */
const LEVEL = 10;

function compressed(text: string): Buffer {
  const { brotliCompressSync, constants } = zlib();
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: LEVEL } });
}

/** @throws Error where the piece is absent or damaged */
export function readPiece(folder: string, name: string): unknown {
  if (!COMPRESSED.test(name)) return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  return JSON.parse(
    zlib()
      .brotliDecompressSync(readFileSync(join(folder, `${name}.json.br`)))
      .toString(),
  );
}
