/** One change of a text: what stood at `at` gave way to something else. */
export interface Change {
  /** UTF-16 offset. */
  readonly at: number;
  readonly removed: string;
  readonly added: string;
  /** Where the cursor stood before the change. */
  readonly cursor: number;
}

/** Changes, the latest first. A list of links: a key adds one and copies none. */
export type ChangeHistory = { readonly change: Change; readonly before: ChangeHistory } | null;

/** What kind of key made the last change; keys of one kind in a row are undone together. */
export type Hand = 'typing' | 'erasing' | 'killing' | null;

/** The change with a later one taken into it; null where they do not touch. */
export function joined(first: Change, second: Change): Change | null {
  const end = first.at + first.added.length;
  if (second.removed === '' && second.at === end) return { ...first, added: first.added + second.added };
  if (first.added !== '' || second.added !== '') return null;
  if (second.at === first.at) return { ...first, removed: first.removed + second.removed };
  if (second.at + second.removed.length === first.at)
    return { ...first, at: second.at, removed: second.removed + first.removed };
  return null;
}

/** The text after a change. */
export function apply(text: string, { at, removed, added }: Change): string {
  return text.slice(0, at) + added + text.slice(at + removed.length);
}

/** The change that takes this one back. */
export function inverse({ at, removed, added, cursor }: Change): Change {
  return { at, removed: added, added: removed, cursor };
}
