import type { Span } from '../../text/types.js';
import { apart, outside } from '../place.js';
import { plainTexts } from '../plain-texts.js';
import type { Kind, OwnWords } from '../types.js';

export interface PlaceholderOptions extends OwnWords {
  /** Words that stand for a text still to be written, lower case. */
  readonly words: readonly string[];
}

/** Longest text in brackets that is taken for a gap: «[Ваше имя]»; longer ones are remarks. */
const LONGEST_GAP = 40;

/** A template was not filled in: «[Ваше имя]», "<company>", «{{сумма}}», «____», "TODO", "lorem ipsum". */
export const placeholder: Kind<PlaceholderOptions> = {
  kind: 'placeholder',
  settable: { allow: 'text', extra: 'text' },
  create: ({ words, allow = [], extra = [] }) => {
    const all = [...words, ...extra];
    return ({ document: { text } }) => {
      const found = apart([...gapsInBrackets(text), ...ruledGaps(text), ...plainTexts(text, all)]);
      const told = found.length === 0 ? found : outside(found, plainTexts(text, allow));
      return told.map((span) => ({ span }));
    };
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
  if (!text.includes('___')) return [];
  return Array.from(text.matchAll(/_{3,}/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
