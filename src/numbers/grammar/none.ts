import { listed } from '../../text/forms/lists.js';
import { isTroubleEn, isTroubleRu } from '../lexicon/troubles.js';
import { type Cell, cellAt, type Line, near } from './line.js';
import { readNumeral } from './numeral.js';
import type { Claim, NumberRule } from './rule.js';

/**
 * A nought said in words: "no complaints", "not a single order", "nobody resigned", "none of our clients",
 * «жалоб больше нет», «без единого возврата», «никто не ушёл», «нулевой отток».
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
      case 'никто':
        return nobodyLeft(line, at);
      default:
        return noughtAdjective(line, at) ?? goneRussian(line, at);
    }
  },
};

/** Words between "no" and what is counted: "no further complaints", "no late returns". */
const PASSED_OVER = listed(
  'more further new other additional repeat late major serious formal client customer customers user security',
);

/** "no complaints", "no one resigned", "lost no customers" */
function noSuch(line: Line, at: number): Claim | null {
  const next = near(line, at + 1, at);
  if (next.norm === 'one') return LEFT.has(near(line, at + 2, at).norm) ? nought(line, at, at + 1) : null;
  if (LOSING.has(near(line, at - 1, at).norm) && next.kind === 'word') return nought(line, at, at, next);
  const counted = PASSED_OVER.has(next.norm) ? near(line, at + 2, at) : next;
  return isTroubleEn(counted.norm) ? nought(line, at, at, counted) : null;
}

const LEFT = listed(
  'left leaves quit resigned complained complains complain cancelled canceled churned leaving',
);
const LOSING = listed('lost lose losing missed miss');

/** "none of our clients", "none of them"; «none of 12» is a share and read before. */
function noneOf(line: Line, at: number): Claim | null {
  if (near(line, at + 1, at).norm !== 'of' || near(line, at + 2, at).kind !== 'word') return null;
  return nought(line, at, at, near(line, at + 3, at));
}

/** "not a single order"; "not one order" is read where "one" is. */
function notSingle(line: Line, at: number): Claim | null {
  const article = near(line, at + 1, at).norm === 'a' ? 1 : 0;
  if (near(line, at + 1 + article, at).norm !== 'single') return null;
  return nought(line, at, at + 1 + article, near(line, at + 2 + article, at));
}

/** «никто не ушёл», «никто больше не пожаловался», «никто из команды не уволился» */
function nobodyLeft(line: Line, at: number): Claim | null {
  for (let i = at + 1; i <= at + 5; i++) {
    const cell = near(line, i, at);
    if (cell.kind !== 'word') return null;
    if (cell.norm === 'не') {
      const verb = near(line, i + 1, at).norm;
      return LEFT_RU.some((start) => verb.startsWith(start)) ? nought(line, at, at) : null;
    }
  }
  return null;
}

const LEFT_RU = 'уш уход уволил пожалов жалов отказал расторг сорвал отвалил покинул потерял'.split(' ');

/** «нулевой отток», «без единой жалобы» */
function noughtAdjective(line: Line, at: number): Claim | null {
  const { norm } = cellAt(line, at);
  const next = near(line, at + 1, at);
  if (norm.startsWith('нулев')) return isTroubleRu(next.norm) ? nought(line, at, at, next) : null;
  if (!norm.startsWith('един') || !['без', 'ни'].includes(near(line, at - 1, at).norm)) return null;
  return isTroubleRu(next.norm) ? nought(line, at, at, next) : null;
}

/** «жалоб больше нет», «возвратов не было», «просрочек не стало» */
function goneRussian(line: Line, at: number): Claim | null {
  const cell = cellAt(line, at);
  // Genitive plural; «жалоба не была принята» is another matter.
  if (!/(?:об|ок|ек|ов|ев|ий|ей|ых)$/u.test(cell.norm) || !isTroubleRu(cell.norm)) return null;
  if (readNumeral(line, at - 1) !== null || COUNTED_BEFORE.has(near(line, at - 1, at).norm)) return null;
  for (let i = at + 1; i <= at + 5; i++) {
    const next = near(line, i, at);
    if (next.kind !== 'word') return null;
    if (next.norm === 'нет') return nought(line, at, at, cell);
    if (next.norm === 'не')
      return GONE.has(near(line, i + 1, at).norm) && near(line, i + 2, at).norm !== 'ни'
        ? nought(line, at, at, cell)
        : null;
  }
  return null;
}

const GONE = listed(
  'было стало поступало поступило осталось возникало возникло повторялось приходило пришло появлялось',
);
const COUNTED_BEFORE = listed('много больше меньше столько таких этих');

function nought(line: Line, first: number, last: number, noun?: Cell): Claim {
  const unit = noun?.kind === 'word' ? line.text.slice(noun.start, noun.end) : null;
  return { first, last, kind: 'count', value: 0, unit };
}
