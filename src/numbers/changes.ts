import { listed } from '../text/forms/lists.js';
import type { Document } from '../text/types.js';
import { direction } from './lexicon/index.js';
import { normsAfter, normsBefore } from './neighbours.js';
import type { Quantity } from './types.js';

/** True where a figure says by how much something changed, not what it became: «вырос на 9 %», "by 9%", «рост 9 %», "a 9% cut". */
export function isSizeOfChange(document: Document, quantity: Quantity): boolean {
  const lead = normsBefore(document, quantity, 6);
  const after = normsAfter(document, quantity, 2);
  const [before = '', second = ''] = lead;
  // «закрыли на 101 %», «сошлись на 5 %» say what it became.
  if (before === 'на') return [...lead, ...after].some((norm) => direction(norm) !== null);
  if (BY.has(before) || isChangeNoun(before) || (isChangeNoun(second) && before === 'of')) return true;
  return isChangeNoun(after[0] ?? '');
}

const BY = listed(
  'by плюс минус + plus minus прибавил прибавила прибавило прибавили добавил добавила added gained',
);

/** The beginning of a word that names a change beside its size: «рост», «меньше», "cut". */
export function isChangeNoun(norm: string): boolean {
  return CHANGE_NOUNS.some((start) => norm.startsWith(start));
}

const CHANGE_NOUNS = [
  ...'сниж рост прирост меньше больше быстрее выше ниже улучш экономи сокращ'.split(' '),
  ...'drop reduc increas decreas declin improv fewer less more faster quicker lower higher cut rise growth gain jump saving'.split(
    ' ',
  ),
];
