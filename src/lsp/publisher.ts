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
import type { Checker } from './types.js';

/** Milliseconds without a key before a document is checked. */
const PAUSE = 150;

/** Checks the open documents and shows the editor what was found. */
export interface Publisher {
  /** A document was opened or typed in. */
  readonly changed: (document: TextDocument) => void;
  readonly closed: (document: TextDocument) => void;
  /** Configs may have changed: everything is checked anew. */
  readonly reload: () => void;
  /** What the editor was last told of a document. */
  readonly shown: (uri: string) => readonly Diagnostic[];
}

/** @param checkerNow what checks documents; null until the client has said where they lie */
export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  checkerNow: () => Checker | null,
): Publisher {
  const lastSent = new Map<string, readonly Diagnostic[]>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const told = new Set<string>();
  const shown = (uri: string) => lastSent.get(uri) ?? [];

  const tell = (problem: string): void => {
    if (told.has(problem)) return;
    told.add(problem);
    const message = `star-coach: ${problem}`;
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
  };

  const publish = async (document: TextDocument): Promise<void> => {
    const { uri, version } = document;
    const path = pathOf(uri);
    const checker = checkerNow();
    if (checker === null || path === null) return;
    const checked = await checker.check(path, document.getText());
    // It was changed or closed while it was being checked; another check is on its way.
    if (documents.get(uri)?.version !== version) return;
    if (checked !== null && 'problem' in checked) tell(checked.problem);
    const findings = checked !== null && 'findings' in checked ? checked.findings : [];
    const diagnostics = findings.map((finding) => diagnosticOf(finding, document));
    // No answers are in it, and nothing was said of it before.
    if (checked === null && shown(uri).length === 0) return;
    lastSent.set(uri, diagnostics);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  const publishSoon = (document: TextDocument, pause: number): void => {
    clearTimeout(waiting.get(document.uri));
    const timer = setTimeout(() => {
      waiting.delete(document.uri);
      publish(document).catch((error: unknown) => connection.console.error(String(error)));
    }, pause);
    waiting.set(document.uri, timer);
  };

  return {
    shown,
    changed: (document) => publishSoon(document, document.version <= 1 ? 0 : PAUSE),
    closed: ({ uri }) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      if (lastSent.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    reload: () => {
      checkerNow()?.reload();
      told.clear();
      for (const document of documents.all()) publishSoon(document, 0);
    },
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
