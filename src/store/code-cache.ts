import {
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import type { Script } from 'node:vm';
import { makeFolder } from './make-folder.js';

/**
 * What the engine made of the files of the program, kept for the next start of the same command: reading and
 * compiling them anew is half of a start (docs/decisions.md). A cache that is absent, old, torn or
 * another user's is as good as none.
 */
export interface CodeCache {
  /** What is kept of a file of the program, for `cachedData` of `vm.Script`. */
  readonly of: (file: string) => Buffer | undefined;
  /**
   * To be called for every file that is loaded.
   *
   * @param compiled true where nothing was kept of it, or nothing of use
   */
  readonly add: (file: string, script: Script, compiled: boolean) => void;
  /**
   * Where there is something new, writes it, with the functions compiled so far. Once a day that is always so: an
   * answer in another language calls other functions. What goes wrong goes wrong silently.
   */
  readonly save: () => void;
  /** Lets go of what was kept, where nothing will be saved and other flags make it of no use: a megabyte. */
  readonly drop: () => void;
}

export interface CodeCachePlace {
  /** The file; null: nothing is read and nothing is written. */
  readonly file: string | null;
  /** Name of one build of the program on one engine: kept code is of use to no other. */
  readonly build: string;
}

interface Kept {
  readonly build: string;
  /** See {@link sampled}. */
  readonly sample: number;
  /** Files of the program and bytes of their code, in the order in which they lie after this head. */
  readonly files: readonly (readonly [string, number])[];
}

/** Code is read where it lies, and the engine wants it on an even place. */
const ALIGNMENT = 8;

/** Bytes before the head: its length. */
const LENGTH = 4;

/** Milliseconds after which code is kept anew. */
const DAY = 24 * 60 * 60 * 1000;

interface KeptCode {
  readonly code: ReadonlyMap<string, Buffer>;
  /** More than a day ago. */
  readonly old: boolean;
}

const NOTHING: KeptCode = { code: new Map(), old: false };

/** Reads what was kept for this build; nothing is kept where that is absent, old, torn or of another user. */
export function openCodeCache({ file, build }: CodeCachePlace): CodeCache {
  let kept = file === null ? NOTHING : readKept(file, build);
  const loaded = new Map<string, Script>();
  let isNew = kept.old;
  return {
    of: (name) => kept.code.get(name),
    add: (name, script, compiled) => {
      loaded.set(name, script);
      if (compiled) isNew = true;
    },
    save: () => {
      if (file === null || !isNew) return;
      try {
        const code = new Map(kept.code);
        for (const [name, script] of loaded) code.set(name, script.createCachedData());
        writeKept(file, build, code);
      } catch {
        // A full or read-only disk: the next start takes as long as this one.
      }
    },
    drop: () => {
      kept = NOTHING;
    },
  };
}

/** Code of the user's own only: whoever else could write it could run whatever they like. */
function readKept(file: string, build: string): KeptCode {
  try {
    const own = readOwn(file);
    if (own === null) return NOTHING;
    const { bytes, old } = own;
    const end = LENGTH + bytes.readUInt32LE(0);
    const head = JSON.parse(bytes.toString('latin1', LENGTH, end)) as Kept;
    const code = bytes.subarray(aligned(end));
    if (head.build !== build || head.sample !== sampled(code)) return NOTHING;
    const kept = new Map<string, Buffer>();
    let start = 0;
    for (const [name, length] of head.files) {
      kept.set(name, code.subarray(start, start + length));
      start += aligned(length);
    }
    return start === code.length ? { code: kept, old } : NOTHING;
  } catch {
    return NOTHING;
  }
}

function readOwn(file: string): { readonly bytes: Buffer; readonly old: boolean } | null {
  const descriptor = openSync(file, 'r');
  try {
    const { uid, mode, mtimeMs } = fstatSync(descriptor);
    const own = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return own ? { bytes: readFileSync(descriptor), old: Date.now() - mtimeMs > DAY } : null;
  } finally {
    closeSync(descriptor);
  }
}

function writeKept(file: string, build: string, code: ReadonlyMap<string, Buffer>): void {
  const folder = dirname(file);
  // As another user (sudo keeps HOME), files would be left that their owner can neither use nor replace.
  if (process.getuid !== undefined && !isOwn(dirname(folder))) return;
  const body = Buffer.concat(
    [...code.values()].flatMap((bytes) => [bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]),
  );
  const files = [...code].map(([name, bytes]) => [name, bytes.length] as const);
  const head: Kept = { build, sample: sampled(body), files };
  const text = Buffer.from(JSON.stringify(head), 'latin1');
  const start = Buffer.alloc(aligned(LENGTH + text.length));
  start.writeUInt32LE(text.length);
  text.copy(start, LENGTH);
  makeFolder(folder, 0o700);
  // Another start may read meanwhile: the file is there whole, or not at all.
  const fresh = `${file}.${process.pid}`;
  try {
    writeFileSync(fresh, Buffer.concat([start, body]), { mode: 0o600 });
    renameSync(fresh, file);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
}

/** Of the nearest folder above that exists. */
function isOwn(folder: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat !== undefined) return stat.uid === process.getuid?.();
  return dirname(folder) !== folder && isOwn(dirname(folder));
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}

/**
 * A sum over a word of each block of a disk: a file that a crash of the machine left without some of its blocks is not
 * taken for whole. The engine itself checks its version and flags and the length of the source.
 */
function sampled(code: Buffer): number {
  let sum = code.length;
  for (let at = 0; at + 4 <= code.length; at += BLOCK) sum = (sum * 31 + code.readUInt32LE(at)) | 0;
  return sum;
}

const BLOCK = 4096;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Where the code of a command is kept: in the folder that `STAR_COACH_CODE_CACHE` names, else where the system
 * has what programs may lose. `STAR_COACH_CODE_CACHE=off` and Node's `NODE_DISABLE_COMPILE_CACHE` keep nothing,
 * nor does a run in CI, where nobody would come back for it, or one whose coverage is measured.
 *
 * @param command names the file
 * @returns null where nothing is kept
 */
export function codeCacheFile(
  command: string,
  { env, platform, cwd }: { readonly env: Environment; readonly platform: string; readonly cwd: string },
): string | null {
  const chosen = env.STAR_COACH_CODE_CACHE;
  if (chosen === 'off' || env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return null;
  const name = `${command}-${process.version}-${process.arch}.bin`;
  if (chosen) return join(resolve(cwd, chosen), name);
  if (env.CI) return null;
  const folder = cacheFolder(env, platform);
  return folder === null ? null : join(folder, name);
}

function cacheFolder(env: Environment, platform: string): string | null {
  const { XDG_CACHE_HOME: xdg, HOME: home, LOCALAPPDATA: local } = env;
  if (xdg && isAbsolute(xdg)) return join(xdg, 'star-coach');
  if (platform === 'win32') return local ? join(local, 'star-coach', 'Cache') : null;
  if (!home || !isAbsolute(home)) return null;
  return join(home, platform === 'darwin' ? 'Library/Caches' : '.cache', 'star-coach');
}
