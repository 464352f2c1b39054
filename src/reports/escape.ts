import { visible, visibleLine } from '../content/visible.js';

/** Half of a character that has lost its other half; streams would write U+FFFD for it. */
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Untrusted text, safe to send to a terminal: control and bidirectional characters and halves of
 * characters are shown as `\u001b`. Tabs and line breaks stay.
 */
export function printable(text: string): string {
  return visible(text).replace(LONE_SURROGATE, asEscape);
}

/** Whatever is not shown as it is, and halves of characters: nearly all texts have none of it. */
const ODD = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]/;

/** As {@link printable}, in one line: white space of any kind becomes a space. */
export function printableLine(text: string): string {
  if (!ODD.test(text)) return text;
  return visibleLine(text.replace(/[\t\n\r]+/g, ' ')).replace(LONE_SURROGATE, asEscape);
}

function asEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
