import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressions } from '../../src/lsp/actions.js';
import type { Checked, Checker } from '../../src/lsp/types.js';

const SOURCE = '## A\n\nI did various things.\n';
const document = TextDocument.create('file:///a.md', 'markdown', 1, SOURCE);
const texts = {
  suppressNext: (rule: string) => `here: ${rule}`,
  suppressFile: (rule: string) => `file: ${rule}`,
  reason: 'reason',
};

/** A linter that reports these rules, the same again where a comment stands. */
function checker(before: readonly string[], withNext: readonly string[], withFile = withNext): Checker {
  const checked = (rules: readonly string[]) =>
    ({ findings: rules.map((rule) => ({ rule })) }) as unknown as Checked;
  return {
    bodyLine: async () => 0,
    around: [],
    texts: async () => ({ ...texts, explain: () => null }),
    reload: () => {},
    check: async (_, source) =>
      checked(source === SOURCE ? before : source.includes('star-disable-next') ? withNext : withFile),
  };
}

const at = { line: 2, character: 0 };
const diagnostic = (code: string): Diagnostic => ({ range: { start: at, end: at }, message: '', code });

const offered = (linter: Checker, diagnostics: readonly Diagnostic[], isCancelled = () => false) =>
  suppressions(document, '/a.md', { diagnostics, checker: linter, texts, isCancelled });

async function titles(code: string, linter: Checker): Promise<string[] | undefined> {
  return (await offered(linter, [diagnostic(code)]))?.map(({ title }) => title);
}

test('a comment for the place and one for the file are told apart', async () => {
  expect(await titles('vague', checker(['vague'], []))).toEqual(['here: vague', 'file: vague']);
});

test('only comments that hide the finding are offered', async () => {
  expect(await titles('vague', checker(['vague', 'filler'], ['vague', 'filler'], ['filler']))).toEqual([
    'file: vague',
  ]);
});

test.each(['parse-error', 'unused-suppression', 'unknown-rule'])('none that bring about %s', async (rule) => {
  expect(await titles('vague', checker(['vague'], [rule], []))).toEqual(['file: vague']);
  // Nor against it: no comment hides it for good.
  expect(await titles(rule, checker([rule], []))).toEqual([]);
});

test('one comment for several findings is offered once', async () => {
  const actions = await offered(checker(['vague', 'vague'], []), [diagnostic('vague'), diagnostic('vague')]);
  expect(actions?.map(({ title, diagnostics }) => [title, diagnostics.length])).toEqual([
    ['here: vague', 2],
    ['file: vague', 2],
  ]);
});

test('once they are not wanted any more, no further one is tried', async () => {
  const sources: string[] = [];
  const linter = checker(['vague'], []);
  const counting: Checker = {
    ...linter,
    check: (path, source) => {
      sources.push(source);
      return linter.check(path, source);
    },
  };
  expect(await offered(counting, [diagnostic('vague')], () => sources.length === 2)).toBeNull();
  expect(sources).toEqual([SOURCE, expect.stringContaining('star-disable-next')]);
});

test('a byte order mark stays the first character', async () => {
  const marked = TextDocument.create('file:///a.md', 'markdown', 1, '\uFEFFVarious things.');
  const first = { line: 0, character: 0 };
  const diagnostics = [{ range: { start: first, end: first }, message: '', code: 'vague' }];
  const linter: Checker = {
    ...checker([], []),
    check: async (_, source) =>
      ({ findings: source.includes('star') ? [] : [{ rule: 'vague' }] }) as unknown as Checked,
  };
  const actions = await suppressions(marked, '/a.md', {
    ...{ diagnostics, checker: linter, texts },
    isCancelled: () => false,
  });
  const changed = actions?.map(({ change }) => TextDocument.applyEdits(marked, [change]));
  expect(changed).toEqual([
    '\uFEFF<!-- star-disable-next vague -- reason -->\nVarious things.',
    '\uFEFF<!-- star-disable-file vague -- reason -->\nVarious things.',
  ]);
});
