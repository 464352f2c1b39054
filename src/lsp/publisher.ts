import { fileURLToPath } from 'node:url';
import {
  type Connection,
  type Diagnostic,
  MessageType,
  ShowMessageNotification,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticOf } from './diagnostics.js';
import type { CheckedDocument, Checker } from './types.js';

/** Milliseconds without a key before a document is checked. */
const PAUSE = 150;

/** Checks the open documents and shows the editor what was found. */
export interface Publisher {
  /** A document was opened or typed in. */
  readonly changed: (document: TextDocument) => void;
  readonly closed: (document: TextDocument) => void;
  /** Something was saved: everything is checked anew, and problems are told again. */
  readonly saved: () => void;
  /** Configs or banks may have changed: everything is checked anew. */
  readonly reload: () => void;
  /** The client is gone: nobody is told of anything any more. */
  readonly stop: () => void;
  /** What there is to say of a document as it stands; null where it changes, or is closed, before that is known. */
  readonly current: (document: TextDocument) => Promise<readonly Diagnostic[] | null>;
}

/** @param checkerNow what checks documents; null until the client has said where they lie */
export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  checkerNow: () => Checker | null,
): Publisher {
  /** The check of each document that was begun last; it gives what it has shown, null where it came too late. */
  const running = new Map<string, Promise<readonly Diagnostic[] | null>>();
  const waiting = createTimers();
  const shown = createShown(connection);
  let stopped = false;
  const failed = (error: unknown): void => {
    if (!stopped) connection.console.error(String(error));
  };

  const publish = async (
    document: TextDocument,
    isLate: () => boolean,
  ): Promise<readonly Diagnostic[] | null> => {
    const path = pathOf(document.uri);
    const checker = checkerNow();
    if (checker === null || path === null) return [];
    const checked = await checker.check(path, document.getText(), isLate);
    return isLate() ? null : shown.show(checked, document);
  };

  const publishNow = (document: TextDocument): Promise<readonly Diagnostic[] | null> => {
    const { uri, version } = document;
    waiting.cancel(uri);
    // It was changed or closed while it was being checked, or a later check is on its way.
    const isLate = () => stopped || running.get(uri) !== check || document.version !== version;
    const check = Promise.resolve().then(() => publish(document, isLate));
    running.set(uri, check);
    check.catch(failed);
    return check;
  };
  const publishSoon = (document: TextDocument, pause: number): void =>
    waiting.start(document.uri, () => void publishNow(document), pause);
  const reload = (pause: number): void => {
    checkerNow()?.reload();
    for (const document of documents.all()) publishSoon(document, pause);
  };

  return {
    current: (document) =>
      // What waits for a pause in typing waits no longer.
      waiting.has(document.uri) ? publishNow(document) : (running.get(document.uri) ?? publishNow(document)),
    stop: () => {
      stopped = true;
      waiting.stop();
    },
    changed: (document) => publishSoon(document, document.version <= 1 ? 0 : PAUSE),
    closed: ({ uri }) => {
      waiting.cancel(uri);
      running.delete(uri);
      shown.forget(uri).catch(failed);
    },
    saved: () => {
      shown.clearProblems();
      reload(0);
    },
    // Files that a program writes change by the dozen.
    reload: () => reload(PAUSE),
  };
}

/** What the editor has been shown: diagnostics of each document, and what keeps documents from being checked. */
function createShown(connection: Connection) {
  const lastSent = new Map<string, readonly Diagnostic[]>();
  const problems = problemMessages(connection);
  return {
    /** @returns the diagnostics of the document from now on */
    show: async (checked: CheckedDocument, document: TextDocument): Promise<readonly Diagnostic[]> => {
      const { uri, version } = document;
      const { diagnostics, problem } = shownOf(checked, document);
      await problems.tell(uri, problem);
      // No answers are in it, and nothing was said of it before.
      if (checked === null && (lastSent.get(uri) ?? []).length === 0) return [];
      lastSent.set(uri, diagnostics);
      await connection.sendDiagnostics({ uri, version, diagnostics });
      return diagnostics;
    },
    /** Takes its diagnostics away. */
    forget: async (uri: string): Promise<void> => {
      problems.forget(uri);
      if (lastSent.delete(uri)) await connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    /** Problems are told again. */
    clearProblems: problems.clear,
  };
}

/** What the editor is shown of a check: diagnostics, or what kept the document from being checked. */
function shownOf(checked: CheckedDocument, document: TextDocument) {
  if (checked === null) return { diagnostics: [], problem: null };
  if ('problem' in checked) return { diagnostics: [], problem: checked.problem };
  return { diagnostics: checked.findings.map((finding) => diagnosticOf(finding, document)), problem: null };
}

/** Timers by name; one that is started again begins anew. */
function createTimers() {
  const timers = new Map<string, NodeJS.Timeout>();
  const cancel = (name: string): void => {
    clearTimeout(timers.get(name));
    timers.delete(name);
  };
  return {
    /** True from the start of a timer until it is cancelled, which its work has to do. */
    has: (name: string): boolean => timers.has(name),
    start: (name: string, work: () => void, pause: number): void => {
      clearTimeout(timers.get(name));
      timers.set(name, setTimeout(work, pause));
    },
    cancel,
    stop: (): void => {
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

/** Tells the editor what keeps documents from being checked: once for all documents it keeps. */
function problemMessages(connection: Connection) {
  const problems = new Map<string, string>();
  return {
    /** @param problem null: the document could be checked */
    tell: async (uri: string, problem: string | null): Promise<void> => {
      const known = [...problems.values()];
      if (problem === null) problems.delete(uri);
      else problems.set(uri, problem);
      if (problem === null || known.includes(problem)) return;
      const message = `star-coach: ${problem}`;
      await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    },
    forget: (uri: string): void => void problems.delete(uri),
    /** All are told again. */
    clear: (): void => problems.clear(),
  };
}

/** The path of a `file:` URI; null for documents that lie nowhere. */
export function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
