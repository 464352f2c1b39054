import { type CodeAction, CodeActionKind, type Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SOURCE } from './diagnostics.js';
import { suppressingEdits } from './suppress.js';
import type { Checker, Words } from './types.js';

/** What a comment must not bring about. */
const UNWANTED = ['parse-error', 'unused-suppression', 'unknown-rule'];

/**
 * Comments that switch off the rules of diagnostics, with a place for the reason. Only those are offered that do:
 * each is tried on a copy of the document.
 *
 * @param path absolute
 */
export async function suppressingActions(
  document: TextDocument,
  path: string,
  {
    diagnostics,
    checker,
    words,
  }: {
    readonly diagnostics: readonly Diagnostic[];
    readonly checker: Checker;
    readonly words: Words;
  },
): Promise<CodeAction[]> {
  const source = document.getText();
  const before = await countsAfter(checker, path, source);
  const top = await checker.bodyLine(path, source);
  const actions: CodeAction[] = [];
  for (const diagnostic of diagnostics) {
    if (diagnostic.source !== SOURCE || typeof diagnostic.code !== 'string') continue;
    const rule = diagnostic.code;
    if (UNWANTED.includes(rule)) continue;
    const { line } = diagnostic.range.start;
    for (const edit of suppressingEdits(path, source, { rule, line, top, reason: words.reason })) {
      const change = TextEdit.insert({ line: edit.line, character: 0 }, edit.text);
      const after = await countsAfter(checker, path, TextDocument.applyEdits(document, [change]));
      const hides = (after.get(rule) ?? 0) < (before.get(rule) ?? 0);
      const harms = UNWANTED.some((other) => (after.get(other) ?? 0) > (before.get(other) ?? 0));
      if (!hides || harms) continue;
      actions.push({
        title: edit.reach === 'next' ? words.suppressNext(rule) : words.suppressFile(rule),
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        edit: { changes: { [document.uri]: [change] } },
      });
    }
  }
  return actions;
}

/** How often each rule reports on a text. */
async function countsAfter(
  checker: Checker,
  path: string,
  source: string,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const checked = await checker.check(path, source);
  if (checked !== null && 'findings' in checked)
    for (const { rule } of checked.findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
