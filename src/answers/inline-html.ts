import { linkTitle, skipSpace } from './inline-link.js';

/**
 * Elements whose tags are markup. `<name>` or `<company>` in an answer is a gap that its author forgot to
 * fill in, so unknown names stay for the rules to see.
 */
const ELEMENTS = new Set(
  (
    'a abbr article aside b blockquote br center cite code dd del details dfn div dl dt em figcaption figure ' +
    'font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section small ' +
    'span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

/** End of the HTML tag that opens at `at` (a `<`), or -1 where this is no tag of a known element. */
export function htmlTag(text: string, at: number, end: number): number {
  let here = at + 1;
  const closing = text[here] === '/';
  if (closing) here += 1;
  const nameStart = here;
  while (here < end && isNameCharacter(text.charCodeAt(here))) here += 1;
  if (!ELEMENTS.has(text.slice(nameStart, Math.min(here, nameStart + 12)).toLowerCase())) return -1;
  for (;;) {
    const afterSpace = skipSpace(text, here, end);
    if (text[afterSpace] === '>') return afterSpace + 1;
    if (closing) return -1;
    if (text[afterSpace] === '/') return text[afterSpace + 1] === '>' ? afterSpace + 2 : -1;
    if (afterSpace === here) return -1;
    const afterAttribute = attribute(text, afterSpace, end);
    if (afterAttribute < 0) return -1;
    here = afterAttribute;
  }
}

function attribute(text: string, at: number, end: number): number {
  let here = at;
  while (here < end && (isNameCharacter(text.charCodeAt(here)) || '_:.'.includes(text[here] ?? ' ')))
    here += 1;
  if (here === at) return -1;
  const equals = skipSpace(text, here, end);
  if (text[equals] !== '=') return here;
  here = skipSpace(text, equals + 1, end);
  const quote = text[here];
  if (quote === '"' || quote === "'") {
    // A backslash means nothing in HTML, but one before the quote ends the tag early at worst.
    return linkTitle(text, here, end);
  }
  const value = here;
  while (here < end && !' \t\r\n"\'=<>`'.includes(text[here] ?? ' ')) here += 1;
  return here > value ? here : -1;
}

function isNameCharacter(code: number): boolean {
  const lower = code | 32;
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57) || code === 45;
}
