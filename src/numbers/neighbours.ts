import { firstPast } from '../text/first-past.js';
import type { Clause, Document, Span, Token } from '../text/types.js';
import type { Quantity } from './types.js';

/** Index of the first token that ends after an offset; the number of tokens where none does. */
export function tokenAt(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((document.tokens[middle] as Token).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The clause that a figure stands in. */
export function clauseOf(document: Document, { sentence, start }: Quantity): Clause | undefined {
  const clauses = document.sentences[sentence]?.clauses ?? [];
  return clauses[firstPast(clauses, (clause) => clause.start > start) - 1];
}

/** Norms of up to `most` tokens before a span, nearest first; stops at a full stop, semicolon or line's end. */
export function normsBefore(document: Document, span: Span, most: number): string[] {
  const norms: string[] = [];
  const first = tokenAt(document, span.start);
  for (let i = first - 1; i >= 0 && norms.length < most; i--) {
    const token = document.tokens[i] as Token;
    const next = document.tokens[i + 1];
    if (
      isStop(token.norm) ||
      (next !== undefined && document.text.slice(token.end, next.start).includes('\n'))
    )
      break;
    norms.push(token.norm);
  }
  return norms;
}

/** Norms of up to `most` tokens after a span, nearest first, as {@link normsBefore}. */
export function normsAfter(document: Document, span: Span, most: number): string[] {
  const norms: string[] = [];
  const first = tokenAt(document, span.end);
  for (let i = first; i < document.tokens.length && norms.length < most; i++) {
    const token = document.tokens[i] as Token;
    const before = document.tokens[i - 1];
    if (
      isStop(token.norm) ||
      (before !== undefined && document.text.slice(before.end, token.start).includes('\n'))
    )
      break;
    norms.push(token.norm);
  }
  return norms;
}

function isStop(norm: string): boolean {
  return norm === '.' || norm === ';' || norm === '!' || norm === '?';
}
