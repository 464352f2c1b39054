import type { Translate } from '../content/messages.js';
import type { Paint } from '../reports/types.js';
import type { ContentStore } from '../store/content.js';
import type { LanguageCode } from '../text/types.js';

/** The world outside, handed in by `bin/` and by tests. */
export interface IO {
  /** Arguments after the program's name. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of the working directory. */
  readonly cwd: string;
  readonly stdin: NodeJS.ReadStream | NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Where long work counts what is done: stderr, if that is a terminal. To look at it loads no streams otherwise. */
  readonly counter?: () => NodeJS.WritableStream | null;
  /** Folder of the compiled content. */
  readonly contentDir: string;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** To be called by a short command before work of more than a second: optimised code pays from then on. */
  readonly longRun?: () => void;
}

/** What every command gets. */
export interface CommandContext {
  readonly io: IO;
  /** Language of the interface. */
  readonly language: LanguageCode;
  readonly t: Translate;
  /** Paints for stdout, already aware of `--color`, `NO_COLOR`, `FORCE_COLOR` and whether it is a terminal. */
  readonly paint: Paint;
  readonly content: ContentStore;
}
