import type { Scalar } from 'yaml';
import type { Span } from '../text/types.js';
import { type BlankRanges, blankOut } from './blank.js';

/**
 * The text of a YAML scalar as it stands in the file, with what YAML adds blanked: the header of a block,
 * quotes, escapes. Folding needs nothing: where YAML makes a space of a line break, the mask keeps the
 * break.
 */
export function maskScalar(source: string, scalar: Scalar): Span & { readonly mask: string } {
  const [start = 0, end = start] = scalar.range ?? [];
  const blanks: BlankRanges = [];
  const text = source.slice(start, end);
  if (scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL') {
    const headerEnd = text.search(/[\r\n]|$/);
    blanks.push(0, headerEnd);
  } else if (scalar.type === 'QUOTE_SINGLE') {
    blanks.push(0, 1, text.length - 1, text.length);
    // «Don''t» is don't: the second quote is the one that goes.
    for (let at = text.indexOf("''", 1); at >= 0 && at < text.length - 2; at = text.indexOf("''", at + 2))
      blanks.push(at + 1, at + 2);
  } else if (scalar.type === 'QUOTE_DOUBLE') {
    blanks.push(0, 1, text.length - 1, text.length);
    for (let at = text.indexOf('\\', 1); at >= 0 && at < text.length - 1; ) {
      const length = escapeLength(text[at + 1] ?? '');
      // What `\"`, `\\` and `\/` stand for is the second character itself.
      blanks.push(at, '"\\/'.includes(text[at + 1] ?? ' ') ? at + 1 : at + length);
      at = text.indexOf('\\', at + length);
    }
  }
  return { start, end, mask: blankOut(text, blanks) };
}

function escapeLength(kind: string): number {
  return kind === 'x' ? 4 : kind === 'u' ? 6 : kind === 'U' ? 10 : 2;
}

/**
 * Where a quoted text spells a letter by its number (`\\u0441`, as programs write Cyrillic that think files
 * are ASCII); null where it does not. Such a text has no letters in the file that a finding could point at.
 */
export function escapedLetter(source: string, scalar: Scalar): Span | null {
  if (scalar.type !== 'QUOTE_DOUBLE') return null;
  const [start = 0, end = start] = scalar.range ?? [];
  for (let at = source.indexOf('\\', start); at >= 0 && at < end; ) {
    const length = escapeLength(source[at + 1] ?? '');
    const code = length > 2 ? Number.parseInt(source.slice(at + 2, at + length), 16) : 0;
    if (/\p{L}/u.test(String.fromCodePoint(Math.min(code || 0, 0x10ffff))))
      return { start: at, end: at + length };
    at = source.indexOf('\\', at + length);
  }
  return null;
}
