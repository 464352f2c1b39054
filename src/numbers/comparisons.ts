import { listed } from '../text/forms/lists.js';
import type { Document, Span, Token } from '../text/types.js';
import { isChangeNoun } from './changes.js';
import { APPROXIMATORS } from './grammar/amount.js';
import { MONTHS } from './lexicon/index.js';
import { normsAfter, normsBefore, tokenAt } from './neighbours.js';
import { isName, isTelling, keyOf } from './same-thing.js';
import type { Quantity } from './types.js';

/** Two values of one measure, the earlier and the later. */
export interface ComparedPair extends Span {
  readonly from: number;
  readonly to: number;
  readonly unit: string | null;
  readonly sentence: number;
  /** Indexes of the figures before and after the pair among all figures. */
  readonly before: number;
  readonly after: number;
  /** False for two figures that only stand as before and after: «до перестановки (20 минут) и после (16)». */
  readonly explicit: boolean;
}

/** A figure that says how large the change of a pair is. */
export interface Comparison {
  readonly pair: ComparedPair;
  readonly stated: Quantity;
  /** True where the answer itself calls one of the figures rough. */
  readonly rough: boolean;
  /** True for «на 20 %», "by 20%": surely the change and not what it became. */
  readonly byHow: boolean;
  /** True for "25% faster": may be the gain of speed where the pair gives times. */
  readonly speed: boolean;
}

/** Pairs that the answer states, with those that stand as before and after. */
export function comparedPairs(document: Document, quantities: readonly Quantity[]): ComparedPair[] {
  const pairs: ComparedPair[] = [];
  quantities.forEach((quantity, index) => {
    const { start, end, unit, sentence, value } = quantity;
    if (quantity.kind === 'pair' && quantity.from !== undefined) {
      pairs.push({
        start,
        end,
        unit,
        sentence,
        from: quantity.from,
        to: value,
        before: index - 1,
        after: index + 1,
        explicit: true,
      });
      return;
    }
    const later = quantities[index + 1];
    if (later !== undefined && isBeforeAfter(document, quantity, later)) {
      pairs.push({
        start,
        end: later.end,
        unit,
        sentence,
        from: value,
        to: later.value,
        before: index - 1,
        after: index + 2,
        explicit: false,
      });
    }
  });
  return pairs;
}

const BEFORE_WORDS = listed('до было before');
const AFTER_WORDS = listed('после стало after afterwards');
const COMPARED_KINDS: ReadonlySet<Quantity['kind']> = new Set(['duration', 'money', 'percent', 'count']);

function isBeforeAfter(document: Document, earlier: Quantity, later: Quantity): boolean {
  if (!COMPARED_KINDS.has(earlier.kind) || earlier.kind !== later.kind || earlier.unit !== later.unit)
    return false;
  if (earlier.unit === null || earlier.sentence !== later.sentence || earlier.from !== undefined)
    return false;
  const between = normsBefore(document, later, 8);
  const gap = tokenAt(document, later.start) - tokenAt(document, earlier.end);
  if (gap > 7) return false;
  return (
    between.slice(0, gap).some((norm) => AFTER_WORDS.has(norm)) &&
    normsBefore(document, earlier, 6).some((norm) => BEFORE_WORDS.has(norm))
  );
}

const STATEMENTS: ReadonlySet<Quantity['kind']> = new Set(['percent', 'points', 'multiple', 'fraction']);

/** True for a figure that may say how large a change is. */
function isStatement({ kind }: Quantity): boolean {
  return STATEMENTS.has(kind);
}

/** Every pair with the figure that is attached to it. */
export function attachedPairs(
  document: Document,
  quantities: readonly Quantity[],
  pairs: readonly ComparedPair[],
): Comparison[] {
  const comparisons: Comparison[] = [];
  for (const pair of pairs) {
    const after = quantities[isDifference(quantities[pair.after], pair) ? pair.after + 1 : pair.after];
    const before = quantities[pair.before];
    const stated =
      after !== undefined &&
      isStatement(after) &&
      (isApposed(document, pair, after) || isDerived(document, pair, after))
        ? after
        : before !== undefined && isStatement(before) && isAnnounced(document, before, pair)
          ? before
          : null;
    if (stated !== null) comparisons.push(compare(document, pair, stated));
  }
  return comparisons;
}

/** «Разница составила 4 минуты»: the change itself, in the unit of the pair. */
function isDifference(quantity: Quantity | undefined, pair: ComparedPair): boolean {
  if (quantity === undefined || isStatement(quantity)) return false;
  if (pair.unit === null || quantity.unit !== pair.unit) return false;
  const difference = Math.abs(pair.to - pair.from);
  return Math.abs(quantity.value - difference) <= difference * 0.02;
}

function compare(document: Document, pair: ComparedPair, stated: Quantity): Comparison {
  const lead = normsBefore(document, stated, 3);
  const follow = normsAfter(document, stated, 2);
  const { text } = document;
  const rough =
    [lead, normsBefore(document, pair, 2)].some((norms) => norms.some(isRough)) ||
    /[~≈]/u.test(text.slice(pair.start, stated.end));
  const inside =
    tokensIn(document, pair).some(({ norm }) => isRough(norm)) ||
    WITHIN_TENS.test(text.slice(pair.start, pair.end));
  return {
    pair,
    stated,
    rough: rough || inside || normsAfter(document, stated, 1).some((norm) => norm === '+'),
    byHow: lead.slice(0, 2).some((norm) => norm === 'на' || norm === 'by') && !follow.includes('of'),
    speed: follow.some((norm) => SPEED.has(norm)),
  };
}

/** "from the low 80s to the high 80s" */
const WITHIN_TENS = /\b(?:low(?:er)?|mid|high|upper)\b/iu;

const SPEED = new Set(['быстрее', 'faster', 'quicker', 'скорее']);
const EXACT = new Set(['ровно', 'exactly', 'just', 'всего', 'аж', 'целых', 'лишь']);

function isRough(norm: string): boolean {
  return (APPROXIMATORS.has(norm) && !EXACT.has(norm)) || norm === '~' || norm === '≈';
}

function tokensIn(document: Document, span: Span): readonly Token[] {
  return document.tokens.slice(tokenAt(document, span.start), tokenAt(document, span.end));
}

/** Words and marks that may stand between a pair and the figure that restates it. */
const LINKS = new Set([
  ...', ; : ( = - — + . на то есть это т е или значит итого минус плюс а именно рост снижение экономия в же'.split(
    ' ',
  ),
  ...'by a an or that is i e namely which so about reduction drop means in other words down up it they has have were was они она он оно'.split(
    ' ',
  ),
]);

/** Of these one must stand in the link, unless the figure ends its phrase. */
const SURE_LINKS = listed(
  'на это есть е ( = by is i namely so down up минус плюс means рост снижение экономия',
);

/** «с 12 до 9,6, то есть на 20 %», "from 12 to 9.6 (20%)", "from 12 to 9.6, a 20% drop". */
function isApposed(document: Document, pair: ComparedPair, stated: Quantity): boolean {
  if (stated.sentence !== pair.sentence) return false;
  const between = tokensIn(document, { start: pair.end, end: stated.start });
  const link = afterUnit(document, pair, between);
  if (
    link.length > 7 ||
    !link.every(({ norm }) => LINKS.has(norm) || isRough(norm) || APPROXIMATORS.has(norm))
  )
    return false;
  const [next = '', then = ''] = normsAfter(document, stated, 2);
  if (OF.has(next) || (next === ')' && OF.has(then)) || isOfAnotherThing(document, pair, stated))
    return false;
  if (isChangeNoun(next)) return !namesAnotherBase(document, stated);
  const ends = next === '' || /^[),:!—-]$/u.test(next) || CLOSERS.has(next);
  if (!ends) return false;
  // «с 12 до 9 в 3 раза», «с 10 до 5, вдвое»: a multiple needs no link.
  if (stated.kind === 'multiple' || link.length === 0 || link.some(({ norm }) => SURE_LINKS.has(norm)))
    return true;
  // «с 100 до 130, +30 %»
  return SIGNED.test(document.text.slice(stated.start - 1, stated.start + 1));
}

const SIGNED = /[+−–]/u;

/** What stands after the counted noun of a pair and what it is reckoned by: «с 8 до 6 клиентов в день (на 25 %)», "a day". */
function afterUnit(
  document: Document,
  { unit }: Pick<Quantity, 'unit'>,
  between: readonly Token[],
): readonly Token[] {
  const [noun] = between;
  const counted = noun?.kind === 'word' && document.text.slice(noun.start, noun.end) === unit;
  const link = counted ? between.slice(1) : between;
  return RATES.has(link[0]?.norm ?? '') && link[1]?.kind === 'word' ? link.slice(2) : link;
}

const RATES = listed('в за на с a an per each every');

/**
 * True where the figure is told of something that no word before it names: «с 40 до 60, на 20 % по выручке»,
 * "from 99.5% to 99.9%, 80% fewer outages".
 */
function isOfAnotherThing(
  document: Document,
  pair: Pick<Quantity, 'start' | 'sentence'>,
  stated: Quantity,
): boolean {
  const from = tokenAt(document, stated.end);
  let at = from;
  if (isChangeNoun(document.tokens[at]?.norm ?? '')) at += 1;
  const led = IN.has(document.tokens[at]?.norm ?? '');
  if (led) at += 1;
  const thing = document.tokens[at];
  if (isOfAnotherTime(document, stated)) return true;
  if (at === from || thing === undefined || HOW.has(thing.norm)) return false;
  if (!(led ? isTelling(thing) : isName(thing))) return false;
  if (!led && CLOSERS.has(thing.norm)) return false;
  const { start = 0 } = document.sentences[pair.sentence] ?? {};
  const before = tokensIn(document, { start, end: stated.start });
  return !before.some((token) => keyOf(token) === keyOf(thing));
}

/** «+10 % за последний месяц», "down 15% in March alone": of less time than the pair. */
function isOfAnotherTime(document: Document, stated: Quantity): boolean {
  return normsAfter(document, stated, 3).some((norm) => MONTHS.has(norm) || LATEST.has(norm));
}

const LATEST = listed('последний последнюю последнее последние один одну одном одной last latest alone');
const IN = listed('in по в');
/** Words after «в», «по», "in" that tell how or when. */
const HOW = listed(
  'total all average fact just целом среднем итоге сумме общем данным сравнению итогам результатам отчету опросу словам сути факту',
);

/** «на 10 % ниже плана», "10% lower than the target", but «на 10 % меньше, чем было». */
function namesAnotherBase(document: Document, stated: Quantity): boolean {
  const [, ...after] = normsAfter(document, stated, 5);
  const [next = '', then = ''] = after[0] === ',' ? after.slice(1) : after;
  if (THAN.has(next)) return !EARLIER.has(then);
  // "a 2% improvement on the industry average"
  if (AGAINST.has(next)) return after.some((norm) => NORMS.has(norm));
  return NORMS.has(next);
}

const THAN = listed('чем than');
const EARLIER = listed('было был была были раньше прежде до before it originally');
const AGAINST = listed('on over against vs versus below above under');
const NORMS = listed(
  'плана цели нормы норматива прогноза рынка прошлого прошлой average industry market plan target budget forecast quota rival rivals competitor competitors benchmark',
);

const OF = new Set(['of', 'от', 'из', 'всех', 'among']);
const CLOSERS = listed('и а но за в по and but in within over for since or overall altogether');

/** «на 20 %, с 12 до 9,6», "by 20%, from 12 to 9.6", "a 20% drop (from 12 to 9.6)". */
function isAnnounced(document: Document, stated: Quantity, pair: ComparedPair): boolean {
  if (stated.sentence !== pair.sentence || !pair.explicit) return false;
  const link = tokensIn(document, { start: stated.end, end: pair.start });
  const plain = link.every(({ norm }) => BEFORE_LINKS.has(norm) || isChangeNoun(norm));
  if (!plain || link.length > 5) return false;
  const lead = normsBefore(document, stated, 3);
  const byHow = lead.some((norm) => norm === 'на' || norm === 'by' || norm === 'в');
  return byHow || stated.kind === 'multiple' || link.some(({ norm }) => isChangeNoun(norm));
}

const BEFORE_LINKS = listed(', : ( - — с со from то есть т е . i');

/** Tokens between a before-and-after and the percent drawn from it. */
const DERIVED_WITHIN = 30;

/** «до перестановки (20 минут) и после (16). Разница вышла 20 %»: in the same or the next sentence. */
function isDerived(document: Document, pair: ComparedPair, stated: Quantity): boolean {
  if (pair.explicit || stated.kind !== 'percent' || stated.sentence - pair.sentence > 1) return false;
  const between = tokensIn(document, { start: pair.end, end: stated.start });
  if (between.length > DERIVED_WITHIN) return false;
  const [next = ''] = normsAfter(document, stated, 1);
  return !OF.has(next) && between.some(({ norm }) => DERIVING.some((start) => norm.startsWith(start)));
}

const DERIVING = ['разниц', 'difference', 'улучшен', 'improvement', 'снижени', 'сокращени', 'reduction'];
