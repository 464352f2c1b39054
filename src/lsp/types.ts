import type { MarkupKind } from 'vscode-languageserver-protocol';
import type { LintFinding } from '../reports/types.js';

/** What checking a document gave; null where it is no answer file of the user's. */
export type CheckedDocument =
  | { readonly findings: readonly LintFinding[] }
  /** Why it cannot be checked: a config that is broken. */
  | { readonly problem: string }
  | null;

/** What the editor says of itself when it starts the server. */
export interface Workspace {
  /** Absolute paths of its folders. */
  readonly folders: readonly string[];
  /** Globs from those folders, or from what they lie in: documents that hold answers. */
  readonly files: readonly string[];
  /** Language of the editor, as `ru-RU`. */
  readonly locale: string | undefined;
}

/** A rule or a question by its name in a document. Offsets are those of the document. */
export interface Explainable {
  readonly start: number;
  readonly end: number;
  /** Null where there is nothing to say: there is none of that name. */
  readonly explain: (kind: MarkupKind) => string | null;
}

/** The linter, as the server needs it. */
export interface Checker {
  /**
   * @param path absolute
   * @param isCancelled asked now and then: what nobody waits for any more ends with null
   */
  readonly check: (path: string, source: string, isCancelled: () => boolean) => Promise<CheckedDocument>;
  /**
   * What a document names at a place.
   *
   * @param path absolute
   */
  readonly named: (path: string, source: string, offset: number) => Promise<Explainable | null>;
  /** The first line after what is set for all of a document, from 0. */
  readonly bodyLine: (path: string, source: string) => Promise<number>;
  /** In the language that counts where a document lies. */
  readonly texts: (path: string) => Promise<EditorTexts>;
  /** Folders outside of the workspace that hold what decides how documents in it are read. */
  readonly around: readonly string[];
  /** Forgets what it knows of configs and banks. */
  readonly reload: () => void;
}

/** The world outside of the server. */
export interface World {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly version: string;
  /** Process of the client, where the call names it: the server ends with it. */
  readonly client: number | null;
  readonly open: (workspace: Workspace) => Checker;
}

/** What the server says beside diagnostics. */
export interface EditorTexts {
  /** What there is to say of a rule; null where it is not known. */
  readonly explain: (rule: string, kind: MarkupKind) => string | null;
  readonly suppressNext: (rule: string) => string;
  readonly suppressFile: (rule: string) => string;
  /** Stands for the reason in a comment, to be typed over. */
  readonly reason: string;
}
