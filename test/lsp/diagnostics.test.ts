import { expect, test } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { covers, diagnosticOf, rangesTouch } from '../../src/lsp/diagnostics.js';
import type { LintFinding } from '../../src/reports/types.js';

const document = TextDocument.create('', 'markdown', 1, 'one two\n\nthree');
const place = (line: number, column: number) => ({
  ...{ line, column },
  offset: document.offsetAt({ line: line - 1, character: column - 1 }),
});
const finding: LintFinding = {
  rule: 'vague',
  severity: 'warn',
  message: 'Says nothing.',
  advice: 'Name it.',
  start: place(1, 5),
  end: place(1, 8),
  fingerprint: '',
};

test.each([
  ['error', DiagnosticSeverity.Error],
  ['warn', DiagnosticSeverity.Warning],
  ['info', DiagnosticSeverity.Information],
] as const)('%s', (severity, shown) => {
  expect(diagnosticOf({ ...finding, severity }, document)).toEqual({
    range: { start: { line: 0, character: 4 }, end: { line: 0, character: 7 } },
    severity: shown,
    code: 'vague',
    source: 'star-coach',
    message: 'Says nothing.\nName it.',
  });
});

test('a byte order mark that the editor sends is a character of its document', () => {
  const marked = TextDocument.create('', 'markdown', 1, '\uFEFFone two');
  const start = { line: 1, column: 5, offset: 5 };
  const end = { line: 1, column: 8, offset: 8 };
  const { range } = diagnosticOf({ ...finding, start, end }, marked);
  expect(marked.getText(range)).toBe('two');
});

test('without advice the message stands alone', () => {
  expect(diagnosticOf({ ...finding, advice: '' }, document).message).toBe('Says nothing.');
});

test('a place is covered from the beginning of a range to its end', () => {
  const range = { start: { line: 1, character: 4 }, end: { line: 3, character: 2 } };
  const covered = (line: number, character: number) => covers(range, { line, character });
  expect([covered(1, 3), covered(1, 4), covered(2, 0), covered(2, 99), covered(3, 2), covered(3, 3)]).toEqual(
    [false, true, true, true, true, false],
  );
  expect([covered(0, 9), covered(4, 0)]).toEqual([false, false]);
});

test('ranges touch that share a place', () => {
  const range = (from: number, to: number) => ({
    start: { line: 0, character: from },
    end: { line: 0, character: to },
  });
  const touch = (from: number, to: number) => [
    rangesTouch(range(4, 8), range(from, to)),
    rangesTouch(range(from, to), range(4, 8)),
  ];
  for (const [from, to] of [
    [0, 4],
    [0, 5],
    [0, 9],
    [5, 6],
    [7, 9],
    [8, 8],
  ] as const)
    expect(touch(from, to)).toEqual([true, true]);
  for (const [from, to] of [
    [0, 3],
    [9, 9],
  ] as const)
    expect(touch(from, to)).toEqual([false, false]);
});
