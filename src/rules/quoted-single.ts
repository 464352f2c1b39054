import type { Span } from '../text/types.js';

/**
 * Passages between single marks, 'I can't' and ‘it’s late’, in each paragraph. The closing mark is an apostrophe, too: one
 * inside a word closes nothing, and one after an s, "the clients' mail", only where no better one follows.
 */
export function singleQuoted(text: string): readonly Span[] {
  if (!/['‘]/u.test(text)) return [];
  const passages: Span[] = [];
  let open = -1;
  /** After the first mark that may close a passage as well as make a plural possessive. */
  let possessive = -1;
  const end = (): void => {
    if (open >= 0 && possessive >= 0) passages.push({ start: open, end: possessive });
    [open, possessive] = [-1, -1];
  };
  for (const { 0: mark, index } of text.matchAll(/['‘’]|\n[ \t\r]*\n/gu)) {
    const before = text[index - 1] ?? ' ';
    const after = text.slice(index + 1, index + 8);
    if (mark.startsWith('\n')) end();
    else if (mark !== '’' && OPENS_BEHIND.test(before) && OPENS_BEFORE.test(after)) {
      if (mark === "'" && ELIDED.test(after)) continue;
      end();
      open = index;
    } else if (open < 0 || mark === '‘' || !CLOSES_BEHIND.test(before) || /^[\p{L}\p{N}]/u.test(after))
      continue;
    else if (/s/iu.test(before) && /^ \p{L}/u.test(after)) {
      if (possessive < 0) possessive = index + 1;
    } else {
      possessive = index + 1;
      end();
    }
  }
  end();
  return passages;
}

const OPENS_BEHIND = /[\s([{«“„"—–-]/u;
const OPENS_BEFORE = /^[\p{L}\p{N}…]/u;
const CLOSES_BEHIND = /\S/u;
/** What is left of a word or a year: "'em", "'cause", "'19", "'90s", "rock 'n' roll". */
const ELIDED = /^(?:\d\ds?|em|cause|til|till|tis|twas|twere|n|bout|round)(?![\p{L}\p{N}])/iu;
