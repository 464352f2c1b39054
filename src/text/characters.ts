/** What a code point is to the scanner. */
export type CharacterKind = 'letter' | 'digit' | 'space' | 'join' | 'mark';

const LETTER = /^\p{L}$/u;
const COMBINING = /^\p{M}$/u;
const SPACE = /^\s$/u;

/** Most characters of an answer are ASCII or Cyrillic: these are told apart without an expression. */
const TABLE: readonly CharacterKind[] = Array.from({ length: 0x530 }, (_, code) =>
  slowKind(String.fromCharCode(code)),
);

/**
 * Kind of a code point. `join` is what stands inside a word without being a letter of it: accents typed
 * apart from their letter (й as и + U+0306) and invisible joiners and soft hyphens.
 */
export function characterKind(code: number): CharacterKind {
  return TABLE[code] ?? slowKind(String.fromCodePoint(code));
}

function slowKind(character: string): CharacterKind {
  if (character >= '0' && character <= '9' && character.length === 1) return 'digit';
  if (LETTER.test(character)) return 'letter';
  if (isInvisibleJoiner(character) || COMBINING.test(character)) return 'join';
  return SPACE.test(character) ? 'space' : 'mark';
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
  const character = text.charAt(offset);
  return character !== character.toLowerCase();
}

/** True where the character at `offset` is a small letter. */
export function isSmall(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  if (code < 0x80) return code >= 97 && code <= 122;
  const character = text.charAt(offset);
  return character !== character.toUpperCase();
}
