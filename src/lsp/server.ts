import { fileURLToPath } from 'node:url';
import {
  CodeActionKind,
  type Connection,
  createConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  MessageType,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressingActions } from './actions.js';
import { covers, diagnosticOf } from './diagnostics.js';
import type { Checker, Workspace, World } from './types.js';

/** Documents that are taken for answers where the editor names none: a README is not to be judged. */
const DEFAULT_FILES = ['**/answers/**'];

/** Milliseconds without a key before a document is checked. */
const PAUSE = 150;

const CONFIG_FILES = '**/{star-coach.config.*,.star-coachrc.*,package.json}';

/**
 * Speaks the Language Server Protocol (3.17) until the client says goodbye or goes: diagnostics while one types, the
 * explanation of a rule under the cursor, comments that switch a rule off.
 *
 * @returns the exit code: 0 after `shutdown`, 1 where the client went without it, as the protocol asks
 */
export function serve(world: World): Promise<number> {
  return new Promise((resolve) => {
    let shutdown = false;
    let ended = false;
    const finish = (code: number): void => {
      if (ended) return;
      ended = true;
      connection.dispose();
      // An open stdin would keep the process alive.
      if ('destroy' in world.input && typeof world.input.destroy === 'function') world.input.destroy();
      resolve(code);
    };
    const connection = createConnection(
      (logger) =>
        createProtocolConnection(
          new StreamMessageReader(world.input),
          new StreamMessageWriter(world.output),
          logger,
        ),
      {
        get shutdownReceived() {
          return shutdown;
        },
        set shutdownReceived(received) {
          shutdown = received;
        },
        initialize: () => undefined,
        exit: finish,
      },
    );
    for (const event of ['end', 'close'] as const) world.input.on(event, () => finish(shutdown ? 0 : 1));
    attach(connection, world);
    connection.listen();
  });
}

function attach(connection: Connection, world: World): void {
  const documents = new TextDocuments(TextDocument);
  const shown = new Map<string, readonly Diagnostic[]>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const told = new Set<string>();
  let checker: Checker | null = null;
  let watches = false;

  connection.onInitialize((params): InitializeResult => {
    checker = world.open(workspaceOf(params));
    watches = params.capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    return {
      serverInfo: { name: 'star-coach', version: world.version },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
      },
    };
  });

  connection.onInitialized(() => {
    if (!watches) return;
    const watchers = [{ globPattern: CONFIG_FILES }];
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  });

  const show = async (document: TextDocument): Promise<void> => {
    const path = pathOf(document.uri);
    if (checker === null || path === null) return;
    const { version } = document;
    const checked = await checker.check(path, document.getText());
    // It was changed or closed while it was being checked; another check is on its way.
    if (documents.get(document.uri)?.version !== version) return;
    if (checked !== null && 'problem' in checked && !told.has(checked.problem)) {
      told.add(checked.problem);
      const message = `star-coach: ${checked.problem}`;
      void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message });
    }
    const findings = checked !== null && 'findings' in checked ? checked.findings : [];
    const diagnostics = findings.map((finding) => diagnosticOf(finding, document));
    if (diagnostics.length === 0 && (shown.get(document.uri) ?? []).length === 0 && checked === null) return;
    shown.set(document.uri, diagnostics);
    await connection.sendDiagnostics({ uri: document.uri, version, diagnostics });
  };

  const soon = (document: TextDocument, pause: number): void => {
    clearTimeout(waiting.get(document.uri));
    const timer = setTimeout(() => {
      waiting.delete(document.uri);
      show(document).catch((error: unknown) => connection.console.error(String(error)));
    }, pause);
    waiting.set(document.uri, timer);
  };

  const reload = (): void => {
    checker?.reload();
    told.clear();
    for (const document of documents.all()) soon(document, 0);
  };

  documents.onDidChangeContent(({ document }) => soon(document, document.version <= 1 ? 0 : PAUSE));
  // What was saved may be a config.
  documents.onDidSave(reload);
  connection.onDidChangeWatchedFiles(reload);
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    if (shown.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  connection.onHover(({ textDocument, position }) => {
    const here = (shown.get(textDocument.uri) ?? []).filter(({ range }) => covers(range, position));
    const rules = [...new Set(here.map(({ code }) => String(code)))];
    const texts = rules.flatMap((rule) => world.explain(rule) ?? []);
    return texts.length === 0
      ? null
      : { contents: { kind: MarkupKind.Markdown, value: texts.join('\n\n---\n\n') } };
  });

  connection.onCodeAction(async ({ textDocument, context: { diagnostics } }) => {
    const document = documents.get(textDocument.uri);
    const path = pathOf(textDocument.uri);
    if (document === undefined || path === null || checker === null) return [];
    return suppressingActions(document, path, { diagnostics, checker, words: world.words });
  });

  documents.listen(connection);
}

function workspaceOf({ workspaceFolders, rootUri, initializationOptions }: InitializeParams): Workspace {
  const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
  const { files } = (initializationOptions ?? {}) as { readonly files?: unknown };
  const named = Array.isArray(files) ? files.filter((glob) => typeof glob === 'string') : [];
  return {
    folders: uris.flatMap((uri) => pathOf(uri) ?? []),
    files: named.length === 0 ? DEFAULT_FILES : named,
  };
}

/** The path of a `file:` URI; null for documents that lie nowhere. */
function pathOf(uri: string): string | null {
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}
