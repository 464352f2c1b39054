import { isCapital } from './characters.js';
import { firstPast } from './first-past.js';
import { oncePer } from './once-per.js';
import type { Heading, HeadingWords, Span, Token } from './types.js';

/** Finds headings among the tokens of one text. Built once a document. */
export interface HeadingFinder {
  /** True for a word that some heading begins with: the cheap question, to be asked first. */
  readonly begins: (norm: string) => boolean;
  /**
   * The heading whose first word is `tokens[index]`, and the index after its last token.
   *
   * @param place where the word stands: a heading alone on its line or a single letter needs the line's start
   */
  readonly at: (index: number, place: HeadingPlace) => FoundHeading | null;
}

type HeadingPlace = 'line-start' | 'inside-line';

export interface FoundHeading {
  readonly heading: Heading;
  readonly next: number;
}

interface PartHeading {
  readonly part: string;
  readonly words: readonly string[];
}

/** A heading whose words stand among the tokens; whether it is one depends on what follows them. */
interface SpelledHeading extends PartHeading {
  /** Index of its first token. */
  readonly first: number;
  /** Index after its last word. */
  readonly end: number;
  readonly place: HeadingPlace;
}

/**
 * @param headings words that name parts, of all languages that the answer may use
 * @param marked ranges that the file's markup makes headings («**Ситуация.**»)
 */
export function headingFinder(
  text: string,
  tokens: readonly Token[],
  headings: readonly HeadingWords[],
  marked: readonly Span[],
): HeadingFinder {
  const byFirstWord = indexOf(headings);
  const markedStarts = new Map(marked.map((span) => [firstTokenIn(tokens, span), span]));
  const at = (first: number, place: HeadingPlace): FoundHeading | null => {
    const token = tokens[first];
    if (token === undefined) return null;
    const span = markedStarts.get(token.start);
    for (const { part, words } of byFirstWord.get(token.norm) ?? []) {
      if (!spells(tokens, first, words)) continue;
      const spelled = { part, words, first, end: first + words.length, place };
      const next =
        (span === undefined ? null : endOfMarked(tokens, spelled.end, span)) ??
        endOfPlain(text, tokens, spelled);
      if (next === null) continue;
      return { heading: { part, start: token.start, end: tokens[next - 1]?.end ?? token.end }, next };
    }
    return null;
  };
  return { begins: (norm) => byFirstWord.has(norm), at };
}

/** «Ситуация:», «Ситуация (Situation):», "Result -", a heading alone on its line. */
function endOfPlain(text: string, tokens: readonly Token[], heading: SpelledHeading): number | null {
  const { words, first, end, place } = heading;
  const after = skipLeftovers(tokens, skipBracketed(text, tokens, end));
  const mark = tokens[after];
  const isLetter = words.length === 1 && words[0]?.length === 1;
  if (isLetter) return place === 'line-start' ? endOfLetter(text, tokens, first, after) : null;
  if (mark?.norm === ':' || mark?.norm === '：') return skipLeftovers(tokens, after + 1);
  if (place === 'inside-line') return null;
  if (isAloneOnLine(text, tokens, after)) return after;
  if (isDash(mark) && isSpaced(text, mark)) return after + 1;
  if (mark?.norm === '.' && isAloneOnLine(text, tokens, after + 1)) return after + 1;
  return endOfEmphasised(text, tokens, heading);
}

/** «**Ситуация.** Было так», "__Result__ — twice as fast": emphasis typed in plain text around the heading alone. */
function endOfEmphasised(
  text: string,
  tokens: readonly Token[],
  { first, end }: SpelledHeading,
): number | null {
  const inside = tokens[end]?.norm === '.' ? end + 1 : end;
  if (!isEmphasis(tokens[first - 1]) || !isEmphasis(tokens[inside])) return null;
  let next = inside;
  while (endsHeading(tokens[next])) next += 1;
  // «**Задача** была одна» goes on as a sentence does.
  const body = tokens[next];
  return body === undefined || isDash(tokens[next - 1]) || isCapital(text, body.start) ? next : null;
}

/** "S: …", "T - …", "A) …", "R. …", only a capital at the start of a line. */
function endOfLetter(text: string, tokens: readonly Token[], first: number, after: number): number | null {
  const letter = tokens[first];
  const mark = tokens[after];
  if (letter === undefined || mark === undefined || !isCapital(text, letter.start)) return null;
  if (mark.norm === ':') return after + 1;
  if (isDash(mark) && isSpaced(text, mark)) return after + 1;
  const isListMark = (mark.norm === ')' || mark.norm === '.') && mark.start === letter.end;
  return isListMark && !isInitial(text, tokens, after) ? after + 1 : null;
}

/** Headings by their first word, the longer ones first: a framework's words are the same for every answer. */
const indexOf = oncePer((headings: readonly HeadingWords[]): ReadonlyMap<string, readonly PartHeading[]> => {
  const byFirst = new Map<string, PartHeading[]>();
  for (const { part, words } of headings) {
    for (const heading of words) {
      const split = heading.split(' ');
      const first = split[0];
      if (first === undefined) continue;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { part, words: split }]);
    }
  }
  // The longer heading is tried first: «что я сделал» before «что».
  for (const named of byFirst.values()) named.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
});

function spells(tokens: readonly Token[], first: number, words: readonly string[]): boolean {
  return words.every((word, offset) => tokens[first + offset]?.norm === word);
}

function firstTokenIn(tokens: readonly Token[], span: Span): number {
  return tokens[firstPast(tokens, ({ start }) => start >= span.start)]?.start ?? -1;
}

/**
 * The markup says that it is a heading: the words inside the range and the punctuation after it belong to
 * it. Null where the range holds more than a heading («**Задача была одна: не потерять клиента**»).
 */
function endOfMarked(tokens: readonly Token[], end: number, span: Span): number | null {
  let at = end;
  let extraWords = 0;
  for (; (tokens[at]?.start ?? Number.POSITIVE_INFINITY) < span.end; at += 1) {
    if (tokens[at]?.kind !== 'mark') extraWords += 1;
  }
  if (extraWords > 2) return null;
  while (endsHeading(tokens[at])) at += 1;
  return at;
}

function endsHeading(token: Token | undefined): boolean {
  return token?.norm === ':' || token?.norm === '.' || isDash(token) || isLeftover(token);
}

/** «Ситуация (Situation):» — a translation or a name in brackets, at most four words. */
function skipBracketed(text: string, tokens: readonly Token[], from: number): number {
  if (tokens[from]?.norm !== '(') return from;
  for (let at = from + 1; at < from + 6; at += 1) {
    const token = tokens[at];
    if (token === undefined || hasLineBreak(text, tokens[at - 1], token)) return from;
    if (token.norm === ')') return at + 1;
  }
  return from;
}

/** Leftovers of markup around a heading: "**Task**:", "Task:**". */
function skipLeftovers(tokens: readonly Token[], from: number): number {
  let at = from;
  while (isLeftover(tokens[at])) at += 1;
  return at;
}

/** A sign of markup that a text without markup still has: `*`, `_`, `#`, `>`. */
export function isLeftover(token: Token | undefined): boolean {
  return token?.norm === '*' || token?.norm === '_' || token?.norm === '#' || token?.norm === '>';
}

function isEmphasis(token: Token | undefined): boolean {
  return token?.norm === '*' || token?.norm === '_';
}

function isDash(token: Token | undefined): token is Token {
  return token?.norm === '-' || token?.norm === '—';
}

/** A hyphen must stand apart: "Result - 20 %", not "Result-driven". */
function isSpaced(text: string, mark: Token): boolean {
  return text.charAt(mark.start - 1).trim() === '' || text.charAt(mark.end).trim() === '';
}

function isAloneOnLine(text: string, tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  const last = tokens[next - 1];
  return after === undefined || (last !== undefined && hasLineBreak(text, last, after));
}

/** "A. Petrov …": an initial, not the letter of a part. */
function isInitial(text: string, tokens: readonly Token[], dot: number): boolean {
  const after = tokens[dot + 1];
  const second = tokens[dot + 2];
  if (tokens[dot]?.norm !== '.' || after === undefined) return false;
  return after.end - after.start === 1 && isCapital(text, after.start) && second?.norm === '.';
}

/** Whether a line ends between two tokens that follow each other; without a left one, before the right one. */
export function hasLineBreak(text: string, left: Token | undefined, right: Token): boolean {
  for (let at = left?.end ?? 0; at < right.start; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}
