import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type Connection,
  createConnection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type Hover,
  type InitializeParams,
  type InitializeResult,
  type Logger,
  LSPErrorCodes,
  MarkupKind,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type SuppressionOffer, suppressions } from './actions.js';
import { covers, rangesTouch } from './diagnostics.js';
import { gate, whenGone } from './lifecycle.js';
import { createPublisher, type Publisher, pathOf } from './publisher.js';
import type { Checker, EditorTexts, World } from './types.js';

/** Documents that are taken for answers where the editor names none: a README is not to be judged. */
const DEFAULT_FILES = ['**/answers/**'];

/** Files that decide how documents are read: configs, what they extend, banks. */
const SETTINGS = '**/*.{yaml,yml,json}';

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
    const watches: (() => void)[] = [];
    const finish = (code: number): void => {
      if (ended) return;
      ended = true;
      for (const stop of [stopTelling, ...watches]) stop();
      connection.dispose();
      // An open stdin would keep the process alive.
      if ('destroy' in world.input && typeof world.input.destroy === 'function') world.input.destroy();
      resolve(code);
    };
    const leave = (): void => finish(shutdown ? 0 : 1);
    const watch = (client: number | null): void => {
      if (client !== null) watches.push(whenGone(client, leave));
    };
    const writer = new StreamMessageWriter(world.output);
    const connection = createConnection(
      (logger) => {
        const messageStrategy = gate(writer);
        const reader = new StreamMessageReader(world.input);
        // What fails because the client is gone is told to nobody.
        const unlessEnded = (log: (message: string) => void) => (message: string) => {
          if (!ended) log(message);
        };
        const told: Logger = {
          error: unlessEnded((message) => logger.error(message)),
          warn: unlessEnded((message) => logger.warn(message)),
          info: unlessEnded((message) => logger.info(message)),
          log: unlessEnded((message) => logger.log(message)),
        };
        const protocol = createProtocolConnection(reader, writer, told, { messageStrategy });
        protocol.onClose(leave);
        return protocol;
      },
      {
        get shutdownReceived() {
          return shutdown;
        },
        set shutdownReceived(received) {
          shutdown = received;
        },
        initialize: ({ processId }) => watch(processId),
        exit: finish,
      },
    );
    watch(world.client);
    const stopTelling = attach(connection, world);
    connection.listen();
  });
}

/** What the client has said of itself and of the workspace. */
interface Client {
  folders: readonly WorkspaceFolder[];
  capabilities: ClientCapabilities;
  /** Globs of the documents that hold answers. */
  files: readonly string[];
  locale: string | undefined;
}

/**
 * Binds what the client asks and tells to what answers it.
 *
 * @returns ends what is told without being asked for
 */
function attach(connection: Connection, world: World): () => void {
  const documents = new TextDocuments(TextDocument);
  let checker: Checker | null = null;
  const publisher = createPublisher(connection, documents, () => checker);
  const client: Client = { folders: [], capabilities: {}, files: DEFAULT_FILES, locale: undefined };
  const watch = settingsWatch(connection, client);

  const open = (): void => {
    const folders = client.folders.flatMap(({ uri }) => pathOf(uri) ?? []);
    checker = world.open({ folders, files: client.files, locale: client.locale });
  };
  connection.onInitialize((params): InitializeResult => {
    const { capabilities, locale, workspaceFolders, rootUri } = params;
    client.folders = workspaceFolders ?? (rootUri ? [{ uri: rootUri, name: '' }] : []);
    client.capabilities = capabilities;
    client.files = filesOf(params);
    client.locale = locale;
    open();
    const serverInfo = { name: 'star-coach', version: world.version };
    return { serverInfo, capabilities: capabilitiesFor(capabilities) };
  });
  connection.onInitialized(() => {
    watch(checker);
    if (!client.capabilities.workspace?.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => uri));
      client.folders = [...client.folders.filter(({ uri }) => !gone.has(uri)), ...added];
      open();
      watch(checker);
      publisher.reload();
    });
  });

  documents.onDidChangeContent(({ document }) => publisher.changed(document));
  // What was saved may be a config.
  documents.onDidSave(publisher.saved);
  connection.onDidChangeWatchedFiles(publisher.reload);
  documents.onDidClose(({ document }) => publisher.closed(document));

  answerRequests(connection, {
    client,
    current: publisher.current,
    openDocument: (uri) => {
      const document = documents.get(uri);
      const path = pathOf(uri);
      return document === undefined || path === null || checker === null ? null : { document, path, checker };
    },
  });
  documents.listen(connection);
  return publisher.stop;
}

/** A document that is open, and what checks it. */
interface OpenDocument {
  readonly document: TextDocument;
  /** Absolute. */
  readonly path: string;
  readonly checker: Checker;
}

/** What the answers to a client follow from. */
interface RequestContext {
  readonly client: Client;
  readonly current: Publisher['current'];
  /** Null for a document that is not open, or that nothing checks. */
  readonly openDocument: (uri: string) => OpenDocument | null;
}

/** Answers what the client asks about a place in a document: explanations, quick fixes. */
function answerRequests(connection: Connection, { client, current, openDocument }: RequestContext): void {
  connection.onHover(async ({ textDocument, position }) => {
    const open = openDocument(textDocument.uri);
    if (open === null) return null;
    const { document, path, checker } = open;
    const all = (await current(document)) ?? [];
    const here = all.filter(({ range }) => covers(range, position));
    const [kind = MarkupKind.PlainText] = client.capabilities.textDocument?.hover?.contentFormat ?? [];
    const named = await checker.named(path, document.getText(), document.offsetAt(position));
    const about = named?.explain(kind) ?? null;
    return explanations(about, here, kind, await checker.texts(path));
  });
  connection.onCodeAction(async ({ textDocument, range, context: { only } }, token) => {
    if (only !== undefined && !only.some(isQuickFix)) return [];
    const open = openDocument(textDocument.uri);
    if (open === null) return [];
    const { document, path, checker } = open;
    const { uri, languageId, version } = document;
    // It may be typed in meanwhile.
    const copy = TextDocument.create(uri, languageId, version, document.getText());
    const all = await current(document);
    const found =
      all === null
        ? null
        : await suppressions(copy, path, {
            all,
            chosen: all.filter((diagnostic) => rangesTouch(diagnostic.range, range)),
            checker,
            texts: await checker.texts(path),
            isCancelled: () => token.isCancellationRequested || document.version !== version,
          });
    if (token.isCancellationRequested)
      return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled by the client.');
    if (found === null) return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed.');
    return found.map((offer) => quickFix(offer, copy, client.capabilities));
  });
}

/** Asks the client, once for each, to tell of changed settings in the workspace and around it. */
function settingsWatch(connection: Connection, client: Client): (checker: Checker | null) => void {
  const watched = new Set<string>();
  return (checker) => {
    const { dynamicRegistration, relativePatternSupport } =
      client.capabilities.workspace?.didChangeWatchedFiles ?? {};
    if (!dynamicRegistration) return;
    const around = relativePatternSupport ? (checker?.around ?? []) : [];
    const patterns = around.map((path) => ({ baseUri: pathToFileURL(path).href, pattern: SETTINGS }));
    const watchers = [SETTINGS, ...patterns]
      .filter((pattern) => !watched.has(JSON.stringify(pattern)))
      .map((globPattern) => ({ globPattern }));
    if (watchers.length === 0) return;
    for (const { globPattern } of watchers) watched.add(JSON.stringify(globPattern));
    // Where the client refuses, changes count at the next save.
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {});
  };
}

function quickFix(
  { title, diagnostics, change }: SuppressionOffer,
  { uri, version }: TextDocument,
  { workspace }: ClientCapabilities,
): CodeAction {
  const edit =
    workspace?.workspaceEdit?.documentChanges === true
      ? { documentChanges: [{ textDocument: { uri, version }, edits: [change] }] }
      : { changes: { [uri]: [change] } };
  return { title, kind: CodeActionKind.QuickFix, diagnostics, edit };
}

function capabilitiesFor({ textDocument }: ClientCapabilities): ServerCapabilities {
  // Without it a client knows commands alone.
  const takesActions = textDocument?.codeAction?.codeActionLiteralSupport !== undefined;
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    ...(takesActions ? { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Whether quick fixes are among the actions that a client asks for: a kind stands for all kinds under it. */
function isQuickFix(kind: string): boolean {
  return kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix;
}

/**
 * The explanation of each rule once.
 *
 * @param about what there is to say of what is named there
 */
function explanations(
  about: string | null,
  diagnostics: readonly Diagnostic[],
  kind: MarkupKind,
  { explain }: EditorTexts,
): Hover | null {
  const rules = [...new Set(diagnostics.map(({ code }) => String(code)))];
  const texts = [...new Set([about, ...rules.map((rule) => explain(rule, kind))])].filter(
    (text) => text !== null,
  );
  if (texts.length === 0) return null;
  const between = kind === MarkupKind.Markdown ? '\n\n---\n\n' : '\n\n';
  return { contents: { kind, value: texts.join(between) } };
}

/** Globs of the documents that hold answers, as the client names them. */
function filesOf({ initializationOptions }: InitializeParams): readonly string[] {
  const { files } = (initializationOptions ?? {}) as { readonly files?: unknown };
  const named = Array.isArray(files) ? files.filter((glob) => typeof glob === 'string' && glob !== '') : [];
  return named.length === 0 ? DEFAULT_FILES : named;
}
