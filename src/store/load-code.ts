import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { Script } from 'node:vm';
import type { CodeCache } from './code-cache.js';

export interface CodeFiles {
  /** Absolute path of the folder with the program's CommonJS files. */
  readonly folder: string;
  /** Loads what is no file of the program. */
  readonly require: (id: string) => unknown;
  readonly cache: Pick<CodeCache, 'of' | 'add'>;
}

type Compiled = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
) => void;

/**
 * Loads files of the program as `require` would, from code that an earlier start left. Node's own loader has a
 * place for such code from Node 22.8 on, and looks for each file anew.
 *
 * @returns a function from a path relative to the folder, with forward slashes, to what the file exports
 */
export function codeLoader({ folder, require, cache }: CodeFiles): (file: string) => unknown {
  const modules = new Map<string, { exports: unknown }>();
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const path = join(folder, file);
    const inner = (id: string) =>
      id.startsWith('.') ? load(posix.join(posix.dirname(file), id)) : require(id);
    compile(file, path)(module.exports, inner, module, path, dirname(path));
    return module.exports;
  };
  const compile = (file: string, path: string): Compiled => {
    const source = wrapped(path);
    const cachedData = cache.of(file);
    const script = new Script(
      source,
      cachedData === undefined ? { filename: path } : { filename: path, cachedData },
    );
    cache.add(file, script, cachedData === undefined || script.cachedDataRejected === true);
    return script.runInThisContext();
  };
  return load;
}

const HEAD = '(function(exports,require,module,__filename,__dirname){';
const TAIL = '\n})';

/** The text of a file as that of a function, read in between: put together as strings, all of it would be copied again. */
function wrapped(path: string): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const bytes = Buffer.allocUnsafeSlow(HEAD.length + size + TAIL.length);
    bytes.write(HEAD, 'latin1');
    const end = HEAD.length + size;
    let at = HEAD.length;
    // A read may give less than is asked for; one that gives nothing is at the end of a file that got shorter.
    for (let read = 1; at < end && read > 0; ) {
      read = readSync(file, bytes, at, end - at, null);
      at += read;
    }
    at += bytes.write(TAIL, at, 'latin1');
    // The build leaves nothing but ASCII in it.
    return bytes.toString('latin1', 0, at);
  } finally {
    closeSync(file);
  }
}
