import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  CancellationTokenSource,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { serve } from '../../src/lsp/server.js';
import type { CheckedDocument, Workspace } from '../../src/lsp/types.js';
import type { LintFinding } from '../../src/reports/types.js';
import { type ClientOptions, connect } from './client.js';

const finding = (rule: string): LintFinding => ({
  rule,
  severity: 'warn',
  message: rule,
  advice: '',
  start: { line: 1, column: 1, offset: 0 },
  end: { line: 1, column: 4, offset: 3 },
  fingerprint: '',
});

interface ServerOptions {
  readonly client?: number | null;
  readonly around?: readonly string[];
}

/** A server whose linter answers when it is told to. */
function startServer({ client = null, around = [] }: ServerOptions = {}) {
  const input = new PassThrough();
  const output = new PassThrough();
  const checks: { readonly source: string; readonly give: (checked: CheckedDocument) => void }[] = [];
  const opened: Workspace[] = [];
  const ended = serve({
    input,
    output,
    version: '0.0.0',
    client,
    open: (workspace) => {
      opened.push(workspace);
      return {
        check: (_, source) => new Promise((give) => checks.push({ source, give })),
        bodyLine: async () => 0,
        named: async () => null,
        around,
        texts: async () => ({
          explain: (rule, kind) => (kind === 'markdown' ? `about ${rule}` : `plainly ${rule}`),
          suppressNext: (rule) => rule,
          suppressFile: (rule) => rule,
          reason: '',
        }),
        reload: () => {},
      };
    },
  });
  return { streams: { toServer: input, fromServer: output }, ended, checks, opened };
}

/** Such a server and a client of it. */
async function start(setUp: ClientOptions & ServerOptions = {}) {
  const { streams, ended, checks, opened } = startServer(setUp);
  return { client: await connect(streams, ended, '/root', setUp), checks, opened };
}

/** A connection to such a server on which nothing has been said yet. */
function silent(processId: number | null = null) {
  const { streams, ended } = startServer({ client: processId });
  const connection = createProtocolConnection(
    new StreamMessageReader(streams.fromServer),
    new StreamMessageWriter(streams.toServer),
  );
  connection.listen();
  /** The code of the error that a request brings; null where it is answered. */
  const codeOf = (method: string, params: object = {}) =>
    connection.sendRequest(method, params).then(
      () => null,
      ({ code }: { readonly code: number }) => code,
    );
  return { connection, codeOf, ended };
}

const CLIENT = { processId: null, rootUri: null, capabilities: {} };

const HERE = { line: 0, character: 0 };

test('what was found in a text that has changed meanwhile is not shown', async () => {
  const { client, checks } = await start();
  const first = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  const second = client.type('/root/a.md', HERE, HERE, 'two ');
  await expect.poll(() => checks.length).toBe(2);
  checks[0]?.give({ findings: [finding('vague')] });
  checks[1]?.give({ findings: [finding('filler')] });
  expect((await first).map(({ code }) => code)).toEqual(['filler']);
  void second;
  expect(await client.hover('/root/a.md', HERE)).toBe('about filler');
  await client.end();
});

test('what was found by a config that has changed meanwhile is not shown', async () => {
  const { client, checks } = await start();
  const first = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  void client.changed('/root/star-coach.config.yaml', '/root/a.md');
  await expect.poll(() => checks.length).toBe(2);
  checks[1]?.give({ findings: [finding('filler')] });
  expect((await first).map(({ code }) => code)).toEqual(['filler']);
  checks[0]?.give({ findings: [finding('vague')] });
  expect(await client.hover('/root/a.md', HERE)).toBe('about filler');
  await client.end();
});

test('a document closed during its check shows nothing, even when opened again', async () => {
  const { client, checks } = await start();
  void client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  void client.close('/root/a.md');
  const again = client.open('/root/a.md', 'two');
  await expect.poll(() => checks.length).toBe(2);
  checks[0]?.give({ findings: [finding('vague')] });
  checks[1]?.give({ findings: [finding('filler')] });
  void again;
  await expect.poll(() => client.hover('/root/a.md', HERE)).toBe('about filler');
  await client.end();
});

test('a problem is told once, until something is saved or it comes back', async () => {
  const { client, checks } = await start();
  const shows = async (diagnostics: Promise<unknown>, checked: CheckedDocument) => {
    const count = checks.length + 1;
    await expect.poll(() => checks.length).toBe(count);
    checks[count - 1]?.give(checked);
    await diagnostics;
  };
  const broken = { problem: 'broken' };
  const changed = () => client.changed('/root/b.json', '/root/a.md');
  await shows(client.open('/root/a.md', 'one'), broken);
  await shows(client.type('/root/a.md', HERE, HERE, 'two '), broken);
  await shows(client.open('/root/c.md', 'one'), broken);
  await client.close('/root/c.md');
  await shows(changed(), broken);
  expect(client.messages).toEqual(['star-coach: broken']);
  await shows(client.save('/root/a.md'), broken);
  await expect.poll(() => client.messages).toHaveLength(2);
  await shows(changed(), { findings: [] });
  await shows(changed(), broken);
  await expect.poll(() => client.messages).toHaveLength(3);
  await client.end();
});

test('a rule that reports twice at a place is explained once', async () => {
  const { client, checks } = await start();
  const shown = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  checks[0]?.give({ findings: [finding('vague'), finding('filler'), finding('vague')] });
  await shown;
  expect(await client.hover('/root/a.md', HERE)).toBe('about vague\n\n---\n\nabout filler');
  await client.end();
});

test('what is explained is plain for a client that knows no Markdown', async () => {
  const { client, checks } = await start({ capabilities: {} });
  const shown = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  checks[0]?.give({ findings: [finding('vague'), finding('filler')] });
  await shown;
  expect(await client.hover('/root/a.md', HERE)).toBe('plainly vague\n\nplainly filler');
  await client.end();
});

test('work that is cancelled ends', async () => {
  const { client, checks } = await start();
  const shown = client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  checks[0]?.give({ findings: [finding('vague')] });
  await shown;
  const cancel = new CancellationTokenSource();
  const params = {
    textDocument: { uri: 'file:///root/a.md' },
    range: { start: HERE, end: HERE },
    context: { diagnostics: [] },
  };
  const asked = client.connection.sendRequest('textDocument/codeAction', params, cancel.token);
  await expect.poll(() => checks.length).toBe(2);
  cancel.cancel();
  // Answered after it: the server has heard of it by then.
  await client.hover('/root/a.md', HERE);
  checks[1]?.give({ findings: [finding('vague')] });
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  expect(checks).toHaveLength(2);
  await client.end();
});

test('a client that reads nothing any more ends it', async () => {
  const { streams, ended } = startServer();
  streams.fromServer.destroy();
  expect(await ended).toBe(1);
});

test('what cannot be told to a client that is gone is no fault of the server', async () => {
  const faults: unknown[] = [];
  const hear = (fault: unknown) => void faults.push(fault);
  process.on('unhandledRejection', hear);
  onTestFinished(() => void process.off('unhandledRejection', hear));
  const { streams, ended } = startServer();
  const { connection } = await connect(streams, ended, '/root', {});
  streams.fromServer._write = (_, __, done) => done(new Error('broken pipe'));
  for (const method of ['textDocument/hover', 'no/such']) connection.sendRequest(method, {}).catch(() => {});
  connection.sendNotification('textDocument/didOpen', {}).catch(() => {});
  expect(await ended).toBe(1);
  // Rejections are told when the turn ends.
  await new Promise((give) => setTimeout(give));
  expect(faults).toEqual([]);
});

test('what is found when the client has gone is told to nobody', async () => {
  const { client, checks } = await start();
  void client.open('/root/a.md', 'one');
  await expect.poll(() => checks.length).toBe(1);
  expect(await client.end()).toBe(0);
  checks[0]?.give({ problem: 'broken' });
  expect(client.messages).toEqual([]);
});

test('an older client names one folder, a newer one several', async () => {
  const older = await start({ rootUri: 'file:///old' });
  expect(older.opened).toEqual([{ folders: ['/old'], files: ['**/answers/**'] }]);
  await older.client.end();
  const newer = await start({ files: ['*.md', 7] });
  expect(newer.opened).toEqual([{ folders: ['/root'], files: ['*.md'] }]);
  await newer.client.end();
});

describe('what decides how documents are read', () => {
  const SETTINGS = '**/*.{yaml,yml,json}';
  const watching = (relativePatternSupport = false) => ({
    capabilities: {
      workspace: {
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport },
      },
    },
    around: ['/repository'],
  });

  test.each([
    [false, [SETTINGS]],
    [true, [SETTINGS, { baseUri: 'file:///repository', pattern: SETTINGS }]],
  ])('is watched by the client, around the workspace where it can: %s', async (relative, globs) => {
    const { client } = await start(watching(relative));
    await expect.poll(() => client.registered).toHaveLength(1);
    expect(client.registered).toMatchObject([
      {
        method: 'workspace/didChangeWatchedFiles',
        registerOptions: { watchers: globs.map((globPattern) => ({ globPattern })) },
      },
    ]);
    await client.end();
  });

  test('is watched once, whatever folders come', async () => {
    const { client, checks } = await start(watching(true));
    void client.open('/other/a.md', 'one');
    await expect.poll(() => checks.length).toBe(1);
    void client.folders({ added: ['/other'] }, '/other/a.md');
    await expect.poll(() => checks.length).toBe(2);
    expect(client.registered).toHaveLength(1);
    await client.end();
  });

  test('is not watched by a client that cannot, or does not want to', async () => {
    const cannot = await start({ capabilities: {} });
    await cannot.client.hover('/root/a.md', HERE);
    expect(cannot.client.registered).toEqual([]);
    await cannot.client.end();
    const refuses = await start({ ...watching(), registers: false });
    expect(await refuses.client.hover('/root/a.md', HERE)).toBe('');
    expect(await refuses.client.end()).toBe(0);
  });
});

test('folders come into the workspace, and go', async () => {
  const { client, checks, opened } = await start();
  const shows = async (diagnostics: Promise<unknown>) => {
    const count = checks.length + 1;
    await expect.poll(() => checks.length).toBe(count);
    checks[count - 1]?.give({ findings: [] });
    await diagnostics;
  };
  await shows(client.open('/root/a.md', 'one'));
  await shows(client.folders({ added: ['/new'] }, '/root/a.md'));
  await shows(client.folders({ removed: ['/root'] }, '/root/a.md'));
  expect(opened.map(({ folders }) => folders)).toEqual([['/root'], ['/root', '/new'], ['/new']]);
  await client.end();
});

describe('in the order of the protocol', () => {
  const HOVER = { textDocument: { uri: 'file:///root/a.md' }, position: HERE };

  test('nothing is answered before "initialize", and nothing heard', async () => {
    const { connection, codeOf, ended } = silent();
    expect(await codeOf('textDocument/hover', HOVER)).toBe(-32002);
    expect(await codeOf('shutdown')).toBe(-32002);
    expect(await codeOf('no/such')).toBe(-32002);
    expect(await codeOf('initialize', CLIENT)).toBeNull();
    expect(await codeOf('textDocument/hover', HOVER)).toBeNull();
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  test('it is initialized once', async () => {
    const { connection, codeOf, ended } = silent();
    expect([await codeOf('initialize', CLIENT), await codeOf('initialize', CLIENT)]).toEqual([null, -32600]);
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });

  test('nothing is answered after "shutdown"', async () => {
    const { connection, codeOf, ended } = silent();
    await codeOf('initialize', CLIENT);
    expect(await codeOf('shutdown')).toBeNull();
    expect(await codeOf('textDocument/hover', HOVER)).toBe(-32600);
    await connection.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  test('"exit" alone ends it, too', async () => {
    const { connection, ended } = silent();
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });
});

describe('parameters that are not those of the protocol', () => {
  const DOCUMENT = { uri: 'file:///root/a.md' };
  const RANGE = { start: HERE, end: HERE };

  test.each([
    ['textDocument/hover', {}],
    ['textDocument/hover', { textDocument: DOCUMENT }],
    ['textDocument/hover', { textDocument: { uri: 5 }, position: HERE }],
    ['textDocument/hover', { textDocument: DOCUMENT, position: { line: 'one', character: 0 } }],
    ['textDocument/hover', { textDocument: DOCUMENT, position: { line: -1, character: 0 } }],
    ['textDocument/codeAction', { textDocument: DOCUMENT, range: RANGE }],
    ['textDocument/codeAction', { textDocument: DOCUMENT, range: { start: HERE }, context: {} }],
    ['textDocument/codeAction', { textDocument: DOCUMENT, range: RANGE, context: { only: 'quickfix' } }],
  ])('are refused as such: %s %j', async (method, params) => {
    const { connection, codeOf, ended } = silent();
    await codeOf('initialize', CLIENT);
    expect(await codeOf(method, params)).toBe(-32602);
    await connection.sendNotification('exit');
    await ended;
  });

  test.each([
    {},
    { capabilities: null },
    { ...CLIENT, workspaceFolders: 7 },
    { ...CLIENT, workspaceFolders: [{ uri: 7, name: '' }] },
    { ...CLIENT, rootUri: 7 },
    { ...CLIENT, locale: 7 },
  ])('of "initialize" leave it to be asked again: %j', async (params) => {
    const { connection, codeOf, ended } = silent();
    expect([await codeOf('initialize', params), await codeOf('initialize', CLIENT)]).toEqual([-32602, null]);
    await connection.sendNotification('exit');
    await ended;
  });

  test('change no document, and are told', async () => {
    const { client, checks } = await start();
    const logged: string[] = [];
    client.connection.onNotification('window/logMessage', ({ message }) => void logged.push(message));
    const shown = client.open('/root/a.md', 'one');
    await expect.poll(() => checks.length).toBe(1);
    checks[0]?.give({ findings: [finding('vague')] });
    await shown;
    const { connection } = client;
    const textDocument = { ...DOCUMENT, version: 2 };
    for (const contentChanges of [7, [7], [{ text: null }], [{ text: 'two', range: { start: HERE } }]])
      await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    await connection.sendNotification('textDocument/didClose', {});
    await connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: 7 } });
    await connection.sendNotification('__proto__', {});
    expect(await client.hover('/root/a.md', HERE)).toBe('about vague');
    expect(logged).toHaveLength(7);
    expect(checks).toHaveLength(1);
    await client.end();
  });
});

describe('it ends with its client', () => {
  /** A process, and what ends it. */
  function other() {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    onTestFinished(() => void child.kill('SIGKILL'));
    const gone = once(child, 'exit');
    return {
      id: child.pid as number,
      end: async () => {
        child.kill('SIGKILL');
        await gone;
      },
    };
  }

  test.each(['in the call', 'by "initialize"'])('that is named %s', async (where) => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const editor = other();
    const { codeOf, ended } = silent(where === 'in the call' ? editor.id : null);
    await codeOf('initialize', where === 'in the call' ? CLIENT : { ...CLIENT, processId: editor.id });
    vi.advanceTimersByTime(3000);
    expect(await codeOf('no/such')).toBe(-32601);
    await editor.end();
    vi.advanceTimersByTime(3000);
    expect(await ended).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('but not with one that was never seen', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const editor = other();
    await editor.end();
    const { connection, codeOf, ended } = silent();
    await codeOf('initialize', { ...CLIENT, processId: editor.id });
    vi.advanceTimersByTime(9000);
    expect(await codeOf('no/such')).toBe(-32601);
    await connection.sendNotification('exit');
    expect(await ended).toBe(1);
  });
});
