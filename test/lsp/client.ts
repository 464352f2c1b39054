import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  type CodeAction,
  createProtocolConnection,
  type Diagnostic,
  FileChangeType,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type Range,
  type Registration,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { run } from '../../src/cli/run.js';
import { CONTENT_DIR } from '../support/content.js';

export interface Client {
  readonly initialized: InitializeResult;
  readonly connection: ProtocolConnection;
  readonly open: (path: string, text: string, languageId?: string) => Promise<readonly Diagnostic[]>;
  /** Types over a range, as an editor sends it. */
  readonly type: (path: string, from: Position, to: Position, text: string) => Promise<readonly Diagnostic[]>;
  readonly save: (path: string) => Promise<readonly Diagnostic[]>;
  readonly close: (path: string) => Promise<readonly Diagnostic[]>;
  readonly hover: (path: string, position: Position) => Promise<string>;
  readonly actions: (
    path: string,
    at: { readonly range: Range },
    only?: readonly string[],
  ) => Promise<readonly CodeAction[]>;
  /** Tells that a file has changed on the disk; what comes of it for an open document. */
  readonly changed: (file: string, path: string) => Promise<readonly Diagnostic[]>;
  /** Takes folders into the workspace and out of it; what comes of it for an open document. */
  readonly folders: (
    change: { readonly added?: readonly string[]; readonly removed?: readonly string[] },
    path: string,
  ) => Promise<readonly Diagnostic[]>;
  /** What the server asked to be told of. */
  readonly registered: readonly Registration[];
  /** Messages that the server showed. */
  readonly messages: readonly string[];
  /** Ends as an editor does. */
  readonly end: () => Promise<number>;
  /** Goes without a word. */
  readonly vanish: () => Promise<number>;
}

export interface ClientOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: unknown;
  /** Of a client that knows of one folder alone. */
  readonly rootUri?: string;
  readonly locale?: string;
  readonly capabilities?: ClientCapabilities;
  /** False: refuses to tell the server of anything. */
  readonly registers?: boolean;
}

export const CAPABILITIES: ClientCapabilities = {
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
};

/** A client over the streams of a server that has been started. */
export async function connect(
  streams: { readonly toServer: NodeJS.WritableStream; readonly fromServer: NodeJS.ReadableStream },
  ended: Promise<number>,
  root: string,
  { files, rootUri, locale, capabilities = CAPABILITIES, registers = true }: ClientOptions = {},
): Promise<Client> {
  const connection = createProtocolConnection(
    new StreamMessageReader(streams.fromServer),
    new StreamMessageWriter(streams.toServer),
  );
  const messages: string[] = [];
  const registered: Registration[] = [];
  const versions = new Map<string, number>();
  const waiting: { uri: string; give: (diagnostics: readonly Diagnostic[]) => void }[] = [];
  connection.onNotification('window/showMessage', ({ message }: { readonly message: string }) => {
    messages.push(message);
  });
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) => {
    const at = waiting.findIndex((one) => one.uri === uri);
    if (at >= 0) waiting.splice(at, 1)[0]?.give(diagnostics);
  });
  connection.onRequest('client/registerCapability', ({ registrations }) => {
    if (!registers) throw new Error('refused');
    registered.push(...registrations);
    return null;
  });
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(path).href;
  const folderOf = (path: string) => ({ uri: uriOf(path), name: path });
  const answer = (path: string, send: () => Promise<void>) =>
    new Promise<readonly Diagnostic[]>((give, fail) => {
      const uri = uriOf(path);
      waiting.push({ uri, give });
      send().catch(fail);
    });
  const initialized: InitializeResult = await connection.sendRequest('initialize', {
    processId: null,
    rootUri: rootUri ?? null,
    ...(rootUri === undefined ? { workspaceFolders: [folderOf(root)] } : {}),
    capabilities,
    ...(locale === undefined ? {} : { locale }),
    initializationOptions: files === undefined ? undefined : { files },
  });
  await connection.sendNotification('initialized', {});
  return {
    initialized,
    connection,
    messages,
    registered,
    open: (path, text, languageId = 'markdown') =>
      answer(path, () =>
        connection.sendNotification('textDocument/didOpen', {
          textDocument: { uri: uriOf(path), languageId, version: 1, text },
        }),
      ),
    type: (path, start, end, text) =>
      answer(path, () => {
        const version = (versions.get(path) ?? 1) + 1;
        versions.set(path, version);
        return connection.sendNotification('textDocument/didChange', {
          textDocument: { uri: uriOf(path), version },
          contentChanges: [{ range: { start, end }, text }],
        });
      }),
    save: (path) =>
      answer(path, () =>
        connection.sendNotification('textDocument/didSave', { textDocument: { uri: uriOf(path) } }),
      ),
    close: (path) =>
      answer(path, () =>
        connection.sendNotification('textDocument/didClose', { textDocument: { uri: uriOf(path) } }),
      ),
    changed: (file, path) =>
      answer(path, () =>
        connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: uriOf(file), type: FileChangeType.Changed }],
        }),
      ),
    folders: ({ added = [], removed = [] }, path) =>
      answer(path, () =>
        connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: added.map(folderOf), removed: removed.map(folderOf) },
        }),
      ),
    hover: async (path, position) => {
      const hover: Hover | null = await connection.sendRequest('textDocument/hover', {
        textDocument: { uri: uriOf(path) },
        position,
      });
      return hover === null ? '' : (hover.contents as { value: string }).value;
    },
    actions: (path, { range }, only) =>
      connection.sendRequest('textDocument/codeAction', {
        textDocument: { uri: uriOf(path) },
        range,
        context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
      }),
    end: async () => {
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const code = await ended;
      connection.dispose();
      return code;
    },
    vanish: async () => {
      connection.dispose();
      streams.toServer.end();
      return ended;
    },
  };
}

/** A client of a server in this process. */
export async function startClient(root: string, options: ClientOptions = {}): Promise<Client> {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const ended = run({
    argv: ['lsp', '--stdio'],
    env: options.env ?? {},
    cwd: root,
    stdin: toServer,
    stdout: fromServer,
    stderr: new PassThrough(),
    contentDir: CONTENT_DIR,
    version: '0.0.0',
    now: () => 0,
  });
  return connect({ toServer, fromServer }, ended, root, options);
}
