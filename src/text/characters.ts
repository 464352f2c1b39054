/** What a code point is to the scanner. */
export type CharacterKind = 'letter' | 'digit' | 'space' | 'join' | 'mark';

/** Kinds that were asked for, of ASCII and Cyrillic: most characters of an answer. */
const KNOWN: (CharacterKind | undefined)[] = Array.from({ length: 0x530 });

/**
 * Kind of a code point. `join` is what stands inside a word without being a letter of it: accents typed
 * apart from their letter (й as и + U+0306) and invisible joiners and soft hyphens.
 */
export function characterKind(code: number): CharacterKind {
  const known = KNOWN[code];
  if (known !== undefined) return known;
  const kind = plainKind(code) ?? slowKind(String.fromCodePoint(code));
  if (code < KNOWN.length) KNOWN[code] = kind;
  return kind;
}

/** Without classes of Unicode, which take milliseconds to make ready; null where it takes them to tell. */
function plainKind(code: number): CharacterKind | null {
  if (code >= 0x80) {
    if (code >= 0x400 && code <= 0x45f) return 'letter';
    // «», and from the hyphen to the ellipsis.
    return code === 0xab || code === 0xbb || (code >= 0x2010 && code <= 0x2027) ? 'mark' : null;
  }
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'letter';
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) ? 'space' : 'mark';
}

/** Classes of Unicode are made ready where an expression with them is first met, so they stand here. */
function slowKind(character: string): CharacterKind {
  if (/^\p{L}$/u.test(character)) return 'letter';
  if (isInvisibleJoiner(character) || /^\p{M}$/u.test(character)) return 'join';
  return /^\s$/u.test(character) ? 'space' : 'mark';
}

/** Soft hyphen, zero-width (non-)joiner, word joiner: «кли\u00ADент» is «клиент». */
function isInvisibleJoiner(character: string): boolean {
  return character === '\u00AD' || character === '\u200C' || character === '\u200D' || character === '\u2060';
}

/** «’», «‘», «ʼ» (a letter to Unicode), «`» and the straight apostrophe. */
export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019 || code === 0x2018 || code === 0x2bc || code === 0x60;
}

/** Hyphen-minus and the two Unicode hyphens; dashes are no hyphens. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

/** True where the character at `offset` is a capital; false for figures, marks and caseless scripts. */
export function isCapital(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 65 && code <= 90;
  // Ѐ to џ: the capitals come first.
  if (code >= 0x400 && code <= 0x45f) return code <= 0x42f;
  const character = text.charAt(offset);
  return character !== character.toLowerCase();
}

/** True for a word that begins with a capital of any script. */
export function beginsWithCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  if (code >= 0x400 && code <= 0x45f) return code <= 0x42f;
  return /^\p{Lu}/u.test(word);
}

/** True for a word with two capitals of any script: "CRM", «АвтоВАЗ». */
export function hasTwoCapitals(word: string): boolean {
  let capitals = 0;
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 0x80 && !(code >= 0x400 && code <= 0x45f)) return /\p{Lu}.*\p{Lu}/u.test(word);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x400 && code <= 0x42f)) capitals += 1;
  }
  return capitals > 1;
}

/** True for two capitals of any script, or more up to a number of them, and nothing else: "SLA", «МТС». */
export function isAbbreviation(word: string, most: number): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code >= 0x80 && !(code >= 0x400 && code <= 0x45f))
      return /^\p{Lu}{2,}$/u.test(word) && Array.from(word).length <= most;
    if (!((code >= 0x41 && code <= 0x5a) || (code >= 0x400 && code <= 0x42f))) return false;
  }
  return word.length >= 2 && word.length <= most;
}

/** True where the character at `offset` is a small letter. */
export function isSmall(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 97 && code <= 122;
  if (code >= 0x400 && code <= 0x45f) return code > 0x42f;
  const character = text.charAt(offset);
  return character !== character.toUpperCase();
}
