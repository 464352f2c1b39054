import { setImmediate } from 'node:timers/promises';
import { type Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CommentPlace, commentPlaces } from './suppress.js';
import type { Checker, EditorTexts } from './types.js';

/** What a comment must not bring about. */
const UNWANTED = ['parse-error', 'unused-suppression', 'unknown-rule'];

/** A comment that switches a rule off, as a client applies it. */
export interface SuppressionOffer {
  readonly title: string;
  readonly change: TextEdit;
  /** Those that it hides. */
  readonly diagnostics: Diagnostic[];
}

/** A comment that may be offered. */
interface Offer {
  readonly rule: string;
  readonly place: CommentPlace;
  readonly diagnostics: Diagnostic[];
}

/**
 * Comments that switch off the rules of diagnostics, with a place for the reason. Only those are offered that do:
 * each is tried on a copy of the document.
 *
 * @param document does not change
 * @param path absolute
 * @param all what there is to say of the document
 * @param chosen those that are to be hidden
 * @param isCancelled asked before a comment is tried
 * @returns null where it is cancelled
 */
export async function suppressions(
  document: TextDocument,
  path: string,
  {
    all,
    chosen,
    checker,
    texts,
    isCancelled,
  }: {
    readonly all: readonly Diagnostic[];
    readonly chosen: readonly Diagnostic[];
    readonly checker: Checker;
    readonly texts: Pick<EditorTexts, 'suppressNext' | 'suppressFile' | 'reason'>;
    readonly isCancelled: () => boolean;
  },
): Promise<SuppressionOffer[] | null> {
  const source = document.getText();
  const before = countsOf(all.map(({ code }) => String(code)));
  const top = await checker.bodyLine(path, source);
  const placesOf = commentPlaces(path, source, { top, reason: texts.reason });
  const changeAt = ({ line, comment }: CommentPlace, rules: readonly string[]): TextEdit => {
    // A byte order mark stays the first character.
    const character = line === 0 && source.startsWith('\uFEFF') ? 1 : 0;
    return TextEdit.insert({ line, character }, comment(rules));
  };
  const hides = async (place: CommentPlace, rules: readonly string[]): Promise<boolean> => {
    // Messages of the client get their turn in between.
    await setImmediate();
    if (isCancelled()) return false;
    const changed = TextDocument.applyEdits(document, [changeAt(place, rules)]);
    const checked = await checker.check(path, changed, isCancelled);
    if (checked === null || !('findings' in checked)) return false;
    const after = countsOf(checked.findings.map(({ rule }) => rule));
    const count = (counts: ReadonlyMap<string, number>, rule: string) => counts.get(rule) ?? 0;
    return (
      rules.every((rule) => count(after, rule) < count(before, rule)) &&
      UNWANTED.every((rule) => count(after, rule) <= count(before, rule))
    );
  };
  const offers = offersFor(chosen, placesOf);
  const working = new Set<Offer>();
  for (const group of byPlace(offers)) {
    const [{ place }] = group;
    // All are tried in one comment: most hide what they name.
    const all = await hides(
      place,
      group.map(({ rule }) => rule),
    );
    for (const offer of group)
      if (all || (group.length > 1 && (await hides(place, [offer.rule])))) working.add(offer);
    if (isCancelled()) return null;
  }
  return offers
    .filter((offer) => working.has(offer))
    .map(({ rule, place, diagnostics }) => ({
      title: place.reach === 'next' ? texts.suppressNext(rule) : texts.suppressFile(rule),
      change: changeAt(place, [rule]),
      diagnostics,
    }));
}

/** In the order of the diagnostics; one comment may hide several. */
function offersFor(diagnostics: readonly Diagnostic[], placesOf: (line: number) => CommentPlace[]): Offer[] {
  const offers = new Map<string, Offer>();
  for (const diagnostic of diagnostics) {
    const rule = String(diagnostic.code);
    if (UNWANTED.includes(rule)) continue;
    for (const place of placesOf(diagnostic.range.start.line)) {
      const key = `${rule} ${keyOf(place)}`;
      const known = offers.get(key);
      if (known === undefined) offers.set(key, { rule, place, diagnostics: [diagnostic] });
      else known.diagnostics.push(diagnostic);
    }
  }
  return [...offers.values()];
}

function byPlace(offers: readonly Offer[]): Iterable<readonly [Offer, ...Offer[]]> {
  const groups = new Map<string, [Offer, ...Offer[]]>();
  for (const offer of offers) {
    const known = groups.get(keyOf(offer.place));
    if (known === undefined) groups.set(keyOf(offer.place), [offer]);
    else known.push(offer);
  }
  return groups.values();
}

function keyOf({ reach, line }: CommentPlace): string {
  return `${reach} ${line}`;
}

/** How often each rule reports. */
function countsOf(rules: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rule of rules) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}
