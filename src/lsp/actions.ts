import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { suppressingEdits } from './suppress.js';
import type { Checker, Texts } from './types.js';

/** What a comment must not bring about. */
const UNWANTED = ['parse-error', 'unused-suppression', 'unknown-rule'];

/** A comment that switches a rule off, as a client applies it. */
export interface SuppressionOffer {
  readonly title: string;
  readonly change: TextEdit;
  /** Those that it hides. */
  readonly diagnostics: Diagnostic[];
}

/**
 * Comments that switch off the rules of diagnostics, with a place for the reason. Only those are offered that do:
 * each is tried on a copy of the document.
 *
 * @param document does not change
 * @param path absolute
 * @param isCancelled asked before each of them is tried
 * @returns null where it is cancelled
 */
export async function suppressions(
  document: TextDocument,
  path: string,
  {
    diagnostics,
    checker,
    texts,
    isCancelled,
  }: {
    readonly diagnostics: readonly Diagnostic[];
    readonly checker: Checker;
    readonly texts: Omit<Texts, 'explain'>;
    readonly isCancelled: () => boolean;
  },
): Promise<SuppressionOffer[] | null> {
  const source = document.getText();
  const before = await countsAfter(checker, path, source);
  const top = await checker.bodyLine(path, source);
  const tried = new Map<string, SuppressionOffer | null>();
  for (const diagnostic of diagnostics) {
    const rule = String(diagnostic.code);
    if (UNWANTED.includes(rule)) continue;
    const { line } = diagnostic.range.start;
    for (const edit of suppressingEdits(path, source, { rule, line, top, reason: texts.reason })) {
      const key = `${rule} ${edit.reach} ${edit.line}`;
      const known = tried.get(key);
      known?.diagnostics.push(diagnostic);
      if (known !== undefined) continue;
      // The client is heard between one and the next.
      await setImmediate();
      if (isCancelled()) return null;
      // A byte order mark stays the first character.
      const character = edit.line === 0 && source.startsWith('\uFEFF') ? 1 : 0;
      const change = TextEdit.insert({ line: edit.line, character }, edit.text);
      const after = await countsAfter(checker, path, TextDocument.applyEdits(document, [change]));
      const hides = (after.get(rule) ?? 0) < (before.get(rule) ?? 0);
      const harms = UNWANTED.some((other) => (after.get(other) ?? 0) > (before.get(other) ?? 0));
      const title = edit.reach === 'next' ? texts.suppressNext(rule) : texts.suppressFile(rule);
      tried.set(key, hides && !harms ? { title, change, diagnostics: [diagnostic] } : null);
    }
  }
  return [...tried.values()].filter((offer) => offer !== null);
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
