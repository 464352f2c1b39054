import { readPattern } from './patterns.js';

/** Why a pattern would not be read as it was meant. */
export type PatternFault = 'brackets' | 'nested' | 'glued' | 'inside' | 'opening' | 'unread';

/**
 * What is wrong with a pattern, for whoever takes patterns from people. Matching takes any text for a pattern:
 * «(last (year)? a client)» would look for the words «last (year)? a client)» and never find them, or find far
 * too much.
 *
 * @param pattern in the language of {@link readPattern}
 * @returns the first fault; null for a pattern that is read as it is written
 */
export function patternFault(pattern: string): PatternFault | null {
  const text = pattern.trim();
  if (text.startsWith('..')) return 'opening';
  const fault = bracketFault(text) ?? insideFault(text);
  if (fault !== null) return fault;
  try {
    readPattern(pattern);
    return null;
  } catch {
    return 'unread';
  }
}

/** What may stand after a closing bracket: a star with or without an ending, a form, a question mark. */
const BEHIND = /^(?:\*\p{L}*)?(?:@\w+)?\??(?= |$)/u;

function bracketFault(text: string): PatternFault | null {
  let open = false;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') {
      if (open) return 'nested';
      if (at > 0 && text[at - 1] !== ' ') return 'glued';
      open = true;
    } else if (text[at] === ')') {
      if (!open) return 'brackets';
      if (!BEHIND.test(text.slice(at + 1))) return 'glued';
      open = false;
    }
  }
  return open ? 'brackets' : null;
}

/** Inside brackets stand words alone. */
function insideFault(text: string): PatternFault | null {
  for (const [, inside = ''] of text.matchAll(/\(([^()]*)\)/g)) {
    const words = inside.split(/[ |]/).filter((word) => word !== '');
    if (words.length === 0) return 'brackets';
    for (const word of words) if (/^(?:\^|\$|\.\..*|.*\?)$/.test(word)) return 'inside';
  }
  return null;
}
