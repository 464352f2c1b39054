import { firstPast } from '../text/first-past.js';
import { listed, type WordSet } from '../text/forms/lists.js';
import { spanOf } from '../text/span.js';
import type { Document, Span } from '../text/types.js';
import { isSizeOfChange } from './changes.js';
import { measuresTime } from './durations.js';
import { SECONDS } from './grammar/pairs.js';
import { direction, NUMBER_WORDS } from './lexicon/index.js';
import { clauseOf, normsBefore, tokenAt } from './neighbours.js';
import { areAkin, isName, isUnnamed, keyOf, sameThing } from './same-thing.js';
import type { Quantity } from './types.js';

interface BaseContext {
  readonly quantities: readonly Quantity[];
  readonly document: Document;
  /** The figures of each measure that stand in no result and are no target, in order, by {@link measureOf}. */
  readonly earlier: ReadonlyMap<string, readonly Quantity[]>;
  readonly isTarget: (figure: Quantity) => boolean;
}

/** Earlier figures of one measure that are asked for their thing: more would make a long answer cost its square. */
const MOST_KEPT = 12;

interface FigureQuestions {
  readonly isResult: (figure: Quantity) => boolean;
  readonly isTarget: (figure: Quantity) => boolean;
}

/** What {@link findBase} asks of all figures, gathered once. */
export function baseContext(
  quantities: readonly Quantity[],
  document: Document,
  { isResult, isTarget }: FigureQuestions,
): BaseContext {
  const earlier = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    const measure = measureOf(quantity);
    if (measure === null || isResult(quantity) || isTarget(quantity)) continue;
    const known = earlier.get(measure);
    if (known === undefined) earlier.set(measure, [quantity]);
    else if (known.length < MOST_KEPT) known.push(quantity);
  }
  return { quantities, document, earlier, isTarget };
}

/** What a figure of effect started from. */
interface Base {
  readonly span: Span;
  /** The figure beside it that is said to be the old one. */
  readonly old?: Quantity;
}

/** Where the answer says what a figure of effect started from; null where it does not. */
export function findBase(index: number, context: BaseContext): Base | null {
  const quantity = context.quantities[index];
  if (quantity === undefined) return null;
  const own = ownBase(quantity);
  if (own !== null) return { span: own };
  const compared = comparedFigure(index, quantity, context);
  if (compared !== null)
    return isTold(context.document, compared, quantity)
      ? { span: spanOf(compared), old: compared }
      : { span: spanOf(compared) };
  const span =
    yearBefore(index, context) ??
    earlierFigure(quantity, context) ??
    comparedPeriod(quantity, context.document);
  return span === null ? null : { span };
}

/**
 * True where nothing but what was is told of the old figure: «(было 9 %)», "down from 18%". What "was 3%" beside a level
 * of its own may be another thing.
 */
function isTold(document: Document, old: Quantity, quantity: Quantity): boolean {
  if (old.kind === 'pair' || isSizeOfChange(document, old)) return false;
  if (isOld(document, old, LINKING)) return true;
  const isAgain = isUnnamed(document, old) || sameThing(document, quantity, old);
  return isAgain && (isOld(document, old, STRONG) || !isOld(document, quantity, WAS_WORDS));
}

/** A pair brings its own: «с 12 до 9». A rating or a share says of how many: «7 из 9». */
function ownBase(quantity: Quantity): Span | null {
  if (quantity.fromSpan !== undefined) return quantity.fromSpan;
  return quantity.kind === 'rating' && quantity.unit !== 'place' ? spanOf(quantity) : null;
}

/** Figures looked at on either side. */
const NEIGHBOURS = 4;

/** «9 вместо 44», «12% против прежних 31%», "was 12": a figure beside it that is said to be the old one. */
function comparedFigure(
  index: number,
  quantity: Quantity,
  { quantities, document, isTarget }: BaseContext,
): Quantity | null {
  const near = quantities.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS + 1);
  const old = near.find(
    (other) =>
      other !== quantity &&
      other.kind !== 'excluded' &&
      Math.abs(other.sentence - quantity.sentence) <= 1 &&
      comparable(quantity, other) &&
      (isOld(document, other, STRONG) ||
        (isOld(document, other, WAS_WORDS) &&
          (other.start > quantity.start || isTurn(document, quantity)))) &&
      !isTarget(other),
  );
  if (old === undefined || isOfAnotherCount(old, quantity, document)) return null;
  return isSizeOfChange(document, quantity) && isOfAnother(old, quantity, { near, document }) ? null : old;
}

/** "31% in 2022, 17% in 2023", «в 2022-м 31 %, в 2023-м 17 %»: the same measure in an earlier year or quarter beside it. */
function yearBefore(index: number, { quantities, document }: BaseContext): Span | null {
  const quantity = quantities[index] as Quantity;
  const period = periodOf(index, quantities, document);
  if (period === null) return null;
  for (let i = Math.max(0, index - NEIGHBOURS); i < index; i++) {
    const other = quantities[i] as Quantity;
    if (other.sentence !== quantity.sentence || other.kind !== quantity.kind) continue;
    if (other.unit !== quantity.unit && !sameMeasure(quantity, other)) continue;
    const earlier = periodOf(i, quantities, document);
    if (earlier !== null && earlier.rule === period.rule && earlier.number < period.number)
      return spanOf(other);
  }
  return null;
}

interface StatedPeriod {
  readonly rule: string;
  readonly number: number;
}

/** The year or quarter that stands right after a figure or right before it. */
function periodOf(index: number, quantities: readonly Quantity[], document: Document): StatedPeriod | null {
  const figure = quantities[index] as Quantity;
  for (const other of [quantities[index + 1], quantities[index - 1]]) {
    if (other?.excluded !== 'year' && other?.excluded !== 'quarter') continue;
    const between = document.text.slice(Math.min(figure.end, other.end), Math.max(figure.start, other.start));
    const number = /[1-4]\d*/u.exec(document.text.slice(other.start, other.end));
    const beside = BESIDE.test(between) || (other.start < figure.start && FEW_WORDS.test(between));
    if (number !== null && beside) return { rule: other.excluded, number: Number(number[0]) };
  }
  return null;
}

const BESIDE = /^[ (:—–-]{0,3}(?:(?:in|for|в|за|во) )?(?:было |был |была |were |was )?$/u;

/** "in 2022 we lost 31%" */
const FEW_WORDS = /^ (?:\p{L}+ ){1,3}$/u;

interface Nearby {
  readonly near: readonly Quantity[];
  readonly document: Document;
}

/**
 * True where what was cannot be the base of a change: in another sentence it is of another thing, and beside a level it
 * is the level's («конверсия выросла до 14 %, чек прибавил 12 %; было 8 %»).
 */
function isOfAnother(old: Quantity, change: Quantity, { near, document }: Nearby): boolean {
  if (isSizeOfChange(document, old)) return false;
  if (old.sentence !== change.sentence && !sameThing(document, change, old)) return true;
  return near.some(
    (other) =>
      other !== old &&
      other.sentence === old.sentence &&
      sameMeasure(other, old) &&
      !isOld(document, other) &&
      !isSizeOfChange(document, other),
  );
}

/** "Four people applied. Supervisors before: five": in another sentence a number without the same unit is of what is named beside it. */
function isOfAnotherCount(old: Quantity, quantity: Quantity, document: Document): boolean {
  if (old.sentence === quantity.sentence || sameMeasure(old, quantity)) return false;
  return !isUnnamed(document, old) && !sameThing(document, quantity, old);
}

/** «было 8 %», "instead of 44", "it had been 12%", «до этого держался около 12 %» */
export function isOld(document: Document, figure: Quantity, words: WordSet = OLD): boolean {
  const before = normsBefore(document, figure, 4);
  const number = before.findIndex((norm) => DIGITS.test(norm) || NUMBER_WORDS.get(norm)?.is === 'cardinal');
  // What stands before another figure is said of that one.
  const norms = number < 0 ? before : before.slice(0, number);
  if (norms.some((norm, i) => words.has(norm) && saysOld(norms, i))) return true;
  if (words === WAS_WORDS) return false;
  return norms.some(
    (norm, i) =>
      (STARTED.test(norm) && STARTED_AT.has(norms[i - 1] ?? '')) ||
      (norm === 'once' && WHO.has(norms[i + 1] ?? '')) ||
      (norm === 'этого' && norms[i + 1] === 'до') ||
      (norm === 'been' && norms[i + 1] === 'had' && NAMED_BEFORE.has(norms[i + 2] ?? '')),
  );
}

/** "used to be 44", but "we used 40 vans"; "than the 44 before", but "more than 40"; not «уехали раньше времени двое», «сначала отказала, потом взяла три». */
function saysOld(norms: readonly string[], at: number): boolean {
  const norm = norms[at] as string;
  const next = norms[at - 1] ?? '';
  if (norm === 'used') return next === 'to';
  if (norm === 'than') return at > 0;
  // "from about 35", but "from that list 1,130 appointments"
  if (norm === 'from') return at < 2 && norms[at + 1] !== 'apart';
  if (WAS_WORDS.has(norm) && RELATIVE.has(norms[at + 1] ?? '')) return false;
  if (norm === 'раньше' && BEFORE_WHAT.has(next)) return false;
  const nearer = norms.slice(0, at);
  // "19 the winter before, 4 this one", but "before, it was 90"
  if (nearer.includes(',') && !nearer.some((word) => WAS_WORDS.has(word))) return false;
  return !nearer.some((word) => THEN.has(word));
}

/** "closed at 47, which was 157%", "there was one left" */
const RELATIVE = listed('which that who there что');
const BEFORE_WHAT = listed('времени срока всех');
const THEN = listed('потом затем then later');

/** «начинали с 690», "we started at 70" */
const STARTED = /^(?:started|начинали?|начали|стартовали?)$/u;
const STARTED_AT = new Set(['at', 'from', 'with', 'с', 'со']);
/** "we once lost 30" */
const WHO = listed('we i they he she it');

const DIGITS = /^\d/u;

/** «теперь 9», "and became 9", «сократили до 9»: what was before is told before it. */
function isTurn(document: Document, figure: Quantity): boolean {
  return normsBefore(document, figure, 6).some((norm) => TURNS.has(norm) || direction(norm) !== null);
}

const TURNS = listed('стало стал стала стали теперь сейчас сегодня now became becomes today');

const NAMED_BEFORE = new Set(['it', 'which', 'that', 'they']);

/** Of the result, too, something «было» and "was". */
const WAS_WORDS = new Set('было был была были was were'.split(' '));
/** Words that join the old figure to the new one. */
const LINKING = listed('вместо против прежних прежние instead against versus vs than used from compared');
const STRONG = new Set([
  ...'вместо против прежних прежние раньше ранее изначально сначала исходно'.split(' '),
  ...'instead against versus vs before previously used than from originally compared initially'.split(' '),
]);
const OLD: ReadonlySet<string> = new Set([...WAS_WORDS, ...STRONG]);

/**
 * The same measure in a sentence that is no result, first of the same thing: «отток был 8%» in the situation,
 * "31 tickets". People are no measure: those of the department are not what «обучили 18 человек» started from.
 */
function earlierFigure(quantity: Quantity, { earlier, document }: BaseContext): Span | null {
  if (HEADS.has(quantity.unit?.toLowerCase() ?? '')) return null;
  const measure = measureOf(quantity);
  const known = (measure === null ? undefined : earlier.get(measure)) ?? [];
  const before = known.slice(
    0,
    firstPast(known, ({ start }) => start >= quantity.start),
  );
  const changed = isSizeOfChange(document, quantity);
  // A level without a name of its own goes on from the first one told; a change does so only from another change. Times
  // and sums of an answer are of too many things for that: what is said of both has to be akin.
  const base =
    before.find((other) => measures(other, document) && sameThing(document, quantity, other)) ??
    before.find(
      (other) =>
        (!changed || isSizeOfChange(document, other)) &&
        !areSharesOfTwo(document, quantity, other) &&
        (!OF_MANY_THINGS.has(quantity.kind) ||
          (measures(other, document) && areAkin(document, quantity, other))),
    );
  return base === undefined ? null : spanOf(base);
}

/** Kinds of which an answer may tell figures of many things. */
const OF_MANY_THINGS: ReadonlySet<Quantity['kind']> = new Set(['duration', 'money']);

/** «40 % сделок» is not what «97 % плана» started from. */
function areSharesOfTwo(document: Document, quantity: Quantity, other: Quantity): boolean {
  const [whole, otherWhole] = [wholeOf(document, quantity), wholeOf(document, other)];
  return whole !== null && otherWhole !== null && whole !== otherWhole;
}

/** What a share is told to be one of, in its clause: «40 % сделок», "97% of the plan"; null where it is not told. */
function wholeOf(document: Document, quantity: Quantity): string | null {
  if (quantity.kind !== 'percent') return null;
  const { tokens, language } = document;
  let at = tokenAt(document, quantity.end);
  if (language === 'en' && tokens[at]?.norm !== 'of') return null;
  while (BEFORE_WHOLE.has(tokens[at]?.norm ?? '')) at += 1;
  const token = tokens[at];
  const { end = 0 } = clauseOf(document, quantity) ?? {};
  return token !== undefined && token.end <= end && isName(token) ? keyOf(token) : null;
}

const BEFORE_WHOLE = new Set(['of', 'от', 'the', 'our', 'all', 'my', 'всех', 'наших', 'этих']);

/** Not «через два месяца», "for three years": when something happened measures nothing. What it took or was waited does. */
function measures(figure: Quantity, document: Document): boolean {
  if (figure.kind !== 'duration' || measuresTime(figure, document)) return true;
  const before = normsBefore(document, figure, 4);
  return before[0] === 'по' || before.some((norm) => SPENDING.some((start) => norm.startsWith(start)));
}

const SPENDING = ['took', 'taking', 'wait', 'spen', 'занима', 'уходил', 'ждал', 'ждут', 'стоял', 'тратил'];

const HEADS = listed('человек человека людей чел people persons person');

/** Tokens around a figure in which a comparison is looked for. */
const COMPARED_WITHIN = 16;

/** «чем в прошлом квартале», "than the year before", «по сравнению с прошлым годом», "year on year". */
function comparedPeriod(quantity: Quantity, document: Document): Span | null {
  const sentence = document.sentences[quantity.sentence];
  if (sentence === undefined) return null;
  const at = tokenAt(document, quantity.start);
  const first = Math.max(tokenAt(document, sentence.start), at - COMPARED_WITHIN);
  const last = Math.min(tokenAt(document, sentence.end - 1), at + COMPARED_WITHIN);
  const [lead = ''] = normsBefore(document, quantity, 1);
  const changed = isSizeOfChange(document, quantity) || direction(lead) !== null;
  for (let i = first; i < last; i++) {
    const norm = document.tokens[i]?.norm ?? '';
    const next = document.tokens[i + 1]?.norm ?? '';
    const compared = COMPARING.get(norm)?.some((start) => next.startsWith(start)) ?? false;
    const [third = '', fourth = ''] = [2, 3].map((step) => document.tokens[i + step]?.norm);
    const old = next === 'what' && OF_WHAT.has(norm) && WAS.has(fourth);
    const since = changed && SINCE_WORDS.has(norm) && SINCE.some((start) => next.startsWith(start));
    if (!compared && !old && !since && !isPeriodByPeriod(norm, next, third)) continue;
    const end = document.tokens[Math.min(last, i + 3)]?.end ?? sentence.end;
    return { start: (document.tokens[i] as Span).start, end: Math.min(end, sentence.end) };
  }
  return null;
}

/** "year on year", «неделя к неделе» */
function isPeriodByPeriod(period: string, link: string, same: string): boolean {
  return BY_PERIOD.has(link) && PERIODS.test(period) && same.slice(0, 3) === period.slice(0, 3);
}

/** "a third of what it was", "twice what it was", "2x what it was" */
const OF_WHAT = new Set(['of', 'than', 'twice', 'times', 'x']);
const WAS = new Set(['was', 'were', 'had', 'used']);

const BY_PERIOD = new Set(['on', 'over', 'к']);
const PERIODS = /^(?:year|quarter|month|week|год|квартал|месяц|неделя)$/u;

/** «ниже прошлого года» */
const COMPARATIVES = 'выше ниже больше меньше лучше хуже быстрее короче дольше дороже дешевле от'
  .split(' ')
  .map((norm) => [norm, ['прошл', 'предыдущ', 'прошед', 'прежн', 'исходн']] as const);

const SINCE_WORDS = new Set(['с', 'since']);
/** Since when something changed: «с весны», "since January". */
const SINCE = [
  ...'весны лета осени зимы прошл начала'.split(' '),
  ...'spring summer autumn winter last q1 q2 q3 q4'.split(' '),
  ...'январ феврал марта апрел мая июн июл август сентябр октябр ноябр декабр'.split(' '),
  ...'january february march april june july august september october november december'.split(' '),
];
const EARLIER_PERIODS = 'ly last previous prior q1 q2 q3 q4'.split(' ');

/** A word and the beginnings of what follows it. */
const COMPARING: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['чем', ['прошл', 'предыдущ', 'в', 'раньше', 'до', 'год', 'за', 'был', 'осенью', 'зимой', 'летом']],
  ['сравнению', ['с']],
  ['отношению', ['к']],
  ['к', ['прошл', 'предыдущ', 'плану', 'аналогичн', 'аппг']],
  ['относительно', ['прошл', 'предыдущ', 'исходн']],
  ['than', ['before', 'the', 'last', 'in', 'it', 'a', 'previous', 'we']],
  ['compared', ['to', 'with']],
  // "1.5x last season's", "three times last year's"
  ...['x', 'times'].map((norm) => [norm, EARLIER_PERIODS.slice(1, 4)] as const),
  ...COMPARATIVES,
  ['on', ['last']],
  ...['below', 'above', 'under', 'over'].map((norm) => [norm, EARLIER_PERIODS] as const),
  ['yoy', ['']],
  // «рост 18 % г/г», "up 22% y/y"
  ['г', ['/']],
  ['м', ['/']],
  ['кв', ['/']],
  ['y', ['/']],
  ['m', ['/']],
  ['q', ['/']],
  ['qoq', ['']],
  ['mom', ['']],
  ['the', ['previous', 'prior']],
  ...['against', 'vs', 'versus'].map((norm) => [norm, ['plan', 'the', ...EARLIER_PERIODS]] as const),
]);

/**
 * A figure that may stand against another one: same unit, or one of the two names none. What is of two kinds says so
 * in one sentence only: «3 дня вместо 5», but not «за пять часов. Обращений было 640». "Nobody" stands against nothing.
 */
function comparable(quantity: Quantity, other: Quantity): boolean {
  if (other.value === 0 && other.unit === null) return false;
  if (sameMeasure(quantity, other)) return true;
  if (quantity.kind !== other.kind && quantity.sentence !== other.sentence) return false;
  const plain = (kind: Quantity['kind']): boolean =>
    kind === 'count' || kind === 'duration' || kind === 'percent' || kind === 'money';
  return plain(quantity.kind) && plain(other.kind) && (quantity.unit === null || other.unit === null);
}

function sameMeasure(quantity: Quantity, other: Quantity): boolean {
  const measure = measureOf(quantity);
  return measure !== null && measure === measureOf(other);
}

/** What is measured, as far as the unit says it: all durations are one measure; null where there is no unit. */
export function measureOf({ kind, unit }: Quantity): string | null {
  if (unit === null || kind === 'excluded') return null;
  return SECONDS.has(unit) ? 'duration' : nounKey(unit);
}

/** Enough of a noun to meet its other forms: «заявок» and «заявки» meet in "заяв". */
function nounKey(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length > 5 ? lower.slice(0, Math.max(4, lower.length - 3)) : lower;
}
