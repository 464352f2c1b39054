import { FORM } from '../types.js';
import { readSubject } from './en/subject.js';
import { COPULAS, isBase, isChange, isIng, isParticiple, isPast } from './en/verbs.js';
import type { LanguageForms } from './index.js';

/**
 * Forms of English words by suffix with closed lists. A regular past and its participle are spelled alike
 * and are `past` both; participles that differ ("given") are `shortPassive`.
 */
export const ENGLISH: LanguageForms = { formsOf, readSubject };

function formsOf(norm: string): number {
  let forms = 0;
  if (isPast(norm)) forms |= FORM.past;
  if (isParticiple(norm)) forms |= FORM.shortPassive;
  if (isBase(norm)) forms |= FORM.base;
  if (isIng(norm)) forms |= FORM.ing;
  if (isChange(norm)) forms |= FORM.change;
  if (COPULAS.has(norm)) forms |= FORM.copula | (norm === "wasn't" || norm === "weren't" ? FORM.past : 0);
  return forms;
}
