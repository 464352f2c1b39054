import { type LabelledAnswer, textOf } from './corpus.js';

interface Figure {
  readonly start: number;
  readonly end: number;
  readonly effect: boolean;
}

const WORDLIKE = /[\p{L}\p{N}]/u;

/**
 * Where the labelled figures of an answer stand: in their order, each after the one before it; where the labels
 * have another order, the first place that is still free.
 */
export function figuresOf({ sentences, figures }: LabelledAnswer): Figure[] {
  const { text } = textOf(sentences);
  const placed: Figure[] = [];
  let from = 0;
  for (const { text: wanted, role } of figures ?? []) {
    let start = placeOf(wanted, text, from, placed);
    if (start < 0) start = placeOf(wanted, text, 0, placed);
    if (start < 0) continue;
    from = start + wanted.length;
    placed.push({ start, end: from, effect: role === 'effect' });
  }
  return placed;
}

/** A free place of a figure's text, rather one that is no part of a longer word or number («2» of "2024"). */
function placeOf(wanted: string, text: string, from: number, taken: readonly Figure[]): number {
  let inside = -1;
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (taken.some((figure) => at < figure.end && figure.start < end)) continue;
    if (!WORDLIKE.test(text[at - 1] ?? '') && !WORDLIKE.test(text[end] ?? '')) return at;
    if (inside < 0) inside = at;
  }
  return inside;
}
