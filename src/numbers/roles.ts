import { listed } from '../text/forms/lists.js';
import type { Document } from '../text/types.js';
import { baseContext, findBase, isOld } from './base.js';
import { isIncidental } from './counts.js';
import { measuresTime } from './durations.js';
import { isDescribing } from './grammar/counted-noun.js';
import { direction } from './lexicon/index.js';
import { findMethods, nearestMethod } from './method.js';
import { normsAfter, normsBefore } from './neighbours.js';
import { isPay } from './pay.js';
import { isStepNoun } from './steps.js';
import { isTarget } from './targets.js';
import type { Quantity, QuantityRole, ReadQuantity } from './types.js';

/** What the reading of the words around it says of a figure. */
export interface FigureReading {
  /** Whether the words that a figure stands in tell the result. */
  readonly isResult: (figure: Quantity) => boolean;
  /** Whether the words that a figure stands in say what was to be reached. */
  readonly isAim?: ((figure: Quantity) => boolean) | undefined;
  /** Whether the figure at this place is one of effect, its role by the rules given; without it they decide. */
  readonly isEffect?: ((index: number, rule: QuantityRole) => boolean) | undefined;
}

/**
 * Says what each figure is for, and of a figure of effect what it started from and how it was measured.
 *
 * @param quantities of this document, in order
 */
export function assignRoles(
  quantities: readonly Quantity[],
  document: Document,
  { isResult, isAim = nothing, isEffect }: FigureReading,
): ReadQuantity[] {
  const rules = rolesByRules(quantities, document, isResult);
  const roles = quantities.map((quantity, index): QuantityRole => {
    const rule = rules[index] as QuantityRole;
    if (isEffect === undefined || quantity.kind === 'excluded' || isPay(quantity, document)) return rule;
    if (isEffect(index, rule)) return 'effect';
    return rule === 'effect' ? roleOf(quantity, document, nothing) : rule;
  });
  const aims = new Set(
    quantities.filter(
      (quantity) => isAim(quantity) && (quantity.kind === 'duration' || !isOld(document, quantity)),
    ),
  );
  const targets = new Set(
    quantities.filter(
      (quantity) => isTarget(quantity, document) || (SHARES.has(quantity.kind) && aims.has(quantity)),
    ),
  );
  const read = (quantity: Quantity, role: QuantityRole) =>
    Object.assign({}, quantity, { role }, targets.has(quantity) ? { target: true as const } : null);
  if (!roles.includes('effect'))
    return quantities.map((quantity, index) => read(quantity, roles[index] as QuantityRole));
  const methods = findMethods(document);
  const context = baseContext(quantities, document, {
    isResult,
    isTarget: (figure) => targets.has(figure) || aims.has(figure),
  });
  const bases = quantities.map((_, index) => (roles[index] === 'effect' ? findBase(index, context) : null));
  const old = oldFigures(quantities, bases);
  return quantities.map((quantity, index) => {
    const role = roles[index] as QuantityRole;
    if (old.has(quantity)) return read(quantity, roleOf(quantity, document, nothing));
    if (role !== 'effect') return read(quantity, role);
    const base = bases[index] ?? null;
    const method = nearestMethod(quantity, methods);
    return Object.assign(
      read(quantity, role),
      base === null ? null : { base: base.span },
      method === null ? null : { method },
    );
  });
}

/** Of each figure its role by the rules alone, an old figure told beside the new one taken like any other. */
export function rolesByRules(
  quantities: readonly Quantity[],
  document: Document,
  isResult: (figure: Quantity) => boolean,
): QuantityRole[] {
  return quantities.map((quantity) => roleOf(quantity, document, isResult));
}

/** «Стало 12, а было 44», "down from 44": what another figure of effect started from is no effect itself. */
function oldFigures(
  quantities: readonly Quantity[],
  bases: readonly ({ readonly old?: Quantity } | null)[],
): ReadonlySet<Quantity> {
  const old = new Set<Quantity>();
  quantities.forEach((quantity, index) => {
    const before = bases[index]?.old;
    if (before !== undefined && !old.has(quantity)) old.add(before);
  });
  return old;
}

/** True where a figure quantifies the result of the answer. */
export function quantifiesResult(quantities: readonly ReadQuantity[]): boolean {
  return quantities.some(({ role }) => role === 'effect');
}

/** A share that is told with the task is what was to be reached; a count may be how much there was to do. */
const SHARES: ReadonlySet<Quantity['kind']> = new Set(['percent', 'points']);

function nothing(): boolean {
  return false;
}

function roleOf(
  quantity: Quantity,
  document: Document,
  isResult: (figure: Quantity) => boolean,
): QuantityRole {
  if (quantity.kind === 'excluded') return roleOfExcluded(quantity.excluded);
  const result = isResult(quantity) && !isPay(quantity, document);
  if (quantity.kind === 'duration') return result && measuresTime(quantity, document) ? 'effect' : 'duration';
  if (quantity.kind === 'pair') return result ? 'effect' : 'other';
  if (isStep(quantity, document) && !isRise(quantity, document)) return 'step';
  return result && !isIncidental(quantity, document) ? 'effect' : 'scale';
}

/** Nobody takes «полтора пункта», half a step; "pickup points" are no steps. */
function isStep(quantity: Quantity, document: Document): boolean {
  const { unit, value } = quantity;
  if (value >= 10 || !Number.isInteger(value) || !isStepNoun(unit)) return false;
  const [next = ''] = normsAfter(document, quantity, 1);
  return next === unit?.toLowerCase() || next.charCodeAt(0) >= 0x400 || isDescribing(next);
}

/** «плюс 7 пунктов», "down 4 points", «на два пункта выше»: points of an index. */
function isRise(quantity: Quantity, document: Document): boolean {
  const noun = quantity.unit?.toLowerCase() ?? '';
  if (!noun.startsWith('пункт') && !noun.startsWith('point')) return false;
  return (
    normsBefore(document, quantity, 3).some((norm) => direction(norm) !== null || RISES.has(norm)) ||
    normsAfter(document, quantity, 2).some((norm) => direction(norm) !== null)
  );
}

const RISES = listed(
  'плюс минус + plus minus by added gained lost прибавил прибавила прибавили потеряли набрали',
);

/** By the rule that excluded the number. */
const EXCLUDED_ROLES: Readonly<Record<string, QuantityRole>> = {
  date: 'date',
  year: 'date',
  quarter: 'date',
  decade: 'date',
  'clock-time': 'date',
  'spoken-hour': 'date',
  'opening-hours': 'date',
  product: 'name',
  phone: 'name',
  version: 'name',
  label: 'name',
  reference: 'name',
  'list-marker': 'step',
};

function roleOfExcluded(reason: string | undefined): QuantityRole {
  return EXCLUDED_ROLES[reason ?? ''] ?? 'other';
}
