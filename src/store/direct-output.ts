import { fstatSync, statSync, writeSync } from 'node:fs';

/** As much of a stream as a command needs that prints and ends. */
export interface DirectOutput {
  readonly write: (text: string) => boolean;
}

export interface OutputFaults {
  /** The stream of the same descriptor: takes over where the reader is slower than the program. */
  readonly stream: () => NodeJS.WritableStream;
  /** To be called when the reader has left: nothing more is written. */
  readonly leave: () => void;
}

/** UTF-16 units from which a text is a piece of a report among many. */
const LONG = 32_768;
const ROOM = 262_144;
/** Most bytes of UTF-8 that a unit of UTF-16 becomes. */
const BYTES_A_UNIT = 3;

/**
 * Writes to a file or a pipe without Node's streams: to load them takes an eighth of an empty script.
 *
 * @returns null for a terminal, and whatever else is neither file nor pipe
 */
export function directOutput(descriptor: number, { stream, leave }: OutputFaults): DirectOutput | null {
  if (!isFileOrPipe(descriptor)) return null;
  let to: 'descriptor' | 'stream' | 'nobody' = 'descriptor';
  let room: Buffer | undefined;
  /** Bytes that stand until the next text is written: those of a long report would wait in memory to be cleared away. */
  const bytesOf = (text: string): Buffer => {
    if (text.length < LONG || text.length * BYTES_A_UNIT > ROOM) return Buffer.from(text);
    room ??= Buffer.allocUnsafeSlow(ROOM);
    return room.subarray(0, room.write(text));
  };
  return {
    write: (text) => {
      if (to === 'nobody') return false;
      if (to === 'stream') return stream().write(text);
      const bytes = bytesOf(text);
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(descriptor, bytes, at);
        return true;
      } catch (error) {
        // Not `errorCode`: the entry of the program loads nothing beside itself.
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') {
          to = 'nobody';
          leave();
          return false;
        }
        if (code !== 'EAGAIN') throw error;
        to = 'stream';
        return stream().write(Buffer.from(bytes.subarray(at)));
      }
    },
  };
}

/**
 * Says on stderr that output finds no room, in the words of the system: the messages of the program are not at hand
 * where it ends.
 *
 * @returns the exit code
 */
export function tellUnwritten({ message }: Error): number {
  try {
    writeSync(2, `star-coach: the output cannot be written: ${message}\n`);
  } catch {
    // Then nobody can be told.
  }
  return 2;
}

const NULL_DEVICE = '/dev/null';

/** True for a file, a pipe and the null device, which take text without a terminal. */
export function isFileOrPipe(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile() || stat.isFIFO() || stat.isSocket()) return true;
    return stat.isCharacterDevice() && stat.rdev === statSync(NULL_DEVICE).rdev;
  } catch {
    return false;
  }
}
