import type { Span } from '../../text/types.js';
import { overlap } from '../place.js';
import type { Kind } from '../types.js';

export interface PlaceholderOptions {
  /** Words that stand for a text still to be written, lower case. */
  readonly words: readonly string[];
}

/** Longest text in brackets that is taken for a gap: «[Ваше имя]»; longer ones are remarks. */
const LONGEST_GAP = 40;

/** A template was not filled in: «[Ваше имя]», "<company>", «{{сумма}}», «____», "TODO", "lorem ipsum". */
export const placeholder: Kind<PlaceholderOptions> = {
  kind: 'placeholder',
  create:
    ({ words }) =>
    ({ document: { text } }) => {
      const found: Span[] = [];
      for (const gap of [...gapsInBrackets(text), ...ruledGaps(text), ...gapWords(text, words)])
        if (!found.some((other) => overlap(gap, other))) found.push(gap);
      return found.sort((a, b) => a.start - b.start).map((span) => ({ span }));
    },
};

/** `[name]`, `<name>`, `{{name}}`, with letters inside: not `[1]`, not `[x]`, not a Markdown link, not `<3`. */
function gapsInBrackets(text: string): Span[] {
  const found: Span[] = [];
  if (!/[[<{]/.test(text)) return found;
  for (const match of text.matchAll(/\[[^[\]\n]{2,40}\](?!\()|<[^<>\n]{2,40}>|\{\{?[^{}\n]{2,40}\}\}?/gu)) {
    const inside = match[0].replace(/^[[<{]+|[\]>}]+$/gu, '').trim();
    if (inside.length > LONGEST_GAP || !/\p{L}{2}/u.test(inside)) continue;
    if (match[0].startsWith('<') && /^(?:\/|https?:|mailto:|br\b)|@/iu.test(inside)) continue;
    found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** «___», «....» of the kind found on paper forms: three underscores or more. */
function ruledGaps(text: string): Span[] {
  return Array.from(text.matchAll(/_{3,}/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The words of the rule, with no letter or digit on either side. */
function gapWords(text: string, words: readonly string[]): Span[] {
  const found: Span[] = [];
  const lower = text.toLowerCase();
  // Lower-casing may change the length of a few foreign letters, and every offset with it.
  if (lower.length !== text.length) return found;
  for (const word of words)
    for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      if (!isWordPart(lower, at - 1) && !isWordPart(lower, end)) found.push({ start: at, end });
    }
  return found;
}

function isWordPart(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at] ?? '');
}
