import type { Document, Token } from '../text/types.js';
import { attachedPairs, type Comparison, comparedPairs } from './comparisons.js';
import { wrongDirections } from './directions.js';
import { pairStart } from './pair-start.js';
import type { Mismatch, Quantity } from './types.js';

/**
 * Figures of one answer that do not agree. Only where a percent, multiple or points are attached to a pair
 * («с 12 до 9,6, то есть на 20 %») or drawn from one («до (20 минут) и после (16). Разница вышла 20 %»), and where a
 * verb of change says the other way («снизил с 9 до 12»): whatever else stands in the same sentence may speak of
 * something else.
 *
 * @param quantities of this document, in order
 */
export function findMismatches(document: Document, quantities: readonly Quantity[]): Mismatch[] {
  const pairs = comparedPairs(document, quantities);
  const found: Mismatch[] = [];
  for (const comparison of attachedPairs(document, quantities, pairs)) {
    const verdict = judge(comparison);
    if (verdict !== null) found.push(toMismatch(document, comparison, verdict));
  }
  for (const { pair, verb } of wrongDirections(document, pairs)) {
    found.push(directionMismatch(document, pair, verb));
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Verdict {
  readonly kind: Mismatch['kind'];
  readonly computed: number;
}

/** Share of the change by which a stated figure may differ from the computed one; wider where it is called rough. */
const TOLERANCE = 0.05;
const ROUGH_TOLERANCE = 0.15;
/** Percent points that a figure may differ by at least. */
const POINTS = 1;
const ROUGH_POINTS = 3;

/** Null where the figures agree. */
function judge(comparison: Comparison): Verdict | null {
  const { pair, stated } = comparison;
  if (pair.from <= 0 || pair.to < 0) return null;
  switch (stated.kind) {
    case 'percent':
      return judgePercent(comparison, stated.value);
    case 'fraction':
      return judgePercent(comparison, stated.value * 100);
    case 'points':
      return judgePoints(comparison);
    case 'multiple':
      return judgeMultiple(comparison);
    default:
      return null;
  }
}

function judgePercent(comparison: Comparison, said: number): Verdict | null {
  const { pair, stated } = comparison;
  const change = Math.abs(((pair.to - pair.from) / pair.from) * 100);
  const least = stated.kind === 'percent' ? Math.min(said, stated.from ?? said) : said;
  const fits = (value: number): boolean => {
    const slack = Math.max(
      comparison.rough ? ROUGH_POINTS : POINTS,
      value * (comparison.rough ? ROUGH_TOLERANCE : TOLERANCE),
    );
    return value >= least - slack && value <= said + slack;
  };
  if (fits(change)) return null;
  // «с 10 до 15 — 150 %»: what it became, not by how much; "25 % faster": the speed, where the time is given.
  if (!comparison.byHow && fits((pair.to / pair.from) * 100)) return null;
  if (comparison.speed && pair.to > 0 && fits(Math.abs((pair.from / pair.to) * 100 - 100))) return null;
  if (pair.unit === '%' && Math.abs(Math.abs(pair.to - pair.from) - said) <= 0.6) {
    return { kind: 'percent-or-points', computed: sayable(change) };
  }
  return {
    kind: 'arithmetic',
    computed: stated.kind === 'fraction' ? round(change / 100, 2) : sayable(change),
  };
}

function judgePoints(comparison: Comparison): Verdict | null {
  const { pair, stated } = comparison;
  if (pair.unit !== '%') return null;
  const change = Math.abs(pair.to - pair.from);
  const slack = Math.max(comparison.rough ? ROUGH_POINTS : 0.6, change * TOLERANCE);
  if (Math.abs(change - stated.value) <= slack) return null;
  const relative = (change / pair.from) * 100;
  const confused = Math.abs(relative - stated.value) <= Math.max(POINTS, relative * TOLERANCE);
  return { kind: confused ? 'percent-or-points' : 'arithmetic', computed: round(change, 1) };
}

function judgeMultiple(comparison: Comparison): Verdict | null {
  const { pair, stated } = comparison;
  if (pair.to <= 0) return null;
  const times = pair.to > pair.from ? pair.to / pair.from : pair.from / pair.to;
  const most = stated.value < 1 ? 1 / stated.value : stated.value;
  const least = stated.from ?? most;
  const slack = Math.max(comparison.rough ? 0.3 : 0.15, times * (comparison.rough ? ROUGH_TOLERANCE : 0.08));
  return times >= least - slack && times <= most + slack
    ? null
    : { kind: 'arithmetic', computed: round(times, 1) };
}

/** Whole percent, tenths only of small ones. */
function sayable(percent: number): number {
  return round(percent, percent < 10 ? 1 : 0);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function toMismatch(document: Document, { pair, stated }: Comparison, { kind, computed }: Verdict): Mismatch {
  const { text } = document;
  const together = stated.sentence === pair.sentence;
  return {
    kind,
    start: together ? Math.min(pair.start, stated.start) : stated.start,
    end: together ? Math.max(pair.end, stated.end) : stated.end,
    stated: text.slice(stated.start, stated.end),
    pair: text.slice(pairStart(text, pair), pair.end),
    computed,
  };
}

function directionMismatch(document: Document, pair: Comparison['pair'], verb: Token): Mismatch {
  const { text } = document;
  const change = ((pair.to - pair.from) / Math.abs(pair.from)) * 100;
  return {
    kind: 'direction',
    start: verb.start,
    end: pair.end,
    stated: text.slice(verb.start, verb.end),
    pair: text.slice(pairStart(text, pair), pair.end),
    computed: Number.isFinite(change) ? sayable(change) : 0,
  };
}
