import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { folder, GOOD, lintJson, RESULTLESS } from '../cli/lint-folder.js';
import { builtProgram } from '../e2e/built.js';
import { cli } from '../support/cli.js';
import { CAPABILITIES, type Client, connect, startClient } from './client.js';

const LACKING = `## A 🙂 Б\n\n${RESULTLESS}\n`;
const CODES = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

async function session(files: Record<string, string> = {}, options: Parameters<typeof startClient>[1] = {}) {
  const root = folder({ 'answers/a.md': '', ...files });
  return { root, path: join(root, 'answers/a.md'), client: await startClient(root, options) };
}

test('says what it can do', async () => {
  const { client } = await session();
  expect(client.initialized).toMatchObject({
    serverInfo: { name: 'star-coach' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { change: 2 },
      hoverProvider: true,
      codeActionProvider: { codeActionKinds: ['quickfix'] },
    },
  });
  expect(await client.end()).toBe(0);
});

test('a client that goes without a word is exit code 1', async () => {
  const { client } = await session();
  expect(await client.vanish()).toBe(1);
});

test.each(['--node-ipc', '--socket=7000', '--pipe=name'])(
  'there is no other way to talk: %s',
  async (flag) => {
    const { code, stderr } = await cli(['lsp', flag]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(flag)]);
  },
);

describe('diagnostics', () => {
  test.each([
    ['a.md', LACKING],
    ['b.txt', `🙂🙂 ${RESULTLESS}`],
    ['half.txt', `${RESULTLESS} \uD83D [company]`],
    ['mark.md', `\uFEFF## A\r\n\r\n${RESULTLESS} 🙂 [company]\r\n`],
    ['too long.md', `## A 🙂 Б\n\n${'Б'.repeat(1_000_000)}\n`],
    ['c.yaml', `answers:\n  - question: нет-такого\n    text: >-\n      🙂 ${RESULTLESS}\n`],
  ])('are what lint reports: %s', async (name, text) => {
    const { root, client } = await session({ [`answers/${name}`]: text });
    const shown = await client.open(join(root, 'answers', name), text);
    const { findings } = await lintJson(root, [`answers/${name}`]);
    expect(findings.length).toBeGreaterThan(0);
    expect(
      shown.map(({ code, message, range: { start } }) => [
        code,
        message,
        start.line + 1,
        start.character + 1,
      ]),
    ).toEqual(
      findings.map((each) => [
        each.rule,
        `${each.message}\n${each.advice}`,
        each.start.line,
        each.start.column,
      ]),
    );
    for (const { source, severity } of shown)
      expect([source, severity]).toEqual(['star-coach', expect.any(Number)]);
    await client.end();
  });

  test('follow what is typed, a piece at a time', async () => {
    const { path, client } = await session();
    expect(CODES(await client.open(path, LACKING))).toContain('missing-result');
    const end = { line: 2, character: RESULTLESS.length };
    const mended = await client.type(path, end, end, GOOD.slice(RESULTLESS.length));
    expect(CODES(mended)).not.toContain('missing-result');
    const back = await client.type(path, end, { line: 2, character: GOOD.length }, '');
    expect(CODES(back)).toContain('missing-result');
    await client.end();
  });

  test('count in UTF-16 units', async () => {
    const { path, client } = await session();
    const text = '## A\n\n🙂 In May I did various things for [company]. I tried hard.\n';
    const diagnostics = await client.open(path, text);
    const document = TextDocument.create('', 'markdown', 1, text);
    const placeholder = diagnostics.find(({ code }) => code === 'placeholder');
    expect(document.getText(placeholder?.range)).toBe('[company]');
    await client.end();
  });

  test('without length get the word that stands there', async () => {
    const { path, client } = await session();
    for (const { range } of await client.open(path, LACKING)) expect(range.start).not.toEqual(range.end);
    await client.end();
  });

  test('go when the document is closed', async () => {
    const { path, client } = await session();
    await client.open(path, LACKING);
    expect(await client.close(path)).toEqual([]);
    await client.end();
  });

  test('speak the language of the interface', async () => {
    const { path, client } = await session({}, { env: { LANG: 'ru_RU.UTF-8' } });
    const [first] = await client.open(path, LACKING);
    expect(first?.message).toMatch(/[а-яё]{4}/);
    await client.end();
  });
});

describe('the language', () => {
  /** The first message, the explanation of its rule and the name of a comment against it. */
  const said = async (client: Client, path: string, [first]: readonly Diagnostic[]) => {
    if (first === undefined) throw new Error('there is no diagnostic');
    const [action] = await client.actions(path, first);
    return [first.message, await client.hover(path, first.range.start), action?.title].join('\n');
  };
  const RUSSIAN = /^Нет результата.*Почему это важно.*Выключить/su;
  const ENGLISH = /^There is no result.*Why it matters.*Switch off/su;

  test('is that of the config, and another when it changes', async () => {
    const { root, path, client } = await session({ 'star-coach.config.yaml': 'lang: ru\n' });
    expect(await said(client, path, await client.open(path, LACKING))).toMatch(RUSSIAN);
    const config = join(root, 'star-coach.config.yaml');
    writeFileSync(config, 'lang: en\n');
    expect(await said(client, path, await client.changed(config, path))).toMatch(ENGLISH);
    await client.end();
  });

  test.each([
    [{}, 'ru-RU', RUSSIAN],
    [{ LANG: 'C.UTF-8' }, 'ru', RUSSIAN],
    [{ LANG: 'en_US.UTF-8' }, 'ru', ENGLISH],
    [{}, 'de', ENGLISH],
  ])('is that of the editor where %j says nothing: %s', async (env, locale, text) => {
    const { path, client } = await session({}, { env, locale });
    expect(await said(client, path, await client.open(path, LACKING))).toMatch(text);
    await client.end();
  });
});

describe('documents that are no answers', () => {
  /** Nothing comes of them, so an answer after them must come first. */
  test.each(['README.md', 'answers/code.json', 'answers/left out.md'])('%s', async (name) => {
    const { root, path, client } = await session({ 'star-coach.config.yaml': 'ignore: ["left*"]\n' });
    let shown = false;
    void client.open(join(root, name), LACKING).then(() => {
      shown = true;
    });
    await client.open(path, LACKING);
    expect(shown).toBe(false);
    await client.end();
  });

  test('and one that is, in a folder of no workspace', async () => {
    const { client } = await session();
    const elsewhere = folder({ 'answers/b.md': LACKING });
    expect(CODES(await client.open(join(elsewhere, 'answers/b.md'), LACKING))).toContain('missing-result');
    await client.end();
  });

  test('are named by the client', async () => {
    const { root, client } = await session({}, { files: ['**/*.txt'] });
    expect(CODES(await client.open(join(root, 'any/where.txt'), RESULTLESS))).toContain('missing-result');
    await client.end();
  });

  test('are those of the folder "answers", if it is the workspace itself', async () => {
    const root = folder({ 'answers/a.md': LACKING });
    const client = await startClient(join(root, 'answers'));
    expect(CODES(await client.open(join(root, 'answers/a.md'), LACKING))).toContain('missing-result');
    await client.end();
  });

  test('are all of them where the client names its folder', async () => {
    const { root, client } = await session({}, { files: ['', './'] });
    expect(CODES(await client.open(join(root, 'where/ever.md'), LACKING))).toContain('missing-result');
    await client.end();
  });

  test('a wish that cannot be read is as none', async () => {
    const { path, client } = await session({}, { files: 'all' });
    expect(CODES(await client.open(path, LACKING))).toContain('missing-result');
    await client.end();
  });
});

describe('the config', () => {
  test('counts, and counts anew when it is saved', async () => {
    const { root, path, client } = await session({
      'star-coach.config.yaml': 'rules: { missing-result: info }\n',
    });
    const severity = (diagnostics: readonly Diagnostic[]) =>
      diagnostics.find(({ code }) => code === 'missing-result')?.severity;
    expect(severity(await client.open(path, LACKING))).toBe(DiagnosticSeverity.Information);
    writeFileSync(join(root, 'star-coach.config.yaml'), 'rules: { missing-result: warn }\n');
    expect(severity(await client.save(path))).toBe(DiagnosticSeverity.Warning);
    await client.end();
  });

  test('that is broken is told with its place, once, until it is mended', async () => {
    const { root, path, client } = await session({ 'star-coach.config.yaml': 'ruls: {}\n' });
    void client.open(path, LACKING);
    await expect
      .poll(() => client.messages)
      .toEqual([expect.stringMatching(/star-coach\.config\.yaml:1:1: .*rules/)]);
    writeFileSync(join(root, 'star-coach.config.yaml'), 'rules: {}\n');
    expect(CODES(await client.save(path))).toContain('missing-result');
    expect(client.messages).toHaveLength(1);
    await client.end();
  });
});

describe('what the client tells to have changed', () => {
  const bank = (id: string) =>
    `role: baker\nname: { en: Baker }\nquestions:\n  - id: ${id}\n    text: { en: Tell me about a batch. }\n    stage: hr\n    kind: behavioral\n    framework: star\n    hint: { en: Say more. }\n`;
  const answer = `answers:\n  - question: ba-batch\n    text: ${GOOD}\n`;

  test('a bank that a config names', async () => {
    const { root, client } = await session({
      'star-coach.config.yaml': 'bank: banks\n',
      'banks/baker.yaml': bank('ba-other'),
    });
    const path = join(root, 'answers/a.yaml');
    expect(CODES(await client.open(path, answer))).toContain('unknown-question');
    const file = join(root, 'banks/baker.yaml');
    writeFileSync(file, bank('ba-batch'));
    expect(CODES(await client.changed(file, path))).not.toContain('unknown-question');
    rmSync(file);
    expect(await client.changed(file, path)).toEqual([]);
    expect(client.messages).toEqual([expect.stringContaining('banks')]);
    writeFileSync(file, bank('ba-other'));
    expect(CODES(await client.changed(file, path))).toContain('unknown-question');
    await client.end();
  });

  test('a config above the workspace, in the same repository', async () => {
    const root = folder({
      '.git/HEAD': '',
      'star-coach.config.yaml': 'rules: { missing-result: off }\n',
      'team/answers/a.md': LACKING,
    });
    const client = await startClient(join(root, 'team'), {
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } },
      },
    });
    const path = join(root, 'team/answers/a.md');
    expect(CODES(await client.open(path, LACKING))).not.toContain('missing-result');
    expect(JSON.stringify(client.registered)).toContain(`"${pathToFileURL(root).href}"`);
    const config = join(root, 'star-coach.config.yaml');
    writeFileSync(config, 'rules: { missing-result: of }\n');
    expect(await client.changed(config, path)).toEqual([]);
    writeFileSync(config, 'rules: { missing-result: warn }\n');
    expect(CODES(await client.changed(config, path))).toContain('missing-result');
    await client.end();
  });
});

test('a broken config in one folder of the workspace says nothing of another', async () => {
  const { root, path, client } = await session({ 'star-coach.config.yaml': 'ruls: {}\n' });
  expect(await client.open(path, LACKING)).toEqual([]);
  const other = folder({ 'star-coach.config.yaml': 'rules: {}\n' });
  await client.folders({ added: [other] }, path);
  const there = join(other, 'answers/a.md');
  expect(CODES(await client.open(there, LACKING))).toContain('missing-result');
  await client.folders({ removed: [root] }, there);
  expect(client.messages).toHaveLength(1);
  await client.end();
});

test('a config mended by another program counts at the next key', async () => {
  const { root, path, client } = await session({ 'star-coach.config.yaml': 'ruls: {}\n' });
  expect(await client.open(path, LACKING)).toEqual([]);
  expect(await client.hover(path, { line: 0, character: 0 })).toBe('');
  writeFileSync(join(root, 'star-coach.config.yaml'), 'rules: {}\n');
  const end = { line: 2, character: RESULTLESS.length };
  expect(CODES(await client.type(path, end, end, ' '))).toContain('missing-result');
  await client.end();
});

test('hovering explains the rule', async () => {
  const { path, client } = await session();
  const diagnostics = await client.open(path, LACKING);
  const missing = diagnostics.find(({ code }) => code === 'missing-result');
  const text = await client.hover(path, missing?.range.start ?? { line: 0, character: 0 });
  expect(text).toMatch(/^\*\*missing-result\*\*: [A-Z]/m);
  expect(text).toContain('**Why it matters**');
  expect(await client.hover(path, { line: 1, character: 0 })).toBe('');
  await client.end();
});

describe('hovering over a name says what it stands for', () => {
  const bank = `role: baker\nname: { en: Baker }\nquestions:\n  - id: ba-batch\n    text: { en: Tell me about a batch. }\n    stage: hr\n    kind: behavioral\n    framework: star\n    hint: { en: Say how many. }\n`;
  const files = { 'star-coach.config.yaml': 'bank: baker.yaml\n', 'baker.yaml': bank };

  test.each([
    [
      'a.md',
      `Ё 🙂 <!-- star-disable-next filler, vague -- why -->\n${GOOD}`,
      'vague',
      /^\*\*vague\*\*: .*Why/s,
    ],
    ['a.md', `<!-- star-disable-file vague -->\r\n\r\n${GOOD}`, 'vague', /^\*\*vague\*\*: /],
    ['a.yaml', `# star-disable-file vague\nanswers:\n  - text: ${GOOD}`, 'vague', /^\*\*vague\*\*: /],
    ['a.md', `---\nrules: { too-long: off }\n---\n${GOOD}`, 'too-long', /^\*\*too-long\*\*: /],
    [
      'a.md',
      `\uFEFF## 🙂 Б {#sm-hardest-project}\n\n${GOOD}`,
      'sm-hardest',
      /^\*\*sm-hardest-project\*\*: .*listens for\*\*\n\n- /s,
    ],
    [
      'a.md',
      `---\nquestion: sm-hardest-project\n---\n${GOOD}`,
      'sm-hardest',
      /^\*\*sm-hardest-project\*\*: /,
    ],
    [
      'a.yaml',
      `answers:\n  - question: ba-batch\n    text: ${GOOD}`,
      'ba-batch',
      /^\*\*ba-batch\*\*: Tell me .*Say how many/s,
    ],
    ['a.md', `## B {#ba-bitch}\n\n${GOOD}`, 'ba-bitch', /^\*\*unknown-question\*\*: /],
    ['a.md', `<!-- star-disable-line vague -->\n${GOOD}`, 'vague', /\n\\## [^#]*\n\\<!-- star-disable-next/],
    ['a.md', `<!-- star-disable-file vaque -->\n${GOOD}`, 'vaque', /^\*\*unknown-rule\*\*: /],
  ])('%s %j', async (name, text, word, about) => {
    const { root, client } = await session(files);
    const path = join(root, 'answers', name);
    await client.open(path, text);
    const document = TextDocument.create('', 'markdown', 1, text);
    const at = text.indexOf(word);
    for (const offset of [at, at + word.length])
      expect(await client.hover(path, document.positionAt(offset))).toMatch(about);
    await client.end();
  });

  test('in the language of the interface, plainly where the client knows no Markdown', async () => {
    const { path, client } = await session({ 'star-coach.config.yaml': 'lang: ru\n' }, { capabilities: {} });
    await client.open(path, `## Б {#sm-hardest-project}\n\n<!-- star-disable-line vague -->${GOOD}`);
    const question = await client.hover(path, { line: 0, character: 8 });
    expect(question).toMatch(/^sm-hardest-project: [А-Я].*\n\nНа что обращает внимание интервьюер\n\n- /su);
    expect(question).not.toContain('**');
    expect(await client.hover(path, { line: 2, character: 25 })).toMatch(/^vague: [А-Я]/u);
    await client.end();
  });

  test('nothing in a document that is no answer, or whose config is broken', async () => {
    const { root, path, client } = await session({ 'star-coach.config.yaml': 'ruls: {}\n' });
    const text = `<!-- star-disable-file vague -->\n${GOOD}`;
    void client.open(join(root, 'README.md'), text);
    void client.open(path, text);
    const at = { line: 0, character: 24 };
    expect([await client.hover(path, at), await client.hover(join(root, 'README.md'), at)]).toEqual(['', '']);
    await client.end();
  });
});

describe('quick fixes', () => {
  test.each([
    ['a front matter that dots close', `---\nrole: support-manager\n...\n\n## A\n\n${RESULTLESS}\n`, 3],
    ['a line across the page', `---\n\n## A\n\n${RESULTLESS}\n\n---\n`, 0],
  ])('stand behind the front matter: %s', async (_, text, line) => {
    const { path, client } = await session();
    const diagnostics = await client.open(path, text);
    const missing = diagnostics.find(({ code }) => code === 'missing-result');
    if (missing === undefined) throw new Error('nothing is missing');
    const edits = (await client.actions(path, missing)).flatMap(({ edit }) =>
      Object.values(edit?.changes ?? {}).flat(),
    );
    const ofFile = edits.filter(({ newText }) => newText.includes('star-disable-file'));
    expect(ofFile.map(({ range }) => range.start.line)).toEqual([line]);
    await client.end();
  });

  test.each([
    ['a.md', LACKING, '<!-- star-disable-next missing-result -- reason -->\n'],
    ['a.md', `---\nrole: support-manager\n---\n\n## A\n\n${RESULTLESS}\n`, '<!-- star-disable-file'],
    ['a.md', LACKING.replaceAll('\n', '\r\n'), '<!-- star-disable-next missing-result -- reason -->\r\n'],
    ['a.md', `## A\n\n- one more\n  word\n- ${RESULTLESS}\n`, '<!-- star-disable-'],
    ['a.yaml', `answers:\n  - text: ${RESULTLESS}\n`, '  # star-disable-next missing-result -- reason\n'],
    [
      'a.yaml',
      `answers:\n  - text: |\n      ${RESULTLESS}\n`,
      '# star-disable-file missing-result -- reason\n',
    ],
  ])('switch the rule off: %s %j', async (name, text, comment) => {
    const { root, client } = await session();
    const path = join(root, 'answers', name);
    const diagnostics = await client.open(path, text);
    const missing = diagnostics.find(({ code }) => code === 'missing-result');
    if (missing === undefined) throw new Error('nothing is missing');
    const actions = await client.actions(path, missing);
    const edits = actions.map(({ edit }) => Object.values(edit?.changes ?? {}).flat());
    expect(edits.flat().map(({ newText }) => newText)).toContainEqual(expect.stringContaining(comment));
    for (const [at, changes] of edits.entries()) {
      expect(actions[at]?.kind).toBe('quickfix');
      const mended = TextDocument.applyEdits(TextDocument.create('', 'markdown', 1, text), changes);
      writeFileSync(join(root, 'answers', name), mended);
      const rules = (await lintJson(root, [`answers/${name}`])).findings.map(({ rule }) => rule);
      expect(rules).not.toContain('missing-result');
      expect(rules).not.toContain('unused-suppression');
      expect(rules.length).toBeGreaterThanOrEqual(diagnostics.length - 1);
    }
    await client.end();
  });

  test('are not offered where no comment can stand', async () => {
    const { root, client } = await session();
    const path = join(root, 'answers/a.txt');
    const shown = await client.open(path, RESULTLESS);
    expect(shown.length).toBeGreaterThan(0);
    for (const diagnostic of shown) expect(await client.actions(path, diagnostic)).toEqual([]);
    await client.end();
  });

  test('are those of a range, whatever the client shows there', async () => {
    const { path, client } = await session();
    const diagnostics = await client.open(path, LACKING);
    const end = { line: 1, character: 0 };
    expect(await client.actions(path, { range: { start: end, end } })).toEqual([]);
    const all = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hidden = (await client.actions(path, { range: all })).flatMap((each) => each.diagnostics ?? []);
    for (const diagnostic of diagnostics) expect(hidden).toContainEqual(diagnostic);
    await client.end();
  });

  test('are for the version that was asked about, where the client can tell', async () => {
    const workspaceEdit = { documentChanges: true };
    const { path, client } = await session(
      {},
      { capabilities: { ...CAPABILITIES, workspace: { workspaceEdit } } },
    );
    const [first] = await client.open(path, LACKING);
    if (first === undefined) throw new Error('there is no diagnostic');
    const [action] = await client.actions(path, first);
    expect(action?.edit?.documentChanges).toEqual([
      {
        textDocument: { uri: pathToFileURL(path).href, version: 1 },
        edits: [expect.objectContaining({ newText: expect.stringContaining('star-disable') })],
      },
    ]);
    expect(action?.edit?.changes).toBeUndefined();
    await client.end();
  });

  test('are not offered to a client that knows commands alone', async () => {
    const { client } = await session({}, { capabilities: {} });
    expect(client.initialized.capabilities).not.toHaveProperty('codeActionProvider');
    await client.end();
  });

  test('are left out where the editor asks for actions of another kind', async () => {
    const { path, client } = await session();
    const [first] = await client.open(path, LACKING);
    if (first === undefined) throw new Error('there is no diagnostic');
    const count = async (only?: readonly string[]) => (await client.actions(path, first, only)).length;
    const all = await count();
    expect(all).toBeGreaterThan(0);
    expect([await count(['quickfix']), await count(['refactor', ''])]).toEqual([all, all]);
    expect([await count(['source.fixAll']), await count(['quickfix.other']), await count([])]).toEqual([
      0, 0, 0,
    ]);
    await client.end();
  });
});

test('the program itself, over stdio', async () => {
  const root = folder({ 'answers/ответ.md': LACKING });
  const child = spawn(
    process.execPath,
    [await builtProgram(), 'lsp', '--stdio', `--clientProcessId=${process.pid}`],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = once(child, 'exit').then(([code]) => code as number);
  const client = await connect({ toServer: child.stdin, fromServer: child.stdout }, ended, root);
  const path = join(root, 'answers/ответ.md');
  expect(CODES(await client.open(path, LACKING))).toContain('missing-result');
  expect(await client.end()).toBe(0);
  expect(stderr).toBe('');
});
