import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { promisify } from 'node:util';

const COMPILER = 'node_modules/typescript/bin/tsc';

/**
 * Writes the declarations of the public interface, and only those that it reaches.
 *
 * @param to folder for `index.d.ts` and what it imports
 * @throws Error with what the compiler says, or where a declaration needs a package: users have none of ours
 */
export async function writeDeclarations(to: string): Promise<void> {
  mkdirSync('node_modules/.cache/star-coach', { recursive: true });
  const all = mkdtempSync('node_modules/.cache/star-coach/types-');
  try {
    await promisify(execFile)(process.execPath, [COMPILER, '-p', 'tsconfig.types.json', '--outDir', all]);
    for (const [path, text] of reachable('index.d.ts', (path) => readFileSync(join(all, path), 'utf8'))) {
      const file = join(to, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } catch (error) {
    const { stdout } = error as { stdout?: string };
    throw stdout ? new Error(stdout) : error;
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}

/**
 * A declaration file and everything it imports, directly or not.
 *
 * @param read text of a file by its path with forward slashes
 * @throws Error on an import that is not of this project
 */
export function reachable(entry: string, read: (path: string) => string): Map<string, string> {
  const found = new Map<string, string>();
  const open = [entry];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (found.has(path)) continue;
    const text = read(path);
    found.set(path, text);
    for (const [, specifier = ''] of text.matchAll(/(?:\bfrom |\bimport\(|^import )['"]([^'"]+)['"]/gm)) {
      if (!specifier.startsWith('.')) throw new Error(`the public types need ${specifier} (${path})`);
      open.push(posix.join(posix.dirname(path), specifier.replace(/\.js$/, '.d.ts')));
    }
  }
  return found;
}
