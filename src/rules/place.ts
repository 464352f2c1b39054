import type { Reading, SentenceReading } from '../analysis/types.js';
import { firstPast } from '../text/first-past.js';
import type { Span } from '../text/types.js';

/** The answer without the blanks around it: where a finding stands that is about the answer as a whole. */
export function wholeAnswer({ document: { text } }: Reading): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** The sentence that holds an offset; null between sentences. */
export function sentenceAt({ sentences }: Reading, offset: number): SentenceReading | null {
  const sentence = sentences[firstPast(sentences, ({ end }) => end > offset)];
  return sentence !== undefined && sentence.start <= offset ? sentence : null;
}

/** The last sentence that is more than a heading; the whole answer where there is none. */
export function lastSentence(reading: Reading): Span {
  return reading.sentences.findLast(({ onlyHeading }) => !onlyHeading) ?? wholeAnswer(reading);
}

/** True where the spans share at least one unit. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Spans in order, without those that overlap one that is kept before them; of those that start alike the longest. */
export function apart<T extends Span>(spans: readonly T[]): T[] {
  const kept: T[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1);
    if (before === undefined || !overlap(before, span)) kept.push(span);
  }
  return kept;
}

/**
 * The spans that share nothing with any of the others.
 *
 * @param spans in order, none overlapping the next
 * @param others in any order
 */
export function outside<T extends Span>(spans: readonly T[], others: readonly Span[]): readonly T[] {
  if (others.length === 0 || spans.length === 0) return spans;
  const sorted = [...others].sort((a, b) => a.start - b.start);
  let at = 0;
  // How far those reach that start before the end of a span: none of them reaches it where this is before its start.
  let reach = 0;
  return spans.filter((span) => {
    for (let next = sorted[at]; next !== undefined && next.start < span.end; next = sorted[++at])
      reach = Math.max(reach, next.end);
    return reach <= span.start;
  });
}

/** True where nothing of the first span lies outside the second. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
