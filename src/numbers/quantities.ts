import type { Document } from '../text/types.js';
import {
  compoundAdjective,
  count,
  halfUnit,
  idiom,
  inverted,
  measured,
  vagueAmount,
} from './grammar/amounts.js';
import { date, decade, ordinal, quarter, year } from './grammar/calendar.js';
import { clockTime, openingHours } from './grammar/clock.js';
import { cellAt, type Line, openingAt, readLine } from './grammar/line.js';
import { multiple, repetition } from './grammar/multiples.js';
import { alwaysOn, label, listMarker, phone, product, version } from './grammar/names.js';
import { none } from './grammar/none.js';
import { arrow, bareTo, fromTo, wasNow } from './grammar/pairs.js';
import type { Claim, NumberRule } from './grammar/rule.js';
import { everyNth, partOfWhole, rating } from './grammar/shares.js';
import type { Quantity } from './types.js';

/** The grammar: at each number the first rule that reads it wins, and what it read belongs to no other. */
const NUMBER_RULES: readonly NumberRule[] = [
  product,
  alwaysOn,
  phone,
  version,
  listMarker,
  date,
  quarter,
  clockTime,
  rating,
  everyNth,
  partOfWhole,
  none,
  year,
  decade,
  ordinal,
  openingHours,
  fromTo,
  arrow,
  wasNow,
  bareTo,
  label,
  idiom,
  multiple,
  repetition,
  inverted,
  measured,
  halfUnit,
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
  const quantities: Quantity[] = [];
  let taken = -1;
  for (const at of line.anchors) {
    if (at <= taken) continue;
    for (const { name, claim } of rulesFor(line, at)) {
      const found = claim(line, at);
      if (found === null) continue;
      const first = Math.max(found.first, taken + 1);
      taken = found.last;
      quantities.push(toQuantity(line, { ...found, first }, name, at));
      break;
    }
  }
  return quantities;
}

/** Words that open nothing but a nought are as common as "not", those that begin like numbers as «полный». */
function rulesFor(line: Line, at: number): readonly NumberRule[] {
  const opening = openingAt(line, at);
  return opening === 'nought' ? NOUGHT_RULES : opening === 'adjective' ? ADJECTIVE_RULES : NUMBER_RULES;
}

const NOUGHT_RULES: readonly NumberRule[] = [none];
const ADJECTIVE_RULES: readonly NumberRule[] = [idiom, compoundAdjective];

function toQuantity(line: Line, claim: Claim, rule: string, at: number): Quantity {
  const { kind, value, unit, fromCells } = claim;
  return {
    start: cellAt(line, claim.first).start,
    end: cellAt(line, claim.last).end,
    kind,
    value,
    ...(claim.from === undefined ? {} : { from: claim.from }),
    ...(fromCells === undefined
      ? {}
      : { fromSpan: { start: cellAt(line, fromCells[0]).start, end: cellAt(line, fromCells[1]).end } }),
    unit,
    ...(kind === 'excluded' ? { excluded: rule } : {}),
    sentence: cellAt(line, at).sentence,
  };
}
