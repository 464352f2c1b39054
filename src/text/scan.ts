import { characterKind, isApostrophe, isHyphen } from './characters.js';
import type { LanguageCode, Token } from './types.js';
import { wordReader } from './words.js';

/**
 * Cuts a text into words, numbers and marks, in one pass by character code.
 *
 * - A word is a run of letters with inner digits («Битрикс24», "p95"), hyphens and apostrophes.
 * - A number is a run of digits with single inner `.` `,` `:` `/` before a digit ("12.5", "9:30", "24/7");
 *   «1С» is a number and a word, "1 200" two numbers.
 * - Everything else but white space is one mark a code point.
 *
 * Any UTF-16 goes in, lone surrogates and NUL included. Spans are offsets into `text` as typed; `norm` may
 * be shorter than its span (an accent typed apart from its letter). Linear in the length of the text.
 *
 * @param language decides the stems and forms of words; null gives neither
 * @param known the tokens of the text before a white space; the rest follows from what stands after it
 */
export function scan(text: string, language: LanguageCode | null, known: readonly Token[] = []): Token[] {
  const wordTyped = wordReader(language);
  const tokens = known.slice();
  let at = tokens.at(-1)?.end ?? 0;
  while (at < text.length) {
    const code = text.codePointAt(at) ?? 0;
    const kind = characterKind(code);
    if (kind === 'space') {
      at += 1;
    } else if (kind === 'letter' && !isApostrophe(code)) {
      const end = endOfWord(text, at);
      const word = wordTyped(text.slice(at, end));
      tokens.push({ kind: 'word', start: at, end, norm: word.norm, word });
      at = end;
    } else if (kind === 'digit') {
      const end = endOfNumber(text, at);
      tokens.push({ kind: 'number', start: at, end, norm: text.slice(at, end), word: null });
      at = end;
    } else {
      const end = at + (code > 0xffff ? 2 : 1);
      tokens.push({ kind: 'mark', start: at, end, norm: normOfMark(text, at, end), word: null });
      at = end;
    }
  }
  return tokens;
}

function endOfWord(text: string, start: number): number {
  let end = start;
  let at = start;
  while (at < text.length) {
    // Most letters are told by their code alone.
    if (isPlainLetter(text.charCodeAt(at))) {
      at += 1;
      end = at;
      continue;
    }
    const code = text.codePointAt(at) ?? 0;
    const kind = characterKind(code);
    const size = code > 0xffff ? 2 : 1;
    if (isApostrophe(code)) {
      if (!startsWord(text, at + 1, false)) break;
    } else if (kind === 'letter' || kind === 'digit') {
      end = at + size;
    } else if (kind === 'join') {
      // An accent belongs to its letter even at the end of the word; an invisible joiner only inside it.
      if (isAccent(code)) end = at + size;
    } else if (!(isHyphen(code) && startsWord(text, at + 1, true))) {
      break;
    }
    at += size;
  }
  return end;
}

/** Small letters of Russian and English; false at the end of the text. */
function isPlainLetter(code: number): boolean {
  return (code >= 0x430 && code <= 0x44f) || (code >= 0x61 && code <= 0x7a);
}

function isAccent(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function startsWord(text: string, at: number, orDigit: boolean): boolean {
  const code = text.codePointAt(at);
  if (code === undefined || isApostrophe(code)) return false;
  const kind = characterKind(code);
  return kind === 'letter' || (orDigit && kind === 'digit');
}

function endOfNumber(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    if (isDigit(text.charCodeAt(at))) at += 1;
    else if (isInnerMark(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 1))) at += 2;
    else return at;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `,` `.` `/` `:` */
function isInnerMark(code: number): boolean {
  return code === 0x2c || code === 0x2e || code === 0x2f || code === 0x3a;
}

const MARKS = new Map<string, string>([
  ...['–', '−', '‒', '\u2010', '\u2011'].map((mark) => [mark, '-'] as const),
  ['―', '—'],
  ...['“', '”', '„', '‟', '«', '»'].map((mark) => [mark, '"'] as const),
  ...['’', '‘', '`'].map((mark) => [mark, "'"] as const),
]);

function normOfMark(text: string, start: number, end: number): string {
  const mark = text.slice(start, end);
  return MARKS.get(mark) ?? mark;
}
