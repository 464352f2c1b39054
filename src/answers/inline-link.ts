/** Where the tail of an inline link ends, or -1: `(url)`, `(<url> "title")`. `at` is the opening bracket. */
export function linkTail(text: string, at: number, end: number): number {
  let here = skipSpace(text, at + 1, end);
  if (text[here] !== ')') {
    here = linkDestination(text, here, end);
    if (here < 0) return -1;
    const afterSpace = skipSpace(text, here, end);
    if (afterSpace > here && '"\'('.includes(text[afterSpace] ?? ' ')) {
      here = linkTitle(text, afterSpace, end);
      if (here < 0) return -1;
      here = skipSpace(text, here, end);
    } else here = afterSpace;
  }
  return text[here] === ')' ? here + 1 : -1;
}

/** CommonMark lets implementations bound nested brackets; 32 is its reference parser's bound. */
const MAX_DEPTH = 32;

/** End of a link destination that starts at `at`, or -1. */
export function linkDestination(text: string, at: number, end: number): number {
  if (text[at] === '<') {
    for (let here = at + 1; here < end; here += 1) {
      const char = text[here];
      if (char === '>') return here + 1;
      if (char === '<' || char === '\n' || char === '\r') return -1;
      if (char === '\\') here += 1;
    }
    return -1;
  }
  let depth = 0;
  let here = at;
  for (; here < end; here += 1) {
    const code = text.charCodeAt(here);
    if (code <= 32 || code === 127) break;
    if (code === 92) here += 1;
    else if (code === 40) {
      depth += 1;
      if (depth > MAX_DEPTH) return -1;
    } else if (code === 41) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  return depth === 0 && here > at ? Math.min(here, end) : -1;
}

/** End of a link title that starts at `at` with a quote or a bracket, or -1. */
export function linkTitle(text: string, at: number, end: number): number {
  const open = text[at];
  const close = open === '(' ? ')' : open;
  for (let here = at + 1; here < end; here += 1) {
    const char = text[here];
    if (char === close) return here + 1;
    if (char === '(' && open === '(') return -1;
    if (char === '\\') here += 1;
  }
  return -1;
}

/** Offset of the first character from `at` on that is no white space; `end` where there is none. */
export function skipSpace(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && ' \t\r\n'.includes(text[here] ?? 'x')) here += 1;
  return here;
}

/** As CommonMark compares labels of references. */
export function normalLabel(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}
