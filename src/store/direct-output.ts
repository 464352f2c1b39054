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

/**
 * Writes to a file or a pipe without Node's streams: to load them takes an eighth of an empty script.
 *
 * @returns null for a terminal, and whatever else is neither file nor pipe
 */
export function directOutput(descriptor: number, { stream, leave }: OutputFaults): DirectOutput | null {
  if (!isPlain(descriptor)) return null;
  let to: 'descriptor' | 'stream' | 'nobody' = 'descriptor';
  return {
    write: (text) => {
      if (to === 'nobody') return false;
      if (to === 'stream') return stream().write(text);
      const bytes = Buffer.from(text);
      let at = 0;
      try {
        while (at < bytes.length) at += writeSync(descriptor, bytes, at);
        return true;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'EPIPE') {
          to = 'nobody';
          leave();
          return false;
        }
        if (code !== 'EAGAIN') throw error;
        to = 'stream';
        return stream().write(bytes.subarray(at));
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

function isPlain(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (stat.isFile() || stat.isFIFO() || stat.isSocket()) return true;
    return stat.isCharacterDevice() && stat.rdev === statSync(NULL_DEVICE).rdev;
  } catch {
    return false;
  }
}
