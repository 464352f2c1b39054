import { listed } from '../../text/forms/lists.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { readNumeral } from './numeral.js';
import type { NumberClaim, NumberRule } from './rule.js';

/** «заняли третье место из тридцати», «с 12 места на 9», "came fourth", "ranked 5th of 38", "we were 2nd of 14", "we were number nine". */
export const place: NumberRule = {
  name: 'place',
  claim(line, at) {
    const cell = cellAt(line, at);
    if (cell.number?.is === 'ordinal') return afterOrdinal(line, at, at, cell.number.value);
    if (FIRST.has(cell.norm)) return afterOrdinal(line, at, at, 1);
    if (cell.kind === 'number') return inDigits(line, at);
    return cell.number?.is === 'cardinal' ? numbered(line, at) : null;
  },
};

const FIRST = listed('первое первого first');

function afterOrdinal(line: Line, first: number, last: number, value: number): NumberClaim | null {
  const before = near(line, first - 1, first).norm;
  const next = near(line, last + 1, first);
  if (RUSSIAN_PLACES.has(next.norm))
    return OF_LIFE.has(near(line, last + 2, first).norm) ? null : ofWhole(line, first, last + 1, value);
  if (cellAt(line, first).norm.charCodeAt(0) >= 0x400) return null;
  // "in the first place"
  if (next.norm === 'place') return before === 'the' ? null : ofWhole(line, first, last + 1, value);
  if (!ends(next)) return null;
  // "planning finished first": before the others.
  const place = ofWhole(line, first, last, value);
  const among = place.last > last;
  const sure =
    RANKED.has(before) || (CAME.has(before) && value > 1) || (among && last > first && !OURS.has(before));
  return sure || (WERE.has(before) && (among || value > 2)) ? place : null;
}

/** "on the 2nd of 14 calls": one of a row. */
const OURS = listed('the our my their his her its a this that');

/** «заняли 3 место», "placed 5th", "came in at number 4" */
function inDigits(line: Line, at: number): NumberClaim | null {
  const { norm } = cellAt(line, at);
  if (!/^\d{1,3}$/u.test(norm)) return numbered(line, at);
  const value = Number(norm);
  const [dash, ending] = [cellAt(line, at + 1), cellAt(line, at + 2)];
  if (dash.norm === '-' && dash.glued && ending.glued && (ending.norm === 'е' || ending.norm === 'го'))
    return RUSSIAN_PLACES.has(near(line, at + 3, at).norm) ? ofWhole(line, at, at + 3, value) : null;
  if (dash.glued && ENGLISH_ENDINGS.has(dash.norm)) return afterOrdinal(line, at, at + 1, value);
  const before = near(line, at - 1, at).norm;
  // «нашли 3 места», «места» of which there are three; «с 3 места» is one.
  if (dash.norm === 'место' ? TAKING.test(before) : RUSSIAN_PLACES.has(dash.norm) && FROM.has(before))
    return ofWhole(line, at, at + 1, value);
  return numbered(line, at);
}

/** "we were number nine", "came in at number four"; "vendor number two" is a name. */
function numbered(line: Line, at: number): NumberClaim | null {
  if (near(line, at - 1, at).norm !== 'number' || !STANDING.has(near(line, at - 2, at).norm)) return null;
  const numeral = readNumeral(line, at);
  if (numeral === null || numeral.scaled || numeral.value < 2 || !ends(near(line, numeral.last + 1, at)))
    return null;
  return ofWhole(line, at - 1, numeral.last, numeral.value);
}

/** Takes «из тридцати», "of 38", "out of nineteen" after it, too. */
function ofWhole(line: Line, first: number, last: number, value: number): NumberClaim {
  const out = near(line, last + 1, first).norm === 'out' ? 1 : 0;
  const link = near(line, last + 1 + out, first).norm;
  const whole = link === 'of' || link === 'из' || link === 'среди' ? readNumeral(line, last + 2 + out) : null;
  if (
    whole === null ||
    whole.value < value ||
    cellAt(line, whole.first).sentence !== cellAt(line, first).sentence
  )
    return { first, last, kind: 'rating', value, unit: 'place' };
  return { first, last: whole.last, kind: 'rating', value, unit: `/${whole.value}` };
}

function ends(next: Cell): boolean {
  return next.kind === 'mark' ? next.norm !== '-' && next.norm !== '%' : FOLLOWERS.has(next.norm);
}

const RUSSIAN_PLACES = listed('место места месте');
/** «первое место работы» */
const OF_LIFE = listed('работы жительства учебы службы рождения');
const ENGLISH_ENDINGS = listed('th nd rd st');
const TAKING = /^(?:на$|заня|взя|получ)/u;
const FROM = listed('с до на');
const RANKED = listed('placed ranked ranks');
const CAME = listed('came come coming finished finish finishing');
const WERE = listed('was were are');
const STANDING = listed('at was were are is now');
const FOLLOWERS = listed('of out in with overall and but among for by nationally on last this');
