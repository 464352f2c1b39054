import type { Document, Span } from '../text/types.js';
import { normsBefore, tokenAt } from './neighbours.js';
import type { Quantity } from './types.js';

export interface BaseContext {
  readonly quantities: readonly Quantity[];
  readonly document: Document;
  readonly isResult: (sentence: number) => boolean;
}

/** Where the answer says what a figure of effect started from; null where it does not. */
export function findBase(quantity: Quantity, context: BaseContext): Span | null {
  return (
    ownBase(quantity) ??
    comparedFigure(quantity, context) ??
    earlierFigure(quantity, context) ??
    comparedPeriod(quantity, context.document)
  );
}

/** A pair brings its own: «с 12 до 9». A rating or a share says of how many: «7 из 9». */
function ownBase(quantity: Quantity): Span | null {
  if (quantity.fromSpan !== undefined) return quantity.fromSpan;
  return quantity.kind === 'rating' ? { start: quantity.start, end: quantity.end } : null;
}

/** «9 вместо 44», «12% против прежних 31%», "was 12": a figure beside it that is said to be the old one. */
function comparedFigure(quantity: Quantity, { quantities, document }: BaseContext): Span | null {
  const old = quantities.find(
    (other) =>
      other !== quantity &&
      other.kind !== 'excluded' &&
      Math.abs(other.sentence - quantity.sentence) <= 1 &&
      comparable(quantity, other) &&
      normsBefore(document, other, 4).some((norm) => OLD.has(norm)),
  );
  return old === undefined ? null : spanOf(old);
}

const OLD = new Set([
  ...'было была был были вместо против прежних прежние раньше ранее изначально сначала исходно'.split(' '),
  ...'was were instead against versus vs before previously used than from originally compared initially'.split(
    ' ',
  ),
]);

/** The same measure in a sentence that is no result: «отток был 8%» in the situation, "31 tickets". */
function earlierFigure(quantity: Quantity, { quantities, isResult }: BaseContext): Span | null {
  const earlier = quantities.find(
    (other) =>
      other.start < quantity.start &&
      other.kind !== 'excluded' &&
      !isResult(other.sentence) &&
      sameMeasure(quantity, other),
  );
  return earlier === undefined ? null : spanOf(earlier);
}

/** «чем в прошлом квартале», "than the year before", «по сравнению с прошлым годом», "year on year". */
function comparedPeriod(quantity: Quantity, document: Document): Span | null {
  const sentence = document.sentences[quantity.sentence];
  if (sentence === undefined) return null;
  const first = tokenAt(document, sentence.start);
  const last = tokenAt(document, sentence.end - 1);
  for (let i = first; i < last; i++) {
    const norm = document.tokens[i]?.norm ?? '';
    const next = document.tokens[i + 1]?.norm ?? '';
    if (!COMPARING.get(norm)?.some((start) => next.startsWith(start))) continue;
    const end = document.tokens[Math.min(last, i + 3)]?.end ?? sentence.end;
    return { start: (document.tokens[i] as Span).start, end: Math.min(end, sentence.end) };
  }
  return null;
}

/** A word and the beginnings of what follows it. */
const COMPARING: ReadonlyMap<string, readonly string[]> = new Map([
  ['чем', ['в', 'раньше', 'до', 'год', 'за', 'был']],
  ['сравнению', ['с']],
  ['к', ['прошл', 'предыдущ', 'плану', 'аналогичн']],
  ['относительно', ['прошл', 'предыдущ', 'исходн']],
  ['than', ['before', 'the', 'last', 'in', 'it', 'a', 'previous', 'we']],
  ['compared', ['to', 'with']],
  ['year', ['on', 'over']],
  ['month', ['on', 'over']],
  ['quarter', ['on', 'over']],
  ['the', ['previous', 'prior']],
  ['against', ['plan', 'last', 'the']],
]);

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** A figure that may stand against another one: same unit, or one of the two names none. */
function comparable(quantity: Quantity, other: Quantity): boolean {
  if (sameMeasure(quantity, other)) return true;
  const plain = (kind: Quantity['kind']): boolean =>
    kind === 'count' || kind === 'duration' || kind === 'percent';
  return plain(quantity.kind) && plain(other.kind) && (quantity.unit === null || other.unit === null);
}

function sameMeasure(quantity: Quantity, other: Quantity): boolean {
  if (quantity.unit === null || other.unit === null) return false;
  if (quantity.kind === 'duration') return other.kind === 'duration' || other.kind === 'pair';
  return nounKey(quantity.unit) === nounKey(other.unit);
}

/** Enough of a noun to meet its other forms: «заявок» and «заявки» meet in "заяв". */
function nounKey(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length > 5 ? lower.slice(0, Math.max(4, lower.length - 3)) : lower;
}
