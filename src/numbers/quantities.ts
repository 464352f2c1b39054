import type { Document } from '../text/types.js';
import { age } from './grammar/ages.js';
import {
  compoundAdjective,
  count,
  halfUnit,
  inverted,
  lastYears,
  measured,
  vagueAmount,
} from './grammar/amounts.js';
import { date, decade, ordinal, quarter, year } from './grammar/calendar.js';
import { clockTime, openingHours } from './grammar/clock.js';
import { manner, usually } from './grammar/habits.js';
import { idiom } from './grammar/idioms.js';
import { cellAt, type Line, openingAt, readLine } from './grammar/line.js';
import { multiple, repetition } from './grammar/multiples.js';
import { alwaysOn, label, listMarker, phone, product, version } from './grammar/names.js';
import { none } from './grammar/none.js';
import { arrow, bareTo, beforeNow, fromTo, shareFromTo, wasNow } from './grammar/pairs.js';
import { place } from './grammar/places.js';
import { reference } from './grammar/references.js';
import { roughTens } from './grammar/rough-tens.js';
import type { NumberClaim, NumberRule } from './grammar/rule.js';
import { saying } from './grammar/sayings.js';
import { everyNth, partOfWhole, rating } from './grammar/shares.js';
import { spokenHour } from './grammar/spoken-hours.js';
import type { Quantity } from './types.js';

/** The grammar: at each number the first rule that reads it wins, and what it read belongs to no other. */
const NUMBER_RULES: readonly NumberRule[] = [
  roughTens,
  product,
  alwaysOn,
  phone,
  version,
  listMarker,
  saying,
  usually,
  manner,
  reference,
  date,
  quarter,
  clockTime,
  spokenHour,
  rating,
  everyNth,
  shareFromTo,
  partOfWhole,
  none,
  place,
  year,
  decade,
  ordinal,
  openingHours,
  age,
  fromTo,
  arrow,
  wasNow,
  beforeNow,
  bareTo,
  label,
  idiom,
  multiple,
  repetition,
  inverted,
  measured,
  halfUnit,
  lastYears,
  vagueAmount,
  compoundAdjective,
  count,
];

/**
 * Every number of a document, in digits or words, in order and without overlap; those that measure nothing
 * come as `excluded` with the name of the rule that says why. Russian and English words are both read,
 * whatever the language of the document. Linear in the number of tokens; throws nothing.
 */
export function findQuantities(document: Document): Quantity[] {
  const line = readLine(document);
  const known = unchangedBefore(document, line);
  const found = new Map<number, Found | null>();
  const quantities: Quantity[] = [];
  let taken = -1;
  for (const at of line.anchors) {
    if (at <= taken) continue;
    const remembered = at < known ? before?.found.get(at) : undefined;
    const here = remembered === undefined ? findAt(line, at, taken) : remembered;
    found.set(at, here);
    if (here === null) continue;
    taken = here.last;
    quantities.push(here.quantity);
  }
  before = { document, found };
  return quantities;
}

interface Found {
  readonly quantity: Quantity;
  /** Its last cell. */
  readonly last: number;
}

/** @param taken the last cell that belongs to another quantity */
function findAt(line: Line, at: number, taken: number): Found | null {
  for (const { name, claim } of rulesFor(line, at)) {
    const found = claim(line, at);
    if (found === null) continue;
    const quantity = toQuantity(line, found, { rule: name, at, after: taken });
    return { quantity, last: found.last };
  }
  return null;
}

/** What was found in the document read last, by cell: an answer that is being typed changes at its end. */
let before: { readonly document: Document; readonly found: ReadonlyMap<number, Found | null> } | null = null;

/** Cells that a rule may look ahead, and more: the longest looks at fourteen. */
const LOOKS_AHEAD = 40;

/** Index of the first cell at which something else may be found than in the document before. */
function unchangedBefore({ sentences }: Document, { pieces }: Line): number {
  const known = before?.document.sentences ?? [];
  let same = 0;
  while (same < sentences.length && sentences[same] === known[same]) same += 1;
  const end = sentences[same - 1]?.end ?? 0;
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((pieces[middle]?.end ?? 0) <= end) low = middle + 1;
    else high = middle;
  }
  return low - LOOKS_AHEAD;
}

/** Words that open nothing but a nought are as common as "not", those that begin like numbers as «полный». */
function rulesFor(line: Line, at: number): readonly NumberRule[] {
  const opening = openingAt(line, at);
  return opening === 'nought' ? NOUGHT_RULES : opening === 'adjective' ? ADJECTIVE_RULES : NUMBER_RULES;
}

const NOUGHT_RULES: readonly NumberRule[] = [none];
const ADJECTIVE_RULES: readonly NumberRule[] = [idiom, compoundAdjective];

interface Claimed {
  /** Name of the rule. */
  readonly rule: string;
  /** Cell at which it was asked. */
  readonly at: number;
  /** The last cell that belongs to another quantity. */
  readonly after: number;
}

function toQuantity(line: Line, claim: NumberClaim, { rule, at, after }: Claimed): Quantity {
  const { kind, value, unit, fromCells } = claim;
  const start = cellAt(line, Math.max(claim.first, after + 1)).start;
  const { end } = cellAt(line, claim.last);
  const { sentence } = cellAt(line, at);
  // Most have nothing else: an object that is put together of others takes twenty times as long.
  if (claim.from === undefined && fromCells === undefined && kind !== 'excluded')
    return { start, end, kind, value, unit, sentence };
  if (kind === 'excluded' && claim.from === undefined && fromCells === undefined)
    return { start, end, kind, value, unit, excluded: rule, sentence };
  return {
    start,
    end,
    kind,
    value,
    ...(claim.from === undefined ? {} : { from: claim.from }),
    ...(fromCells === undefined
      ? {}
      : { fromSpan: { start: cellAt(line, fromCells[0]).start, end: cellAt(line, fromCells[1]).end } }),
    unit,
    ...(kind === 'excluded' ? { excluded: rule } : {}),
    sentence,
  };
}
