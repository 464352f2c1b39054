import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressions } from '../../src/lsp/actions.js';
import type { CheckedDocument, Checker } from '../../src/lsp/types.js';

const SOURCE = '## A\n\nI did various things.\n';
const texts = {
  suppressNext: (rule: string) => `here: ${rule}`,
  suppressFile: (rule: string) => `file: ${rule}`,
  reason: 'reason',
};

/** A linter, by the rules that report on a text. */
const checker = (reports: (source: string) => readonly string[]): Checker => ({
  bodyLine: async () => 0,
  named: async () => null,
  around: [],
  texts: async () => ({ ...texts, explain: () => null }),
  reload: () => {},
  check: async (_, source) =>
    ({ findings: reports(source).map((rule) => ({ rule })) }) as unknown as CheckedDocument,
});

/** A linter that reports these rules where a comment for the place stands, those where one for the file does. */
const reporting = (withNext: readonly string[], withFile = withNext) =>
  checker((source) => (source.includes('star-disable-next') ? withNext : withFile));

/** What is offered against diagnostics, all of them or one. */
async function offered(
  linter: Checker,
  rules: readonly string[],
  { chosen = rules, source = SOURCE, line = 2, isCancelled = (): boolean => false } = {},
) {
  const at = { line, character: 0 };
  const diagnostic = (code: string): Diagnostic => ({ range: { start: at, end: at }, message: '', code });
  return suppressions(TextDocument.create('file:///a.md', 'markdown', 1, source), '/a.md', {
    all: rules.map(diagnostic),
    chosen: chosen.map(diagnostic),
    ...{ checker: linter, texts, isCancelled },
  });
}

const titles = async (...given: Parameters<typeof offered>) =>
  (await offered(...given))?.map(({ title }) => title);

test('a comment for the place and one for the file are told apart', async () => {
  expect(await titles(reporting([]), ['vague'])).toEqual(['here: vague', 'file: vague']);
});

test('only comments that hide the finding are offered', async () => {
  const linter = reporting(['vague', 'filler'], ['filler']);
  expect(await titles(linter, ['vague', 'filler'], { chosen: ['vague'] })).toEqual(['file: vague']);
});

test.each(['parse-error', 'unused-suppression', 'unknown-rule'])('none that bring about %s', async (rule) => {
  expect(await titles(reporting([rule], []), ['vague'])).toEqual(['file: vague']);
  // Nor against it: no comment hides it for good.
  expect(await titles(reporting([]), [rule])).toEqual([]);
});

test('one comment for several findings is offered once', async () => {
  const actions = await offered(reporting([]), ['vague', 'vague']);
  expect(actions?.map(({ title, diagnostics }) => [title, diagnostics.length])).toEqual([
    ['here: vague', 2],
    ['file: vague', 2],
  ]);
});

test('comments against several rules at a place are tried in one text', async () => {
  const sources: string[] = [];
  const linter = checker((source) => {
    sources.push(source);
    return [];
  });
  const actions = await offered(linter, ['vague', 'filler', 'hedging']);
  expect(actions?.map(({ title, change }) => `${title}, ${change.newText.trim()}`)).toEqual(
    ['vague', 'filler', 'hedging'].flatMap((rule) => [
      `here: ${rule}, <!-- star-disable-next ${rule} -- reason -->`,
      `file: ${rule}, <!-- star-disable-file ${rule} -- reason -->`,
    ]),
  );
  expect(sources).toHaveLength(2);
});

test('and one by one where that does not hide all', async () => {
  const linter = checker((source) => [
    'filler',
    ...(source.includes('vague') ? [] : ['vague']),
    ...(source.includes('filler') ? ['unused-suppression'] : []),
  ]);
  expect(await titles(linter, ['vague', 'filler'])).toEqual(['here: vague', 'file: vague']);
});

test('once they are not wanted any more, no further one is tried', async () => {
  let tried = 0;
  const linter = checker(() => {
    tried += 1;
    return [];
  });
  expect(await offered(linter, ['vague'], { isCancelled: () => tried === 1 })).toBeNull();
  expect(tried).toBe(1);
});

test('a byte order mark stays the first character', async () => {
  const source = '\uFEFFVarious things.';
  const actions = await offered(reporting([]), ['vague'], { source, line: 0 });
  const marked = TextDocument.create('file:///a.md', 'markdown', 1, source);
  expect(actions?.map(({ change }) => TextDocument.applyEdits(marked, [change]))).toEqual([
    '\uFEFF<!-- star-disable-next vague -- reason -->\nVarious things.',
    '\uFEFF<!-- star-disable-file vague -- reason -->\nVarious things.',
  ]);
});
