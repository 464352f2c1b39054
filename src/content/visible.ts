/**
 * Characters that a terminal acts on instead of showing, or that turn the direction of what follows:
 * C0 without tab, line feed and carriage return, DEL, C1, bidirectional marks, embeddings and isolates,
 * line and paragraph separators.
 */
const UNSAFE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;
const EACH_UNSAFE = new RegExp(UNSAFE, 'g');

/** Offset of the first character that must not reach a terminal, -1 where there is none. */
export function unsafeAt(text: string): number {
  return text.search(UNSAFE);
}

/** `ESC` becomes `\u001b`: untrusted text, safe to show. Tabs and line breaks stay. */
export function visible(text: string): string {
  return text.replace(EACH_UNSAFE, escaped);
}

/** As {@link visible}, and on one line: for names and quotations inside a message. */
export function visibleLine(text: string): string {
  return visible(text).replace(/[\t\n\r]/g, escaped);
}

/** As {@link visibleLine}, cut after a number of characters: for what a file says, quoted in a message about it. */
export function shortLine(text: string, most: number): string {
  // A character takes two UTF-16 units at most.
  const characters = [...text.slice(0, 2 * most + 2)];
  return visibleLine(characters.length > most ? `${characters.slice(0, most).join('')}…` : text);
}

/** As {@link shortLine}, for a name in a message: an id, a key, a word. Longer than a name is, it is cut. */
export function visibleName(name: string): string {
  return shortLine(name, LONGEST_NAME);
}

const LONGEST_NAME = 80;

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
