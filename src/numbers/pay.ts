import { listed, type WordSet } from '../text/forms/lists.js';
import type { Document } from '../text/types.js';
import { isSizeOfChange } from './changes.js';
import { direction } from './lexicon/index.js';
import { normsAfter, normsBefore } from './neighbours.js';
import type { Quantity } from './types.js';

/** A count of at least so many may be a sum without its currency: "I'd like 34,000"; of nothing, «сейчас получаю 95». */
const LEAST = 1000;
const LEAST_OF_NOTHING = 20;

/**
 * True for what the speaker earns or wants to: "I'd like 34,000", «рассчитываю на 120 тысяч», "my salary is £28,000".
 * A change is none: «зарплата выросла до 120 тысяч», "saved £34,000".
 */
export function isPay(quantity: Quantity, document: Document): boolean {
  const { kind, value, unit } = quantity;
  const least = unit === null ? LEAST_OF_NOTHING : LEAST;
  if (kind !== 'money' && !((kind === 'count' || kind === 'pair') && value >= least)) return false;
  const before = normsBefore(document, quantity, 8);
  const after = normsAfter(document, quantity, 8);
  if (isSizeOfChange(document, quantity)) return false;
  if ((kind === 'money' || unit === null) && isBid(quantity, document)) return true;
  if ([...before, ...after.slice(0, 4)].some(isTurn)) return false;
  if (after.some((norm) => COMPARING.has(norm))) return false;
  // "I would move 1,200 clients": what has a noun of its own is no sum.
  const counted = kind === 'count' && unit !== null && !SUMS.test(unit);
  return (
    isWished(before, counted) ||
    before.slice(0, 5).some(isPayWord) ||
    isMyRange(before) ||
    isHeld(after.slice(0, 4))
  );
}

const SUMS = /^(?:k|grand|quid|bucks?|gross|net|pounds?|dollars?|euros?|тыс|тыщ|руб|к$)/iu;

/**
 * A sum that is named and not reached: "I asked for 60", «я называл 220»; "you offer 55", «предлагаете 200», and what
 * somebody offers in a sentence that names another sum, too.
 */
function isBid(quantity: Quantity, document: Document): boolean {
  const before = normsBefore(document, quantity, REACH);
  if (saysAt(before, ASKED) !== -1) return true;
  const offer = saysAt(before, OFFERED);
  if (offer === -1) return false;
  if (YOU.has(before[offer + 1] ?? '') || OFFERED_BY_YOU.has(before[offer] as string)) return true;
  return [...before, ...normsAfter(document, quantity, REACH)].some((norm) => ASKED.has(norm));
}

const REACH = 14;

/** The place of the verb that a sum is said with: "asked for at least 60"; -1 where other words stand between. */
function saysAt(before: readonly string[], verbs: WordSet): number {
  const at = before.findIndex((norm) => !BETWEEN.has(norm));
  const verb = before[at] ?? '';
  if (!verbs.has(verb)) return -1;
  return !FOR_FIRST.has(verb) || before.slice(0, at).includes('for') ? at : -1;
}

const ASKED = listed('asked named просил просила просили запросил запросила называл называла назвал назвала');
const FOR_FIRST = listed('asked');
const OFFERED = listed(
  'offer offers offered offering предлагаете предлагают предложили предлагали предложил предложила',
);
const OFFERED_BY_YOU = listed('предлагаете');
const YOU = listed("you you're are вы");
const BETWEEN = listed(
  'for me us him her them a about around roughly only just at least at most мне нам ему ей им около примерно только всего хотя бы $ £ €',
);

function isTurn(norm: string): boolean {
  return direction(norm) !== null;
}

/** "I'm on forty quid a morning where it used to be 25" */
const COMPARING = listed('used instead previously вместо раньше');

/** "my range is", "a range of" */
function isMyRange(before: readonly string[]): boolean {
  const at = before.indexOf('range');
  return at >= 0 && at < 4 && (before[at + 1] === 'my' || before[at - 1] === 'of');
}

/** "I would be happy with", "I wouldn't accept", "I'm looking for", "I'm on"; «хотел бы», «прошу» */
function isWished(before: readonly string[], counted: boolean): boolean {
  if (before.some((norm, i) => WISHES.has(norm) || (norm === 'бы' && WANTED.has(before[i + 1] ?? ''))))
    return true;
  const speaker = before.findIndex((norm) => SPEAKER.has(norm));
  if (speaker < 0) return false;
  const said = before.slice(0, speaker);
  if (said.some((norm) => WISHES_EN.has(norm))) return true;
  const conditional = before[speaker] === "i'd" || said.some((norm) => WOULD.has(norm));
  if (conditional && said.some((norm) => WOULD_DO.has(norm) && !(counted && DONE_WITH.has(norm))))
    return true;
  return BE.has(before[0] ?? '') && said.slice(1).every((norm) => BEING.has(norm));
}

const WISHES = listed(
  'хочу рассчитываю ожидаю претендую ориентируюсь прошу получаю зарабатываю устроит устроила',
);
const WANTED = listed('хотел хотела хотелось');
const SPEAKER = listed("i i'd i'm");
const WISHES_EN = listed('want expect expecting hoping hope asking looking earn earning');
/** "I'd like", "I would be happy with"; but "I'm happy with the £34,000 we saved" */
const WOULD = listed("would wouldn't");
const WOULD_DO = listed('like accept happy move leave consider');
const DONE_WITH = listed('move consider');
/** "I'm on £29,000", "I'm currently after 32k" */
const BE = listed('on after');
const BEING = listed('am now currently already still really');

function isPayWord(norm: string): boolean {
  return PAY_EN.has(norm) || PAY_RU.test(norm);
}

const PAY_EN = listed('salary salaries wage wages expectation expectations');
const PAY_RU = /^(?:оклад|зарплат|ожидани[яй]|вилк)/u;

/** «на руки», «оклад», «… не пойду», "gross" */
function isHeld(after: readonly string[]): boolean {
  return after.some(
    (norm, i) =>
      HELD.has(norm) ||
      (norm === 'руки' && after[i - 1] === 'на') ||
      (norm === 'не' && REFUSED.has(after[i + 1] ?? '')),
  );
}

const HELD = listed('оклад оклада окладом gross');
const REFUSED = listed('пойду перейду соглашусь');
