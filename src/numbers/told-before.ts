import { listed } from '../text/forms/lists.js';
import type { Document } from '../text/types.js';
import { isOld, measureOf } from './base.js';
import { isChange } from './changes.js';
import { isApposed, isStatement, rateOf, tokensIn } from './comparisons.js';
import { measuresTime } from './durations.js';
import { APPROXIMATORS } from './grammar/amount.js';
import { SECONDS } from './grammar/pairs.js';
import { direction } from './lexicon/index.js';
import { clauseOf, normsAfter, normsBefore } from './neighbours.js';
import { namesTheSame } from './same-thing.js';
import { isTarget } from './targets.js';
import type { Quantity } from './types.js';

/** «Было 12 часов на ответ. … Упало до 9,6, то есть на 20 %»: a change whose base an earlier sentence tells. */
export interface ToldChange {
  readonly was: Quantity;
  readonly became: Quantity;
  /** How large the change is said to be. */
  readonly stated: Quantity;
}

/** Figures before one that are looked at: more would make a long answer cost its square. */
const MOST = 24;

/** The changes whose base is certain: it is the only figure that could be meant, and surely of the same thing. */
export function toldChanges(document: Document, quantities: readonly Quantity[]): ToldChange[] {
  return quantities.flatMap((became, index) => {
    const stated = MEASURES.has(became.kind) ? statedBeside(document, quantities, index) : null;
    if (stated === null) return [];
    const near = quantities.slice(Math.max(0, index - MOST), index + MOST);
    const [was, ...others] = near.filter(
      (figure) =>
        figure !== became &&
        figure !== stated &&
        figure.sentence <= became.sentence &&
        couldBe(document, figure, became),
    );
    if (was === undefined || others.length > 0 || was.sentence === became.sentence) return [];
    const change = { was, became, stated };
    return isCertain(document, change) ? [change] : [];
  });
}

/** What an earlier figure is in the unit of a later one. */
export function inUnitOf({ unit }: Quantity, { value, unit: typed }: Quantity): number {
  const [to, from] = [SECONDS.get(unit ?? ''), SECONDS.get(typed ?? '')];
  return to === undefined || from === undefined ? value : (value * from) / to;
}

const MEASURES: ReadonlySet<Quantity['kind']> = new Set(['duration', 'money', 'percent', 'count']);

/** «упало до 9,6, то есть на 20 %», «снизилось на 20 %, до 9,6» */
function statedBeside(document: Document, quantities: readonly Quantity[], index: number): Quantity | null {
  const became = quantities[index] as Quantity;
  const after = quantities[index + 1];
  if (after !== undefined && isStatement(after) && isApposed(document, became, after)) return after;
  const before = quantities[index - 1];
  if (before === undefined || !isStatement(before) || !isChange(document, before)) return null;
  if (before.sentence !== became.sentence) return null;
  const link = tokensIn(document, { start: before.end, end: became.start });
  return link.length <= 4 && link.every(({ norm }) => LINKS.has(norm)) ? before : null;
}

const LINKS = listed(', ( - — до to down up just only почти лишь');

/** True for a figure of the same measure, or of any where one of the two names none: not the two of «нанял двоих» for hours. */
function couldBe(document: Document, figure: Quantity, became: Quantity): boolean {
  if (figure.kind !== 'pair' && !MEASURES.has(figure.kind)) return false;
  if (isTarget(figure, document)) return false;
  if (figure.kind === 'duration' && !measuresTime(figure, document) && !isOld(document, figure)) return false;
  if (became.unit === null || measureOf(figure) === measureOf(became)) return true;
  return figure.unit === null && (became.kind === 'count' || isOld(document, figure));
}

function isCertain(document: Document, { was, became, stated }: ToldChange): boolean {
  if (was.from !== undefined || became.from !== undefined || isChange(document, was)) return false;
  if (became.unit !== null && measureOf(was) !== measureOf(became)) return false;
  // «20 agents … 3 a week»
  const rate = rateOf(document, became);
  if (rate !== null && rate !== rateOf(document, was)) return false;
  if (!isOfOneThing(document, { was, became, stated })) return false;
  const lead = normsBefore(document, became, 8);
  if (!isReached(lead)) return false;
  const way = wayOf([...lead, ...normsBefore(document, stated, 2), ...normsAfter(document, stated, 2)]);
  return way === Math.sign(became.value - inUnitOf(became, was));
}

/** «Отток был 12 %. … Отток упал до 9 %»; without a name what the next sentence says goes on: «Было 12 часов. Упало до 9,6». */
function isOfOneThing(document: Document, { was, became, stated }: ToldChange): boolean {
  const same = namesTheSame(document, stated.start < became.start ? stated : became, was);
  if (same !== null)
    return same && was.kind === became.kind && (was.kind !== 'count' || isLevel(document, was));
  if (was.sentence + 1 !== became.sentence || !isLevel(document, was)) return false;
  return document.sentences[was.sentence]?.clauses.at(-1) === clauseOf(document, was);
}

/** «было около 12 часов», "we had 400": not «обзвонил 40». */
function isLevel(document: Document, figure: Quantity): boolean {
  const lead = normsBefore(document, figure, 3).find((norm) => !APPROXIMATORS.has(norm));
  return lead !== undefined && LEVEL.has(lead);
}

const LEVEL = listed('было был была были приходило поступало получал получала получали was were had');

/** «упало почти до», "brought it down to", «стало» */
function isReached(lead: readonly string[]): boolean {
  const at = lead.findIndex((norm) => !APPROXIMATORS.has(norm));
  const norm = lead[at] ?? '';
  if (BECAME.has(norm)) return true;
  return TO.has(norm) && lead.slice(at + 1).some((word) => direction(word) !== null);
}

const TO = listed('до to');
const BECAME = listed('стало стал стала стали became');

/** Which way the words say that it went, by the first that does; null where none does. */
function wayOf(norms: readonly string[]): number | null {
  for (const norm of norms) {
    const way = SIGNS.get(norm) ?? direction(norm);
    if (way !== null) return way;
  }
  return null;
}

const SIGNS: ReadonlyMap<string, number> = new Map([
  ['минус', -1],
  ['minus', -1],
  ['плюс', 1],
  ['plus', 1],
]);
