import type { Reading } from '../analysis/types.js';
import type { Framework, FrameworkPart } from '../content/types.js';
import type { Span } from '../text/types.js';

/** A stretch of the answer that carries one part. */
export interface Piece extends Span {
  /** Null for text that carries none. */
  readonly part: FrameworkPart | null;
  readonly heading: boolean;
  /** What parts it from the text before: nothing, a blank, a line break, an empty line. */
  readonly after: '' | ' ' | '\n' | '\n\n';
}

/** The part that a label is shown as; null for the neutral label. */
export function partOfLabel({ parts }: Framework, label: string | null): FrameworkPart | null {
  return parts.find((part) => part.label === label || (label !== null && part.shows.includes(label))) ?? null;
}

/**
 * The whole answer, cut where the part changes; no piece carries a part that is missing. Nothing but blanks is left
 * out between the pieces; a clause without a part of its own goes with its sentence.
 */
export function piecesOf({ document, framework, sentences, parts: readings }: Reading): Piece[] {
  const pieces: Piece[] = [];
  // Words that do not make a part are not marked as it: the table beneath would say that it is missing.
  const missing = readings.filter(({ state }) => state === 'missing').map(({ part }) => part);
  const marked = (label: string | null) => {
    const part = partOfLabel(framework, label);
    return part !== null && missing.includes(part.id) ? null : part;
  };
  const { text } = document;
  let done = 0;
  const add = (end: number, part: FrameworkPart | null, heading: boolean) => {
    const gap = text.slice(done).search(/\S/u);
    const start = done + gap;
    if (gap < 0 || start >= end) return;
    pieces.push({ start, end, part, heading, after: separator(text.slice(done, start)) });
    done = end;
  };
  for (const { index, start, end, label, onlyHeading, clauses } of sentences) {
    const own = marked(label);
    const heading = document.sentences[index]?.heading ?? null;
    if (onlyHeading) {
      add(end, own, true);
      continue;
    }
    // A list marker before the sentence («2. ») belongs to it.
    const parts = clauses.map((clause) => marked(clause.label) ?? own);
    if (heading !== null && heading.start >= start) add(heading.end, parts[0] ?? own, true);
    for (const [at, part] of parts.entries()) {
      const next = at + 1;
      if (next < parts.length && parts[next]?.id === part?.id) continue;
      add(clauses[next]?.start ?? end, part, false);
    }
    add(end, own, false);
  }
  add(text.length, null, false);
  return pieces;
}

function separator(gap: string): Piece['after'] {
  const breaks = gap.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (breaks > 1) return '\n\n';
  if (breaks === 1) return '\n';
  return gap === '' ? '' : ' ';
}

/** Percent of the text that each part takes, headings left out; under `null` what carries no part. */
export function shares(pieces: readonly Piece[]): ReadonlyMap<string | null, number> {
  const prose = pieces.filter(({ heading }) => !heading);
  const total = prose.reduce((sum, { start, end }) => sum + end - start, 0);
  const lengths = new Map<string | null, number>();
  for (const { part, start, end } of prose)
    lengths.set(part?.id ?? null, (lengths.get(part?.id ?? null) ?? 0) + end - start);
  return new Map([...lengths].map(([id, length]) => [id, Math.round((100 * length) / total)]));
}
