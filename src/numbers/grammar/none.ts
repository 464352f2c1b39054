import { listed } from '../../text/forms/lists.js';
import { isTroubleEn, isTroubleRu } from '../lexicon/troubles.js';
import { countedWord } from './counted-noun.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import type { NumberClaim, NumberRule } from './rule.js';

/**
 * A nought said in words: "no complaints", "not a single order", "nobody resigned", "none of our clients",
 * «нулевой отток». In Russian «жалоб больше нет», «никто не ушёл» say it without a number: readers call neither a figure.
 */
export const none: NumberRule = {
  name: 'none',
  claim(line, at) {
    const { norm } = cellAt(line, at);
    switch (norm) {
      case 'no':
        return noSuch(line, at);
      case 'none':
        return noneOf(line, at);
      case 'not':
        return notSingle(line, at);
      case 'nobody':
        return LEFT.has(near(line, at + 1, at).norm) ? nought(line, at, at) : null;
      default:
        return noughtAdjective(line, at);
    }
  },
};

/** Words between "no" and what is counted: "no further complaints", "no late returns". */
const PASSED_OVER = listed(
  'more further new other additional repeat late major serious formal client customer customers user security',
);

/** "no complaints", "no one resigned", "lost no customers" */
function noSuch(line: Line, at: number): NumberClaim | null {
  const next = near(line, at + 1, at);
  if (next.norm === 'one') return LEFT.has(near(line, at + 2, at).norm) ? nought(line, at, at + 1) : null;
  if (LOSING.has(near(line, at - 1, at).norm) && next.kind === 'word') return nought(line, at, at, next);
  // "no customer left", "no driver quit"; "no time left"
  const verb = near(line, at + 2, at).norm;
  if (next.kind === 'word' && LEFT.has(verb) && (verb !== 'left' || WHO.has(next.norm)))
    return nought(line, at, at, next);
  const counted = PASSED_OVER.has(next.norm) ? near(line, at + 2, at) : next;
  return isTroubleEn(counted.norm) ? nought(line, at, at, counted) : null;
}

const WHO = listed(
  'client customer guest agent employee user student patient member tenant supplier engineer manager partner subscriber account',
);
const LEFT = listed(
  'left leaves quit resigned complained complains complain cancelled canceled churned leaving',
);
const LOSING = listed('lost lose losing missed miss');

/** "none of our clients", "none of them"; «none of 12» is a share and read before. */
function noneOf(line: Line, at: number): NumberClaim | null {
  if (near(line, at + 1, at).norm !== 'of' || near(line, at + 2, at).kind !== 'word') return null;
  return nought(line, at, at, near(line, at + 3, at));
}

/** "not a single order"; "not one order" is read where "one" is. */
function notSingle(line: Line, at: number): NumberClaim | null {
  const article = near(line, at + 1, at).norm === 'a' ? 1 : 0;
  if (near(line, at + 1 + article, at).norm !== 'single') return null;
  return nought(line, at, at + 1 + article, near(line, at + 2 + article, at));
}

/** «нулевой отток» */
function noughtAdjective(line: Line, at: number): NumberClaim | null {
  const next = near(line, at + 1, at);
  return cellAt(line, at).norm.startsWith('нулев') && isTroubleRu(next.norm)
    ? nought(line, at, at, next)
    : null;
}

function nought(line: Line, first: number, last: number, noun?: Cell): NumberClaim {
  return { first, last, kind: 'count', value: 0, unit: noun === undefined ? null : countedWord(line, noun) };
}
