import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressingActions } from '../../src/lsp/actions.js';
import type { Checked, Checker } from '../../src/lsp/types.js';

const SOURCE = '## A\n\nI did various things.\n';
const document = TextDocument.create('file:///a.md', 'markdown', 1, SOURCE);
const words = {
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
    reload: () => {},
    check: async (_, source) =>
      checked(source === SOURCE ? before : source.includes('star-disable-next') ? withNext : withFile),
  };
}

async function titles(code: string, linter: Checker): Promise<string[]> {
  const at = { line: 2, character: 0 };
  const diagnostics: Diagnostic[] = [
    { range: { start: at, end: at }, message: '', source: 'star-coach', code },
  ];
  const actions = await suppressingActions(document, '/a.md', { diagnostics, checker: linter, words });
  return actions.map(({ title }) => title);
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
