import { isCapital, isSmall } from './characters.js';
import { hasLineBreak } from './headings.js';
import type { Token } from './types.js';

/** A gap between two tokens where a sentence may end, with what the rules ask about it. */
export interface Gap {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Index of the token before the gap and of the one after it. */
  readonly left: number;
  readonly right: number;
  /** Line breaks in the gap. */
  readonly breaks: number;
  /** True where there is white space in the gap. */
  readonly spaced: boolean;
  /** Index of the mark that could end the sentence, before closing quotes, brackets and smileys; -1: none. */
  readonly stop: number;
  /** Index of the first word or number after the gap; -1: none. */
  readonly next: number;
  /** True where brackets are open at the gap. */
  readonly inBrackets: boolean;
  /** True where the bracket before the gap closes nothing: a smiley. */
  readonly smiley: boolean;
  readonly traits: TextTraits;
}

/** What the text as a whole is like. */
interface TextTraits {
  /** True where sentences mostly begin with small letters: typed quickly on a phone. Few texts have to be asked. */
  readonly smallLetters: () => boolean;
  /** Offsets of line breaks that only wrap a paragraph at a column. */
  readonly wraps: ReadonlySet<number>;
  /** True where so many lines are full that chance is ruled out, and a capital may follow a wrap. */
  readonly longWraps: boolean;
}

const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '…']);
const CLOSERS: ReadonlySet<string> = new Set(['"', "'", ')', ']', '*', '_']);

/** A full stop, a question or exclamation mark, an ellipsis. */
export function isStop(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'mark' && STOPS.has(token.norm);
}

/** An emoji, or a piece of one: a skin tone, a joiner, a variation selector. */
export function isPicture(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'mark') return false;
  const code = token.norm.codePointAt(0) ?? 0;
  if (code === 0x200d || code === 0xfe0f || (code >= 0x1f1e6 && code <= 0x1f1ff)) return true;
  // Quotes, dashes and dots of Russian come before a class of Unicode, which has to be made ready first.
  if (code <= 0xa8 || code === 0xab || code === 0xbb || (code >= 0x2010 && code <= 0x2027)) return false;
  return /^\p{Extended_Pictographic}/u.test(token.norm);
}

/** All gaps where a sentence may end, in order: not those after a comma or a dash in a line. */
export function gapsOf(text: string, tokens: readonly Token[]): Gap[] {
  const traits = traitsOf(text, tokens);
  const gaps: Gap[] = [];
  let open = 0;
  let next = 0;
  for (let left = 0; left + 1 < tokens.length; left += 1) {
    const token = tokens[left];
    const after = tokens[left + 1];
    if (token === undefined || after === undefined) continue;
    let smiley = false;
    if (token.norm === '(') open += 1;
    else if (token.norm === ')') {
      smiley = open === 0 || tokens[left - 1]?.norm === ')' || after.norm === ')';
      if (open > 0) open -= 1;
    }
    const spaced = after.start > token.end;
    const breaks = spaced ? countBreaks(text, token, after) : 0;
    // A paragraph ends whatever was opened in it.
    if (breaks > 1) open = 0;
    if (breaks === 0 && token.kind !== 'mark') continue;
    const stop = stopBefore(tokens, left);
    if (breaks === 0 && stop < 0 && token.norm !== ')' && !isPicture(token)) continue;
    if (next <= left) next = left + 1;
    while (tokens[next]?.kind === 'mark') next += 1;
    gaps.push({
      text,
      tokens,
      left,
      right: left + 1,
      breaks,
      spaced,
      stop,
      next: next < tokens.length ? next : -1,
      inBrackets: open > 0,
      smiley,
      traits,
    });
  }
  return gaps;
}

/** Longest run of closing quotes, brackets, smileys and emoji that is looked through. */
const LONGEST_CLOSING = 12;

function stopBefore(tokens: readonly Token[], left: number): number {
  for (let at = left; at >= 0 && at > left - LONGEST_CLOSING; at -= 1) {
    const token = tokens[at];
    if (isStop(token)) return at;
    if (token === undefined || !(CLOSERS.has(token.norm) || isPicture(token))) return -1;
  }
  return -1;
}

function countBreaks(text: string, left: Token, right: Token): number {
  let breaks = 0;
  for (let at = left.end; at < right.start; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 0x2028 || code === 0x2029) breaks += code === 0x2029 ? 2 : 1;
    else if (code === 13 && text.charCodeAt(at + 1) !== 10) breaks += 1;
  }
  return breaks;
}

function traitsOf(text: string, tokens: readonly Token[]): TextTraits {
  const wraps = wrapsOf(text);
  let known: boolean | null = null;
  const smallLetters = () => {
    known ??= opensWithSmallLetters(text, tokens);
    return known;
  };
  return { smallLetters, wraps, longWraps: wraps.size >= 3 };
}

/** More sentences open with a small letter than with a capital: after full stops and at line starts. */
function opensWithSmallLetters(text: string, tokens: readonly Token[]): boolean {
  let small = 0;
  let capital = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const before = tokens[at - 1];
    if (token === undefined || token.kind !== 'word') continue;
    const opens =
      before === undefined ||
      (isStop(before) && before.end < token.start && !isShort(tokens[at - 2])) ||
      hasLineBreak(text, before, token);
    if (!opens) continue;
    if (isCapital(text, token.start)) capital += 1;
    else if (isSmall(text, token.start)) small += 1;
  }
  return small > capital;
}

/** «т. е.», «руб. за»: after so short a word the full stop may be that of an abbreviation. */
function isShort(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word' || token.norm.length < 4;
}

/** A paragraph is taken for wrapped only where its lines are at least this long. */
const SHORTEST_WRAP = 50;

/**
 * Line breaks that a text editor made: every line of the paragraph is so full that the first word of the
 * next would not have fitted. Lines that somebody ended on purpose are of all lengths.
 */
function wrapsOf(text: string): ReadonlySet<number> {
  const wraps = new Set<number>();
  if (!text.includes('\n')) return wraps;
  let paragraph: { start: number; end: number }[] = [];
  let start = 0;
  const close = () => {
    for (const line of isFilled(text, paragraph) ? paragraph.slice(0, -1) : []) wraps.add(line.end);
    paragraph = [];
  };
  while (start <= text.length) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() === '') close();
    else paragraph.push({ start, end });
    start = end + 1;
  }
  close();
  return wraps;
}

function isFilled(text: string, lines: readonly { start: number; end: number }[]): boolean {
  if (lines.length < 2) return false;
  const width = Math.max(...lines.slice(0, 400).map((line) => line.end - line.start));
  if (width < SHORTEST_WRAP || isSmall(text, lines[0]?.start ?? 0)) return false;
  return lines.slice(0, -1).every((line, index) => {
    const next = lines[index + 1];
    if (next === undefined) return true;
    const first = text.indexOf(' ', next.start);
    const word = (first < 0 || first > next.end ? next.end : first) - next.start;
    return line.end - line.start + 1 + word > width;
  });
}

/** True where a capital or a figure opens what follows the gap, quotes and brackets aside. */
export function capitalFollows({ text, tokens, next }: Gap): boolean {
  const token = tokens[next];
  return token !== undefined && (token.kind === 'number' || isCapital(text, token.start));
}

/** True where a small letter opens what follows the gap. */
export function smallFollows({ text, tokens, next }: Gap): boolean {
  const token = tokens[next];
  return token !== undefined && token.kind === 'word' && isSmall(text, token.start);
}
