import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { plainJson, readPlain } from './plain-text.js';

/**
 * Compiled content is one file, its pieces one after another: npm takes two milliseconds to put a file in its place,
 * and there are some eighty pieces. It begins with the length of its head, in four bytes; the head is JSON, name and
 * bytes of each piece in order.
 */
export const CONTENT_FILE = 'pieces.bin';

type Head = readonly (readonly [name: string, length: number])[];

/** Bytes before the head. */
const LENGTH = 4;

/** Bytes of the first read: with them comes the head. */
const FIRST = 4096;

/**
 * What an answer is read without lies compressed: a fifth less to download than by what npm does alone, and a
 * quarter of the place on the disk. To open it takes 4 ms, as long as the rest of a short command.
 */
const COMPRESSED: readonly string[] = [
  'bank',
  'samples',
  // All of them: guides of two roles say much of the same, and take two fifths of the room together.
  'guide-pages',
  'rule-texts',
  'subjects',
  'more-messages',
];

/** What a short command reads is written so that it is read as it lies, see `plain-text.ts`. */
const READ_AT_ONCE: readonly string[] = ['index', 'language', 'phrases', 'rules', 'run-on'];

/** Loaded where it is needed: most commands are done before it would be. */
const zlib = (): typeof import('node:zlib') => createRequire(import.meta.url)('node:zlib');

/** What stands before the first dot of a name: `bank` of `bank.support-manager`. */
function kindOf(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

const isCompressed = (name: string) => COMPRESSED.includes(kindOf(name));

/**
 * The file's bytes.
 *
 * @param pieces name → what `JSON.stringify` takes; bytes in it become pieces of their own, and their names stand there
 */
export function contentBytes(pieces: Readonly<Record<string, unknown>>): Buffer {
  const parts: [name: string, bytes: Uint8Array][] = [];
  for (const [name, piece] of Object.entries(pieces)) {
    let within = 0;
    const text = JSON.stringify(piece, (_, value: unknown) => {
      if (!(value instanceof Uint8Array)) return value;
      const part = `${name}.${within++}`;
      parts.push([part, value]);
      return part;
    });
    parts.push([name, encoded(name, text)]);
  }
  // What npm can still compress comes first, the like beside the like: a hundredth less to download.
  parts.sort(([a], [b]) => Number(isCompressed(a)) - Number(isCompressed(b)) || (a < b ? -1 : 1));
  const head: Head = parts.map(([name, { length }]) => [name, length]);
  const text = JSON.stringify(head);
  const start = Buffer.alloc(LENGTH);
  start.writeUInt32LE(text.length);
  return Buffer.concat([start, Buffer.from(text, 'latin1'), ...parts.map(([, bytes]) => bytes)]);
}

function encoded(name: string, text: string): Uint8Array {
  if (READ_AT_ONCE.includes(kindOf(name))) return plainJson(text);
  if (!isCompressed(name)) return Buffer.from(text);
  const { brotliCompressSync, constants } = zlib();
  // The last level: built once, and a hundredth less to download.
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function decoded(name: string, bytes: Buffer): string {
  if (READ_AT_ONCE.includes(kindOf(name))) return readPlain(bytes);
  return (isCompressed(name) ? zlib().brotliDecompressSync(bytes) : bytes).toString();
}

export interface ContentPieces {
  /** @throws Error where the piece is absent or damaged */
  readonly read: (name: string) => unknown;
  /** @throws Error where there are no such bytes */
  readonly bytes: (name: string) => Buffer;
}

/** Nothing is read before a piece is asked for, and the file is not kept open. */
export function openPieces(folder: string): ContentPieces {
  const path = join(folder, CONTENT_FILE);
  let places: PieceTable | undefined;
  const bytes = (name: string): Buffer => {
    const file = openSync(path, 'r');
    try {
      const stamp = stampOf(file);
      // An update may put another file in its place meanwhile.
      if (places?.stamp !== stamp) places = { stamp, of: placesIn(file) };
      const place = places.of.get(name);
      if (place === undefined) throw new Error(`${path}: there is no piece '${name}'`);
      return readAt(file, place);
    } finally {
      closeSync(file);
    }
  };
  return { bytes, read: (name) => JSON.parse(decoded(name, bytes(name))) };
}

interface PieceRange {
  readonly start: number;
  readonly length: number;
}

interface PieceTable {
  /** Tells a file from one that took its place. */
  readonly stamp: string;
  readonly of: ReadonlyMap<string, PieceRange>;
}

function stampOf(file: number): string {
  const { ino, size, mtimeMs } = fstatSync(file);
  return `${ino} ${size} ${mtimeMs}`;
}

function placesIn(file: number): ReadonlyMap<string, PieceRange> {
  const first = readAt(file, { start: 0, length: FIRST });
  const length = first.readUInt32LE(0);
  let start = LENGTH + length;
  const text = start <= FIRST ? first.subarray(LENGTH, start) : readAt(file, { start: LENGTH, length });
  const places = new Map<string, PieceRange>();
  for (const [name, length] of JSON.parse(text.toString('latin1')) as Head) {
    places.set(name, { start, length });
    start += length;
  }
  return places;
}

/** Less where the file ends before. */
function readAt(file: number, { start, length }: PieceRange): Buffer {
  const bytes = Buffer.allocUnsafeSlow(length);
  let at = 0;
  for (let read = 1; at < length && read > 0; at += read)
    read = readSync(file, bytes, at, length - at, start + at);
  return bytes.subarray(0, at);
}
