import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { lineIndex } from '../text/lines.js';
import { isBadName } from './bad-name.js';
import { errorCode } from './error-code.js';
import { MAX_FILE_BYTES } from './file-size.js';

/** Why a file cannot be read; the message is `lint.problem.<code>`. */
export interface ReadFault {
  readonly code:
    | 'too-large'
    | 'not-utf8'
    | 'not-text'
    | 'unreadable'
    | 'bad-name'
    | 'not-a-file'
    | 'empty-pipe'
    | 'closed-folder';
  readonly line: number;
  readonly column: number;
  /** In UTF-16 units of what stands before it, with a byte order mark. */
  readonly offset: number;
  readonly values: Readonly<Record<string, string | number>>;
}

/** The text of a file, or what kept it from being read. */
export type ReadText =
  | { readonly source: string; readonly fault: null }
  | { readonly source: null; readonly fault: ReadFault };

/** As {@link ReadText}, before the bytes are decoded. */
export type ReadBytes =
  | { readonly bytes: Buffer; readonly fault: null }
  | { readonly bytes: null; readonly fault: ReadFault };

/** Whether a reader knows bytes as those of a whole file. */
export type IsWhole = (bytes: Buffer) => boolean;

const NOTHING = { source: null, bytes: null } as const;

/**
 * The text of a file, its byte order mark with it: offsets are those of the file. Never throws: what keeps a file
 * from being read is data, because one bad file must not keep others from being looked at.
 *
 * @param path absolute
 */
export function readTextFile(path: string): ReadText {
  const { bytes, fault } = readBytes(path);
  return fault === null ? decodeText(bytes) : { source: null, fault };
}

/**
 * As {@link readTextFile}, what stands in the file as it is: not every reader needs the text.
 *
 * @param listed true where it is known to be a file: to ask takes a third of the time that reading one takes
 * @param isWhole true where the reader knows these very bytes as those of a whole file: its end need not be looked for
 * @returns bytes that stand until the next file is read
 */
export function readBytes(path: string, listed = false, isWhole?: IsWhole): ReadBytes {
  let file: number | undefined;
  try {
    // A pipe that nobody writes into would be waited for before it is open. Windows knows neither pipe nor constant.
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const stat = listed ? null : fstatSync(file);
    if (stat?.isDirectory() || stat?.isCharacterDevice()) return refuse('not-a-file');
    const content = contentOf(file, isWhole);
    return stat?.isFIFO() && content.bytes?.length === 0 ? refuse('empty-pipe') : content;
  } catch (error) {
    return isBadName(path, error)
      ? refuse('bad-name')
      : refuse('unreadable', { code: errorCode(error) ?? String(error) });
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Room that files are read into: most are far smaller, and room of its own for each takes as long as to read it. */
const ROOM = 65_536;
let room: Buffer | undefined;

function contentOf(file: number, isWhole?: IsWhole): ReadBytes {
  room ??= Buffer.allocUnsafeSlow(ROOM);
  let length = 0;
  while (length < ROOM) {
    const read = readInto(room, length, file);
    length += read;
    const bytes = room.subarray(0, length);
    if (read === 0 || (length < ROOM && isWhole?.(bytes))) return { bytes, fault: null };
  }
  if (fstatSync(file).size > MAX_FILE_BYTES) return tooLarge();
  // A pipe (`<(…)` of a shell) has no size, and may never end.
  const pieces = [room];
  for (let size = ROOM; size <= MAX_FILE_BYTES; ) {
    const piece = Buffer.allocUnsafeSlow(ROOM);
    const read = readInto(piece, 0, file);
    if (read === 0) return { bytes: Buffer.concat(pieces), fault: null };
    pieces.push(piece.subarray(0, read));
    size += read;
  }
  return tooLarge();
}

/** Fills the rest of a room; waits for a pipe whose writer has not written yet. */
function readInto(into: Buffer, from: number, file: number): number {
  for (;;) {
    try {
      return readSync(file, into, from, into.length - from, null);
    } catch (error) {
      if (errorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

/** As {@link readTextFile}, for bytes that came another way. */
export function decodeText(bytes: Buffer): ReadText {
  if (bytes.length > MAX_FILE_BYTES) return tooLarge();
  if (!isUtf8(bytes)) {
    const at = firstBadByte(bytes);
    const before = bytes.toString('utf8', 0, at);
    const byte = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
    return refuse('not-utf8', { byte }, placeIn(before, before.length));
  }
  const source = bytes.toString('utf8');
  // No text holds NUL; pictures, archives and UTF-16 do.
  const nul = source.indexOf('\0');
  return nul < 0 ? { source, fault: null } : refuse('not-text', {}, placeIn(source, nul));
}

function placeIn(text: string, offset: number) {
  return { ...lineIndex(text)(offset), offset };
}

/** The first byte that begins no whole character: the longest good prefix, by halving. */
function firstBadByte(bytes: Buffer): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsWell(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  // A character cut short counts as good up to its last byte; the fault is where it begins.
  while (good > 0 && !isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function startsWell(prefix: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function tooLarge() {
  return refuse('too-large', { most: MAX_FILE_BYTES / 1_000_000 });
}

function refuse(
  code: ReadFault['code'],
  values: ReadFault['values'] = {},
  place = { line: 1, column: 1, offset: 0 },
): typeof NOTHING & { readonly fault: ReadFault } {
  return { ...NOTHING, fault: { code, ...place, values } };
}
