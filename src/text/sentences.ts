import { gapsOf, isPicture } from './gaps.js';
import { type FoundHeading, type HeadingFinder, hasLineBreak, isLeftover } from './headings.js';
import { cutRunOn, hasPauses } from './run-on.js';
import { decide, listMarkerLength } from './sentence-rules.js';
import type { LanguageCode, RunOnWeights, Token } from './types.js';

/** Tokens `from` to `to` (not included) of one sentence. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
  /** First token that says something: after the list marker and the heading. */
  readonly body: number;
  readonly heading: FoundHeading['heading'] | null;
  readonly cutBy: string;
}

/** A text cut into tokens, and what finds the headings among them. */
interface TokenizedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly headings: HeadingFinder;
}

export interface CutText {
  readonly ranges: readonly TokenRange[];
  readonly words: number;
}

/** Rules that end a sentence at a mark of its own. */
const ENDED: ReadonlySet<string> = new Set(['full-stop', 'question', 'exclamation', 'ellipsis']);

/**
 * Cuts the tokens of a text into sentences by {@link decide}'s ordered rules, at headings inside a line
 * («… Задача: …»), and, where there is no punctuation at all, where one is likely to end.
 *
 * @param runOn weights for where there is none
 */
export function cutSentences(
  source: TokenizedText,
  language: LanguageCode | null,
  runOn: RunOnWeights | undefined,
): CutText {
  const { text, tokens } = source;
  const ends = sentenceEnds(source);
  const ended = ends.filter(({ cutBy }) => ENDED.has(cutBy)).length;
  const ranges: TokenRange[] = [];
  let words = 0;
  let from = 0;
  for (const { to, cutBy } of ends) {
    const opening = readOpening(source, from, to);
    const pieces = cutRunOn(
      { text, tokens, from: opening.body, to, language, hasCommas: hasPauses(tokens, opening.body, to) },
      { ended: ENDED.has(cutBy), othersEnded: ended > 1 },
      runOn,
    );
    words += countWords(tokens, from, to);
    let start = from;
    for (const piece of pieces) {
      push(ranges, tokens, {
        from: start,
        to: piece.to,
        cutBy: piece.cutBy,
        ...openingOf(start, opening, from),
      });
      start = piece.to;
    }
    push(ranges, tokens, { from: start, to, cutBy, ...openingOf(start, opening, from) });
    from = to;
  }
  return { ranges, words };
}

function sentenceEnds(source: TokenizedText): { to: number; cutBy: string }[] {
  const { text, tokens } = source;
  const cuts: { to: number; cutBy: string }[] = [];
  for (const gap of gapsOf(text, tokens)) {
    const { name, cut } = decide(gap);
    if (cut) cuts.push({ to: gap.right, cutBy: name });
  }
  const ends: { to: number; cutBy: string }[] = [];
  let nextCut = 0;
  let from = 0;
  for (let at = 1; at < tokens.length; at += 1) {
    const cut = cuts[nextCut]?.to === at ? cuts[nextCut] : undefined;
    if (cut !== undefined) {
      nextCut += 1;
      from = at;
    }
    if (opensHeading(source, from, at)) {
      ends.push({ to: at, cutBy: 'heading-inside' });
      from = at;
    } else if (cut !== undefined) ends.push(cut);
  }
  if (tokens.length > 0) ends.push({ to: tokens.length, cutBy: lastEnd(tokens) });
  return ends;
}

/** @param from where the sentence opens that the word at `at` stands in */
function opensHeading({ text, tokens, headings }: TokenizedText, from: number, at: number): boolean {
  const token = tokens[at];
  if (token?.kind !== 'word' || !headings.begins(token.norm)) return false;
  // «1. Задача: …», «**Задача**: …»: it opens the sentence already.
  if (at <= from + listMarkerLength(text, tokens, from)) return false;
  if (isLeftover(tokens[at - 1]) && at === from + 2) return false;
  return mayOpenHeading(text, tokens, at) && headings.at(at, 'inside-line') !== null;
}

function lastEnd(tokens: readonly Token[]): string {
  let at = tokens.length - 1;
  while (at > 0 && (tokens[at]?.norm === '"' || tokens[at]?.norm === ')' || isPicture(tokens[at]))) at -= 1;
  const mark = tokens[at]?.norm;
  if (mark === '.') return 'full-stop';
  if (mark === '?') return 'question';
  return mark === '!' ? 'exclamation' : mark === '…' ? 'ellipsis' : 'end-of-text';
}

/** A heading inside a line begins with a capital or after a mark: not «моя задача: …» in running text. */
function mayOpenHeading(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined) return false;
  const first = text.charAt(token.start);
  const isCapital = first !== first.toLowerCase();
  if (before.kind !== 'mark') return isCapital;
  return isCapital && !(before.norm === '(' || before.norm === '"' || before.norm === '-');
}

interface SentenceOpening {
  readonly body: number;
  readonly heading: FoundHeading['heading'] | null;
}

function openingOf(start: number, opening: SentenceOpening, from: number): SentenceOpening {
  return start === from ? opening : { body: start, heading: null };
}

/** Steps over a list marker, leftovers of markup and a heading at the start of a sentence. */
function readOpening({ text, tokens, headings }: TokenizedText, from: number, to: number): SentenceOpening {
  const first = tokens[from];
  const before = tokens[from - 1];
  const opensLine = first !== undefined && (before === undefined || hasLineBreak(text, before, first));
  let body = from;
  // "A) …" and "1. Situation: …": the letter of a part is tried before the marker of a list.
  while (body < to && isLeftover(tokens[body])) body += 1;
  let found = headings.at(body, opensLine ? 'line-start' : 'inside-line');
  if (found === null) {
    body += opensLine ? listMarkerLength(text, tokens, body) : 0;
    while (body < to && isLeftover(tokens[body])) body += 1;
    found = headings.at(body, opensLine ? 'line-start' : 'inside-line');
  }
  if (found === null) return { body: Math.min(body, to), heading: null };
  return { body: Math.min(found.next, to), heading: found.heading };
}

/** Rows of dashes and lone emoji are no sentences. */
function push(ranges: TokenRange[], tokens: readonly Token[], range: TokenRange): void {
  for (let at = range.from; at < range.to; at += 1) {
    if (tokens[at]?.kind !== 'mark') {
      ranges.push(range);
      return;
    }
  }
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === 'word') count += 1;
  return count;
}
