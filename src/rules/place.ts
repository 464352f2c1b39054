import type { Reading, SentenceReading } from '../analysis/types.js';
import type { Span } from '../text/types.js';

/** The answer without the blanks around it: where a finding stands that is about the answer as a whole. */
export function wholeAnswer({ document: { text } }: Reading): Span {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** The sentence that holds an offset; null between sentences. */
export function sentenceAt({ sentences }: Reading, offset: number): SentenceReading | null {
  return sentences.find(({ start, end }) => start <= offset && offset < end) ?? null;
}

/** The last sentence that is more than a heading; the whole answer where there is none. */
export function lastSentence(reading: Reading): Span {
  return reading.sentences.findLast(({ onlyHeading }) => !onlyHeading) ?? wholeAnswer(reading);
}

/** True where the spans share at least one unit. */
export function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The spans that share nothing with any of the others. */
export function outside<T extends Span>(spans: readonly T[], others: readonly Span[]): readonly T[] {
  return others.length === 0 ? spans : spans.filter((span) => !others.some((other) => overlap(span, other)));
}

/** True where nothing of the first span lies outside the second. */
export function within(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
